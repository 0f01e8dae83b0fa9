"""What every kind of index does, whatever it makes faster."""

from datetime import date
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from knowledge.encoders.encoder import Vectors
from knowledge.encoders.hashing import HashingEncoder
from knowledge.index.index_kind import IndexKind, Kind, kind_for
from knowledge.index.items import IndexItem
from knowledge.index.nearest import NearestVectors
from knowledge.index.passage_index import PassageIndex
from knowledge.passages import Validity

ENCODER = HashingEncoder(64)
KINDS: tuple[Kind, ...] = ("exact", "hnsw", "ivf_sq", "ivf_pq")
SIZE = 2_500
ENDED = Validity(date(2020, 1, 1), date(2025, 12, 31))


def item(number: int, text: str = "") -> IndexItem:
    need, validity = f"need{number % 5}", ENDED if number % 3 == 0 else Validity()
    return IndexItem(str(number), text or f"pasaje {number * 7919} de prueba {number}", "es", need, validity)


ITEMS = [item(number) for number in range(SIZE)] + [IndexItem("eu", "proba bat 35", "eu", "need0")]


PLACES = {one.id: place for place, one in enumerate(ITEMS)}


@pytest.fixture(params=KINDS, scope="module")
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen


@pytest.fixture(scope="module")
def folder(kind: Kind, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(kind)
    PassageIndex.open(ITEMS, ENCODER, folder, kind)
    return folder


@pytest.fixture(scope="module")
def index(folder: Path, kind: Kind) -> PassageIndex:
    return PassageIndex.open(ITEMS, ENCODER, folder, kind)


def find(index: PassageIndex, text: str, **filters: object) -> list[str]:
    hits = index.search(text, vector(text), **filters)  # type: ignore[arg-type]  # forwarded as they are
    return [hit.passage_id for hit in hits]


def vector(text: str) -> Vectors:
    found: Vectors = ENCODER.encode([text])[0]
    return found


def test_a_passage_is_found_by_its_own_text(index: PassageIndex) -> None:
    chosen = range(0, SIZE, 125)
    assert [find(index, ITEMS[at].text, k=1)[0] for at in chosen] == [str(at) for at in chosen]
    assert all(str(at) in index.nearest(vector(ITEMS[at].text), 3) for at in chosen)


def test_filters_keep_out_what_does_not_pass(index: PassageIndex) -> None:
    assert find(index, ITEMS[35].text, language="eu") == ["eu"]
    assert find(index, ITEMS[35].text, language="es", need="need0", k=1) == ["35"]
    assert all(int(one) % 5 == 1 for one in find(index, ITEMS[35].text, language="es", need="need1", k=40))
    assert find(index, ITEMS[36].text, day=date(2025, 5, 1), k=1) == ["36"]
    later = find(index, ITEMS[36].text, language="es", day=date(2026, 5, 1), k=40)
    assert len(later) == 40
    assert all(int(one) % 3 for one in later)
    assert find(index, ITEMS[36].text, need="nobody's") == []


def test_a_change_is_found_and_what_is_gone_is_gone(kind: Kind, folder: Path, tmp_path: Path) -> None:
    copytree(folder, tmp_path, dirs_exist_ok=True)
    changed = [item(7, "la biblioteca abre los lunes"), *ITEMS[8:], item(9_000, "el comedor cierra en agosto")]
    index = PassageIndex.open(changed, ENCODER, tmp_path, kind)
    assert {one.name for one in folder.glob("*/segment-*")} < {one.name for one in tmp_path.glob("*/segment-*")}
    assert len(index) == len(changed)
    assert find(index, "biblioteca los lunes", k=1) == ["7"]
    assert find(index, "comedor en agosto", k=1) == ["9000"]
    for number in range(7):
        assert str(number) not in find(index, ITEMS[number].text, k=100)
        assert str(number) not in index.nearest(vector(ITEMS[number].text), 20)
    assert find(index, ITEMS[7].text, k=1) != ["7"]
    assert find(index, ITEMS[8].text, k=1) == ["8"]


def test_nearly_all_of_the_exact_nearest_are_found(index: PassageIndex) -> None:
    kept = ENCODER.encode([one.text for one in ITEMS])
    queries = ENCODER.encode([f"prueba {number} de pasaje" for number in range(100)])
    found = 0
    for query in queries:
        similarities = kept @ query
        tenth = np.sort(similarities)[-10]
        nearest = index.nearest(query, 10)
        found += sum(similarities[PLACES[one]] >= tenth - 1e-3 for one in nearest)
    assert found / (10 * len(queries)) >= 0.97


def test_a_kind_is_read_as_it_was_written(kind: Kind, tmp_path: Path) -> None:
    vectors = ENCODER.encode([one.text for one in ITEMS])
    built = NearestVectors.build(kind, vectors)
    built.save(tmp_path / "it")
    read = NearestVectors.load(kind, tmp_path / "it")
    (tmp_path / "it").unlink()
    for at in range(0, SIZE, 500):
        assert read.find(vectors[at], 10).tolist() == built.find(vectors[at], 10).tolist()


@pytest.mark.parametrize(
    ("size", "asked", "kind"),
    [
        (100, "ivf_pq", "exact"),
        (9_000, "auto", "exact"),
        (9_000, "hnsw", "hnsw"),
        (90_000, "exact", "exact"),
        (90_000, "auto", "ivf_sq"),
        (2_000_000, "auto", "ivf_pq"),
    ],
)
def test_the_size_says_which_kind_unless_one_is_asked_for(size: int, asked: IndexKind, kind: Kind) -> None:
    assert kind_for(size, asked) == kind
