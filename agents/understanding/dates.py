"""Dates as people say them, resolved against the clock: the future reading, in six languages."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from agents.understanding.date_grammar import DateGrammar
from agents.understanding.folding import Folded
from agents.understanding.phrases import Hit

_ISO = re.compile(r"(?<![\d/.-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])")
_NUMERIC = re.compile(r"(?<![\d/.,:-])(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d/:%€-])")
_BARE_DAY_CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day, or a closed range when ``until`` is set; positions are in the folded text."""

    day: date
    until: date | None
    start: int
    end: int
    confidence: float


def read_date(folded: Folded, grammar: DateGrammar, today: date) -> DateReading | None:
    """The most specific date of the text; None when there is none."""
    numeric = _numeric(folded.text, today)
    if numeric:
        return numeric
    best: DateReading | None = None
    impossible: list[Hit] = []
    for hit in grammar.find(folded):
        if any(other.start <= hit.start and hit.end <= other.end for other in impossible):
            continue
        reading = resolve(hit, grammar, today)
        if reading is None:
            impossible.append(hit)  # the 31st of February is not the 31st of this month either
        if reading and (best is None or _more_specific(reading, best)):
            best = reading
    return best


def resolve(hit: Hit, grammar: DateGrammar, today: date) -> DateReading | None:
    """The days behind a phrase; None when they do not exist (31 February)."""
    kind, _, argument = hit.key.partition(":")
    if kind == "relative":
        return _reading(hit, today + timedelta(days=int(argument)), confidence=0.92)
    if kind in ("this_week", "next_week", "next_month"):
        return _range(hit, kind, today)
    values = _group_values(hit, grammar)
    try:
        return _RULES[kind](hit, values, today)
    except (ValueError, OverflowError, KeyError):
        return None


def bare_day(folded: Folded, today: date) -> DateReading | None:
    """A number alone, read as a day of the month because a day was asked."""
    match = re.fullmatch(r"\W*(?:(?:el|o|le|the|dia)\s)?(\d{1,2})\W*", folded.text)
    if not match:
        return None
    try:
        day = _next_day_of_month(int(match[1]), today)
    except ValueError:
        return None
    return DateReading(day, None, match.start(1), match.end(1), _BARE_DAY_CONFIDENCE)


def _numeric(text: str, today: date) -> DateReading | None:
    if match := _ISO.search(text):
        day = _safe(int(match[1]), int(match[2]), int(match[3]))
        return DateReading(day, None, *match.span(), 0.99) if day else None
    for match in _NUMERIC.finditer(text):
        if match[2] != "/" and not match[4]:
            continue
        year = int(match[4]) if match[4] else None
        year = 2000 + year if year is not None and year < 100 else year
        first, second = int(match[1]), int(match[3])
        # Day first, as everybody here writes it, unless that cannot be.
        day = _dated(first, second, year, today) or _dated(second, first, year, today)
        if day:
            return DateReading(day, None, *match.span(), 0.95)
    return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dated(day: int, month: int, year: int | None, today: date) -> date | None:
    """Without a year, the next time that day comes."""
    if year is not None:
        return _safe(year, month, day)
    this_year = _safe(today.year, month, day)
    if this_year is None:
        return _safe(today.year + 1, month, day) if (month, day) == (2, 29) else None
    return _safe(today.year + 1, month, day) if this_year < today else this_year


def _group_values(hit: Hit, grammar: DateGrammar) -> dict[str, int]:
    kinds = {
        "weekday": "weekday",
        "month": "month",
        "ordinal": "ordinal",
        "unit": "unit",
        "n": "number",
        "day": "number",
    }
    values = {name: grammar.value(kinds.get(name, "number"), word) for name, word in hit.groups.items()}
    return {name: value for name, value in values.items() if value is not None}


def _reading(hit: Hit, day: date, until: date | None = None, confidence: float = 0.9) -> DateReading:
    return DateReading(day, until, hit.start, hit.end, confidence)


def _range(hit: Hit, kind: str, today: date) -> DateReading:
    monday = today - timedelta(days=today.weekday())
    if kind == "this_week":
        return _reading(hit, today, monday + timedelta(days=6), 0.85)
    if kind == "next_week":
        return _reading(hit, monday + timedelta(days=7), monday + timedelta(days=13), 0.85)
    year, month = (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)
    return _reading(hit, date(year, month, 1), date(year, month, monthrange(year, month)[1]), 0.85)


def _day_month(hit: Hit, values: Mapping[str, int], today: date) -> DateReading | None:
    day = _dated(values["day"], values["month"], values.get("year"), today)
    return _reading(hit, day, confidence=0.97) if day else None


def _weekday(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    ahead = (values["weekday"] - today.weekday() - 1) % 7 + 1
    return _reading(hit, today + timedelta(days=ahead))


def _weekday_day(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    """ "Monday 21" is the next 21st that is a Monday; when none comes within the year, the next 21st, doubtfully."""
    candidates = (today + timedelta(days=ahead) for ahead in range(366))
    fits = (day for day in candidates if (day.day, day.weekday()) == (values["day"], values["weekday"]))
    day = next(fits, None)
    if day:
        return _reading(hit, day, confidence=0.95)
    return _reading(hit, _next_day_of_month(values["day"], today), confidence=0.6)


def _weekday_next_week(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    monday = today - timedelta(days=today.weekday())
    return _reading(hit, monday + timedelta(days=7 + values["weekday"]))


def _ordinal_weekday(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    year = today.year
    day = _nth(year, values["month"], values["weekday"], values["ordinal"])
    if day < today:
        day = _nth(year + 1, values["month"], values["weekday"], values["ordinal"])
    return _reading(hit, day, confidence=0.95)


def _nth(year: int, month: int, weekday: int, ordinal: int) -> date:
    if ordinal < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))


def _in_units(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    count, unit = values["n"], values["unit"]
    if unit < 30:
        return _reading(hit, today + timedelta(days=count * unit))
    months = today.month - 1 + count * (12 if unit == 365 else 1)
    year, month = today.year + months // 12, months % 12 + 1
    return _reading(hit, date(year, month, min(today.day, monthrange(year, month)[1])), confidence=0.8)


def _month_only(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    month = values["month"]
    year = today.year + (month < today.month)
    first = max(date(year, month, 1), today)
    return _reading(hit, first, date(year, month, monthrange(year, month)[1]), 0.75)


def _day_only(hit: Hit, values: Mapping[str, int], today: date) -> DateReading:
    return _reading(hit, _next_day_of_month(values["day"], today), confidence=0.75)


def _next_day_of_month(day: int, today: date) -> date:
    year, month = today.year, today.month
    for _ in range(12):
        found = _safe(year, month, day)
        if found and found >= today:
            return found
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    raise ValueError(f"no month has a day {day}")


def _more_specific(new: DateReading, old: DateReading) -> bool:
    """A day beats a range that says no more ("the Monday of next week"), whatever comes first in the text."""
    return (new.until is None, new.confidence) > (old.until is None, old.confidence)


_RULES = {
    "day_month": _day_month,
    "month_day": _day_month,
    "weekday": _weekday,
    "weekday_day": _weekday_day,
    "weekday_next_week": _weekday_next_week,
    "ordinal_weekday": _ordinal_weekday,
    "in_units": _in_units,
    "month_only": _month_only,
    "day_only": _day_only,
}
