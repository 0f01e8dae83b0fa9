"""Times of day as people say them, read as office hours where they are ambiguous."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tools.reading.dates.bounds import beside, is_denied
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.range_words import Ranged, ranged
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

PartOfDay = Literal["morning", "afternoon"]

_TAIL = r"(?:\s?(?P<meridiem>a\.?\s?m|p\.?\s?m)(?!\w)\.?)?"
_NUMERIC = (
    re.compile(
        r"(?<![\d:.,/])(?P<hour>[01]?\d|2[0-3])\s?(?:[:h]\s?(?P<minute>[0-5]\d)|h(?:rs?)?(?!\w))"
        + _TAIL
        + r"(?:e?an|r?etan|erako|r?etarako|r?etatik|r?etara|r?ak)?(?![\d:/]|\w)"
    ),
    re.compile(
        r"(?<![\d:.,/])(?P<hour>1[0-2]|0?[1-9])(?:[:.\s]?(?P<minute>[0-5]\d))?\s?(?P<meridiem>a\.?\s?m|p\.?\s?m)(?!\w)\.?"
    ),
    re.compile(r"(?<![\w])(?:las|les|as|a|at)\s(?P<hour>[01]?\d|2[0-3])[.](?P<minute>[0-5]\d)(?!\d|[.,/]\d)"),
    re.compile(r"\A\W*(?P<hour>1\d|2[0-3]|0?[89])[.](?P<minute>[0-5]\d)\W*\Z"),
)
_MINUTES = ("past", "weak_past")
_OPPOSITE = {"earlier": "since", "since": "earlier"}
_NOON = 12
_LATEST = 20
_BESIDE = 2
_EARLIEST = 8
_LINKS: dict[bool, tuple[Ranged, ...]] = {True: ("opened",), False: ("opened", "plain")}


@dataclass(frozen=True, slots=True)
class TimeReading:
    """``value`` is HH:MM; positions are in the folded text."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartReading:
    """Morning or afternoon, with positions in the folded text; ``left``: what is left when the other is ruled out."""

    value: PartOfDay
    start: int
    end: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class ParsedTimes:
    """A time, or the first and the last of a range; ``part`` is the one said, or the one an open range implies.

    ``since``: the first time that will do: the one said, or HH:MM just after it ("later than ten").
    """

    time: TimeReading | None = None
    time_to: TimeReading | None = None
    part: PartReading | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class _Clock:
    """An hour as said, its half of the day open. Weak ones count only beside others; plain ones have no minutes."""

    hour: int
    minute: int
    start: int
    end: int
    half: PartOfDay | None = None
    weak: bool = False
    plain: bool = False


def parse_part_of_day(folded: Folded, grammar: DateGrammar) -> PartReading | None:
    """The first part of the day named, leaving greetings out; when one is ruled out, the other.

    A part named later tells why ("in the afternoon, in the mornings I work").
    """
    hits = grammar.parts.find(folded)
    excepted = [hit for hit in hits if not hit.key]
    ruled_out: PartReading | None = None
    for hit in _longest(hits):
        if not hit.key or any(other.start <= hit.start < other.end for other in excepted):
            continue
        part = PartReading("morning" if hit.key == "morning" else "afternoon", hit.start, hit.end)
        if not is_denied(hit.start, hit.end, folded, grammar.denied):
            return part
        ruled_out = ruled_out or replace(part, value="afternoon" if part.value == "morning" else "morning", left=True)
    return ruled_out


def _longest(hits: Sequence[PhraseHit]) -> Iterator[PhraseHit]:
    """Of hits that overlap the longest, in order."""
    rest = list(hits)
    while rest:
        first = rest[0]
        together = [hit for hit in rest if hit.start < first.end]
        best = max(together, key=lambda hit: hit.end - hit.start)
        yield best
        rest = [hit for hit in rest if hit.start >= max(best.end, first.end)]


