"""Amounts of money as people write them: "1.650 y pico", "2k", "1,650", "24 mil al año"."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tools.reading.numbers.parser import Number
from tools.reading.quantities.words import QuantityWords

_CENT = Decimal("0.01")
_MONTHS, _WEEKS = 12, 52
_LEAST, _LEAST_EUROS, _MOST = Decimal(100), Decimal(10), Decimal(10_000)
"""Fewer than a hundred are an amount only where they are said to be euros."""
_YEARS, _THIS_CENTURY, _HUNDRED = range(1930, 2046), 2000, 100
_GROUPED = re.compile(r"\d{1,3}[.,' ]\d{3}|\d[.,]\d{2}(?!\d)|k\Z")
_BESIDE = r"\s{0,2}(?:(?:€|bruto?s?|neto?s?|limpi?os|nets?|gross|garbi|gordin|y pico|de)\s{0,2}){0,3}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a message. ``monthly``: as euros a month, None where it can be no such amount: a wage by the hour.

    ``money``: written as money is. ``year``: it may be a year. ``whole``: all of a year or a week was told.
    """

    value: int | Decimal
    monthly: Decimal | None
    money: bool
    year: bool
    whole: bool = False

    @property
    def text(self) -> str:
        """As inputs take it."""
        return f"{self.monthly:.2f}" if self.monthly is not None else ""


def amount_of(number: Number, text: str, words: QuantityWords) -> Amount:
    """A number of the text, with what is said beside it."""
    said, after = text[number.start : number.end], text[number.end :]
    spoken = not said[0].isdigit()
    euros = re.match(rf"\s{{0,2}}(?:{words.euros})(?!\w)", after) is not None or text[: number.start].rstrip().endswith(
        "€"
    )
    money = euros or bool(_GROUPED.search(said))
    value = _euros(number.value)
    possible, whole = True, False
    if period := re.match(rf"(?:\s{{0,2}}(?:{words.euros}))?{_BESIDE}\s?(?:{_periods(words)})(?!\w)", after):
        times = {"year": Decimal(1) / _MONTHS, "week": Decimal(_WEEKS) / _MONTHS}.get(period.lastgroup or "")
        money, possible, whole = True, times is not None, times is not None
        value = value * (times or 1)
    possible = possible and (_LEAST_EUROS if euros else _LEAST) <= value <= _MOST
    year = not money and _may_be_year(number.value, spoken=spoken)
    return Amount(number.value, value.quantize(_CENT, ROUND_HALF_UP) if possible else None, money, year, whole)


def of_a_year(amount: Amount) -> Amount:
    """The same as all that is earned in a year, where it is too much for a month."""
    if amount.monthly is not None or not _MOST < amount.value <= _MOST * _MONTHS:
        return amount
    monthly = (Decimal(amount.value) / _MONTHS).quantize(_CENT, ROUND_HALF_UP)
    return Amount(amount.value, monthly, money=True, year=False, whole=True)


def _may_be_year(value: int | Decimal, *, spoken: bool) -> bool:
    """ "Dos mil" and "2100" are money."""
    if not isinstance(value, int) or value not in _YEARS:
        return False
    return value < _THIS_CENTURY or not (spoken or value % _HUNDRED == 0)


def _euros(value: int | Decimal) -> Decimal:
    """ "1,650" is no number with three decimals."""
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    thousands = exponent == -3 and Decimal(1) <= number < Decimal(100)
    return number * 1000 if thousands else number


def _periods(words: QuantityWords) -> str:
    return f"(?P<year>{words.a_year})|(?P<week>{words.a_week})|(?P<shorter>{words.an_hour})"
