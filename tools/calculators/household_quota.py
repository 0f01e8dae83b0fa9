"""The monthly quota of a household worker by wage: what the employer pays and what comes off the wage.

Orden de cotización, articles 15, 16 and 35; Real Decreto-ley 16/2022, first additional provision (general discounts).
Each part is rounded to the cent once.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from knowledge.content.calculation_rows import HouseholdBand
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import LawAmount, LawRows, SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumStep, SumValue, cents, counted, money, percent, told
from tools.calculators.wages import PAYMENTS, Wages

NAME = "household_quota"
Contract = Literal["permanent", "temporary"]
INPUTS = (
    SumInput("pay", "money", asked="household-pay"),
    SumInput("contract", "choice", required=False, options=("permanent", "temporary")),
    PAYMENTS,
)
WAGES = Wages(paid=("pay",))
TABLES = ("household_bands",)
_RATES = ("common", "equity", "unemployment_permanent", "unemployment_temporary")
AMOUNTS = (
    *(f"household_{rate}_{who}" for rate in _RATES for who in ("employer", "worker")),
    *("household_accident", "household_guarantee", "household_reduction", "household_bonus"),
    "contribution_base_highest",
)


@dataclass(frozen=True, slots=True)
class HouseholdInput:
    """The wage a month, with its share of the extra payments."""

    pay: Decimal
    contract: Contract = "permanent"


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs."""
    assumed = () if "contract" in given else (SumPhrase("sum-assumed-permanent"),)
    return household_quota(HouseholdInput(given["pay"], given.get("contract", "permanent")), rules, assumed)


class PayBand(NamedTuple):
    """The place of a wage's band in the table, and the base it gives."""

    place: int
    base: Decimal


def band_of_pay(pay: Decimal, rules: SumRules) -> PayBand:
    """By wage a month; in the last band the wage is the base, up to the highest one."""
    rows = rules.rows(HouseholdBand, rules.today).rows
    place = next(place for place, one in enumerate(rows) if one.up_to is None or pay <= one.up_to)
    base = rows[place].base
    if base is None:
        base = min(pay, rules.amount("contribution_base_highest", rules.today).value)
    return PayBand(place + 1, base)


def household_quota(given: HouseholdInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The band of the wage, its base, and both parts of the quota with the general discounts."""
    bands = rules.rows(HouseholdBand, rules.today)
    place, base = band_of_pay(given.pay, rules)

    def rate(name: str) -> LawAmount:
        return rules.amount(f"household_{name}", rules.today)

    def of(name: str, off: LawAmount | None = None) -> Decimal:
        return base * rate(name).value / 100 * (100 - off.value if off else 100) / 100

    reduction, bonus = rate("reduction"), rate("bonus")
    out_of_work = f"unemployment_{given.contract}"
    employer = cents(
        of("common_employer", reduction)
        + of("equity_employer")
        + of("accident")
        + of(f"{out_of_work}_employer", bonus)
        + of("guarantee", bonus)
    )
    worker = cents(of("common_worker") + of("equity_worker") + of(f"{out_of_work}_worker"))
    values = {
        "pay": told(given.pay),
        "base": money(base),
        "total": money(employer + worker),
        "employer": money(employer),
        "worker": money(worker),
    }
    steps = (
        _band_step(bands, place, base),
        _rate_step(rate("common_employer"), "common", rate("common_employer"), rate("common_worker")),
        _rate_step(rate("equity_employer"), "equity", rate("equity_employer"), rate("equity_worker")),
        rate("accident").source.step("sum-step-household-accident", percent=percent(rate("accident").value)),
        _rate_step(
            rate(f"{out_of_work}_employer"),
            "unemployment",
            rate(f"{out_of_work}_employer"),
            rate(f"{out_of_work}_worker"),
        ),
        rate("guarantee").source.step("sum-step-household-guarantee", percent=percent(rate("guarantee").value)),
        reduction.source.step(
            "sum-step-household-discounts", reduction=percent(reduction.value), bonus=percent(bonus.value)
        ),
    )
    limits = (
        SumPhrase("sum-limit-household-hours"),
        SumPhrase("sum-limit-household-more"),
        *stale_limits(bands.source),
        SumPhrase("sum-official-contributions"),
    )
    return Sum(NAME, money(employer + worker), SumPhrase("sum-household-result", values), steps, limits, assumed)


def _band_step(bands: LawRows[HouseholdBand], place: int, base: Decimal) -> SumStep:
    return bands.source.step("sum-step-household-band", band=counted("count", place), base=money(base))


def _rate_step(rule: LawAmount, what: str, employer: LawAmount, worker: LawAmount) -> SumStep:
    values: dict[str, SumValue] = {"employer": percent(employer.value), "worker": percent(worker.value)}
    return rule.source.step(f"sum-step-household-{what}", **values)
