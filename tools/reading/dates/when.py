"""The slots of a message that say when: days, hours and parts of the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tools.reading.dates.arithmetic import DAY
from tools.reading.dates.days import DateReading, ParsedDays, parse_bare_day, parse_days
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import Asked, DayBefore
from tools.reading.dates.times import ParsedTimes, PartReading, TimeReading, parse_part_of_day, parse_times
from tools.reading.dates.working_days import Working
from tools.reading.folding import BLANK, Folded, blanked
from tools.reading.slots import NOTHING_SPOKEN_OF, SlotName, SlotValue, SpokenOf

Slots = dict[SlotName, SlotValue]
_SINGLE_DAYS: tuple[SlotName, ...] = ("date", "date_or")
_HOURS: frozenset[SlotName] = frozenset({"time", "time_to", "time_from", "time_not"})
_NEAR = 8  # " por la tarde": another language may read only its last word
_BOOKABLE = 366 * DAY  # no window of appointments is longer


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """When it is said, what was asked before it, and the slot that is spoken of: of several days or hours, that is no
    wish.
    """

    now: datetime
    asked: Asked = "nothing"
    spoken_of: SpokenOf = NOTHING_SPOKEN_OF


def parse_when(folded: Folded, grammars: Sequence[DateGrammar], said: AskedWhen, working: Working) -> Slots:
    """The result of the first grammar that understands it. Never raises."""
    slots: Slots = {}
    today, asked = said.now.date(), said.asked
    # A number alone is a day only in the sentence's own language: another's does not know its hours.
    others: Asked = "nothing" if asked == "nothing" else "day"
    before = {grammar.language: DayBefore(others, said.spoken_of.day) for grammar in grammars}
    before[grammars[0].language] = DayBefore(asked, said.spoken_of.day)
    days = (parse_days(folded, grammar, today, working, before[grammar.language]) for grammar in grammars)
    read = next((one for one in days if one.spans), None)
    if read:
        _put_days(folded, read, today, slots)
    _put_hours(folded, grammars, read, said.spoken_of.hour, slots)
    if asked == "day" and not {"date", "date_not"} & slots.keys() and (reading := parse_bare_day(folded, today)):
        put_date(folded, reading, today, slots)
    return slots


def _put_hours(
    folded: Folded, grammars: Sequence[DateGrammar], read: ParsedDays | None, known: str | None, slots: Slots
) -> None:
    """Where the first grammar hears an hour for sure, the others hear none. The number of a day is no hour
    ("abenduaren 10ean").
    """
    clock = blanked(folded, [folded.span(*span) for span in read.spans]) if read else folded
    part_named = False
    for grammar in grammars:
        part = None if part_named else parse_part_of_day(folded, grammar)
        times = parse_times(clock, grammar, part, known)
        part_named = part_named or part is not None
        excluded = times.part and ((read and _of_excluded(times.part, read)) or _contradicted(times))
        if "part_of_day" not in slots and times.part and not excluded:
            slots["part_of_day"] = _positioned(folded, times.part.value, times.part, 0.9)
        if not _HOURS & slots.keys():
            _put_times(folded, times, part, slots)
        if times.heard:
            return


def _put_days(folded: Folded, read: ParsedDays, today: date, slots: Slots) -> None:
    """Bookable days that will not do are listed one by one: "date_not" is ISO days with spaces between."""
    if read.wanted:
        put_date(folded, read.wanted, today, slots)
    if read.moved_from and "date" in slots:
        slots["date_of"] = _positioned(folded, read.moved_from.day.isoformat(), read.moved_from, 0.9)
    if read.other and "date" in slots:
        slots["date_or"] = _positioned(folded, read.other.day.isoformat(), read.other, read.other.confidence)
    wished = {slots[name].value for name in _SINGLE_DAYS if name in slots and "date_to" not in slots}
    if days := sorted({day.isoformat() for one in read.excluded for day in _bookable(one, today)} - wished):
        first = read.excluded[0]
        slots["date_not"] = _positioned(folded, " ".join(days), first, first.confidence)
        if read.any_but:
            slots["date_but"] = slots["date_not"]


def put_date(folded: Folded, reading: DateReading, today: date, slots: Slots) -> None:
    """Puts "date" and "date_to", or "date_past" when it is over."""
    last = reading.until or reading.day
    slot = _positioned(folded, reading.day.isoformat(), reading, reading.confidence)
    if last < today:
        slots["date_past"] = slot
        return
    slots["date"] = slot
    if reading.until:
        slots["date_to"] = replace(slot, value=reading.until.isoformat())


def _put_times(folded: Folded, times: ParsedTimes, part: PartReading | None, slots: Slots) -> None:
    if times.ruled_out:
        hours = " ".join(dict.fromkeys(one.value for one in times.ruled_out))
        slots["time_not"] = _positioned(folded, hours, times.ruled_out[0], 0.9)
    if times.time:
        slots["time"] = _positioned(folded, times.time.value, times.time, 0.9)
        if times.since:
            slots["time_from"] = replace(slots["time"], value=times.since)
    elif times.since and part:  # "late in the morning", "not first thing"
        slots["time_from"] = _positioned(folded, times.since, part, 0.9)
    if times.time_to:
        slots["time_to"] = _positioned(folded, times.time_to.value, times.time_to, 0.9)


def _of_excluded(part: PartReading, read: ParsedDays) -> bool:
    """ "Friday afternoon is no good" says nothing of the other days' mornings."""
    return any(0 <= part.start - one.end <= _NEAR for one in read.excluded)


def _contradicted(times: ParsedTimes) -> bool:
    """ "Not in the early morning, from eleven on" is no afternoon, and neither is "after eleven. Noon, say?"."""
    part, time = times.part, times.time
    if part is None or time is None or (part.value == "morning") != (time.value >= "12:00"):
        return False
    return part.left or (times.since is not None and not _near(part, time))


def _near(part: PartReading, time: TimeReading) -> bool:
    return part.start - time.end <= _NEAR and time.start - part.end <= _NEAR


def _bookable(reading: DateReading, today: date) -> list[date]:
    first, last = max(reading.day, today), min(reading.until or reading.day, today + _BOOKABLE)
    return [first + ahead * DAY for ahead in range((last - first).days + 1)]


def _positioned(
    folded: Folded, value: str, reading: DateReading | TimeReading | PartReading, confidence: float
) -> SlotValue:
    start, end = folded.span(reading.start, reading.end)
    whole = folded.source[start:end]
    pieces = whole.split(BLANK)  # "martes:12345678Z": what was read before is no part of the day
    text = next((piece for piece in pieces if any(map(str.isalnum, piece))), whole)
    start += whole.index(text)
    return SlotValue(value, text, start, start + len(text), confidence)
