"""An index on disk through its changes, and through what may befall it."""

import json
import logging
import os
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.encoders.encoder import Role, Vectors
from knowledge.encoders.hashing import HashingEncoder
from knowledge.index.items import IndexItem
from knowledge.index.passage_index import Hit, PassageIndex
from knowledge.weights.manifest import MANIFEST_FILE

SIZE = 40
WORDS = ("mesa", "silla", "puerta", "ventana", "tejado", "cocina", "suelo")


class CountingEncoder(HashingEncoder):
    """Remembers which passages it encoded."""

    def __init__(self) -> None:
        super().__init__()
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        if role == "passage":
            self.encoded += texts
        return super().encode(texts, role)


class FallingEncoder(HashingEncoder):
    """Does something terrible when it meets a word."""

    def __init__(self, word: str, fall: Callable[[], object]) -> None:
        super().__init__()
        self._word, self._fall = word, fall

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        if role == "passage" and any(self._word in text for text in texts):
            self._fall()
        return super().encode(texts, role)


ITEMS = [IndexItem(f"i{number}", f"texto {number} de prueba", "es") for number in range(SIZE)]
EU = [IndexItem(f"e{number}", f"proba {number} testua", "eu") for number in range(SIZE)]


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()


def find(index: PassageIndex, text: str, k: int = 5) -> list[Hit]:
    return index.search(text, HashingEncoder().encode([text])[0], k=k)


def segments(folder: Path) -> set[str]:
    return {segment.name for segment in folder.glob("index-*/segment-*")}


def current(folder: Path) -> Path:
    (file,) = folder.glob("index-*/current.json")
    return file


def test_a_change_encodes_and_indexes_only_what_changed(encoder: CountingEncoder, tmp_path: Path) -> None:
    PassageIndex.open([*ITEMS, *EU], encoder, tmp_path)
    before = segments(tmp_path)
    encoder.encoded.clear()
    new = IndexItem("i3", "la biblioteca abre los lunes", "es")
    index = PassageIndex.open([*ITEMS[:3], new, *ITEMS[4:], *EU], encoder, tmp_path)
    assert encoder.encoded == [new.text]
    assert before < segments(tmp_path)
    assert len(index) == 2 * SIZE
    assert find(index, "biblioteca")[0].passage_id == "i3"


def test_what_goes_away_costs_nothing(encoder: CountingEncoder, tmp_path: Path) -> None:
    PassageIndex.open(ITEMS, encoder, tmp_path)
    written = current(tmp_path).stat().st_mtime_ns
    index = PassageIndex.open(ITEMS[1:], encoder, tmp_path)
    assert current(tmp_path).stat().st_mtime_ns == written
    assert "i0" not in {hit.passage_id for hit in find(index, ITEMS[0].text, k=SIZE)}


def test_after_many_changes_a_language_is_built_whole_without_encoding_it_again(
    encoder: CountingEncoder, tmp_path: Path
) -> None:
    items = list(ITEMS)
    PassageIndex.open(items, encoder, tmp_path)
    for number in range(SIZE):
        items[number] = IndexItem(f"i{number}", f"otro escrito {number}", "es")
        PassageIndex.open(items, encoder, tmp_path)
        assert len(json.loads(current(tmp_path).read_text())["segments"]) <= 2
    assert len(encoder.encoded) == 2 * SIZE
    assert len(segments(tmp_path)) <= 4, "two versions side by side, of two segments each"


def test_an_item_with_another_name_is_not_encoded_again(encoder: CountingEncoder, tmp_path: Path) -> None:
    PassageIndex.open(ITEMS, encoder, tmp_path)
    encoder.encoded.clear()
    renamed = PassageIndex.open([IndexItem("new", ITEMS[0].text, "es"), *ITEMS[1:]], encoder, tmp_path)
    assert encoder.encoded == []
    assert find(renamed, ITEMS[0].text)[0].passage_id == "new"


def test_need_and_validity_are_those_of_the_items_given(encoder: CountingEncoder, tmp_path: Path) -> None:
    PassageIndex.open(ITEMS, encoder, tmp_path)
    needed = [IndexItem("i0", ITEMS[0].text, "es", "widow"), *ITEMS[1:]]
    index = PassageIndex.open(needed, encoder, tmp_path)
    hits = index.search("texto", encoder.encode(["texto"])[0], need="widow")
    assert [hit.passage_id for hit in hits] == ["i0"]


TEXTS = st.dictionaries(
    st.integers(0, 9), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=10
)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(WORDS))
def test_any_history_ends_in_the_index_built_anew(history: list[dict[int, str]], query: str) -> None:
    encoder = HashingEncoder()
    with TemporaryDirectory() as folder:
        for texts in history:
            items = [IndexItem(str(number), text, "es") for number, text in texts.items()]
            hits = find(PassageIndex.open(items, encoder, Path(folder)), query, k=10)
    fresh = find(PassageIndex.build(items, encoder), query, k=10)
    assert {hit.passage_id: hit.score for hit in hits} == {
        hit.passage_id: pytest.approx(hit.score, abs=1e-4) for hit in fresh
    }


