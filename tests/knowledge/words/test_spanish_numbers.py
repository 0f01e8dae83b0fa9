"""Numbers in words, as laws write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.words.spanish_numbers import find_cardinals, find_ordinals, folded, read_cardinal, read_ordinal


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("cinco", 5),
        ("veintidós", 22),
        ("treinta y ocho", 38),
        ("ciento ochenta", 180),
        ("quinientas cuarenta y cinco", 545),
        ("mil", 1000),
        ("tres mil seiscientos cincuenta", 3650),
        ("treinta y", None),
        ("jubilación", None),
        ("", None),
    ],
)
def test_a_cardinal(words: str, value: int | None) -> None:
    assert read_cardinal(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("primera", 1),
        ("decimotercera", 13),
        ("decimoctava", 18),
        ("vigésima segunda", 22),
        ("vigesimosegunda", 22),
        ("trigésimo octavo", 38),
        ("cuadragésima tercera", 43),
        ("única", 0),
        ("segundo párrafo", None),
        ("", None),
    ],
)
def test_an_ordinal(words: str, value: int | None) -> None:
    assert read_ordinal(words) == value


def test_numbers_are_found_where_they_stand() -> None:
    text = "Desde el cuarto al vigésimo primer día, ciento ochenta días en cinco años, dos o tres veces."
    assert [(text[one.start : one.end], one.value) for one in find_cardinals(text)] == [
        ("ciento ochenta", 180), ("cinco", 5), ("dos", 2), ("tres", 3),
    ]  # fmt: skip
    assert [(text[one.start : one.end], one.value) for one in find_ordinals(text)] == [
        ("cuarto", 4), ("vigésimo primer", 21),
    ]  # fmt: skip


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
