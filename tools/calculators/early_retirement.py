"""What an early retirement costs (LGSS 207, 208, 210.3-5; DT 7.ª, 9.ª, 34.ª).

The pension before the reduction and the reduced one are each rounded to the cent.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from knowledge.content.calculation_rows import (
    CappedReduction,
    InvoluntaryReduction,
    RetirementAge,
    VoluntaryReduction,
)
from tools.calculators.careers import Career, OrdinaryAge, earliest, ordinary_age
from tools.calculators.dates import add_months, begun_months
from tools.calculators.inputs import Given
from tools.calculators.ordinary_pension import AMOUNTS as PENSION_AMOUNTS
from tools.calculators.ordinary_pension import regulatory_base
from tools.calculators.pension import band_of, gross_step, monthly_minimum, share_of_base
from tools.calculators.retiring import comes_of_age, part_here, pension_from
from tools.calculators.rules import LawAmount, LawRows, Source, SumRules, stale_limits
from tools.calculators.sums import (
    CENT,
    Sum,
    SumPhrase,
    SumStep,
    cents,
    counted,
    money,
    months,
    on,
    percent,
    told,
)
from tools.calculators.wages import OTHER_JOB, PAYMENTS
from tools.calculators.working_life import (
    ABROAD,
    AHEAD,
    BASE,
    BIRTH,
    CAREER_WAGES,
    CONTRIBUTED,
    DELAY,
    ENDING,
    FAMILIES,
    LEAVING,
    MONTHLY_BASE,
    SPOUSE,
    STILL_WORKING,
    UNTIL,
    abroad_of,
    assumed_work,
    career_of,
    leaving_day,
)

NAME = "early_retirement"
Ending = Literal["voluntary", "involuntary"]
INPUTS = (
    *(BIRTH, CONTRIBUTED, LEAVING, AHEAD, DELAY, BASE, MONTHLY_BASE, ENDING, SPOUSE, STILL_WORKING, UNTIL, ABROAD),
    *(OTHER_JOB, PAYMENTS),
)
WAGES = CAREER_WAGES
TABLES = ("retirement_ages", "retirement_scale", "career_bands", "early_voluntary", "early_involuntary", "early_capped")
AMOUNTS = (
    *PENSION_AMOUNTS,
    *("early_voluntary_months", "early_voluntary_years", "early_involuntary_months", "early_involuntary_years"),
    *("early_minimum_age", "early_involuntary_cap_cut"),
)
_QUARTER = 3
_REDUCTIONS: dict[Ending, type[Any]] = {"voluntary": VoluntaryReduction, "involuntary": InvoluntaryReduction}


@dataclass(frozen=True, slots=True)
class EarlyInput:
    """A career, the day to leave (None: the earliest), and the monthly regulatory base, where it is known.

    ``abroad``: the months of the career in other countries.
    """

    career: Career
    leaving: date | None = None
    base: Decimal | None = None
    ending: Ending = "voluntary"
    family: str | None = None
    abroad: int = 0


@dataclass(frozen=True, slots=True)
class _Leaving:
    """The day, how many begun months before the ordinary one, and what is contributed by then."""

    day: date
    ordinary: OrdinaryAge
    ahead: int
    contributed: int


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs; at the ordinary age or later there is nothing to take off. Raises BadSumInput."""
    career, ending = career_of(given, rules), given.get("ending", "voluntary")
    day, assumed = leaving_day(given, career, rules), assumed_work(given)
    if comes_of_age(career, day or rules.today, rules):
        found = pension_from(NAME, given, career, day or rules.today, rules)
        found = replace(found, assumed=(*assumed, *found.assumed))
        told_all = found.value is None or given.keys() & {"base", "monthly_base"}
        return found if told_all else _reached(found)
    if "ending" not in given:
        assumed = (*assumed, SumPhrase("sum-assumed-voluntary"))
    base, steps = regulatory_base(given.get("base"), given.get("monthly_base"), rules)
    if "base" in given:
        assumed = (*assumed, SumPhrase("sum-assumed-base"))
    asked = EarlyInput(career, day, base, ending, given.get("spouse"), abroad_of(given))
    found = early_retirement(asked, rules, assumed)
    return replace(found, steps=(*steps, *found.steps))


def _reached(found: Sum) -> Sum:
    """That nothing is taken off; ``found``: what the pension is of its base."""
    result = SumPhrase("sum-early-reached", found.result.values)
    return replace(found, value=None, result=result, possible=False)


