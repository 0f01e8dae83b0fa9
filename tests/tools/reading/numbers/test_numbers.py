"""Numbers in digits and words: tables of each language, and every number there is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.dictated.saying import saying
from knowledge.languages import LANGUAGES, Language
from tests.yaml_files import read_yaml
from tools.reading.folding import fold
from tools.reading.numbers.parser import find_numbers

TABLES = Path(__file__).parent / "tables" / "numbers"
CASES = [
    pytest.param(language, case, id=f"{language}-{case['text']}")
    for language in LANGUAGES
    for case in read_yaml(TABLES / f"{language}.yaml")
]


def values(text: str, language: Language, *, expected: bool = False) -> list[str]:
    return [str(number.value) for number in find_numbers(fold(text), language, expected=expected)]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_the_numbers_of_an_expression_are_read(language: Language, case: dict[str, Any]) -> None:
    found = values(case["text"], language, expected=case.get("expected", False))
    assert found == [str(value) for value in case["values"]]


@given(st.integers(0, 999_999), st.sampled_from(LANGUAGES))
def test_every_number_said_in_words_is_read_back(number: int, language: Language) -> None:
    said = saying(language).number(number)
    assert values(said, language) == [str(number)]
    assert values(said.replace("-", " ").upper(), language) == [str(number)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_below_a_thousand_is_read_back(language: Language) -> None:
    wrong = [number for number in range(1000) if values(saying(language).number(number), language) != [str(number)]]
    assert wrong == []


@given(st.lists(st.integers(0, 9_999), min_size=2, max_size=5), st.sampled_from(LANGUAGES))
def test_numbers_parted_by_commas_stay_apart(numbers: list[int], language: Language) -> None:
    text = ", ".join(saying(language).number(number) for number in numbers)
    assert values(text, language, expected=True) == [str(number) for number in numbers]


@given(st.integers(0, 999_999), st.sampled_from(LANGUAGES))
def test_thousands_are_read_however_they_are_marked(number: int, language: Language) -> None:
    for text in (str(number), f"{number:,}".replace(",", "."), f"{number:,}".replace(",", " ")):
        assert values(text, language) == [str(number)]


@given(st.text(max_size=60), st.sampled_from(LANGUAGES), st.booleans())
def test_reading_numbers_never_raises_and_spans_are_in_order(text: str, language: Language, expected: bool) -> None:
    folded = fold(text)
    at = 0
    for number in find_numbers(folded, language, expected=expected):
        assert at <= number.start < number.end <= len(folded.text)
        at = number.end
