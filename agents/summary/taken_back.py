"""What somebody takes back while they say it: "on the first, no, sorry, wait": the words from it to the excuse."""

from collections.abc import Sequence
from itertools import pairwise

from agents.summary.words import SummaryWords
from knowledge.languages import Language
from tools.reading.folding import Folded, fold
from tools.reading.numbers.parser import find_numbers

Span = tuple[int, int]

_BETWEEN_MARKS = 12
"""Characters between two words of one excuse: "no, qué digo"."""
_JUST_BEFORE = 6
"""Characters between a value and the bare "no" that takes it back: signs, or a sigh."""
_BEFORE, _AFTER, _SOON = 30, 60, 15
"""Characters from a value to an excuse, and from it to what is said instead; to this, after a bare "no"."""


def taken_back(text: str, language: Language, values: Sequence[Span], words: SummaryWords) -> list[Span]:
    """Spans of ``text`` that do not stand. ``values``: where values were read in it; numbers are found beside them."""
    folded = fold(text)
    marks = _excuses(words.spans("takes_back", folded.text))
    if not marks:
        return []
    told = _told(folded, language, values)
    found = []
    for (start, end), count in marks:
        alone = count == 1 and words.says("negates", folded.text[start:end])
        before = [one for one in told if one[1] <= start]
        if not before or start - before[-1][1] > (_JUST_BEFORE if alone else _BEFORE):
            continue
        after = next((one for one in told if one[0] >= end), None)
        instead = after is not None and after[0] - end <= (_SOON if alone else _AFTER)
        plain = count > 1 and start - before[-1][1] <= _JUST_BEFORE and words.says("negates", folded.text[start:end])
        if instead or plain:
            found.append(folded.span(before[-1][0], end))
    return found


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with a sign for each span, as long as before: places in it hold."""
    for start, end in spans:
        text = text[:start] + "…".ljust(end - start) + text[end:]
    return text


def _excuses(spans: Sequence[Span]) -> list[tuple[Span, int]]:
    """The words of an excuse together, and how many they are."""
    found: list[tuple[Span, int]] = []
    for span in spans:
        if found and span[0] - found[-1][0][1] <= _BETWEEN_MARKS:
            (start, _), count = found[-1]
            found[-1] = ((start, span[1]), count + 1)
        else:
            found.append((span, 1))
    return found


def _told(folded: Folded, language: Language, values: Sequence[Span]) -> list[Span]:
    """Values and numbers in order; those that touch, as a number is dictated, are one."""
    numbers = [(one.start, one.end) for one in find_numbers(folded, language, expected=True)]
    spans = sorted([*numbers, *(_folded_span(folded, one) for one in values)])
    joined: list[Span] = spans[:1]
    for _, span in pairwise(spans):
        start, end = joined[-1]
        if span[0] - end <= 1:
            joined[-1] = (start, max(end, span[1]))
        else:
            joined.append(span)
    return joined


def _folded_span(folded: Folded, span: Span) -> Span:
    places = [place for place, origin in enumerate(folded.origin) if span[0] <= origin < span[1]]
    return (places[0], places[-1] + 1) if places else (0, 0)
