"""The service's own sentences that graders look for."""

from collections.abc import Iterator

from agents.phrases.phrases import Phrases
from knowledge.languages import Language

_MARK = "§"
_NOT_ANNOUNCING = frozenset({"handoff-reference"})


def announcements(phrases: Phrases, language: Language) -> Iterator[str]:
    """The sentences that say a person takes over, up to the first value they carry."""
    for key, text in phrases.group(language, "handoff-").items():
        if key not in _NOT_ANNOUNCING:
            yield text
    yield phrases.say(language, "handoff-already", reference=_MARK).split(_MARK)[0]
