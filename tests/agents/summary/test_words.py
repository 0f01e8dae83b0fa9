"""The lists of words that a summary is read by."""

import pytest

from agents.summary.words import load_summary_words
from tools.reading.folding import fold
from tools.reading.tables import load_table

WORDS = load_summary_words()


@pytest.mark.parametrize(
    "text",
    [
        "se lo mando ahora",
        "li envio el paper",
        "mándollo hoxe",
        "bidaliko dizut gaur",
        "i'm sending it",
        "je vous l'envoie",
    ],
)
def test_something_is_sent_in_six_languages(text: str) -> None:
    assert WORDS.says("sends", fold(text).text)


@pytest.mark.parametrize(
    "text",
    [
        "la cita queda anulada", "la cita queda anul·lada", "está anulada a cita", "hitzordua ezeztatuta dago",
        "your appointment is cancelled", "votre rendez-vous est annulé",
    ],
)  # fmt: skip
def test_something_is_cancelled_in_six_languages(text: str) -> None:
    assert WORDS.says("cancelled", fold(text).text)


def test_nothing_is_written_that_no_words_match() -> None:
    """A word list knows a star and choices in parentheses, and no other sign."""
    lists = load_table("agents.summary", "words")
    assert [word for words in lists.values() for word in words if set("?+[]{}^$") & set(str(word))] == []
