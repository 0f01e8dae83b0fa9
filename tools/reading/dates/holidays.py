"""Named holidays by rule (``data/dates/holidays.yaml``): fixed days and those that move with Easter."""

from collections.abc import Mapping
from datetime import date

from dateutil.easter import easter

from tools.reading.dates.arithmetic import DAY, Days
from tools.reading.tables import load_table


def load_holiday_rules() -> dict[str, str]:
    """Rule by name: ``12-25``, ``easter-2``, or two of them with ``..`` between."""
    return {str(name): str(rule) for name, rule in load_table("tools.reading.dates", "holidays").items()}


def holiday(name: str, year: int, rules: Mapping[str, str]) -> Days:
    """The days of a holiday in a year. Raises KeyError for a name without rule."""
    first, _, last = rules[name].partition("..")
    start = _day(first, year)
    end = _day(last, year) if last else start
    return Days(start, end if end >= start else _day(last, year + 1))


def _day(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        sunday: date = easter(year)
        return sunday + int(rule.removeprefix("easter") or 0) * DAY
    return date(year, int(rule[:2]), int(rule[3:]))
