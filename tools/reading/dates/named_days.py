"""The smallest phrases that name a day or a period, and the days behind them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tools.reading.dates import arithmetic
from tools.reading.dates.arithmetic import DAY, Days, single_day
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.holidays import holiday
from tools.reading.dates.working_days import Working, next_bridge, next_working
from tools.reading.phrases import PhraseHit

_CONFIDENCE = {
    "day_month": 0.97, "month_day": 0.97, "numeric": 0.95, "relative": 0.92, "weekday_day": 0.95, "month_only": 0.75,
    "day_only": 0.75, "weekday_next_week": 0.93, "week": 0.91, "month": 0.85, "year": 0.8, "weekend": 0.92,
    "within": 0.8, "weak_day": 0.5,
}  # fmt: skip
_DOUBTFUL = 0.6
_NEAR_ENOUGH = 62
"""Days ahead of a "9 Friday" that is the 9th: further on, it is Friday at nine."""
Asked = Literal["nothing", "day", "offer"]
"""Where a day was asked, a bare number is one; where one of several offers, it may be the number of an offer."""


@dataclass(frozen=True, slots=True)
class DayBefore:
    """What was asked before a message, and the day that is ``known``: spoken of already, and no wish beside another."""

    asked: Asked = "nothing"
    known: date | None = None


NOTHING_BEFORE = DayBefore()


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where it is said, what was asked, and the day that is spoken of: what days are resolved against."""

    today: date
    working: Working
    holidays: Mapping[str, str]
    asked: Asked = "nothing"
    known: date | None = None


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """A phrase with its days in folded text positions.

    ``periods`` are the days it may mean, soonest first (this March, the next one); empty when there is no such day.
    ``base`` is the period it counts in ("the Monday of next week"). Weak phrases count only beside others.
    """

    kind: str
    values: Mapping[str, int]
    periods: tuple[Days, ...]
    start: int
    end: int
    confidence: float
    base: Days | None = None

    @property
    def weak(self) -> bool:
        """Whether it is a date only in company: a bare number, a month's name alone."""
        return self.kind.startswith("weak_")

    def days(self, today: date) -> Days | None:
        """The future reading, from today on; a past one when there is no other."""
        ahead = next((period for period in self.periods if period.last >= today), None)
        if ahead is None:
            return self.periods[-1] if self.periods else None
        return Days(max(ahead.first, today), ahead.last)


def day_phrase(hit: PhraseHit, grammar: DateGrammar, moment: Moment) -> DayPhrase:
    """The phrase behind a hit; without periods when its days do not exist (31 February)."""
    kind, _, argument = hit.key.partition(":")
    values = group_values(hit, grammar)
    try:
        periods = _RULES[kind](argument, values, moment)
    except (ValueError, OverflowError, KeyError):
        periods = ()
    base = arithmetic.week_of(periods[0].first) if kind == "weekday_next_week" and periods else None
    phrase = DayPhrase(kind, values, periods, hit.start, hit.end, _CONFIDENCE.get(kind, 0.9), base)
    doubtful = kind == "weekday_day" and periods and periods[0].first.weekday() != values["weekday"]
    return replace(phrase, confidence=_DOUBTFUL) if doubtful else phrase


def group_values(hit: PhraseHit, grammar: DateGrammar) -> dict[str, int]:
    """The numbers behind the words of a hit."""
    kinds = {"n": "count", "day": "number", "month_number": "number", "year_short": "number"}
    read = {name: grammar.value(kinds.get(name, name), word) for name, word in hit.groups.items()}
    return {name: value for name, value in read.items() if value is not None}


def dated(day: int, month: int, year: int | None, today: date) -> tuple[Days, ...]:
    """Without a year, the next time that day comes; nothing when it never does."""
    found = (
        arithmetic.date_or_none(year, month, day) if year is not None else arithmetic.next_of_year(day, month, today)
    )
    return (single_day(found),) if found else ()


def full_year(short: int, today: date) -> int:
    """The century of two digits: at most ten years ahead."""
    return 2000 + short if 2000 + short <= today.year + 10 else 1900 + short


