"""What a retirement pension is of its base, before and after the limits (LGSS 57, 59, 210; DT 9.ª)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.content.calculation_rows import CareerBand, RetirementScale
from tools.calculators.rules import LawAmount, SumRules
from tools.calculators.sums import SumStep, cents, money, months, percent, total_months


@dataclass(frozen=True, slots=True)
class PensionShare:
    """Per cent of the base, and the step that says it."""

    value: Decimal
    step: SumStep


def share_of_base(contributed: int, day: date, rules: SumRules) -> PensionShare:
    """The percentage for months contributed, by the scale of that day. The contributed reach the minimum."""
    scale = rules.rows(RetirementScale, day)
    row = scale.rows[0]
    least, first = rules.amount("retirement_minimum_years", day), rules.amount("retirement_percent_first", day)
    highest = rules.amount("retirement_percent_highest", day)
    beyond = max(0, contributed - int(least.value) * 12)
    early = min(beyond, row.first_months)
    late = min(beyond - early, row.next_months)
    share = min(first.value + early * row.first_percent + late * row.next_percent, highest.value)
    values = {"contributed": months(contributed), "percent": percent(share)}
    return PensionShare(share, scale.source.step("sum-step-pension-percent", **values))


def band_of(contributed: int, day: date, rules: SumRules) -> int:
    """The place of the career's band among the columns of reductions."""
    bands = rules.rows(CareerBand, day).rows
    return sum(total_months(band.since) <= contributed for band in bands) - 1


def monthly_minimum(family: str, day: date, rules: SumRules) -> LawAmount:
    """The least pension a month of who is 65, by family, in the payments of a year; rounded to the cent."""
    year, payments = rules.amount(f"pension_minimum_{family}", day), rules.amount("pension_payments", day)
    return LawAmount(cents(year.value / payments.value), year.source)


def gross_step(share: PensionShare, base: Decimal) -> tuple[Decimal, SumStep]:
    """The pension before reductions and limits, rounded to the cent."""
    gross = cents(base * share.value / 100)
    values = {"base": money(base), "percent": percent(share.value), "amount": money(gross)}
    return gross, SumStep("sum-step-pension-gross", values, share.step.norm, share.step.article)
