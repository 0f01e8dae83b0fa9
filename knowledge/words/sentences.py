"""Finds where sentences end."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

SENTENCE_MARKS = ".!?…"
_PROSE = re.compile(rf"(?<=[{SENTENCE_MARKS}])\s+(?=[¿¡«\"(]?[A-ZÀ-ÖØ-Þ0-9])|\n")


class SentenceGap(NamedTuple):
    """The white space between two sentences."""

    start: int
    end: int


def sentence_gaps(text: str, marks: str = SENTENCE_MARKS) -> Iterator[SentenceGap]:
    """The white space after each of the marks: for what people type, with or without capitals."""
    return (SentenceGap(*match.span()) for match in _after(marks).finditer(text))


def prose_gaps(text: str) -> Iterator[SentenceGap]:
    """For edited text with abbreviations: a sentence begins with a capital or a figure and ends with its line."""
    return (SentenceGap(*match.span()) for match in _PROSE.finditer(text))


def split_at(text: str, gaps: Iterable[SentenceGap]) -> list[str]:
    """The pieces between the gaps, empty ones included."""
    pieces: list[str] = []
    start = 0
    for gap in gaps:
        pieces.append(text[start : gap.start])
        start = gap.end
    return [*pieces, text[start:]]


def ends_sentence(text: str) -> bool:
    """Tell whether the last character ends a sentence."""
    return text.endswith(tuple(SENTENCE_MARKS))


@cache
def _after(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[{re.escape(marks)}])\s+")
