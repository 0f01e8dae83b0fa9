"""Misspelt names of places: one that sounds the same, or a large place within a slip."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tools.places.register import NameRegister
from tools.reading.sounds import phonetic_key

_SHORTEST = 5
_LONG = 10  # letters of a name that may have two slips
_LONG_ENDING = 8


class NameGuesser:
    """Reads names by how they sound. Names in ``ordinary`` (words of the languages too) are not guessed."""

    def __init__(self, register: NameRegister, ordinary: frozenset[str]) -> None:
        known = [name for name in register.known if len(name) >= _SHORTEST and name not in ordinary]
        large = [name for name in known if not register.large.isdisjoint(register.names[name])]
        self._heard = _by_sound([*large, *known])
        self._large = _by_sound([name for name in large if " " not in name])
        self._endings = _by_sound([name for name in register.inflected if len(name) >= _LONG_ENDING])

    def heard(self, name: str) -> str | None:
        """The known name that sounds like this one."""
        return self._heard.get(phonetic_key(name)) if len(name) >= _SHORTEST else None

    def ending(self, word: str) -> str | None:
        """The known name with a Basque ending that sounds like this word."""
        return self._endings.get(phonetic_key(word)) if len(word) >= _LONG_ENDING else None

    def slipped(self, word: str) -> tuple[str, int] | None:
        """A large place whose name sounds one slip away (two in a long word), and the slips."""
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        edits = 1 if len(word) < _LONG else 2
        close = process.extractOne(phonetic_key(word), self._large.keys(), scorer=OSA.distance, score_cutoff=edits)
        return None if close is None else (self._large[close[0]], int(close[1]))


def _by_sound(names: list[str]) -> Mapping[str, str]:
    """The first name of each sound."""
    heard: dict[str, str] = {}
    for name in names:
        heard.setdefault(phonetic_key(name), name)
    return heard