def parse_times(folded: Folded, grammar: DateGrammar, part: PartReading | None) -> ParsedTimes:
    """The first time of the text, with what it opens, closes or is ranged with. Never raises."""
    clocks = _clocks(folded, grammar)
    for first, second in pairwise(clocks):
        if _ranged(first, second, folded.text, grammar):
            return _range(first, second, part)
    for clock in clocks:
        said = beside(clock.start, clock.end, folded, grammar.time_bounds, opening=True)
        bound = _turned(clock, said, folded, grammar)
        if clock.weak and bound is said and not _sure(clock, bound, folded.text, grammar):
            continue
        if (bound is None or bound.key not in _OPPOSITE) and is_denied(clock.start, clock.end, folded, grammar.denied):
            continue
        if reading := _reading(clock, part):
            return _bounded(reading, bound, part or _meridiem(clock, folded.text))
    return ParsedTimes(part=part)


def _turned(clock: _Clock, bound: PhraseHit | None, folded: Folded, grammar: DateGrammar) -> PhraseHit | None:
    """ "Before eleven I can't" is from eleven on."""
    if bound is None or bound.key not in _OPPOSITE:
        return bound
    start, end = min(clock.start, bound.start), max(clock.end, bound.end)
    denial = beside(start, end, folded, grammar.denied)
    # The "no" of "no antes de" is its own.
    denied = denial is not None and (denial.end <= start or denial.start >= end)
    return replace(bound, key=_OPPOSITE[bound.key]) if denied else bound


def _meridiem(clock: _Clock, text: str) -> PartReading | None:
    """The part of the day that "am" or "pm" says."""
    if clock.half and re.search(r"[ap]\.?\s?m\.?\Z", text[clock.start : clock.end]):
        return PartReading(clock.half, clock.start, clock.end)
    return None


def _sure(clock: _Clock, bound: PhraseHit | None, text: str, grammar: DateGrammar) -> bool:
    """A number with a bound is an hour ("before 11"), unless it counts what follows ("up to three quarters")."""
    if bound is None:
        return False
    following = re.match(r"\s+([^\W\d]\w*)", text[max(clock.end, bound.end) :])
    alone = re.fullmatch(r"\w+", text[clock.start : clock.end])
    return not (alone and following) or following[1] in grammar.hour_followers


def _bounded(reading: TimeReading, bound: PhraseHit | None, part: PartReading | None) -> ParsedTimes:
    if bound and bound.key == "earlier":
        return ParsedTimes(time_to=reading, part=part)
    late = bound is not None and int(reading.value[:2]) >= _NOON
    implied = PartReading("afternoon", reading.start, reading.end) if late else None
    since = None if bound is None else _minute_after(reading.value) if bound.key == "past" else reading.value
    return ParsedTimes(reading, part=part or implied, since=since)


def _minute_after(value: str) -> str:
    minutes = int(value[:2]) * 60 + int(value[3:]) + 1
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _range(first: _Clock, second: _Clock, part: PartReading | None) -> ParsedTimes:
    """The end is after the start: "from 10 to 2" ends at 14:00, "3:30-6 pm" starts at 15:30."""
    if second.half and not first.half and first.hour < second.hour % _NOON:
        first = replace(first, half=second.half)
    if first.half and not second.half and second.hour > first.hour:
        second = replace(second, half=first.half)
    # The part of the day is that of one end only when both cannot have it ("from 10 to 2 in the afternoon").
    start, end = _reading(first, part), _reading(second, part)
    if start and end and end.value <= start.value:
        start, end = _reading(first, None), _reading(second, PartReading("afternoon", 0, 1))
    half = first.half or second.half
    part = part or (PartReading(half, first.start, second.end) if half and half == second.half else None)
    if not start or not end or end.value <= start.value:
        return ParsedTimes(start, part=part)
    return ParsedTimes(start, end, part)


def _ranged(first: _Clock, second: _Clock, text: str, grammar: DateGrammar) -> bool:
    """ "9 - 11h": without anything that opens a range, one of them has to be an hour for sure."""
    return ranged(first, second, text, grammar.links) in _LINKS[first.weak and second.weak]


