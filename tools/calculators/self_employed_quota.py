"""The lowest monthly quota of a self-employed person by income (LGSS 308; yearly order of contributions).

The quota is the whole rate of the base, rounded to the cent once.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.content.calculation_rows import IncomeBand
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import LawRows, SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumStep, SumValue, cents, counted, money, percent, told
from tools.calculators.wages import OTHER_JOB, Wages
from tools.errors import BadSumInput

NAME = "self_employed_quota"
Deduction = Literal["done", "general", "company"]
INPUTS = (
    SumInput("income", "money", unless=("revenue",)),
    SumInput("deduction", "choice", required=False, options=("done", "general", "company")),
    SumInput("flat_rate", "choice", required=False, options=("yes", "no")),
    SumInput("revenue", "money", required=False),
    SumInput("expenses", "money", required=False),
    OTHER_JOB,
)
WAGES = Wages(joined=("income", "revenue"))
TABLES = ("self_employed_bands",)
AMOUNTS = (
    "self_employed_rate",
    "self_employed_deduction_general",
    "self_employed_deduction_company",
    "self_employed_flat_quota",
)


@dataclass(frozen=True, slots=True)
class QuotaInput:
    """Net income a month after expenses. ``deduction``: already taken off, or the one to take off."""

    income: Decimal
    deduction: Deduction = "done"
    flat_rate: bool = False


def missing(given: Given) -> tuple[str, ...]:
    """The expenses, of who told what is invoiced."""
    return ("expenses",) if "revenue" in given and not given.keys() & {"expenses", "income"} else ()


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs. Of what is invoiced less the expenses nothing is deducted yet. Raises BadSumInput."""
    income, deduction = given.get("income"), given.get("deduction", "done")
    if income is None:
        income, deduction = given["revenue"] - given["expenses"], given.get("deduction", "general")
        if income < 0:
            raise BadSumInput("expenses", "too-much")
    asked = QuotaInput(income, deduction, given.get("flat_rate") == "yes")
    known = "deduction" in given or "income" not in given
    assumed = () if known else (SumPhrase("sum-assumed-deducted", _deductions(rules)),)
    return self_employed_quota(asked, rules, assumed)


def self_employed_quota(given: QuotaInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The band of the income, its lowest base, and the quota."""
    bands = rules.rows(IncomeBand, rules.today)
    rate = rules.amount("self_employed_rate", rules.today)
    steps, income = [], given.income
    taken: dict[str, SumValue] = {}
    if given.deduction != "done":
        off = rules.amount(f"self_employed_deduction_{given.deduction}", rules.today)
        income = cents(given.income * (100 - off.value) / 100)
        taken = {"before": money(given.income), "off": percent(off.value), "income": money(income)}
        values = {"before": money(given.income), "percent": percent(off.value), "income": money(income)}
        steps.append(off.source.step("sum-step-quota-deduction", **values))
    band = _band(bands, income)
    quota = cents(band.base_lowest * rate.value / 100)
    steps.append(_band_step(bands, band))
    values = {"base": money(band.base_lowest), "rate": percent(rate.value), "quota": money(quota)}
    steps.append(rate.source.step("sum-step-quota", **values))
    limits = [SumPhrase("sum-limit-quota-yearly")]
    if given.deduction == "company":
        limits.append(SumPhrase("sum-limit-quota-company"))
    limits += [*stale_limits(bands.source, rate.source), SumPhrase("sum-official-contributions")]
    key = "sum-quota-result-deducted" if taken else "sum-quota-result"
    result = SumPhrase(key, {"income": told(income), **values, **taken})
    value = money(quota)
    if given.flat_rate:
        flat = rules.amount("self_employed_flat_quota", rules.today)
        result = SumPhrase("sum-quota-flat", {"quota": money(quota), "flat": money(flat.value)})
        steps.append(flat.source.step("sum-step-quota-flat", flat=money(flat.value)))
        return Sum(NAME, None, result, tuple(steps), tuple(limits), assumed)
    return Sum(NAME, value, result, tuple(steps), tuple(limits), assumed)


def _deductions(rules: SumRules) -> dict[str, SumValue]:
    """Per cent for general expenses, by kind of business."""
    names: tuple[Deduction, ...] = ("general", "company")
    return {name: percent(rules.amount(f"self_employed_deduction_{name}", rules.today).value) for name in names}


def _band(bands: LawRows[IncomeBand], income: Decimal) -> IncomeBand:
    return next(
        band
        for band in bands.rows
        if band.up_to is None or income < band.up_to or (income == band.up_to and band.limit == "included")
    )


def _band_step(bands: LawRows[IncomeBand], band: IncomeBand) -> SumStep:
    values = {
        "band": counted("count", band.band),
        "lowest": money(band.base_lowest),
        "highest": money(band.base_highest),
    }
    return bands.source.step(f"sum-step-quota-band-{band.table}", **values)
