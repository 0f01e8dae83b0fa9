"""The small pattern language of the data files."""

import re
from pathlib import Path

import pytest

from tools.reading.folding import fold
from tools.reading.phrases import MARKS, PhraseBook, words_group

GUIDE = (Path(__file__).parents[3] / "docs" / "authors.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r'^- `([^`]+)` .*: found in "(.+)", not in "(.+)"$', GUIDE, re.MULTILINE)


def found(phrase: str, text: str) -> bool:
    return bool(PhraseBook({"key": [phrase]}).find(fold(text)))


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("cita previa", "quiero CITA PREVIA ya", True),
        ("cita", "citado", False),
        ("cit*", "citado", True),
        ("(a|b c) d", "b c d", True),
        ("[muy] bien", "bien", True),
        ("[muy] bien", "muy bien", True),
        ("no ~ cita", "no quiero pedir ninguna cita", True),
        ("no ~ cita", "no uno dos tres cuatro cinco seis cita", False),
        ("^ si", "que si", False),
        ("^ si ,", "sí, claro", True),
        ("^ si ,", "si quiero", False),
        ("adios $", "adiós!", True),
        ("adios $", "adiós amigo", False),
        ("(hitzordu|txanda)* nahi", "hitzordua nahi", True),
        ("no & quiero", "no quiero", True),
        ("no & quiero", "no, quiero", False),
        ("no & quiero", "no. Quiero", False),
        ("sol·licitar", "sol·licitar", True),
        ("d acord", "d’acord", True),
        ("ano", "año", True),
    ],
)
def test_a_phrase_matches_what_it_says(phrase: str, text: str, expected: bool) -> None:
    assert found(phrase, text) is expected


def test_a_group_gives_back_what_it_matched() -> None:
    book = PhraseBook({"day": ["el {weekday}"]}, {"weekday": words_group("weekday", ["lunes", "martes"])})
    (hit,) = book.find(fold("quedamos el Martes"))
    assert hit.groups == {"weekday": "martes"}


@pytest.mark.parametrize("phrase", ["(a|b", "a? b", "a {unknown}", "(a)(b)"])
def test_a_broken_phrase_is_refused(phrase: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        PhraseBook({"key": [phrase]})


def test_folded_positions_lead_back_to_the_source() -> None:
    folded = fold("Col·legi d’Àlaba ﬁ")
    start = folded.text.index("alaba")
    first, last = folded.span(start, start + 5)
    assert folded.source[first:last] == "Àlaba"
    assert folded.text.endswith("fi")


def test_the_writers_guide_has_an_example_of_every_mark() -> None:
    assert set(MARKS) - set("".join(phrase for phrase, _, _ in EXAMPLES)) == set()


@pytest.mark.parametrize(("phrase", "inside", "outside"), EXAMPLES)
def test_the_examples_of_the_writers_guide_hold(phrase: str, inside: str, outside: str) -> None:
    book = PhraseBook({"key": [phrase]}, {"when": words_group("when", ["2027"])})
    assert book.find(fold(inside))
    assert not book.find(fold(outside))
