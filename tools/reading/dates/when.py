"""The slots of a message that say when: days, hours and parts of the day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from tools.reading.dates.arithmetic import DAY
from tools.reading.dates.days import DateReading, ParsedDays, parse_bare_day, parse_days
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import Asked
from tools.reading.dates.times import ParsedTimes, PartReading, TimeReading, parse_part_of_day, parse_times
from tools.reading.dates.working_days import Working
from tools.reading.folding import BLANK, Folded, blanked
from tools.reading.slots import SlotName, SlotValue

Slots = dict[SlotName, SlotValue]
_SINGLE_DAYS: tuple[SlotName, ...] = ("date", "date_or")
_NEAR = 8  # " por la tarde": another language may read only its last word
_BOOKABLE = 366 * DAY  # no window of appointments is longer


def parse_when(folded: Folded, grammars: Sequence[DateGrammar], now: datetime, working: Working, asked: Asked) -> Slots:
    """The result of the first grammar that understands it. Never raises."""
    slots: Slots = {}
    today = now.date()
    # A number alone is a day only in the sentence's own language: another's does not know its hours.
    others: Asked = "nothing" if asked == "nothing" else "day"
    days = (
        parse_days(folded, grammar, today, working, asked=asked if grammar is grammars[0] else others)
        for grammar in grammars
    )
    read = next((one for one in days if one.spans), None)
    if read:
        _put_days(folded, read, today, slots)
    # The number of a day is no hour ("abenduaren 10ean").
    clock = blanked(folded, [folded.span(*span) for span in read.spans]) if read else folded
    for grammar in grammars:
        times = parse_times(clock, grammar, parse_part_of_day(folded, grammar))
        excluded = times.part and ((read and _of_excluded(times.part, read)) or _contradicted(times))
        if "part_of_day" not in slots and times.part and not excluded:
            slots["part_of_day"] = _positioned(folded, times.part.value, times.part, 0.9)
        if not {"time", "time_to"} & slots.keys():
            _put_times(folded, times, slots)
    if asked == "day" and not {"date", "date_not"} & slots.keys() and (reading := parse_bare_day(folded, today)):
        put_date(folded, reading, today, slots)
    return slots


def _put_days(folded: Folded, read: ParsedDays, today: date, slots: Slots) -> None:
    """Bookable days that will not do are listed one by one: "date_not" is ISO days with spaces between."""
    if read.wanted:
        put_date(folded, read.wanted, today, slots)
    if read.other and "date" in slots:
        slots["date_or"] = _positioned(folded, read.other.day.isoformat(), read.other, read.other.confidence)
    wished = {slots[name].value for name in _SINGLE_DAYS if name in slots and "date_to" not in slots}
    if days := sorted({day.isoformat() for one in read.excluded for day in _bookable(one, today)} - wished):
        first = read.excluded[0]
        slots["date_not"] = _positioned(folded, " ".join(days), first, first.confidence)


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


def _put_times(folded: Folded, times: ParsedTimes, slots: Slots) -> None:
    if times.time:
        slots["time"] = _positioned(folded, times.time.value, times.time, 0.9)
        if times.since:
            slots["time_from"] = replace(slots["time"], value=times.since)
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
