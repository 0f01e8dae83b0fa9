"""What a retirement pension is at the ordinary age or later (LGSS 57, 59, 209, 210.1-2; DT 4.ª.7 and 9.ª).

The base out of contribution bases and the pension are each rounded to the cent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tools.calculators.pension import PensionShare, gross_step, monthly_minimum, share_of_base
from tools.calculators.rules import SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumStep, SumValue, cents, counted, money, months, on, percent, told
from tools.calculators.wages import JOBS_HIGHEST
from tools.calculators.working_life import FAMILIES

TABLES = ("retirement_scale",)
AMOUNTS = (
    *("retirement_minimum_years", "retirement_percent_first", "retirement_percent_highest", "retirement_base_months"),
    *("retirement_base_divisor", "delay_year_percent", "delay_half_year_percent", "pension_payments"),
    *("pension_highest", JOBS_HIGHEST, *(f"pension_minimum_{family}" for family in FAMILIES)),
)
_HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class PensionInput:
    """All that is contributed on the day of retiring, the base or the usual contribution base, and months of delay.

    ``starts``: the day from which the pension is due, for the scale changes with the years; None: today's. ``age``: in
    months on that day, where both are to be told.
    """

    contributed: int
    base: Decimal | None = None
    monthly_base: Decimal | None = None
    delay: int = 0
    family: str | None = None
    starts: date | None = None
    age: int | None = None


def ordinary_pension(name: str, given: PensionInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The pension a month, within its limits; without a base, what it is of the base. ``name``: of the sum."""
    least = rules.amount("retirement_minimum_years", rules.today)
    if given.contributed < least.value * 12:
        needed = counted("years", least.value)
        result = SumPhrase("sum-retirement-too-few", {"needed": needed, "have": months(given.contributed)})
        step = least.source.step("sum-step-minimum-years", needed=needed)
        return Sum(name, None, result, (step,), (SumPhrase("sum-official-benefits"),), assumed, possible=False)
    if given.contributed - given.delay < least.value * 12:
        given = replace(given, delay=0)  # the years were not there at the ordinary age (LGSS 210.2)
    share = share_of_base(given.contributed, given.starts or rules.today, rules)
    extra, delay_steps = delay_percent(given.delay, rules)
    base, base_steps = regulatory_base(given.base, given.monthly_base, rules)
    if base is None:
        limits = (SumPhrase("sum-limit-recent-years"), SumPhrase("sum-official-benefits"))
        result = _result(given, share.value, extra, {})
        return Sum(name, percent(share.value + extra), result, (share.step, *delay_steps), limits, assumed)
    found = _amount(name, replace(given, base=base), share, rules)
    more = () if given.base is not None else (SumPhrase("sum-limit-pension-base"),)
    return replace(found, steps=(*base_steps, *found.steps), limits=(*more, *found.limits), assumed=assumed)


def _amount(name: str, given: PensionInput, share: PensionShare, rules: SumRules) -> Sum:
    base = given.base or Decimal(0)
    gross, step = gross_step(share, base)
    extra, delay_steps = delay_percent(given.delay, rules)
    amount = cents(base * (share.value + extra) / 100) if extra else gross
    highest = rules.amount("pension_highest", rules.today)
    steps = [share.step, step, *delay_steps]
    limits = []
    if amount > highest.value:
        steps.append(highest.source.step("sum-step-pension-highest", highest=money(highest.value)))
        amount = highest.value
        limits += [SumPhrase("sum-limit-delay-highest")] if extra else []
    limits += [*_limits(given, amount, rules), *stale_limits(highest.source), SumPhrase("sum-official-benefits")]
    values: dict[str, SumValue] = {
        "base": told(base),
        "amount": money(amount),
        "payments": counted("count", rules.amount("pension_payments", rules.today).value),
    }
    return Sum(name, money(amount), _result(given, share.value, extra, values), tuple(steps), tuple(limits))


def _result(given: PensionInput, share: Decimal, extra: Decimal, values: Mapping[str, SumValue]) -> SumPhrase:
    """In words; with the day and the age where they are known, and with what a delay adds."""
    all_values: dict[str, SumValue] = {
        "contributed": months(given.contributed), "percent": percent(share + extra), **values
    }  # fmt: skip
    kind = "result" if values else "share"
    if given.age is None or given.starts is None:
        return SumPhrase(f"sum-retirement-amount-{kind}", all_values)
    all_values |= {"date": on(given.starts), "age": months(given.age)}
    if extra:
        all_values |= {"extra": percent(extra), "delay": months(given.delay)}
        return SumPhrase(f"sum-retirement-late-{kind}", all_values)
    return SumPhrase(f"sum-retirement-on-{kind}", all_values)


def regulatory_base(
    base: Decimal | None, monthly: Decimal | None, rules: SumRules
) -> tuple[Decimal | None, tuple[SumStep, ...]]:
    """The base told, or the one that the same contribution base each month comes to; None where neither is told."""
    if base is not None or monthly is None:
        return base, ()
    number = rules.amount("retirement_base_months", rules.today)
    divisor = rules.amount("retirement_base_divisor", rules.today)
    found = cents(monthly * number.value / divisor.value)
    values = {
        "monthly": money(monthly),
        "months": counted("count", number.value),
        "divisor": counted("count", divisor.value),
        "base": money(found),
    }
    return found, (number.source.step("sum-step-pension-base", **values),)


def delay_percent(delay: int, rules: SumRules) -> tuple[Decimal, tuple[SumStep, ...]]:
    """So much for each complete year after the ordinary age; after two, also for more than half a year."""
    years, rest = divmod(delay, 12)
    if not years:
        return Decimal(0), ()
    whole = rules.amount("delay_year_percent", rules.today)
    half = rules.amount("delay_half_year_percent", rules.today)
    extra = years * whole.value + (half.value if years >= 2 and rest > _HALF_YEAR else 0)
    values = {"delay": months(delay), "percent": percent(extra)}
    return extra, (whole.source.step("sum-step-pension-delay", **values),)


def _limits(given: PensionInput, amount: Decimal, rules: SumRules) -> Iterator[SumPhrase]:
    if 12 < given.delay < 24 and given.delay % 12 > _HALF_YEAR:
        yield SumPhrase("sum-limit-delay-half")
    if given.delay >= 12:
        yield SumPhrase("sum-limit-delay-forms")
    families = (given.family,) if given.family else FAMILIES
    most = max(monthly_minimum(family, rules.today, rules).value for family in families)
    if amount < most:
        yield SumPhrase("sum-limit-pension-minimum", {"minimum": money(most)})
    yield SumPhrase("sum-limit-recent-years")