def test_who_has_a_version_open_keeps_it(encoder: CountingEncoder, tmp_path: Path) -> None:
    reader = PassageIndex.open(ITEMS, encoder, tmp_path)
    before = segments(tmp_path)
    answer = find(reader, ITEMS[5].text)
    for number in range(3):
        PassageIndex.open([IndexItem("x", f"todo distinto {number}", "es")], encoder, tmp_path)
    assert not before & segments(tmp_path)
    assert find(reader, ITEMS[5].text) == answer


def test_a_builder_that_fails_or_dies_leaves_the_version_there_was(encoder: CountingEncoder, tmp_path: Path) -> None:
    PassageIndex.open([*ITEMS, *EU], encoder, tmp_path)
    before = current(tmp_path).read_bytes()
    with pytest.raises(ZeroDivisionError):
        PassageIndex.open(_changed(), FallingEncoder("hondamendia", lambda: 1 // 0), tmp_path)
    dying = get_context("spawn").Process(target=_die_building, args=(tmp_path,))
    dying.start()
    dying.join()
    assert dying.exitcode == 9
    assert current(tmp_path).read_bytes() == before
    encoder.encoded.clear()
    assert find(PassageIndex.open([*ITEMS, *EU], encoder, tmp_path), ITEMS[0].text)[0].passage_id == "i0"
    PassageIndex.open(_changed(), encoder, tmp_path)
    assert encoder.encoded == ["hondamendia"], "what the dead one had written is not done again"
    assert not list(tmp_path.glob("index-*/.*.part"))


def test_the_kind_asked_for_is_built_from_the_same_vectors(encoder: CountingEncoder, tmp_path: Path) -> None:
    items = [IndexItem(str(number), f"pasaje {number * 7919}", "es") for number in range(2_100)]
    PassageIndex.open(items, encoder, tmp_path, "exact")
    encoder.encoded.clear()
    PassageIndex.open(items, encoder, tmp_path, "ivf_sq")
    (name,) = json.loads(current(tmp_path).read_text())["segments"]
    assert "ivf_sq" in (current(tmp_path).parent / name / "kind.txt").read_text()
    assert encoder.encoded == []


def cut(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(bytes(content))


@pytest.mark.parametrize("damage", [cut, flip, Path.unlink])
@pytest.mark.parametrize(
    "file",
    [
        "nearest.faiss",
        "words/vocabulary.json",
        "words/texts.npy",
        "identities.npy",
        "vectors.npy",
        "kind.txt",
        MANIFEST_FILE,
    ],
)
def test_a_damaged_segment_is_built_again_with_a_warning(
    damage: Callable[[Path], None], file: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    PassageIndex.open([*ITEMS, *EU], HashingEncoder(), tmp_path)
    name = json.loads(current(tmp_path).read_text())["segments"][0]
    damage(current(tmp_path).parent / name / file)
    encoder = CountingEncoder()
    with caplog.at_level(logging.WARNING):
        index = PassageIndex.open([*ITEMS, *EU], encoder, tmp_path)
    assert "built again" in caplog.text
    assert find(index, ITEMS[7].text)[0].passage_id == "i7"
    if file not in ("vectors.npy", MANIFEST_FILE):
        assert encoder.encoded == [], "whole vectors are used again"
    assert len(encoder.encoded) in (0, SIZE), "the other language is not touched"
    encoder.encoded.clear()
    caplog.clear()
    PassageIndex.open([*ITEMS, *EU], encoder, tmp_path)
    assert (encoder.encoded, caplog.text) == ([], "")


@pytest.mark.parametrize("content", [b"", b"[]", b'{"version": 3}', b"\x00\xff"])
def test_a_pointer_that_cannot_be_read_is_written_again(
    content: bytes, encoder: CountingEncoder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    PassageIndex.open(ITEMS, encoder, tmp_path)
    before = current(tmp_path).read_bytes()
    current(tmp_path).write_bytes(content)
    with caplog.at_level(logging.WARNING):
        PassageIndex.open(ITEMS, encoder, tmp_path)
    assert "built again" in caplog.text
    assert current(tmp_path).read_bytes() == before
    assert len(encoder.encoded) == SIZE


@pytest.mark.parametrize(("key", "value"), [("version", 1), ("faiss", "0.1")])
def test_an_index_of_another_version_is_built_again_from_its_vectors(
    key: str, value: object, encoder: CountingEncoder, tmp_path: Path
) -> None:
    PassageIndex.open(ITEMS, encoder, tmp_path)
    now = json.loads(current(tmp_path).read_text())
    current(tmp_path).write_text(json.dumps(now | {key: value}))
    assert find(PassageIndex.open(ITEMS, encoder, tmp_path), ITEMS[0].text)[0].passage_id == "i0"
    assert json.loads(current(tmp_path).read_text()) == now
    assert len(encoder.encoded) == SIZE


def _changed() -> list[IndexItem]:
    return [IndexItem("s", "sale bien", "es"), *ITEMS, *EU, IndexItem("b", "hondamendia", "eu")]


def _die_building(folder: Path) -> None:
    PassageIndex.open(_changed(), FallingEncoder("hondamendia", lambda: os._exit(9)), folder)
