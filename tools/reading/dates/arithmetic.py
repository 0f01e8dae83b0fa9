"""Arithmetic of days: weeks, months, and what comes next."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
_WEEK = 7
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, both included."""

    first: date
    last: date

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def shifted(self, days: int) -> "Days":
        """The same days, later (or earlier, if negative)."""
        return Days(self.first + days * DAY, self.last + days * DAY)

    def within(self, other: "Days") -> "Days | None":
        """The days of both."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None


def single_day(day: date) -> Days:
    """A day alone."""
    return Days(day, day)


def week_of(day: date) -> Days:
    """Monday to Sunday."""
    monday = day - day.weekday() * DAY
    return Days(monday, monday + 6 * DAY)


def month_of(day: date) -> Days:
    """From the 1st to the last."""
    return Days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def year_of(day: date) -> Days:
    """From January to December."""
    return Days(date(day.year, 1, 1), date(day.year, 12, 31))


def add_months(day: date, count: int) -> date:
    """The same day of another month, or its last one when it is shorter."""
    months = day.month - 1 + count
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_units(day: date, count: int, unit: int) -> date:
    """``unit`` is 1 day, 7, 14, 30 a month or 365 a year; months and years are those of the calendar."""
    if unit < 30:
        return day + count * unit * DAY
    return add_months(day, count * (12 if unit == 365 else 1))


def date_or_none(year: int, month: int, day: int) -> date | None:
    """None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_of_year(day: int, month: int, since: date) -> date | None:
    """The next time that day comes; 29 February waits for a leap year, 31 February for ever."""
    found = (date_or_none(since.year + ahead, month, day) for ahead in range(9))
    return next((one for one in found if one and one >= since), None)


def next_of_month(day: int, since: date) -> date | None:
    """The next day with that number; None after the last of the calendar."""
    months = (divmod(since.month - 1 + ahead, 12) for ahead in range(12))
    found = (date_or_none(since.year + years, month + 1, day) for years, month in months)
    return next((one for one in found if one and one >= since), None)


def next_weekday(weekday: int, since: date) -> date:
    """The next one, that day included."""
    return since + (weekday - since.weekday()) % _WEEK * DAY


def nth_weekday(days: Days, weekday: int, ordinal: int) -> date | None:
    """The n-th of those weekdays in the period, counted from its end if negative."""
    if ordinal < 0:
        found = days.last - ((days.last.weekday() - weekday) % _WEEK + _WEEK * (-ordinal - 1)) * DAY
    else:
        found = next_weekday(weekday, days.first) + _WEEK * (ordinal - 1) * DAY
    return found if days.first <= found <= days.last else None


def nth_week(days: Days, ordinal: int) -> Days | None:
    """The n-th week that begins in a month; counted from the end, the last is that with most of its days in it."""
    if ordinal < 0:
        return week_of(days.last - 3 * DAY).shifted(_WEEK * (ordinal + 1)).within(days)
    week = week_of(days.first + 6 * DAY).shifted(_WEEK * (ordinal - 1))
    return week if week.first <= days.last else None


def portion(days: Days, which: str) -> Days:
    """The ``start``, ``middle`` or ``end`` of a week, a month or more."""
    if days.length <= _WEEK:
        bounds = {"start": (0, 2), "middle": (1, 3), "end": (3, 6)}[which]
        return Days(days.first + bounds[0] * DAY, min(days.first + bounds[1] * DAY, days.last))
    if days.length <= _LONGEST_MONTH:
        first, last = {"start": (0, 9), "middle": (10, 19), "end": (20, days.length - 1)}[which]
        return Days(days.first + first * DAY, days.first + last * DAY)
    first, last = {"start": (0, 2), "middle": (4, 8), "end": (10, 12)}[which]
    return Days(add_months(days.first, first), add_months(days.first, last) - DAY)


def half(days: Days, which: int) -> Days:
    """The first or the second fortnight of a month."""
    middle = days.first + 14 * DAY
    return Days(days.first, middle) if which == 1 else Days(middle + DAY, days.last)
