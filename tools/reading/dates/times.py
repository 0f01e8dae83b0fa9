"""Times of day as people say them, read as office hours where they are ambiguous."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tools.reading.dates.bounds import EXCEPTED, EXCUSED, beside, is_denied
from tools.reading.dates.clocks import NOON, PartOfDay, SaidHour, find_clocks
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.range_words import Ranged, chosen, ranged
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

_OPPOSITE = {"earlier": "since", "since": "earlier"}
_LATEST = 20
_BESIDE = 2
_EARLIEST = 8
_EARLY_ENDS = "10:00"
"""What "not first thing" comes to."""
_BEGINS = {"late": "11:00", "middle": _EARLY_ENDS}
"""The first time of what is said to be late in the morning, or the middle of it."""
_ASKED = re.compile(r"[^.;!?,¿\n]{0,40}\?")
_CLAUSES = re.compile(r"[.;:!?,¿\n]")
_LED_BY = 1
"""Words that may come before the "no" of a question: "and", "so"."""
_AN_HOUR = 60
_SINCE = {"past": 1, "too_early": _AN_HOUR}
"""Minutes from the hour said to the first that will do."""
_TOLD_WORDS = 4
_PAUSE = re.compile(r"[.,;:!?]")
_LINKS: dict[bool, tuple[Ranged, ...]] = {True: ("opened",), False: ("opened", "plain")}


@dataclass(frozen=True, slots=True)
class TimeReading:
    """``value`` is HH:MM; positions are in the folded text."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartReading:
    """Morning or afternoon, with positions in the folded text; ``left``: what is left when the other is ruled out.

    ``since``: the first time that will do, of a morning said to be late, or not to be early: that is no afternoon.
    """

    value: PartOfDay
    start: int
    end: int
    left: bool = False
    since: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedTimes:
    """A time, or the first and the last of a range; ``part`` is the one said, or the one an open range implies.

    ``since``: the first time that will do: the one said, or HH:MM just after it ("later than ten"); ``ruled_out``:
    times that will not do; ``heard``: an hour is said for sure.
    """

    time: TimeReading | None = None
    time_to: TimeReading | None = None
    part: PartReading | None = None
    since: str | None = None
    ruled_out: tuple[TimeReading, ...] = ()
    heard: bool = False


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour, or two of which either will do ("at eleven or twelve")."""

    first: SaidHour
    last: SaidHour

    @property
    def span(self) -> tuple[int, int]:
        """Of both."""
        return self.first.start, self.last.end


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
        since = _BEGINS.get(hit.key)
        part = PartReading("afternoon" if hit.key == "afternoon" else "morning", hit.start, hit.end, since=since)
        denial = beside(hit.start, hit.end, folded, grammar.denied)
        if denial is None or _is_asked_for(hit, hits, folded, denial):
            return part
        if hit.key == "early":
            return replace(part, left=True, since=_EARLY_ENDS)
        ruled_out = ruled_out or replace(part, value="afternoon" if part.value == "morning" else "morning", left=True)
    return ruled_out


def _is_asked_for(hit: PhraseHit, hits: Sequence[PhraseHit], folded: Folded, denial: PhraseHit) -> bool:
    """Whether a question ends with it whose own verb is denied: "isn't there any in the afternoon?" wishes for one, and
    "is there any that is not in the afternoon?" does not.
    """
    asked = _ASKED.match(folded.text, hit.end)
    if asked is None or denial.key in (EXCEPTED, EXCUSED):
        return False
    led = _CLAUSES.split(folded.text[: denial.start])[-1].split()
    own_verb = denial.start >= hit.end or len(led) <= _LED_BY
    return own_verb and not any(hit.end <= other.start < asked.end() for other in hits)


def _longest(hits: Sequence[PhraseHit]) -> Iterator[PhraseHit]:
    """Of hits that overlap the longest, in order."""
    rest = list(hits)
    while rest:
        first = rest[0]
        together = [hit for hit in rest if hit.start < first.end]
        best = max(together, key=lambda hit: hit.end - hit.start)
        yield best
        rest = [hit for hit in rest if hit.start >= max(best.end, first.end)]


def parse_times(
    folded: Folded, grammar: DateGrammar, part: PartReading | None, known: str | None = None
) -> ParsedTimes:
    """The first time of the text, with what it opens, closes or is ranged with. Never raises.

    An hour that is wished counts before one that only tells why ("the bus gets in at eleven"), and before ``known``,
    the hour (HH:MM) that is spoken of already.
    """
    clocks = find_clocks(folded, grammar)
    for first, second in pairwise(clocks):
        if _ranged(first, second, folded.text, grammar):
            return replace(_range(first, second, part), heard=True)
    wished: list[tuple[bool, ParsedTimes]] = []
    ruled_out: list[TimeReading] = []
    for hour in _either(clocks, folded.text, grammar):
        read, tells = _wish(hour, folded, grammar, part)
        if isinstance(read, ParsedTimes):
            again = read.time is not None and read.time.value == known and read.since is None
            wished.append((tells or again, read))
        else:
            ruled_out.extend(read)
    first_wished = min(wished, key=lambda one: one[0], default=(False, _of_part(part)))[1]
    if first_wished.since and part and part.since:
        first_wished = replace(first_wished, since=max(first_wished.since, part.since))
    heard = any(not clock.weak for clock in clocks)
    return replace(first_wished, ruled_out=tuple(ruled_out), heard=heard)


def _of_part(part: PartReading | None) -> ParsedTimes:
    """What a part of the day says by itself; "not first thing" is any hour after that."""
    if part is None or part.since is None:
        return ParsedTimes(part=part)
    return ParsedTimes(part=None if part.left else part, since=part.since)


def _either(clocks: Sequence[SaidHour], text: str, grammar: DateGrammar) -> list[_Hour]:
    """Hours joined by "or" in one; of two numbers one has to be an hour for sure."""
    hours: list[_Hour] = []
    for clock in clocks:
        last = hours[-1].last if hours else None
        joined = last is not None and not (last.weak and clock.weak) and chosen(last, clock, text, grammar.links)
        if joined:
            hours[-1] = _Hour(hours[-1].first, clock)
        else:
            hours.append(_Hour(clock, clock))
    return hours


def _wish(
    hour: _Hour, folded: Folded, grammar: DateGrammar, part: PartReading | None
) -> tuple[ParsedTimes | list[TimeReading], bool]:
    """The time wished, or the times ruled out; whether it only tells why."""
    clock, (start, end) = hour.first, hour.span
    said = beside(start, end, folded, grammar.time_bounds, opening=True)
    bound = _turned(hour, said, folded, grammar)
    if clock.weak and hour.last.weak and bound is said and not _sure(clock, bound, folded.text, grammar):
        return [], False
    bounds = bound is not None and (bound.key in _OPPOSITE or bound.key.startswith("too_"))
    if not bounds and is_denied(start, end, folded, grammar.denied):
        both = (_reading(one, part) for one in dict.fromkeys((clock, hour.last)))
        return [one for one in both if one], False
    told = _told(hour, folded, grammar)
    if told is not None and (bound is None or (told.key, bound.key) == ("busy", "earlier")):
        if told.key == "none":
            return [], True
        bound = replace(told, key="past" if told.key == "arrives" else "since")
    reading, last = _reading(clock, part), _reading(hour.last, part)
    if reading is None or last is None:
        return [], False
    if last.value != reading.value and bound is None:
        first, then = sorted((reading, last), key=lambda one: one.value)
        return ParsedTimes(first, then, part), False
    return _bounded(reading, bound, part or _meridiem(clock, folded.text)), told is not None


def _told(hour: _Hour, folded: Folded, grammar: DateGrammar) -> PhraseHit | None:
    """What is done at that hour, said beside it in the same breath: "the bus gets in at", "I work until"."""
    start, end = hour.span
    for hit in grammar.told_hours.before.find(folded):
        between = folded.text[hit.end : start]
        if hit.end <= start and not _PAUSE.search(between) and len(between.split()) <= _TOLD_WORDS:
            return hit
    after = (hit for hit in grammar.told_hours.after.find(folded) if hit.start >= end)
    return next((hit for hit in after if not re.search(r"\w|[.,;:!?]", folded.text[end : hit.start])), None)


def _turned(hour: _Hour, bound: PhraseHit | None, folded: Folded, grammar: DateGrammar) -> PhraseHit | None:
    """ "Before eleven I can't" is from eleven on."""
    if bound is None or bound.key not in _OPPOSITE:
        return bound
    start, end = min(hour.first.start, bound.start), max(hour.last.end, bound.end)
    denial = beside(start, end, folded, grammar.denied)
    # The "no" of "no antes de" is its own.
    denied = denial is not None and (denial.end <= start or denial.start >= end)
    return replace(bound, key=_OPPOSITE[bound.key]) if denied else bound


def _meridiem(clock: SaidHour, text: str) -> PartReading | None:
    """The part of the day that "am" or "pm" says."""
    if clock.half and re.search(r"[ap]\.?\s?m\.?\Z", text[clock.start : clock.end]):
        return PartReading(clock.half, clock.start, clock.end)
    return None


def _sure(clock: SaidHour, bound: PhraseHit | None, text: str, grammar: DateGrammar) -> bool:
    """A number with a bound is an hour ("before 11"), unless it counts what follows ("up to three quarters")."""
    if bound is None:
        return False
    following = re.match(r"\s+([^\W\d]\w*)", text[max(clock.end, bound.end) :])
    alone = re.fullmatch(r"\w+", text[clock.start : clock.end])
    return not (alone and following) or following[1] in grammar.hour_followers


def _bounded(reading: TimeReading, bound: PhraseHit | None, part: PartReading | None) -> ParsedTimes:
    if bound and bound.key in ("earlier", "too_late"):
        until = _moved(reading.value, -_AN_HOUR) if bound.key == "too_late" else reading.value
        return ParsedTimes(time_to=replace(reading, value=until), part=part)
    late = bound is not None and int(reading.value[:2]) >= NOON
    implied = PartReading("afternoon", reading.start, reading.end) if late else None
    since = None if bound is None else _moved(reading.value, _SINCE.get(bound.key, 0))
    return ParsedTimes(reading, part=part or implied, since=since)


def _moved(value: str, by: int) -> str:
    minutes = int(value[:2]) * 60 + int(value[3:]) + by
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _range(first: SaidHour, second: SaidHour, part: PartReading | None) -> ParsedTimes:
    """The end is after the start: "from 10 to 2" ends at 14:00, "3:30-6 pm" starts at 15:30."""
    if second.half and not first.half and first.hour < second.hour % NOON:
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


def _ranged(first: SaidHour, second: SaidHour, text: str, grammar: DateGrammar) -> bool:
    """ "9 - 11h": without anything that opens a range, one of them has to be an hour for sure."""
    return ranged(first, second, text, grammar.links) in _LINKS[first.weak and second.weak]


def _reading(clock: SaidHour, part: PartReading | None) -> TimeReading | None:
    """Without a part of the day, one to seven is the afternoon: nothing opens before eight, nor late at night."""
    hour, half = clock.hour, clock.half or (part.value if part else None)
    if half == "morning":
        hour = 0 if clock.half and hour == NOON else hour
    elif 0 < hour < _EARLIEST or (half == "afternoon" and hour < NOON and _may_be_late(clock, part)):
        hour += NOON
    return TimeReading(f"{hour:02d}:{clock.minute:02d}", clock.start, clock.end) if hour <= 23 else None


def _may_be_late(clock: SaidHour, part: PartReading | None) -> bool:
    """ "Eleven at night" is; in "after eleven on Tuesday? Noon, say?" the afternoon is that of another hour."""
    if clock.half or part is None or clock.hour + NOON < _LATEST:
        return True
    return part.start <= clock.end + _BESIDE and clock.start <= part.end + _BESIDE
