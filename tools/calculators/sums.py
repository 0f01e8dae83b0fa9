"""What a sum comes to: its value, its steps with norm and article, and what it leaves out. Words come later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Union

from knowledge.content.fact_values import Unit, Value, YearsMonths

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its unit, to be written in a language. ``plain``: money as people say it, 1,650 and no cents."""

    unit: Unit
    value: Value
    plain: bool = False


SumValue = Union[Measured, "SumPhrase", tuple["SumPhrase", ...]]
"""A value of a phrase: a figure, a phrase, or phrases that are listed."""


@dataclass(frozen=True, slots=True)
class SumPhrase:
    """A phrase by its key, with the values it is said with."""

    key: str
    values: Mapping[str, SumValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SumStep:
    """A step of a sum; ``norm`` is an id of the rules' norms, ``article`` what of it says the step."""

    key: str
    values: Mapping[str, SumValue]
    norm: str
    article: str

    @property
    def phrase(self) -> SumPhrase:
        """The step without its source."""
        return SumPhrase(self.key, self.values)


@dataclass(frozen=True, slots=True)
class Sum:
    """What a sum comes to. ``possible`` is false where the law gives nothing, and ``result`` says why.

    ``limits``: what the sum leaves out. ``assumed``: what nobody said and it took for granted.
    """

    name: str
    value: Measured | None
    result: SumPhrase
    steps: tuple[SumStep, ...] = ()
    limits: tuple[SumPhrase, ...] = ()
    assumed: tuple[SumPhrase, ...] = ()
    possible: bool = True


@dataclass(frozen=True, slots=True)
class Missing:
    """The inputs that a sum still needs, in the order to ask."""

    name: str
    inputs: tuple[str, ...]


def money(amount: Decimal) -> Measured:
    """Euros."""
    return Measured("money", amount)


def told(amount: Decimal) -> Measured:
    """Euros that a person told, without cents where there are none."""
    return Measured("money", amount, plain=True)


def percent(amount: Decimal) -> Measured:
    """Per cent, without zeros at its end."""
    whole = amount == amount.to_integral_value()
    return Measured("percent", amount.quantize(Decimal(1)) if whole else amount.normalize())


def months(number: int) -> Measured:
    """Years and months as people say them."""
    return Measured("age", YearsMonths(*divmod(number, 12)))


def counted(unit: Unit, number: int | Decimal) -> Measured:
    """A number of days, weeks, months, payments."""
    return Measured(unit, Decimal(number))


def on(day: date) -> Measured:
    """A day."""
    return Measured("date", day)


def cents(amount: Decimal) -> Decimal:
    """To the cent, halves up, as amounts are paid."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def total_months(span: YearsMonths) -> int:
    """The months of years and months."""
    return span.years * 12 + span.months
