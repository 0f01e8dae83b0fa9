"""Paragraphs have the addresses that jurists use, each its own; sentences are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.content.law_places import read_address
from knowledge.law.paragraphs import cut_paragraphs


def addresses(*blocks: str) -> list[str]:
    return [one.address for one in cut_paragraphs(blocks)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (("Uno.", "Dos."), ["p1", "p2"]),
        (("1. Uno:", "a) A.", "b) B.", "2. Dos."), ["1", "1.a", "1.b", "2"]),
        (("1. Uno:", "a) A.", "Más de a.", "2. Dos.", "Más de dos."), ["1", "1.a", "1.a.p2", "2", "2.p2"]),
        (("1. Uno:", "1.º A:", "a) B.", "2.º C."), ["1", "1.1º", "1.1º.a", "1.2º"]),
        (("a) Uno:", "1.º A.", "2.º B.", "b) Dos:", "1.º C."), ["a", "a.1º", "a.2º", "b", "b.1º"]),
        (("1. Uno.", "1 bis. Otro.", "2. Dos."), ["1", "1bis", "2"]),
        (("1. Uno:", "a) A:", "i) I.", "ii) II.", "b) B."), ["1", "1.a", "1.a.i", "1.a.ii", "1.b"]),
        (("h) Hache.", "i) Latina."), ["h", "i"]),
        (("1. Uno:", "a) A.", "b) B.", "Y además:", "a) Otra A."), ["1", "1.a", "1.b", "1.b.p2", "1.a~2"]),
        (("1.ª Regla.", "2.ª Regla."), ["1ª", "2ª"]),
        (("Primero:", "1) Uno.", "2) Dos."), ["p1", "1", "2"]),
    ],
)  # fmt: skip
def test_how_a_paragraph_begins_says_where_it_stands(blocks: tuple[str, ...], expected: list[str]) -> None:
    assert addresses(*blocks) == expected


def test_sentences_are_counted_and_abbreviations_do_not_end_one() -> None:
    [paragraph] = cut_paragraphs(["1. Lo dice el art. 7 de la ley. ¿Y si no? Véase la pág. 3."])
    assert [paragraph.text[start:end] for start, end in paragraph.pieces] == [
        "Lo dice el art. 7 de la ley.", "¿Y si no?", "Véase la pág. 3.",
    ]  # fmt: skip
    start, end = paragraph.words(1, 2)
    assert paragraph.text[start:end] == "Lo dice el art. 7 de la ley. ¿Y si no?"
    for first, last in ((0, 1), (2, 1), (1, 4)):
        with pytest.raises(IndexError):
            paragraph.words(first, last)


def test_the_rows_of_a_table_are_its_sentences() -> None:
    [table] = cut_paragraphs(["Año | Edad\n2026 | 66. Y más.\n2027 | 67"])
    assert [table.text[start:end] for start, end in table.pieces] == ["Año | Edad", "2026 | 66. Y más.", "2027 | 67"]


LABELS = st.sampled_from(
    ("1. ", "2. ", "3. ", "a) ", "b) ", "c) ", "i) ", "ii) ", "1.º ", "2.º ", "1.ª ", "1) ", "2) ", "1 bis. ", "")
)
WORDS = st.sampled_from(("Uno.", "Dos dice. Y más.", "Fila | a\nFila | b", "El art. 3."))


@given(st.lists(st.tuples(LABELS, WORDS).map("".join), max_size=30))
def test_every_paragraph_has_an_address_of_its_own_that_an_author_can_write(blocks: list[str]) -> None:
    found = cut_paragraphs(blocks)
    assert [one.text for one in found] == blocks
    assert len({one.address for one in found}) == len(blocks)
    for one in found:
        assert read_address(one.address) == one.address
        pieces = [one.text[start:end] for start, end in one.pieces]
        assert all(pieces)
        assert one.text.endswith(pieces[-1])