def _clocks(folded: Folded, grammar: DateGrammar) -> list[_Clock]:
    """The hours that do not overlap, in order: the strong before the weak, the longest first."""
    found = list(_numeric(folded.text))
    hits = grammar.times.find(folded)
    counted = grammar.not_hours.find(folded) if hits else []
    for hit in hits:
        clock = None if _parted(hit, folded.text) else _spoken(hit, grammar)
        if clock and not ((clock.weak or clock.plain) and any(_counts(other, hit) for other in counted)):
            found.append(clock)
    found.sort(key=lambda clock: (clock.weak, clock.plain, clock.start - clock.end))
    kept: list[_Clock] = []
    for clock in found:
        if not any(clock.start < other.end and other.start < clock.end for other in kept):
            kept.append(clock)
    return sorted(kept, key=lambda clock: clock.start)


def _parted(hit: PhraseHit, text: str) -> bool:
    """ "Not before ten, ten is too early" is no ten past ten."""
    return hit.key in _MINUTES and "," in text[hit.start : hit.end]


def _counts(noun: PhraseHit, hit: PhraseHit) -> bool:
    """Whether the hour's number is an amount of something ("las 3 opciones")."""
    return hit.start <= noun.start < hit.end < noun.end


def hour_spans(folded: Folded, grammar: DateGrammar, *, weak: bool = False) -> list[tuple[int, int]]:
    """Spans where an hour is certain: its number is no day. ``weak``: those of hours that only may be one."""
    return [(clock.start, clock.end) for clock in _clocks(folded, grammar) if clock.weak == weak]


def _numeric(text: str) -> Iterator[_Clock]:
    for pattern in _NUMERIC:
        for match in pattern.finditer(text):
            meridiem = match.groupdict().get("meridiem")
            half: PartOfDay | None = None
            if meridiem:
                half = "morning" if meridiem.startswith("a") else "afternoon"
            yield _Clock(int(match["hour"]), int(match["minute"] or 0), *match.span(), half)


def _spoken(hit: PhraseHit, grammar: DateGrammar) -> _Clock | None:
    span = (hit.start, hit.end)
    key, _, argument = hit.key.partition(":")
    following = hit.groups.get("next_hour")
    hour = _NOON if key.startswith("noon") else grammar.value("number", following or hit.groups.get("hour", ""))
    minute = grammar.value("minute", hit.groups["minute"]) if "minute" in hit.groups else 0
    if hour is None or minute is None or not 0 <= hour <= 24 or minute > 59:
        return None
    shift = {"half": 30, "quarter": 15, "quarter_to": -15, "to": -minute}.get(key.removeprefix("weak_"), minute)
    if key in ("noon", "noon_past", "noon_to", "shift"):
        shift = int(argument or 0) + (minute if key != "noon_to" else -minute)
    # Catalan counts the quarters of the coming hour: two quarters of eleven is half past ten.
    total = hour * 60 + shift - (60 if following else 0)
    half: PartOfDay | None = ("afternoon" if total >= _NOON * 60 else "morning") if key.startswith("noon") else None
    if re.fullmatch(r"\d+\s?[ap]m", said := hit.groups.get("hour", "")):
        half = "morning" if said.endswith("am") else "afternoon"
    return _Clock(total // 60, total % 60, *span, half, key.startswith("weak"), key == "hour") if total >= 0 else None


def _reading(clock: _Clock, part: PartReading | None) -> TimeReading | None:
    """Without a part of the day, one to seven is the afternoon: nothing opens before eight, nor late at night."""
    hour, half = clock.hour, clock.half or (part.value if part else None)
    if half == "morning":
        hour = 0 if clock.half and hour == _NOON else hour
    elif 0 < hour < _EARLIEST or (half == "afternoon" and hour < _NOON and _may_be_late(clock, part)):
        hour += _NOON
    return TimeReading(f"{hour:02d}:{clock.minute:02d}", clock.start, clock.end) if hour <= 23 else None


def _may_be_late(clock: _Clock, part: PartReading | None) -> bool:
    """ "Eleven at night" is; in "after eleven on Tuesday? Noon, say?" the afternoon is that of another hour."""
    if clock.half or part is None or clock.hour + _NOON < _LATEST:
        return True
    return part.start <= clock.end + _BESIDE and clock.start <= part.end + _BESIDE
