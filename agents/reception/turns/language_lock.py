"""The one owner of a conversation's language: set by the citizen's first words, changed by the citizen alone."""

from collections.abc import Sequence
from typing import Any

from agents.reception.turns.state import State
from agents.understanding.language.words import Variety
from agents.understanding.reading import Reading
from knowledge.languages import LANGUAGES, VARIANTS, Language, Variant

CLEAR = 0.90
"""Confidence from which a sentence counts as written in another language."""
WORDS = 4
"""A shorter message never moves the lock: greetings and names are shared between languages."""
DRIFT = 2
"""Clear sentences in a row in the same other language that amount to the citizen having changed."""


def lock_language(state: State, reading: Reading, text: str, served: Sequence[Language] = LANGUAGES) -> dict[str, Any]:
    """The update of language, lock and drift after one turn."""
    if (reading.switch_to or reading.language) not in served:
        return {}
    if reading.switch_to is not None:
        asked = {"language": reading.switch_to, "language_locked": True, "drift": 0}
        return {**asked, "variety": _spoken(reading.variety)}
    if state.get("attended"):
        return {}  # one may write to a person in whatever language they have in common
    if "injection" in reading.labels:
        return {}  # pasted code and foreign instructions are nobody's language
    update = _language(state, reading, text)
    return {**update, **_variety(state, reading, update.get("language", state["language"]))}


def _language(state: State, reading: Reading, text: str) -> dict[str, Any]:
    long_enough = len(text.split()) >= WORDS
    clear = reading.language_confidence >= CLEAR and long_enough
    if not state.get("language_locked"):
        return _first_words(state, reading, clear)
    if reading.language == state["language"] or not clear:
        return {"drift": 0}
    drift = state.get("drift", 0) + 1
    return {"language": reading.language, "drift": 0} if drift >= DRIFT else {"drift": drift}


def _first_words(state: State, reading: Reading, clear: bool) -> dict[str, Any]:
    """Before the lock a short but distinct message is enough: nothing has been agreed yet."""
    if reading.language_confidence >= CLEAR or reading.language == state["language"]:
        return {"language": reading.language, "language_locked": clear, "drift": 0}
    return {"drift": 0}


def _variety(state: State, reading: Reading, language: Language) -> dict[str, Any]:
    """Once heard it stays, until the conversation goes on in another language."""
    if state.get("variety") and language != state["language"]:
        return {"variety": None}
    heard = _spoken(reading.variety)
    return {"variety": heard} if heard and language == reading.language else {}


def _spoken(heard: Variety | None) -> Variant | None:
    """The varieties that the service has words of its own for."""
    return next((variant for variant in VARIANTS if variant == heard), None)
