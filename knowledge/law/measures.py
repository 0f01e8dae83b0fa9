"""Reads figures with their units from Spanish text, in digits and in words: laws write "quince años", we write 15."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.words.spanish_numbers import find_cardinals, find_ordinals, folded

MeasureKind = Literal["money", "percent", "months", "weeks", "days", "hours", "date", "count"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and its place in the text. Years are months; a date is its day, month and year in one number.

    ``in_words``: no digit of it is written.
    """

    kind: MeasureKind
    value: Decimal
    start: int
    end: int
    in_words: bool = False

    def is_said_by(self, other: "Measure") -> bool:
        """Whether the other says the same. A bare number, as in a table, may be of any unit."""
        same = self.value == other.value and (self.kind == other.kind or "count" in (self.kind, other.kind))
        years = self.kind == "months" and other.kind == "count" and self.value == other.value * 12
        return same or years


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    start: int
    end: int
    in_words: bool


_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?= ?(?:euros|€))|\d+(?:,\d+)?")
_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_DATE = re.compile(rf"(?:de )?(?P<month>{'|'.join(_MONTHS)})(?: (?:de|del) (?:ano )?(?P<year>\d{{4}}))?")
_UNITS: tuple[tuple[MeasureKind, int, re.Pattern[str]], ...] = (
    ("money", 1, re.compile(r"(?:€|euros?\b)")),
    ("percent", 1, re.compile(r"(?:%|por (?:ciento|cien(?:to)?|100)\b|puntos? porcentual)")),
    ("months", 12, re.compile(r"anos?\b")),
    ("months", 1, re.compile(r"(?:mes|meses)\b")),
    ("weeks", 1, re.compile(r"semanas?\b")),
    ("days", 1, re.compile(r"dias?\b")),
    ("hours", 1, re.compile(r"horas?\b")),
)
_AND_HALF = re.compile(r" y medio\b")
_BETWEEN_PARTS = re.compile(r"\s*(?:,|y|con)\s+")


def find_measures(text: str) -> list[Measure]:
    """The figures of the text, in order."""
    plain = folded(text).replace("\xa0", " ").replace("\u202f", " ")
    found: list[Measure] = []
    for number in _numbers(plain):
        if found and number.start < found[-1].end:
            continue
        one = _measured(number, plain)
        if found and _goes_on(found[-1], one, plain):
            last = found.pop()
            one = Measure("months", last.value + one.value, last.start, one.end, last.in_words and one.in_words)
        found.append(one)
    return found


def _numbers(plain: str) -> Iterator[_Number]:
    digits = [
        _Number(Decimal(re.sub(r"[. ]", "", match[0]).replace(",", ".")), match.start(), match.end(), False)
        for match in _DIGITS.finditer(plain)
    ]
    said = (*find_cardinals(plain), *find_ordinals(plain))
    words = [_Number(Decimal(one.value), one.start, one.end, True) for one in said]
    yield from sorted((*digits, *words), key=lambda number: number.start)


def _measured(number: _Number, plain: str) -> Measure:
    rest = plain[number.end :].lstrip(" ()")
    after = len(plain) - len(rest)
    if date := _DATE.match(rest):
        value = number.value * 1_000_000 + (_MONTHS.index(date["month"]) + 1) * 10_000 + int(date["year"] or 0)
        return Measure("date", value, number.start, after + date.end(), number.in_words)
    for kind, times, pattern in _UNITS:
        if unit := pattern.match(rest):
            value, end = number.value * times, after + unit.end()
            if times == 12 and (half := _AND_HALF.match(plain, end)):
                value, end = value + 6, half.end()
            return Measure(kind, value, number.start, end, number.in_words)
    return Measure("count", number.value, number.start, number.end, number.in_words)


def _goes_on(last: Measure, one: Measure, plain: str) -> bool:
    """Whether months follow years: "66 años y 10 meses" is one length."""
    years_then_months = last.kind == one.kind == "months" and last.value % 12 == 0 and one.value < 12
    return years_then_months and _BETWEEN_PARTS.fullmatch(plain, last.end, one.start) is not None
