"""The rules that hold on a day: rows and amounts with where they come from, and the days that count."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from knowledge.content.calculation_rows import TABLE_OF
from knowledge.content.calculations import Calculations
from knowledge.content.fact_values import YearsMonths
from knowledge.content.facts import FactTable
from knowledge.passages import Validity
from tools.calculators.sums import SumPhrase, SumStep, SumValue, counted
from tools.errors import SumNotKnown

RowT = TypeVar("RowT")
IsHoliday = Callable[[str | None, date], bool]
"""Whether the day is a public holiday, in the whole country or in the province (INE code) that is named."""


def no_holidays(province: str | None, day: date) -> bool:
    """Where no calendar is at hand."""
    return False


@dataclass(frozen=True, slots=True)
class Source:
    """Norm and article of a rule; ``last_of`` is the year of the last figure published, where a newer one is due."""

    norm: str
    article: str
    last_of: int | None = None

    def step(self, key: str, **values: SumValue) -> SumStep:
        """A step that rests on the rule."""
        return SumStep(key, values, self.norm, self.article)


@dataclass(frozen=True, slots=True)
class LawRows(Generic[RowT]):
    """The rows of a table."""

    rows: tuple[RowT, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class LawAmount:
    """An amount as a number; years and months as months."""

    value: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class SumRules:
    """The rules of an administration as of today."""

    calculations: Calculations
    facts: FactTable
    today: date
    is_holiday: IsHoliday = no_holidays
    provinces: tuple[str, ...] = field(default=())

    def rows(self, kind: type[RowT], day: date) -> LawRows[RowT]:
        """The rows in force, else the last ones published. Raises SumNotKnown for a day before all."""
        name = TABLE_OF[kind]
        periods = self.calculations.tables.get(name, ())
        index, last_of = _chosen([period.validity for period in periods], day, name)
        period = periods[index]
        return LawRows(period.rows, Source(period.norm, period.article, last_of))

    def since(self, kind: type[Any]) -> date:
        """The first day of a table that is here. Raises SumNotKnown for one without a beginning."""
        days = [period.validity.valid_from for period in self.calculations.tables.get(TABLE_OF[kind], ())]
        if not days or None in days:
            raise SumNotKnown(TABLE_OF[kind])
        return min(day for day in days if day)

    def amount(self, name: str, day: date) -> LawAmount:
        """The amount in force, else the last one published. Raises SumNotKnown."""
        rule = self.calculations.amounts.get(name)
        if rule is None:
            raise SumNotKnown(name)
        if rule.value is not None:
            return LawAmount(_decimal(rule.value), Source(rule.norm, rule.article))
        fact = self.facts.get(rule.fact or "")
        periods = fact.periods if fact else ()
        index, last_of = _chosen([period.validity for period in periods], day, name)
        return LawAmount(_decimal(periods[index].value), Source(rule.norm, rule.article, last_of))


def stale_limits(*sources: Source) -> tuple[SumPhrase, ...]:
    """That figures are those of a year, where newer ones are due."""
    years = sorted({source.last_of for source in sources if source.last_of})
    return tuple(SumPhrase("sum-limit-last-published", {"year": counted("count", year)}) for year in years[:1])


def _chosen(periods: list[Validity], day: date, name: str) -> tuple[int, int | None]:
    """The place of the period to use, and the last year of one that is over."""
    for index, period in enumerate(periods):
        if period.holds_on(day):
            return index, None
    over = [
        (period.valid_to, index) for index, period in enumerate(periods) if period.valid_to and period.valid_to < day
    ]
    if not over:
        raise SumNotKnown(f"{name} on {day}")
    end, index = max(over)
    return index, end.year


def _decimal(value: Any) -> Decimal:
    return Decimal(value.years * 12 + value.months) if isinstance(value, YearsMonths) else Decimal(value)
