"""Working days where the citizen is, from the calendar of the offices."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from tools.reading.dates.arithmetic import DAY, Days

Working = Callable[[date], bool]
_HORIZON = 370


class WorkingDays(Protocol):
    """The part of the calendar that is used."""

    def is_working_day(self, province: str | None, day: date) -> bool:
        """Whether it is a working day in the province (INE code), or where the administration is."""
        ...


def weekdays(day: date) -> bool:
    """Monday to Friday, when no calendar is at hand."""
    return day.weekday() < 5


def working_in(calendar: WorkingDays, province: str | None) -> Working:
    """Working days of a province (INE code); without one, those of the administration's."""
    return lambda day: calendar.is_working_day(province, day)


def nth_working(days: Days, ordinal: int, working: Working) -> date | None:
    """The n-th working day of a period, counted from its end if negative."""
    count = range(days.length) if ordinal > 0 else range(days.length - 1, -1, -1)
    found = [day for day in (days.first + ahead * DAY for ahead in count) if working(day)]
    return found[abs(ordinal) - 1] if len(found) >= abs(ordinal) else None


def next_working(after: date, ordinal: int, working: Working) -> date | None:
    """The n-th working day after one."""
    return nth_working(Days(after + DAY, after + _HORIZON * DAY), ordinal, working)


def bridge(around: date, working: Working) -> Days | None:
    """The days off around a holiday, a lone working day between two days off taken too; None if under three."""
    if working(around):
        return None
    first, last = around, around
    while _off(first - DAY, working):
        first -= DAY
    while _off(last + DAY, working):
        last += DAY
    return Days(first, last) if (last - first).days >= 2 else None


def next_bridge(since: date, working: Working) -> Days | None:
    """The next long weekend with a holiday in it."""
    for ahead in range(_HORIZON):
        day = since + ahead * DAY
        if day.weekday() < 5 and not working(day) and (found := bridge(day, working)):
            return found
    return None


def _off(day: date, working: Working) -> bool:
    return not working(day) or not (working(day - DAY) or working(day + DAY))
