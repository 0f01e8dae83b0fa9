"""Who presses a button is understood, in every language and variety."""

from collections.abc import Iterator

import pytest

from agents.phrases.phrases import Phrases
from agents.reception.nodes.answer import question_of
from agents.reception.policy.policy_input import Decision, section_of
from agents.reception.turns.state import State
from agents.understanding.screen import screen
from knowledge.languages import LANGUAGES, VARIANTS, Language, Variant
from knowledge.passages import ASPECTS
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import reading

SPOKEN: list[tuple[Language, Variant | None]] = [
    *((language, None) for language in LANGUAGES),
    *((language, variety) for variety, language in VARIANTS.items()),
]


def buttons(phrases: Phrases, language: Language, variety: Variant | None) -> Iterator[tuple[str, str]]:
    """The key and the words of every button."""
    spoken = phrases.in_variety(variety)
    for prefix in ("reply-", "aspect-"):
        yield from spoken.group(language, prefix).items()


@pytest.mark.parametrize(("language", "variety"), SPOKEN)
def test_every_button_is_recognised_whatever_variety_is_spoken_by_then(
    phrases: Phrases, language: Language, variety: Variant | None
) -> None:
    shown = list(buttons(phrases, language, variety))
    assert len(shown) > 20
    for now in (None, *VARIANTS):
        heard = phrases.in_variety(now)
        wrong = [key for key, words in shown if heard.pressed(language, screen(words).text) != key]
        assert wrong == []


def test_other_words_press_no_button(phrases: Phrases) -> None:
    assert phrases.pressed("es", "Explíquemelo más fácil, por favor") is None
    assert phrases.pressed("es", phrases.say("fr", "aspect-amount")) is None


@pytest.mark.parametrize(("language", "variety"), SPOKEN)
def test_only_the_button_of_a_section_asks_for_a_section(
    phrases: Phrases, language: Language, variety: Variant | None
) -> None:
    for key, words in buttons(phrases, language, variety):
        state: State = {
            "language": language,
            "screened": screen(words),
            "reading": reading(),
            "decision": Decision("answer", need="viudedad", aspect="amount"),
        }
        assert question_of(state, phrases, shipped.knowledge_base().catalogue, NOW.date()).aspect == section_of(key)


def test_every_section_has_a_button(phrases: Phrases) -> None:
    assert {section_of(key) for key in phrases.group("es", "aspect-")} == set(ASPECTS)
