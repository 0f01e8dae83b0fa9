"""Two days joined: a range ("from the 3rd to the 7th of March") or a choice ("Tuesday or Thursday")."""

from dataclasses import replace
from datetime import date

from tools.reading.dates import arithmetic
from tools.reading.dates.arithmetic import DAY, Days, single_day
from tools.reading.dates.grammar import Links
from tools.reading.dates.named_days import DayPhrase, Moment
from tools.reading.dates.range_words import chosen, ranged

_NUMBERS = ("day_only", "weak_day", "weak_ordinal_day", "weekday_day")
_DATED = ("day_month", "month_day", "numeric", "day_of")
_LAST_HOUR = 20
_MONTHS = ("month_only", "weak_month", "weak_short_month")
_OF_MONTHS = (*_MONTHS, "portion", "half", "nth_week", "month")
_PARTS_OF_MONTHS = ("nth_week", "half")
_WEEKDAYS = ("weekday", "weak_weekday", "weekday_of", "weekday_next_week")


def joined(first: DayPhrase, second: DayPhrase, text: str, links: Links, moment: Moment) -> DayPhrase | None:
    """The range between two phrases; None when nothing makes them one."""
    link = ranged(first, second, text, links)
    if not link or not _together(first, second):
        return None
    if (
        second.kind == "weak_day"
        and link == "plain"
        and first.kind not in _DATED
        and not _days_for_sure(second, moment)
    ):
        return None
    if first.kind in _MONTHS and second.kind in _PARTS_OF_MONTHS:
        return None  # "en febreiro, a segunda semana"
    first, second = borrowed(first, second, moment.today, following=True)
    start, end = first.days(moment.today), second.days(moment.today)
    if start is None or end is None or end.last <= start.first:
        return None
    days = Days(start.first, end.last)
    return DayPhrase("range", {}, (days,), first.start, second.end, min(first.confidence, second.confidence))


def _days_for_sure(last: DayPhrase, moment: Moment) -> bool:
    """ "28 to 31", said where a day was asked for: no office is open at such hours."""
    return moment.asked != "nothing" and last.values["day"] > _LAST_HOUR


def either(first: DayPhrase, second: DayPhrase, text: str, links: Links) -> bool:
    """Whether the second is another choice beside the first."""
    return chosen(first, second, text, links) and _together(first, second)


def listed(first: DayPhrase, second: DayPhrase, text: str, today: date) -> bool:
    """Whether only a comma parts two days in order: "the 9th, the 10th or the 11th"."""
    before, after = first.days(today), second.days(today)
    if before is None or after is None or not {first.kind, second.kind} <= {*_NUMBERS, *_DATED}:
        return False
    in_order = before.last < after.first and text[first.end : second.start].strip() == ","
    return in_order and _together(first, second)


def borrowed(
    first: DayPhrase, second: DayPhrase, today: date, *, following: bool = False
) -> tuple[DayPhrase, DayPhrase]:
    """Complete each of the two with the other's month or week."""
    first = _in_year_of(first, second)
    start, end = first.days(today), second.days(today)
    if first.kind in _NUMBERS and second.kind in _DATED and end:
        return _in_month_of(first, end.first), second
    if second.kind in _NUMBERS and first.kind in (*_DATED, *_NUMBERS) and start:
        return first, _dated(second, arithmetic.next_of_month(second.values["day"], start.first))
    if first.kind in _WEEKDAYS and second.kind in _WEEKDAYS:
        return _same_week(first, second, following)
    return first, second


def _same_week(first: DayPhrase, second: DayPhrase, following: bool) -> tuple[DayPhrase, DayPhrase]:
    if second.base and not first.base:
        day = second.base.first + first.values["weekday"] * DAY
        return replace(_dated(first, day), base=second.base), second
    if first.periods and not second.base and (following or first.base):
        return first, _dated(second, arithmetic.next_weekday(second.values["weekday"], first.periods[0].first))
    return first, second


def _in_month_of(phrase: DayPhrase, day: date) -> DayPhrase:
    found = arithmetic.date_or_none(day.year, day.month, phrase.values["day"])
    if found and found > day:
        before = arithmetic.add_months(day.replace(day=1), -1)
        found = arithmetic.date_or_none(before.year, before.month, phrase.values["day"])
    return _dated(phrase, found)


def _in_year_of(first: DayPhrase, second: DayPhrase) -> DayPhrase:
    """ "From May to October 2028"."""
    if "year" not in second.values or "year" in first.values or "month" not in first.values or not first.periods:
        return first
    year, days = second.values["year"], first.periods[0]
    moved = (arithmetic.date_or_none(at, days.first.month, days.first.day) for at in (year, year - 1))
    start = next((day for day in moved if day and second.periods and day <= second.periods[0].last), None)
    return replace(first, periods=(Days(start, start + (days.length - 1) * DAY),)) if start else first


def _dated(phrase: DayPhrase, day: date | None) -> DayPhrase:
    return replace(phrase, periods=(single_day(day),) if day else (), confidence=max(phrase.confidence, 0.9))


def _together(first: DayPhrase, second: DayPhrase) -> bool:
    """A number alone is a day beside another day, a month's name a month beside another."""
    if not first.periods and first.kind not in _NUMBERS:
        return False
    kinds = {first.kind, second.kind}
    if kinds & set(_MONTHS):
        # "This may or may not" is no month.
        return kinds <= set(_OF_MONTHS) and first.values != second.values
    if "weak_holiday" in kinds:
        return kinds <= {"weak_holiday", "holiday", *_DATED}
    if first.weak and second.weak:
        sure = kinds == {"weak_day"} and min(first.values["day"], second.values["day"]) > _LAST_HOUR
        return sure or kinds == {"weak_ordinal_day"} or kinds == {"weak_relative"}
    if "weak_day" in kinds or "weak_ordinal_day" in kinds:
        return bool(kinds & {*_DATED, "day_only", "weekday_day"}) or kinds == {"weak_day", "weak_ordinal_day"}
    if "weak_relative" in kinds:
        return "relative" in kinds
    return not (first.weak or second.weak)
