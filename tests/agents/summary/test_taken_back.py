"""What is taken back while it is said does not stand, in six languages; what only has a no in it does."""

import pytest

from agents.summary.taken_back import taken_back, without
from agents.summary.words import load_summary_words
from knowledge.languages import Language

WORDS = load_summary_words()


@pytest.mark.parametrize(
    ("language", "text", "gone", "stands"),
    [
        ("es", "debe mil doscientos, no, espere, mil trescientos doce", "doscientos", "mil trescientos doce"),
        ("ca", "hi soc des del dos mil deu, no, perdoni, des del dos mil onze", "deu", "dos mil onze"),
        ("gl", "son trinta e tres, non, perdoe, trinta e cinco anos", "trinta e tres", "trinta e cinco anos"),
        ("eu", "hamabost, ez, barkatu, hamasei egun dira", "hamabost", "hamasei egun dira"),
        ("en", "I paid 500, no, sorry, 520 a month", "500", "520 a month"),
        ("fr", "j'ai payé 500, non, pardon, 520 par mois", "500", "520 par mois"),
    ],
)
def test_the_number_before_an_excuse_goes(language: Language, text: str, gone: str, stands: str) -> None:
    """And what is said instead stays where it was."""
    told = without(text, taken_back(text, language, [], WORDS))
    assert gone not in told
    assert stands in told
    assert len(told) == len(text)


def test_a_value_goes_though_what_is_said_instead_is_not_read() -> None:
    """Where a no and an excuse follow at once."""
    text = "she starts on the first of December, no, sorry, wait mummy what did you say"
    day = (text.index("the first"), text.index(", no"))
    assert "first of December" not in without(text, taken_back(text, "en", [day], WORDS))


@pytest.mark.parametrize("text", ["cobro 900 euros y no sé si son 14 pagas", "tengo 3 hijos y no trabajo"])
def test_a_no_that_takes_nothing_back(text: str) -> None:
    """It stands apart from the number."""
    assert taken_back(text, "es", [], WORDS) == []
