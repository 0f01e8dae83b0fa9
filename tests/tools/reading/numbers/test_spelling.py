"""Numbers below a hundred as they are spelt well: dates and counts are made of them."""

import pytest

from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import fold
from tools.reading.numbers.parser import find_numbers
from tools.reading.numbers.spelling import spelt_numbers

SAID: dict[Language, dict[str, int]] = {
    "es": {"dieciseis": 16, "veintidos": 22, "treinta y una": 31, "noventa y nueve": 99},
    "ca": {"vint i dues": 22, "trenta un": 31, "setanta huit": 78},
    "gl": {"dezasete": 17, "vinte e unha": 21, "noventa e oito": 98},
    "eu": {"hamabi": 12, "hogeita hamaika": 31, "laurogeita hamar": 90},
    "en": {"twenty one": 21, "ninety nine": 99},
    "fr": {"dix sept": 17, "vingt et un": 21, "soixante douze": 72, "quatre vingt dix neuf": 99},
}
MISSPELT: dict[Language, str] = {
    "es": "sinco",
    "ca": "sinc",
    "gl": "onze",
    "eu": "hameka",
    "en": "fourty",
    "fr": "vint",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_below_a_hundred_is_spelt(language: Language) -> None:
    assert set(spelt_numbers(language).values()) == set(range(1, 100))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_spelt_is_read_as_that_number(language: Language) -> None:
    for spelling, value in spelt_numbers(language).items():
        read = [number.value for number in find_numbers(fold(spelling), language, expected=True)]
        assert read == [value], spelling


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_spelt_as_people_spell_them(language: Language) -> None:
    spelt = spelt_numbers(language)
    assert {spelling: spelt.get(spelling) for spelling in SAID[language]} == SAID[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_misspelling_is_understood_and_not_spelt(language: Language) -> None:
    assert MISSPELT[language] not in spelt_numbers(language)
    assert find_numbers(fold(MISSPELT[language]), language, expected=True)
