"""Times of day as people say them, read as office hours where they are ambiguous."""

import re
from dataclasses import dataclass
from typing import Literal

from agents.understanding.date_grammar import DateGrammar
from agents.understanding.folding import Folded
from agents.understanding.phrases import Hit

PartOfDay = Literal["morning", "afternoon"]

_CLOCK = re.compile(
    r"(?<![\d:.,/])([01]?\d|2[0-3])\s?(?:[:h]\s?([0-5]\d)|h(?!\w))(?:\s?(am|pm|a\.m|p\.m))?(?:e?an|etan|erako|r?etarako)?(?![\d:/]|\w)"
)
_TWELVE = re.compile(r"(?<![\d:.,/])(1[0-2]|0?[1-9])(?::([0-5]\d))?\s?(am|pm|a\.m\.?|p\.m\.?)(?!\w)")
_DOTTED = re.compile(r"(?:las|les|as|a|at|ás)\s([01]?\d|2[0-3])[.]([0-5]\d)(?!\d|[.]\d)")


@dataclass(frozen=True, slots=True)
class TimeReading:
    """``value`` is HH:MM; positions are in the folded text."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartReading:
    """Morning or afternoon, with positions in the folded text."""

    value: PartOfDay
    start: int
    end: int


def read_part(folded: Folded, grammar: DateGrammar) -> PartReading | None:
    """The last part of the day named, leaving greetings out."""
    hits = grammar.parts.find(folded)
    excepted = [hit for hit in hits if not hit.key]
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one.start)):
        if hit.key and not any(other.start <= hit.start < other.end for other in excepted):
            return PartReading("morning" if hit.key == "morning" else "afternoon", hit.start, hit.end)
    return None


def read_time(folded: Folded, grammar: DateGrammar, part: PartReading | None) -> TimeReading | None:
    """The first time of the text; None when there is none."""
    for pattern in (_TWELVE, _CLOCK, _DOTTED):
        if match := pattern.search(folded.text):
            meridiem = match[3] if pattern.groups >= 3 else None
            explicit = PartReading("morning" if meridiem.startswith("a") else "afternoon", 0, 0) if meridiem else part
            return _time(int(match[1]), int(match[2] or 0), explicit, match.span())
    hits = sorted(grammar.times.find(folded), key=lambda one: (one.start - one.end, one.start))
    readings = (_spoken(hit, grammar, part) for hit in hits)
    return next((reading for reading in readings if reading), None)


def _spoken(hit: Hit, grammar: DateGrammar, part: PartReading | None) -> TimeReading | None:
    span = (hit.start, hit.end)
    if hit.key == "noon":
        return TimeReading("12:00", *span)
    following = hit.groups.get("next_hour")
    hour = grammar.value("number", following or hit.groups.get("hour", ""))
    if hour is None or not 0 <= hour <= 24:
        return None
    minute = grammar.value("number", hit.groups["minute"]) if "minute" in hit.groups else 0
    if minute is None or minute > 59:
        return None
    shift = {"half": 30, "quarter": 15, "quarter_to": -15, "past": minute, "to": -minute}.get(hit.key, 0)
    # Catalan counts the quarters of the coming hour: two quarters of eleven is half past ten.
    total = hour * 60 + shift - (60 if following else 0)
    return _time(total // 60, total % 60, part, span)


def _time(hour: int, minute: int, part: PartReading | None, span: tuple[int, int]) -> TimeReading | None:
    """Without a part of the day, one to seven is the afternoon: nothing opens before eight."""
    if part and part.value == "morning":
        hour = 0 if hour == 12 and minute == 0 and part.start == part.end else hour
    elif hour < 8 or (part is not None and hour < 12):
        hour += 12
    return TimeReading(f"{hour:02d}:{minute:02d}", *span) if 0 <= hour <= 23 else None
