"""What a permanent incapacity pays by degree (LGSS 196, 197; Decreto 3158/1966, art. 12; Decreto 1646/1972).

The base out of contribution bases and the pension are each rounded to the cent.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumValue, cents, counted, money, months, percent, told
from tools.calculators.wages import JOBS_HIGHEST, OTHER_JOB, PAYMENTS, Wages
from tools.calculators.working_life import MONTHLY_BASE

NAME = "incapacity_pension"
Degree = Literal["partial", "total", "qualified", "absolute", "severe"]
DEGREES: tuple[Degree, ...] = ("partial", "total", "qualified", "absolute", "severe")
INPUTS = (
    SumInput("base", "money", unless=("monthly_base",), asked="incapacity-base"),
    SumInput("degree", "choice", options=DEGREES),
    MONTHLY_BASE,
    OTHER_JOB,
    PAYMENTS,
)
TABLES = ()
AMOUNTS = (
    *("incapacity_partial_payments", "incapacity_total", "incapacity_qualified", "incapacity_absolute"),
    *("incapacity_qualified_age", "incapacity_base_months", "incapacity_base_divisor"),
    *("pension_highest", "pension_payments", JOBS_HIGHEST),
)
WAGES = Wages(joined=("monthly_base",), paid=("monthly_base",), highest=JOBS_HIGHEST)


@dataclass(frozen=True, slots=True)
class IncapacityInput:
    """The regulatory base a month, and the degree; ``qualified``: total, with the increase by age."""

    base: Decimal
    degree: Degree


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs: a regulatory base goes before the usual contribution base, out of which the law makes one; a partial
    degree has that of the sick leave, which is of a month.
    """
    degree: Degree = given["degree"]
    if degree == "partial" or "base" in given:
        found = incapacity_pension(IncapacityInput(given["base" if "base" in given else "monthly_base"], degree), rules)
        assumed = () if degree == "partial" else (SumPhrase("sum-assumed-average-base"),)
        return replace(found, assumed=(*found.assumed, *assumed))
    return _out_of_months(given["monthly_base"], degree, rules)


def _out_of_months(monthly: Decimal, degree: Degree, rules: SumRules) -> Sum:
    """Of one who has contributed on that base all the months that the law counts, after a common illness."""
    number, divisor = (rules.amount(f"incapacity_base_{one}", rules.today) for one in ("months", "divisor"))
    base = cents(monthly * number.value / divisor.value)
    step = number.source.step(
        "sum-step-pension-base",
        monthly=money(monthly),
        months=counted("count", number.value),
        divisor=counted("count", divisor.value),
        base=money(base),
    )
    found = incapacity_pension(IncapacityInput(base, degree), rules)
    values: dict[str, SumValue] = {"monthly": told(monthly), "months": counted("months", number.value)}
    assumed = SumPhrase("sum-assumed-incapacity-base", values)
    return replace(found, steps=(step, *found.steps), assumed=(*found.assumed, assumed))


def incapacity_pension(given: IncapacityInput, rules: SumRules) -> Sum:
    """A single payment for the partial degree, a pension for the others."""
    official, base = SumPhrase("sum-official-benefits"), {"base": told(given.base)}
    if given.degree == "partial":
        times = rules.amount("incapacity_partial_payments", rules.today)
        amount = cents(given.base * times.value)
        values = {"base": money(given.base), "times": counted("count", times.value), "amount": money(amount)}
        step = times.source.step("sum-step-incapacity-partial", **values)
        result = SumPhrase("sum-incapacity-partial", {**values, **base})
        return Sum(NAME, money(amount), result, (step,), (SumPhrase("sum-limit-incapacity-partial"), official))
    name = "absolute" if given.degree == "severe" else given.degree
    share, highest = rules.amount(f"incapacity_{name}", rules.today), rules.amount("pension_highest", rules.today)
    full = cents(given.base * share.value / 100)
    amount = min(full, highest.value)
    values = {"base": money(given.base), "percent": percent(share.value), "amount": money(full)}
    steps = [share.source.step("sum-step-incapacity", **values)]
    if full > amount:
        steps.append(highest.source.step("sum-step-pension-highest", highest=money(highest.value)))
    payments = counted("count", rules.amount("pension_payments", rules.today).value)
    values |= {**base, "amount": money(amount), "payments": payments}
    if given.degree == "total":
        values["age"] = months(int(rules.amount("incapacity_qualified_age", rules.today).value))
    result = SumPhrase(f"sum-incapacity-{given.degree}", values)
    limits = tuple(SumPhrase(f"sum-limit-incapacity-{one}") for one in ("minimum", "work", "late"))
    assumed = (SumPhrase("sum-assumed-severe"),) if given.degree == "severe" else ()
    return Sum(NAME, money(amount), result, tuple(steps), (*limits, *stale_limits(highest.source), official), assumed)
