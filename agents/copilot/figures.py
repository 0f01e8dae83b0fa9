"""The figures of a sentence with what each counts: terms, ages, percentages, euros, telephones."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.content.fact_values import Unit, Value, YearsMonths
from knowledge.languages import Language
from tools.reading.folding import blanked, fold
from tools.reading.identities.written import find_documents, find_ibans, find_nuss, find_phones
from tools.reading.numbers.parser import Number, find_numbers
from tools.reading.numbers.vocabulary import load_number_words
from tools.reading.quantities.words import QuantityWords, quantity_words

FigureKind = Literal["days", "months", "percent", "money", "phone"]

_PERCENT = re.compile(r"\s?(?:%|por ?cien\w*|por ?cento|per ?cent|pour ?cent|ehuneko)")
_PERCENT_BEFORE = re.compile(r"%\s{0,7}\Z")
_BASQUE_PERCENT = re.compile(r"(?<!\w)ehuneko(?=\s)")
"""It stands before its number, and would be read as a hundred of it: "ehuneko hogei" is 20 %."""
_GAP, _JOINED = r"[\s-]{0,3}", r"[\s-]{1,3}"
_TIMES: Mapping[str, tuple[FigureKind, int]] = {
    "years": ("months", 12), "months": ("months", 1), "weeks": ("days", 7), "days": ("days", 1)
}  # fmt: skip
_MONTH_IN_DAYS = (30, 31)
_LONG = 365
_DICTATED = 3
"""The most signs between two numbers of a series."""
_MORE = re.compile(r"(?i)\bmés\b")
"""Catalan for "more", which is "month" without its accent."""
_PHONE = re.compile(r"(?<![\d.,])[89](?:[\s.]?\d){8}(?![\d.,]?\d)")
"""Of an office: mobiles are people's."""
_ROUNDED, _ROUNDED_SHARE = Decimal("0.99"), Decimal("0.005")
"""Euros are told without their cents, and large amounts in round numbers."""
_ROUNDED_PERCENT = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """``value`` in days (also of weeks), months (also of years), per cent or euros; ``start`` and ``end`` in the folded
    text. ``unit``: what it was told in.
    """

    kind: FigureKind
    value: Decimal
    unit: str
    start: int
    end: int

    def same(self, other: "SaidFigure") -> bool:
        """Whether both tell the same; thirty days are a month."""
        if self.kind == other.kind == "money":
            return abs(self.value - other.value) <= max(_ROUNDED, self.value * _ROUNDED_SHARE)
        if self.kind == other.kind == "percent":
            return abs(self.value - other.value) < _ROUNDED_PERCENT
        if self.kind == other.kind:
            return self.value == other.value
        if {self.kind, other.kind} != {"days", "months"}:
            return False
        days, months = (self, other) if self.kind == "days" else (other, self)
        least, most = _MONTH_IN_DAYS
        return months.value * least <= days.value <= months.value * most

    def is_among(self, others: Iterable["SaidFigure"]) -> bool:
        """Whether one of them tells the same."""
        return any(self.same(other) for other in others)

    @property
    def number(self) -> Decimal:
        """As it was told: so many weeks or years."""
        return self.value / (_TIMES[self.unit][1] if self.unit in _TIMES else 1)

    @property
    def is_odd(self) -> bool:
        """A number of days or a percentage that was worked out for somebody, most likely."""
        return (self.unit == "days" and self.value > _LONG) or (self.kind == "percent" and self.value % 1 != 0)

    def comparable(self, other: "SaidFigure") -> bool:
        """Whether one may stand where the other does."""
        time = ("days", "months")
        return self.kind == other.kind or (self.kind in time and other.kind in time)


def figures_of(text: str, language: Language) -> list[SaidFigure]:
    """In the order of the text. Identifiers and numbers that count nothing known are left out. Never raises."""
    folded = fold(text)
    identities = [*find_documents(text), *find_ibans(text), *find_nuss(text), *find_phones(text)]
    more = _MORE.finditer(text) if language == "ca" else ()
    clean = blanked(folded, [*((one.start, one.end) for one in identities), *(one.span() for one in more)])
    found = [_phone(match) for match in _PHONE.finditer(text)]
    if language == "eu":
        clean = fold(_BASQUE_PERCENT.sub(lambda match: "%".ljust(len(match[0])), clean.text))
    words = quantity_words(language)
    numbers = find_numbers(clean, language, expected=True)
    found.extend(_told(clean.text, numbers, words, language))
    return sorted(found, key=lambda one: one.start)


