"""Text folded for matching: lower case, no accents, with the way back to the original characters."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\w+")
BLANK = "\x00"
"""In place of what was read already."""
_APOSTROPHES = {"’": "'", "ʼ": "'", "`": "'", "´": "'"}
_DROPPED = "·ˈ"  # the middle dot of Catalan l·l joins one word


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is what patterns see; ``origin[i]`` is the index in ``source`` of ``text[i]``."""

    source: str
    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``source`` behind a span of ``text``; empty spans stay empty."""
        if start >= end:
            return (0, 0)
        return self.origin[start], self.origin[end - 1] + 1

    def accented(self, index: int) -> bool:
        """Whether a letter of ``text`` bears a mark in the source: "é" is a word where "e" may be a letter."""
        return self.text[index] != self.source[self.origin[index]].casefold()

    def words(self) -> list[str]:
        """The words in order."""
        return _WORD.findall(self.text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _DROPPED:
        return ""
    if character in _APOSTROPHES:
        return "'"
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def fold(text: str) -> Folded:
    """Casefolded and stripped of accents."""
    parts = list(map(_fold_character, text))
    folded = "".join(parts)
    if len(folded) == len(parts) and all(parts):
        return Folded(text, folded, tuple(range(len(parts))))
    origin = [index for index, part in enumerate(parts) for _ in part]
    return Folded(text, folded, tuple(origin))


def blanked(folded: Folded, spans: Iterable[tuple[int, int]]) -> Folded:
    """The same positions with those spans of the source made unreadable: what was read once is nothing else."""
    source, text = folded.source, folded.text
    for start, end in spans:
        source = f"{source[:start]}{BLANK * (end - start)}{source[end:]}"
        first, last = bisect_left(folded.origin, start), bisect_left(folded.origin, end)
        text = f"{text[:first]}{BLANK * (last - first)}{text[last:]}"
    return Folded(source, text, folded.origin)
