"""Months from a day to another, counted from date to date (Código Civil, art. 5; RD 1716/2012, art. 1.1)."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day that many months later, or the last of that month where it has none. OverflowError beyond 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"{year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(first: date, last: date) -> int:
    """Complete months from a day to a later one; 0 when it is not later."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months if add_months(first, months) <= last else months - 1)


def begun_months(first: date, last: date) -> int:
    """Months from a day to a later one, a begun one counted whole."""
    whole = whole_months(first, last)
    return whole + (add_months(first, whole) < last)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
