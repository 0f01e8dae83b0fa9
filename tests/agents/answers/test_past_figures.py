"""The notice that a reply has only the last figures published."""

from datetime import date

import pytest

from agents.answers.past_figures import note_year
from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases(SEGURIDAD_SOCIAL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_once_which_figures_are_not_published(phrases: Phrases, language: Language) -> None:
    told = (Message("answer", "a", last_of=2026), Message("answer", "b", last_of=2026), Message("answer", "c"))
    (notice,) = note_year(told, date(2027, 2, 1), language, phrases)
    assert "2026" in notice.text
    assert "2027" in notice.text
    assert note_year(told[2:], date(2027, 2, 1), language, phrases) == ()
