"""What sums ask for: names and kinds of inputs, read from typed values or from text, and refused with a reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from knowledge.content.fact_values import YearsMonths
from tools.errors import BadSumInput

InputKind = Literal["money", "date", "duration", "days", "count", "percent", "choice", "ages"]
Given = Mapping[str, Any]
"""Inputs by name, each of the type of its kind: Decimal, date, YearsMonths, int, str, a tuple of whole years."""

_LARGEST_MONEY = Decimal(1_000_000)
_LONGEST_CAREER = 60
_OLDEST = 120
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_SPAN = re.compile(r"(?:(\d{1,3})\s*y)?\s*(?:(\d{1,3})\s*m)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SumInput:
    """An input. ``unless``: any of those given makes it unnecessary. ``bounds``: of numbers, and of the years of a
    duration, both included.

    ``life``: a date of birth, of a person who lives.
    """

    name: str
    kind: InputKind
    required: bool = True
    options: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    bounds: tuple[int, int] = (0, 1_000_000)
    life: bool = False
    asked: str = ""

    @property
    def question(self) -> str:
        """The key of the phrase that asks for it."""
        return f"sum-ask-{self.asked or self.name}".replace("_", "-")

    def option_phrase(self, option: str) -> str:
        """The key of the phrase that names an option."""
        name = "" if option in ("yes", "no") else f"{self.name}-"
        return f"sum-option-{name}{option}".replace("_", "-")


def read_input(spec: SumInput, raw: object, today: date) -> Any:
    """The typed value. Raises BadSumInput with the reason."""
    match spec.kind:
        case "money" | "percent":
            return _decimal(spec, raw)
        case "date":
            return _date(spec, raw, today)
        case "duration":
            return _span(spec, raw)
        case "choice":
            return _option(spec, raw)
        case "ages":
            return _ages(spec, raw)
        case _:
            return _whole(spec, raw)


def _decimal(spec: SumInput, raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str | Decimal):
        raise BadSumInput(spec.name, "not-a-number")
    try:
        number = Decimal(str(raw).strip())
    except InvalidOperation:
        raise BadSumInput(spec.name, "not-a-number") from None
    if not number.is_finite():
        raise BadSumInput(spec.name, "not-a-number")
    if number < 0:
        raise BadSumInput(spec.name, "negative")
    if number > (_LARGEST_MONEY if spec.kind == "money" else 100):
        raise BadSumInput(spec.name, "too-much")
    return number


def _whole(spec: SumInput, raw: object) -> int:
    number = _decimal(SumInput(spec.name, "money"), raw)
    if number != number.to_integral_value():
        raise BadSumInput(spec.name, "not-whole")
    if number < spec.bounds[0]:
        raise BadSumInput(spec.name, "too-little")
    if number > spec.bounds[1]:
        raise BadSumInput(spec.name, "too-much")
    return int(number)


def _date(spec: SumInput, raw: object, today: date) -> date:
    day = raw if type(raw) is date else _written_date(spec.name, raw)
    if not spec.life:
        if not -100 <= day.year - today.year <= 60:
            raise BadSumInput(spec.name, "too-far")
        return day
    if day > today:
        raise BadSumInput(spec.name, "future")
    if today.year - day.year > _OLDEST:
        raise BadSumInput(spec.name, "too-old")
    return day


def _written_date(name: str, raw: object) -> date:
    match = _DAY.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if not match:
        raise BadSumInput(name, "not-a-date")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadSumInput(name, "no-such-day") from None


def _span(spec: SumInput, raw: object) -> YearsMonths:
    """Years and months such as 36y6m; a number alone is years."""
    if isinstance(raw, YearsMonths):
        years, months = raw.years, raw.months
    elif isinstance(raw, int) and not isinstance(raw, bool):
        years, months = raw, 0
    elif isinstance(raw, str) and raw.strip().isdecimal():
        years, months = int(raw), 0
    elif isinstance(raw, str) and raw.strip() and (match := _SPAN.fullmatch(raw.strip())):
        years, months = int(match[1] or 0), int(match[2] or 0)
    else:
        raise BadSumInput(spec.name, "not-a-duration")
    if years < 0 or months < 0:
        raise BadSumInput(spec.name, "negative")
    years, months = years + months // 12, months % 12
    if years >= _LONGEST_CAREER or (years, months) > (spec.bounds[1], 0):
        raise BadSumInput(spec.name, "too-long")
    return YearsMonths(years, months)


def _option(spec: SumInput, raw: object) -> str:
    if isinstance(raw, bool):
        raw = "yes" if raw else "no"
    if not isinstance(raw, str) or raw not in spec.options:
        raise BadSumInput(spec.name, "not-an-option")
    return raw


def _ages(spec: SumInput, raw: object) -> tuple[int, ...]:
    """Whole years such as 2,7; one number is one age."""
    ages = raw.split(",") if isinstance(raw, str) else raw if isinstance(raw, list | tuple) else (raw,)
    return tuple(_whole(spec, age) for age in ages)