def early_retirement(given: EarlyInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """Months ahead, reduction and pension of an early retirement, or why there is none."""
    ages = rules.rows(RetirementAge, rules.today)
    ahead = rules.amount(f"early_{given.ending}_months", rules.today)
    years = rules.amount(f"early_{given.ending}_years", rules.today)
    first = earliest(given.career, ages.rows, int(ahead.value), int(years.value) * 12)
    day = given.leaving or first
    if day is None:
        return _none(given.career, ages, years, assumed)
    ordinary = ordinary_age(given.career.from_then(day), ages.rows)
    assert ordinary is not None
    have = given.career.contributed(day)
    if have < years.value * 12:
        values = {"needed": counted("years", years.value), "have": months(have), "date": on(day)}
        step = years.source.step("sum-step-early-years", needed=values["needed"])
        return _no(SumPhrase("sum-early-too-few", values), assumed, step)
    start = add_months(ordinary.day, -int(ahead.value))
    if start > day:
        limit = counted("months", ahead.value)
        result = SumPhrase("sum-early-too-young", {"months": limit, "date": on(first or start)})
        return _no(result, assumed, ahead.source.step("sum-step-early-months", months=limit))
    if given.leaving is None:
        assumed = (*assumed, SumPhrase("sum-assumed-earliest", {"date": on(day)}))
    leaving = _Leaving(day, ordinary, begun_months(day, ordinary.day), have)
    return _reduced(given, leaving, rules, assumed)


def _none(career: Career, ages: LawRows[RetirementAge], years: LawAmount, assumed: tuple[SumPhrase, ...]) -> Sum:
    """There is no day for it: the ordinary age is here, or comes before the years contributed."""
    plain = ordinary_age(career, ages.rows)
    assert plain is not None
    needed = counted("years", years.value)
    values = {"needed": needed, "have": months(career.contributed(plain.day)), "date": on(plain.day)}
    return _no(SumPhrase("sum-early-never", values), assumed, years.source.step("sum-step-early-years", needed=needed))


def _no(result: SumPhrase, assumed: tuple[SumPhrase, ...], *steps: SumStep) -> Sum:
    limits = (SumPhrase("sum-limit-early-military"), SumPhrase("sum-official-benefits"))
    return Sum(NAME, None, result, steps, limits, assumed, possible=False)


def _reduced(given: EarlyInput, leaving: _Leaving, rules: SumRules, assumed: tuple[SumPhrase, ...]) -> Sum:
    """The reduction, and the pension where the base is known."""
    table = rules.rows(_REDUCTIONS[given.ending], leaving.day)
    share = share_of_base(leaving.contributed, leaving.day, rules)
    ages = rules.rows(RetirementAge, rules.today).source
    said = {"date": on(leaving.day), "months": counted("months", leaving.ahead)}
    steps = (ages.step("sum-step-early-ahead", **said, ordinary=on(leaving.ordinary.day)), share.step)
    off = _cell(table, leaving, rules)
    if given.abroad:
        values = {**said, "percent": percent(off), "part": part_here(leaving.contributed, given.abroad)}
        result = SumPhrase("sum-early-abroad", values)
        limits = (*_limits(given), SumPhrase("sum-official-benefits"))
        return Sum(NAME, percent(off), result, (*steps, _off_step(table.source, leaving, off)), limits, assumed)
    if given.base is None:
        net = percent((share.value * (100 - off) / 100).quantize(CENT, ROUND_HALF_UP))
        result = SumPhrase("sum-early-result-share", {**said, "percent": percent(off), "net": net})
        limits = (*_limits(given), SumPhrase("sum-official-benefits"))
        return Sum(NAME, percent(off), result, (*steps, _off_step(table.source, leaving, off)), limits, assumed)
    gross, step = gross_step(share, given.base)
    pension = (_voluntary if given.ending == "voluntary" else _involuntary)(gross, leaving, rules, table)
    pension = replace(pension, steps=(*steps, step, *pension.steps))
    return _told(given, leaving, pension, rules, assumed)


@dataclass(frozen=True, slots=True)
class _Pension:
    """A month's pension, the reduction in it, and whether that is off the highest pension."""

    amount: Decimal
    off: Decimal
    steps: tuple[SumStep, ...]
    capped: bool = False


def _voluntary(gross: Decimal, leaving: _Leaving, rules: SumRules, table: LawRows[Any]) -> _Pension:
    """Off the pension; off the highest pension, by its own table, where the pension is above it (LGSS 210.3)."""
    highest = rules.amount("pension_highest", leaving.day)
    if gross <= highest.value:
        return _taken_off(gross, leaving, rules, table)
    pension = _taken_off(highest.value, leaving, rules, rules.rows(CappedReduction, leaving.day))
    step = highest.source.step("sum-step-pension-highest", highest=money(highest.value))
    return _Pension(pension.amount, pension.off, (step, *pension.steps), capped=True)


def _involuntary(gross: Decimal, leaving: _Leaving, rules: SumRules, table: LawRows[Any]) -> _Pension:
    """Off the pension; then at most the highest one less a cut by begun quarter (LGSS 210.4)."""
    highest, cut = rules.amount("pension_highest", leaving.day), rules.amount("early_involuntary_cap_cut", leaving.day)
    pension = _taken_off(gross, leaving, rules, table)
    share = cut.value * -(-leaving.ahead // _QUARTER)
    limit = cents(highest.value * (100 - share) / 100)
    if pension.amount <= limit:
        return pension
    step = cut.source.step("sum-step-pension-highest-cut", percent=percent(share), highest=money(limit))
    return _Pension(limit, pension.off, (*pension.steps, step))


def _taken_off(amount: Decimal, leaving: _Leaving, rules: SumRules, table: LawRows[Any]) -> _Pension:
    off = _cell(table, leaving, rules)
    net = cents(amount * (100 - off) / 100)
    values = {"amount": money(amount), "percent": percent(off), "net": money(net)}
    steps = (_off_step(table.source, leaving, off), table.source.step("sum-step-pension-net", **values))
    return _Pension(net, off, steps)


def _told(
    given: EarlyInput, leaving: _Leaving, pension: _Pension, rules: SumRules, assumed: tuple[SumPhrase, ...]
) -> Sum:
    """The sum, unless the pension is not above the least one, which by one's own will it must be (LGSS 208.1.c)."""
    highest = rules.amount("pension_highest", leaving.day)
    official = (*_limits(given), *stale_limits(highest.source), SumPhrase("sum-official-benefits"))
    family: tuple[SumPhrase, ...] = ()
    if given.ending == "voluntary":
        families = (given.family,) if given.family else FAMILIES
        least = sorted((monthly_minimum(one, leaving.day, rules) for one in families), key=lambda one: one.value)
        if pension.amount <= least[0].value:
            minimum = money(least[0].value)
            result = SumPhrase("sum-early-below", {"amount": money(pension.amount), "minimum": minimum})
            age = rules.amount("early_minimum_age", leaving.day)
            step = age.source.step("sum-step-early-minimum", minimum=minimum, age=counted("years", age.value))
            return Sum(NAME, None, result, (*pension.steps, step), official, assumed, possible=False)
        if pension.amount <= least[-1].value:
            family = (SumPhrase("sum-limit-early-family", {"minimum": money(least[-1].value)}),)
    values = {
        "date": on(leaving.day),
        "months": counted("months", leaving.ahead),
        "percent": percent(pension.off),
        "base": told(given.base or Decimal(0)),
        "amount": money(pension.amount),
        "payments": counted("count", rules.amount("pension_payments", leaving.day).value),
    }
    if pension.capped:
        values.pop("base")
        result = SumPhrase("sum-early-result-capped", {**values, "highest": money(highest.value)})
        family = (*family, SumPhrase("sum-limit-early-capped"))
    else:
        result = SumPhrase("sum-early-result-amount", values)
    return Sum(NAME, money(pension.amount), result, pension.steps, (*family, *official), assumed)


def _cell(table: LawRows[Any], leaving: _Leaving, rules: SumRules) -> Decimal:
    """The reduction for the months ahead in the band of the career."""
    row = next(row for row in table.rows if row.months == leaving.ahead)
    cell: Decimal = row[1 + band_of(leaving.contributed, leaving.day, rules)]
    return cell


def _off_step(source: Source, leaving: _Leaving, off: Decimal) -> SumStep:
    values = {"months": counted("months", leaving.ahead), "contributed": months(leaving.contributed)}
    return source.step("sum-step-early-reduction", **values, percent=percent(off))


def _limits(given: EarlyInput) -> tuple[SumPhrase, ...]:
    special = "sum-limit-early-involuntary" if given.ending == "involuntary" else "sum-limit-early-subsidy"
    return SumPhrase("sum-limit-early-life"), SumPhrase(special)
