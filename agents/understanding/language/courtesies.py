"""What says nothing of a request: greetings and thanks around it; nor do they, or names in it, decide its language.

Who writes "kaixo, quiero cita" asks in Spanish; who writes "je cherche ma vida laboral", in French. And "hello" before
a few words changed what the models read in them: of 74 short requests 28 were taken for another matter or for none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.understanding.language.text import Word, language_words
from agents.understanding.tables import load_table
from tools.folding import fold

_LEAST = 2
"""Words that must be left for anything to come off."""
_LONGEST = 6
"""Words of the longest phrase."""
_WORD = re.compile(r"[^\W_]+(?:[·'’-][^\W_]+)*")
_OPENING, _ENDING = "¿¡([{«\"'“", " ,;:–-."


@dataclass(frozen=True, slots=True)
class Courtesies:
    """``phrases`` and ``names`` as folded words."""

    phrases: frozenset[tuple[str, ...]]
    names: frozenset[tuple[str, ...]]

    def stripped(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words without the courtesies they begin and end with, and without names; unless hardly any is left."""
        folded = [fold(word.text).text for word in words]
        start, end = self._between(folded)
        if end - start < _LEAST:
            start, end = 0, len(folded)
        return self._without_names(words[start:end], folded[start:end])

    def request(self, text: str) -> str:
        """The text without the courtesies it begins and ends with, and without a full stop, which says as little.

        The whole when it is nothing else.
        """
        found = list(_WORD.finditer(text))
        folded = [fold(match.group()).text for match in found]
        start, end = self._between(folded)
        if start >= end:
            return text
        begins = found[start].start() if start else 0
        while start and begins and text[begins - 1] in _OPENING:
            begins -= 1
        ends = found[end].start() if end < len(found) else len(text)
        return text[begins:ends].rstrip(_ENDING)

    def _between(self, folded: Sequence[str]) -> tuple[int, int]:
        """Where the words begin and end that are no courtesies."""
        start, end = 0, len(folded)
        while length := _ahead(self.phrases, folded[start:end]):
            start += length
        while length := _behind(self.phrases, folded[start:end]):
            end -= length
        return start, end

    def _without_names(self, words: Sequence[Word], folded: Sequence[str]) -> tuple[Word, ...]:
        kept: list[Word] = []
        place = 0
        while place < len(words):
            length = _ahead(self.names, folded[place:])
            if not length:
                kept.append(words[place])
            place += length or 1
        return tuple(kept if len(kept) >= _LEAST else words)


def load_courtesies() -> Courtesies:
    """From ``data/courtesies.yaml``."""
    table = load_table("courtesies")
    names = table.pop("names")
    return Courtesies(_phrases(text for texts in table.values() for text in texts), _phrases(names))


def _phrases(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(word.text for word in language_words(fold(str(text)).text)) for text in texts)


def _ahead(phrases: frozenset[tuple[str, ...]], folded: Sequence[str]) -> int:
    """How many words the longest phrase at the beginning has; 0 when there is none."""
    lengths = range(min(_LONGEST, len(folded)), 0, -1)
    return next((length for length in lengths if tuple(folded[:length]) in phrases), 0)


def _behind(phrases: frozenset[tuple[str, ...]], folded: Sequence[str]) -> int:
    lengths = range(min(_LONGEST, len(folded)), 0, -1)
    return next((length for length in lengths if tuple(folded[-length:]) in phrases), 0)