def _day_month(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    month = values["month"] if "month" in values else values["month_number"]
    year = values.get("year")
    if "year_short" in values:
        year = full_year(values["year_short"], moment.today)
    return dated(values["day"], month, year, moment.today)


def _weekday(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (single_day(arithmetic.next_weekday(values["weekday"], moment.today + DAY)),)


def _weekday_day(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    """ "Monday 21" is the next 21st that is a Monday; when none comes within the year, the next 21st, doubtfully."""
    candidates = (moment.today + ahead * DAY for ahead in range(366))
    fits = (day for day in candidates if (day.day, day.weekday()) == (values["day"], values["weekday"]))
    day = next(fits, None) or arithmetic.next_of_month(values["day"], moment.today)
    return (single_day(day),) if day else ()


def _day_weekday(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    ahead = (moment.today + step * DAY for step in range(_NEAR_ENOUGH))
    return tuple(single_day(day) for day in ahead if (day.day, day.weekday()) == (values["day"], values["weekday"]))


def _weekday_next_week(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (single_day(arithmetic.week_of(moment.today).first + (7 + values["weekday"]) * DAY),)


def _month(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    if "year" in values:
        return (arithmetic.month_of(date(values["year"], values["month"], 1)),)
    years = (moment.today.year, moment.today.year + 1)
    return tuple(arithmetic.month_of(date(year, values["month"], 1)) for year in years)


def _day(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    day = arithmetic.next_of_month(values["day"], moment.today)
    return (single_day(day),) if day else ()


def _in_units(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (single_day(arithmetic.add_units(moment.today, values["n"], values["unit"])),)


def _within(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    if values["unit"] > 30:
        raise ValueError("nobody is attended within years")
    last = arithmetic.add_units(moment.today, values.get("n", 3), values["unit"])
    return (Days(moment.today + DAY, last),)


def _relative(argument: str, _: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (single_day(moment.today + int(argument) * DAY),)


def _week(argument: str, _: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (arithmetic.week_of(moment.today).shifted(7 * int(argument)),)


def _that_week(_: str, __: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (arithmetic.week_of(moment.known),) if moment.known else ()


def _weekend(argument: str, _: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    saturday = arithmetic.week_of(moment.today).first + 5 * DAY
    return (Days(saturday, saturday + DAY).shifted(7 * int(argument)),)


def _month_ahead(argument: str, _: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (arithmetic.month_of(arithmetic.add_months(moment.today, int(argument))),)


def _year_ahead(argument: str, _: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (arithmetic.year_of(date(moment.today.year + int(argument), 1, 1)),)


def _this_week(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return _week("0", values, moment)


def _this_month(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return (arithmetic.month_of(moment.today), arithmetic.month_of(arithmetic.add_months(moment.today, 1)))


def _half(argument: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return tuple(arithmetic.half(month, int(argument)) for month in _this_month("", values, moment))


def _nth_week(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    weeks = (arithmetic.nth_week(month, values["ordinal"]) for month in _this_month("", values, moment))
    return tuple(week for week in weeks if week)


def _this_year(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return _year_ahead("0", values, moment)


def _next_year(_: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    return _year_ahead("1", values, moment)


def _holiday(argument: str, values: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    year = moment.today.year
    years = (values["year"],) if "year" in values else (year - 1, year, year + 1)
    found = (holiday(argument, one_year, moment.holidays) for one_year in years)
    return tuple(days for days in found if days.last >= moment.today) or (holiday(argument, years[0], moment.holidays),)


def _working_day(argument: str, _: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    day = next_working(moment.today, int(argument), moment.working)
    return (single_day(day),) if day else ()


def _bridge(_: str, __: Mapping[str, int], moment: Moment) -> tuple[Days, ...]:
    found = next_bridge(moment.today, moment.working)
    return (found,) if found else ()


_RULES: dict[str, Callable[[str, Mapping[str, int], Moment], tuple[Days, ...]]] = {
    "day_month": _day_month, "month_day": _day_month, "weekday": _weekday, "weekday_day": _weekday_day,
    "weekday_next_week": _weekday_next_week, "that_week": _that_week, "month_only": _month, "weak_month": _month,
    "weak_short_month": _month,
    "day_only": _day, "weak_day": _day, "weak_ordinal_day": _day, "in_units": _in_units, "within": _within,
    "relative": _relative, "weak_relative": _relative, "week": _week, "weak_this_week": _this_week,
    "weekend": _weekend, "month": _month_ahead, "weak_this_month": _this_month, "weak_this_year": _this_year,
    "weak_next_year": _next_year, "holiday": _holiday, "weak_holiday": _holiday,
    "weak_only_beside": _holiday, "working_day": _working_day,
    "weak_bridge": _bridge, "day_weekday": _day_weekday, "half": _half, "weak_nth_week": _nth_week,
}  # fmt: skip
