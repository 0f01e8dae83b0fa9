"""Dates at an office."""

from datetime import date
from zoneinfo import ZoneInfo

from api.problems.errors import PastDate
from tools.clock import Clock
from tools.offices.offices import Office


def today_at(clock: Clock, office: Office) -> date:
    """Return the date at the office."""
    return clock().astimezone(ZoneInfo(office.timezone)).date()


def refuse_past(today: date, first: date | None, last: date | None) -> None:
    """Raises PastDate when no day is left from ``first`` to ``last``."""
    if last is not None and last < max(today, first or today):
        raise PastDate(last.isoformat())
