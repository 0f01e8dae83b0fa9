"""The kinds of values a fact may have, and how they are written in the content files."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Literal, get_args

from knowledge.administration import Administration
from knowledge.languages import Language

Unit = Literal[
    "money_month",
    "money_year",
    "money_day",
    "money",
    "percent",
    "age",
    "years",
    "months",
    "weeks",
    "days",
    "phone",
    "url",
    "date",
    "count",
    "hours",
    "text",
]

UNITS: tuple[Unit, ...] = get_args(Unit)


@dataclass(frozen=True, slots=True)
class YearsMonths:
    """A length such as 66 years and 10 months; months below 12."""

    years: int
    months: int


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """From one time of day to another, later the same day."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Translated:
    """Words that cannot be made from a typed value."""

    texts: Mapping[Language, str]


Value = Decimal | YearsMonths | OpeningHours | Translated | date | str

_LARGEST = 10**12
_YEARS_MONTHS = re.compile(r"(\d{1,3})y(?:(\d{1,2})m)?")
_HOURS = re.compile(r"(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)")
_PHONE = re.compile(r"\+?\d[\d ]*")


def parse_value(unit: Unit, raw: object, administration: Administration) -> Value:
    """The typed value. ValueError says what was expected."""
    match unit:
        case "age" | "years":
            return parse_years_months(raw)
        case "phone":
            return _phone(raw)
        case "url":
            return _url(raw, administration)
        case "date":
            return _date(raw)
        case "hours":
            return _hours(raw)
        case "text":
            return _text(raw, administration.languages)
        case "months" | "weeks" | "days":
            return _number(raw, whole=True)
        case _:
            return _number(raw, whole=False)


def _number(raw: object, *, whole: bool) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, (int, float, str)):
        raise ValueError(f"value {raw!r} must be a number")
    try:
        number = Decimal(str(raw))
    except InvalidOperation:
        raise ValueError(f"value {raw!r} must be a number, with a point for decimals") from None
    if not number.is_finite() or not 0 <= number < _LARGEST or (whole and number != number.to_integral_value()):
        raise ValueError(f"value {raw!r} must be a {'whole ' if whole else ''}number from 0 to {_LARGEST}")
    return number


def parse_years_months(raw: object) -> YearsMonths | Decimal:
    """Years and months such as 66y10m, or a whole number of years. ValueError says what was expected."""
    if not isinstance(raw, str) or raw.isdecimal():
        return _number(raw, whole=True)
    match = _YEARS_MONTHS.fullmatch(raw)
    if not match or int(match[2] or 0) > 11:
        raise ValueError(f"value {raw!r} must be years and months such as 66y10m, or a whole number of years")
    return YearsMonths(int(match[1]), int(match[2] or 0))


def _phone(raw: object) -> str:
    if not isinstance(raw, str) or not _PHONE.fullmatch(raw):
        raise ValueError(f"value {raw!r} must be a phone number in quotes")
    return raw


def _url(raw: object, administration: Administration) -> str:
    if not isinstance(raw, str) or not administration.is_official(raw):
        raise ValueError(f"value {raw!r} must be a link on an official site")
    return raw


def _date(raw: object) -> date:
    if type(raw) is not date:
        raise ValueError(f"value {raw!r} must be a date such as 2026-01-31")
    return raw


def _hours(raw: object) -> OpeningHours:
    match = _HOURS.fullmatch(raw) if isinstance(raw, str) else None
    if not match:
        raise ValueError(f"value {raw!r} must be hours such as '09:00-14:00'")
    hours = OpeningHours(time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4])))
    if hours.opens >= hours.closes:
        raise ValueError(f"value {raw!r} closes before it opens")
    return hours


def _text(raw: object, languages: Sequence[Language]) -> Translated:
    if not isinstance(raw, Mapping) or set(raw) != set(languages) or not all(isinstance(t, str) for t in raw.values()):
        raise ValueError(f"value must be text in each of {', '.join(languages)}")
    return Translated({language: raw[language] for language in languages})