def bare_numbers(text: str, language: Language) -> Iterator[Decimal]:
    """Those that count nothing named, as in "llevo treinta y ocho": no digits that are dictated one after the other."""
    folded, words = fold(text), load_number_words(language)
    numbers = find_numbers(folded, language, expected=True)
    for place, number in enumerate(numbers):
        beside = numbers[place - 1 : place] + numbers[place + 1 : place + 2]
        dictated = any(max(one.start - number.end, number.start - one.end) <= _DICTATED for one in beside)
        if not dictated and not words.is_thing(folded.text, number.end):
            yield Decimal(number.value)


def _phone(match: re.Match[str]) -> SaidFigure:
    return SaidFigure("phone", Decimal(re.sub(r"\D", "", match[0])), "phone", match.start(), match.end())


def _told(text: str, numbers: list[Number], words: QuantityWords, language: Language) -> Iterator[SaidFigure]:
    taken = -1
    for place, number in enumerate(numbers):
        if number.start < taken:
            continue
        figure = _one(text, number, words, language)
        if figure is None:
            continue
        if figure.unit == "years" and place + 1 < len(numbers):
            figure = _with_months(text, figure, numbers[place + 1], words)
        taken = figure.end
        yield figure


def _one(text: str, number: Number, words: QuantityWords, language: Language) -> SaidFigure | None:
    before, after = text[: number.start], text[number.end :]
    value = Decimal(number.value)
    if (match := _PERCENT.match(after)) or (language == "eu" and _PERCENT_BEFORE.search(before)):
        return SaidFigure("percent", value, "percent", number.start, number.end + (match.end() if match else 0))
    if (match := re.match(rf"{_GAP}(?:d'|de )?(?:{words.euros})(?!\w)", after)) or re.search(r"€\s?\Z", before):
        return _euros(text, number, match.end() if match else 0, words, language)
    if found := _unit_beside(text, number, words):
        unit, end = found
        return SaidFigure(_TIMES[unit][0], value * _TIMES[unit][1], unit, number.start, end)
    for unit, (kind, times) in _TIMES.items() if language == "eu" else ():
        if match := re.search(rf"(?:{words.units[unit]}){_JOINED}\Z", before):
            return SaidFigure(kind, value * times, unit, match.start(), number.end)
    return None


def _unit_beside(text: str, number: Number, words: QuantityWords) -> tuple[str, int] | None:
    """The unit of time after a number, or inside it ("dos años y medio"), and where both end."""
    for unit in _TIMES:
        if match := re.match(rf"{_GAP}(?:(?:{words.of_order})\s)?(?:{words.units[unit]})(?!\w)", text[number.end :]):
            return unit, number.end + match.end()
        if re.search(rf"\s(?:{words.units[unit]})\s", text[number.start : number.end]):
            return unit, number.end
    return None


def _euros(text: str, number: Number, end: int, words: QuantityWords, language: Language) -> SaidFigure:
    """ "Cuarenta y seis euros con cincuenta"."""
    value, stop = Decimal(number.value), number.end + end
    cents = re.match(rf"\s(?:{words.joiner})\s(?=\S)", text[stop:])
    if cents:
        rest = find_numbers(fold(text[stop + cents.end() :][:30]), language, expected=True)
        if rest and rest[0].start == 0 and isinstance(rest[0].value, int) and 0 < rest[0].value < 100:
            value, stop = value + Decimal(rest[0].value) / 100, stop + cents.end() + rest[0].end
    return SaidFigure("money", value, "money", number.start, stop)


def _with_months(text: str, years: SaidFigure, number: Number, words: QuantityWords) -> SaidFigure:
    """ "66 años y 10 meses" is one figure."""
    between = re.fullmatch(rf"[\s,]{{1,3}}(?:(?:{words.joiner})\s{{1,3}})?", text[years.end : number.start])
    unit = re.match(rf"{_GAP}(?:{words.units['months']})(?!\w)", text[number.end :])
    if not between or not unit or not isinstance(number.value, int) or number.value > 11:
        return years
    return SaidFigure("months", years.value + number.value, "years", years.start, number.end + unit.end())


def figure_of_fact(unit: Unit, value: Value) -> SaidFigure | None:
    """What a fact states; None where it is no figure that is said."""
    if isinstance(value, YearsMonths):
        return SaidFigure("months", Decimal(value.years * 12 + value.months), "years", 0, 0)
    if unit == "phone" and isinstance(value, str):
        return SaidFigure("phone", Decimal(re.sub(r"\D", "", value) or 0), "phone", 0, 0)
    if not isinstance(value, Decimal):
        return None
    if unit in _TIMES:
        kind, times = _TIMES[unit]
        return SaidFigure(kind, value * times, unit, 0, 0)
    if unit == "percent" or unit.startswith("money"):
        return SaidFigure("percent" if unit == "percent" else "money", value, unit.partition("_")[0], 0, 0)
    return None
