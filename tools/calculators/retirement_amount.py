"""What a retirement pension is at the ordinary age or later (LGSS 57, 59, 209, 210.1-2; DT 4.ª.7 and 9.ª).

The base out of contribution bases and the pension are each rounded to the cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.content.calculation_rows import RetirementAge
from knowledge.content.fact_values import YearsMonths
from tools.calculators.careers import Career, ordinary_age
from tools.calculators.dates import add_months
from tools.calculators.early_retirement import FAMILIES
from tools.calculators.inputs import Given, SumInput
from tools.calculators.pension import gross_step, monthly_minimum, share_of_base
from tools.calculators.rules import SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumStep, cents, counted, money, months, percent, told, total_months

NAME = "retirement_amount"
INPUTS = (
    SumInput("contributed", "duration", asked="contributed-total"),
    SumInput("base", "money", unless=("monthly_base",), asked="pension-base"),
    SumInput("monthly_base", "money", required=False),
    SumInput("delay", "duration", required=False),
    SumInput("spouse", "choice", required=False, options=FAMILIES),
    SumInput("born", "date", required=False, life=True),
)
TABLES = ("retirement_scale", "retirement_ages")
AMOUNTS = (
    *("retirement_minimum_years", "retirement_percent_first", "retirement_percent_highest", "retirement_base_months"),
    *("retirement_base_divisor", "delay_year_percent", "delay_half_year_percent", "pension_payments"),
    *("pension_highest", *(f"pension_minimum_{family}" for family in FAMILIES)),
)
_HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class RetirementAmountInput:
    """All that is contributed on the day of retiring, the base or the usual contribution base, and months of delay.

    ``starts``: the day from which the pension is due, for the scale changes with the years; None: today's.
    """

    contributed: int
    base: Decimal | None = None
    monthly_base: Decimal = Decimal(0)
    delay: int = 0
    family: str | None = None
    starts: date | None = None


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs."""
    delay = total_months(given.get("delay", YearsMonths(0, 0)))
    asked = RetirementAmountInput(
        total_months(given["contributed"]),
        given.get("base"),
        given.get("monthly_base", Decimal(0)),
        delay,
        given.get("spouse"),
        _starts(given, delay, rules),
    )
    assumed: tuple[SumPhrase, ...] = () if delay else (SumPhrase("sum-assumed-ordinary-age"),)
    assumed += () if asked.starts else (SumPhrase("sum-assumed-this-year"),)
    assumed += (SumPhrase("sum-assumed-base"),) if "base" in given else ()
    return retirement_amount(asked, rules, assumed)


def retirement_amount(given: RetirementAmountInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The pension a month, within its limits."""
    day = rules.today
    least = rules.amount("retirement_minimum_years", day)
    if given.contributed - given.delay < least.value * 12:
        needed = counted("years", least.value)
        result = SumPhrase(
            "sum-retirement-too-few", {"needed": needed, "have": months(max(0, given.contributed - given.delay))}
        )
        step = least.source.step("sum-step-minimum-years", needed=needed)
        return Sum(NAME, None, result, (step,), (SumPhrase("sum-official-inss"),), assumed, possible=False)
    base, base_steps = _base(given, rules)
    share = share_of_base(given.contributed, given.starts or day, rules)
    gross, step = gross_step(share, base)
    extra, delay_steps = _delay(given, rules)
    amount = cents(base * (share.value + extra) / 100) if extra else gross
    highest = rules.amount("pension_highest", day)
    steps = [*base_steps, share.step, step, *delay_steps]
    limits = []
    if amount > highest.value:
        steps.append(highest.source.step("sum-step-pension-highest", highest=money(highest.value)))
        amount = highest.value
        limits += [SumPhrase("sum-limit-delay-highest")] if extra else []
    limits += [*_limits(given, amount, rules), *stale_limits(highest.source), SumPhrase("sum-official-inss")]
    values = {
        "contributed": months(given.contributed),
        "base": told(base),
        "percent": percent(share.value + extra),
        "amount": money(amount),
        "payments": counted("count", rules.amount("pension_payments", day).value),
    }
    result = SumPhrase("sum-retirement-amount-result", values)
    return Sum(NAME, money(amount), result, tuple(steps), tuple(limits), assumed)


def _starts(given: Given, delay: int, rules: SumRules) -> date | None:
    """The ordinary day of who was born then and has contributed that in all, and so much later."""
    if "born" not in given:
        return None
    career = Career(given["born"], total_months(given["contributed"]) - delay, rules.today, working=False)
    way = ordinary_age(career, rules.rows(RetirementAge, rules.today).rows)
    return add_months(max(way.day, rules.today), delay) if way else None


def _base(given: RetirementAmountInput, rules: SumRules) -> tuple[Decimal, tuple[SumStep, ...]]:
    """The base, or the one that the same contribution base each month comes to."""
    if given.base is not None:
        return given.base, ()
    number = rules.amount("retirement_base_months", rules.today)
    divisor = rules.amount("retirement_base_divisor", rules.today)
    base = cents(given.monthly_base * number.value / divisor.value)
    values = {
        "monthly": money(given.monthly_base),
        "months": counted("count", number.value),
        "divisor": counted("count", divisor.value),
        "base": money(base),
    }
    return base, (number.source.step("sum-step-pension-base", **values),)


def _delay(given: RetirementAmountInput, rules: SumRules) -> tuple[Decimal, tuple[SumStep, ...]]:
    """So much for each complete year after the ordinary age; after two, also for more than half a year."""
    years, rest = divmod(given.delay, 12)
    if not years:
        return Decimal(0), ()
    whole = rules.amount("delay_year_percent", rules.today)
    half = rules.amount("delay_half_year_percent", rules.today)
    extra = years * whole.value + (half.value if years >= 2 and rest > _HALF_YEAR else 0)
    values = {"delay": months(given.delay), "percent": percent(extra)}
    return extra, (whole.source.step("sum-step-pension-delay", **values),)


def _limits(given: RetirementAmountInput, amount: Decimal, rules: SumRules) -> Iterator[SumPhrase]:
    if given.base is None:
        yield SumPhrase("sum-limit-pension-base")
    if 12 < given.delay < 24 and given.delay % 12 > _HALF_YEAR:
        yield SumPhrase("sum-limit-delay-half")
    if given.delay >= 12:
        yield SumPhrase("sum-limit-delay-forms")
    families = (given.family,) if given.family else FAMILIES
    most = max(monthly_minimum(family, rules.today, rules).value for family in families)
    if amount < most:
        yield SumPhrase("sum-limit-pension-minimum", {"minimum": money(most)})
    yield SumPhrase("sum-limit-recent-years")
