from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.administration import load_administration
from knowledge.content.corpus import load_corpus
from knowledge.encoders.encoder import Role, Vectors
from knowledge.encoders.hashing import HashingEncoder
from knowledge.index.items import IndexItem
from knowledge.index.passage_index import Hit, PassageIndex
from knowledge.passages import Validity
from knowledge.search.knowledge_base import index_items

ENCODER = HashingEncoder()
YEAR = Validity(date(2026, 1, 1), date(2026, 12, 31))
ITEMS = (
    IndexItem("retire", "La jubilación se pide al cumplir la edad", "es", "retirement"),
    IndexItem("widow", "La pensión de viudedad es para el cónyuge", "es", "widow", YEAR),
    IndexItem("card", "La tarjeta sanitaria europea se pide por internet", "es", "card"),
    IndexItem("erretiro", "Erretiroa adina betetzean eskatzen da", "eu", "retirement"),
    IndexItem("foreign", "The retirement pension is claimed at the legal age", "en"),
)
INDEX = PassageIndex.build(ITEMS, ENCODER)


def find(text: str, index: PassageIndex = INDEX, **filters: object) -> list[Hit]:
    return index.search(text, ENCODER.encode([text])[0], **filters)  # type: ignore[arg-type]  # forwarded as they are


@pytest.mark.parametrize("query", ["jubilación", "jubilacion", "JUBILACIONES", "cuándo me puedo jubilar"])
def test_accents_case_and_endings_do_not_matter(query: str) -> None:
    assert find(query, language="es")[0].passage_id == "retire"


def test_filters_keep_out_what_does_not_pass() -> None:
    assert {hit.passage_id for hit in find("pensión", language="es")} <= {"retire", "widow", "card"}
    assert {hit.passage_id for hit in find("pensión", need="retirement")} == {"retire", "erretiro"}
    assert "widow" in {hit.passage_id for hit in find("viudedad", day=date(2026, 5, 1))}
    assert "widow" not in {hit.passage_id for hit in find("viudedad", day=date(2027, 5, 1))}
    assert find("pensión", language="fr") == []


def test_scores_fall_and_similarity_is_a_cosine() -> None:
    hits = find("pedir la tarjeta sanitaria")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.score <= 1 and -1.001 <= hit.similarity <= 1.001 for hit in hits)
    assert hits[0].passage_id == "card"


def test_an_empty_index_finds_nothing() -> None:
    assert find("algo", PassageIndex.build((), ENCODER)) == []


@given(st.text(max_size=60))
def test_the_same_query_has_the_same_answer(query: str) -> None:
    again = PassageIndex.build(ITEMS, ENCODER)
    assert find(query) == find(query, again)


def test_similarities_are_those_of_the_hits() -> None:
    vector = ENCODER.encode(["pensión de viudedad"])[0]
    hits = INDEX.search("pensión de viudedad", vector)
    found = INDEX.similarities([hit.passage_id for hit in hits], vector)
    assert found == pytest.approx([hit.similarity for hit in hits])
    with pytest.raises(KeyError):
        INDEX.similarities(["nobody"], vector)


def test_sentences_of_a_passage_count(tmp_path: Path) -> None:
    parts = ("La biblioteca abre los lunes.", "El comedor cierra en agosto.")
    items = [IndexItem("parts", " ".join(parts), "es", parts=parts), *ITEMS]
    built = PassageIndex.open(items, ENCODER, tmp_path)
    assert find("El comedor cierra en agosto.", built)[0].passage_id == "parts"
    assert find("comedor", PassageIndex.open(items, _Unused(), tmp_path)) == find("comedor", built)


def test_the_whole_tree_is_indexed_with_its_titles(tree: Path, day: date) -> None:
    corpus = load_corpus(load_administration(tree), day)
    index = PassageIndex.build(index_items(corpus), ENCODER)
    hit = find("widow: a qué edad", index, language="es")[0]
    assert corpus.passage(hit.passage_id).need == "widow"


def test_the_second_opening_encodes_nothing(tmp_path: Path) -> None:
    built = PassageIndex.open(ITEMS, ENCODER, tmp_path)
    loaded = PassageIndex.open(ITEMS, _Unused(), tmp_path)
    assert find("jubilación", loaded) == find("jubilación", built)


def test_another_encoder_has_an_index_of_its_own(tmp_path: Path) -> None:
    PassageIndex.open(ITEMS, ENCODER, tmp_path)
    small = HashingEncoder(64)
    assert PassageIndex.open(ITEMS, small, tmp_path).search("viudedad", small.encode(["viudedad"])[0])
    assert find("viudedad", PassageIndex.open(ITEMS, _Unused(), tmp_path))[0].passage_id == "widow"


def test_only_new_texts_are_encoded(tmp_path: Path) -> None:
    PassageIndex.open(ITEMS, ENCODER, tmp_path)
    reordered = PassageIndex.open(ITEMS[::-1], _Unused(), tmp_path)
    assert find("viudedad", reordered)[0].passage_id == "widow"
    with pytest.raises(AssertionError):
        PassageIndex.open([*ITEMS, IndexItem("new", "nuevo", "es")], _Unused(), tmp_path)


def test_old_indexes_do_not_pile_up(tmp_path: Path) -> None:
    for size in (8, 16, 32, 64, 128, 256):
        PassageIndex.open(ITEMS, HashingEncoder(size), tmp_path)
    assert len(list(tmp_path.glob("index-*"))) == 4


def test_processes_that_build_at_once_agree(tmp_path: Path) -> None:
    with get_context("spawn").Pool(3) as pool:
        answers = pool.map(_open_and_find, [tmp_path] * 3)
    assert answers[0] == answers[1] == answers[2]
    assert not list(tmp_path.glob("*.part"))


def test_threads_may_share_an_index() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: find("pensión de viudedad"), range(64)))
    assert all(answer == answers[0] for answer in answers)


def _open_and_find(directory: Path) -> list[Hit]:
    return find("viudedad", PassageIndex.open(ITEMS, ENCODER, directory))


class _Unused(HashingEncoder):
    """The same identity; encoding passages with it would be a mistake."""

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        if role == "passage" and texts:
            raise AssertionError("the cached index was not used")
        return super().encode(texts, role)
