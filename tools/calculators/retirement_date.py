"""When one can retire: the ordinary age, and the earliest day (LGSS 205, 207, 208; DT 7.ª); how much then."""

from dataclasses import replace
from datetime import date

from knowledge.content.calculation_rows import RetirementAge
from tools.calculators.careers import Career, OrdinaryAge, earliest, ordinary_age
from tools.calculators.dates import whole_months
from tools.calculators.inputs import Given
from tools.calculators.ordinary_pension import AMOUNTS as PENSION_AMOUNTS
from tools.calculators.retiring import pension_from
from tools.calculators.rules import LawRows, SumRules
from tools.calculators.sums import Measured, Sum, SumPhrase, SumStep, SumValue, counted, months, on, total_months
from tools.calculators.wages import OTHER_JOB, PAYMENTS
from tools.calculators.working_life import (
    ABROAD,
    BASE,
    BIRTH,
    CAREER_WAGES,
    CONTRIBUTED,
    ENDING,
    MONTHLY_BASE,
    STILL_WORKING,
    UNTIL,
    assumed_work,
    career_of,
)

NAME = "retirement_date"
INPUTS = (BIRTH, CONTRIBUTED, STILL_WORKING, ENDING, BASE, MONTHLY_BASE, UNTIL, ABROAD, OTHER_JOB, PAYMENTS)
WAGES = CAREER_WAGES
TABLES = ("retirement_ages", "retirement_scale")
AMOUNTS = tuple(
    dict.fromkeys(
        (
            *PENSION_AMOUNTS,
            *(f"early_{ending}_{limit}" for ending in ENDING.options for limit in ("months", "years")),
        )
    )
)


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs; what the pension is on the ordinary day follows, where a base is told. Raises BadSumInput."""
    career, assumed = career_of(given, rules), assumed_work(given)
    if given.get("until") == "end" and given.get("still_working") != "no":
        career = _as_of_today(career, rules)
    found = retirement_date(career, rules, given.get("ending", "voluntary"), assumed)
    day = found.value.value if found.value else None
    if not isinstance(day, date) or not given.keys() & {"base", "monthly_base"} or "abroad" in given:
        return found
    pension = pension_from(NAME, given, career, max(day, rules.today), rules)
    if not pension.possible:
        return found
    result = SumPhrase("sum-retirement-then", pension.result.values)
    early = found.result.values.get("early")
    more = (early,) if isinstance(early, SumPhrase) else ()
    limits = (*more, *(one for one in pension.limits if one not in found.limits), *found.limits)
    assumed = (*found.assumed, *pension.assumed)
    return replace(found, result=result, steps=(*found.steps, *pension.steps), limits=limits, assumed=assumed)


def _as_of_today(career: Career, rules: SumRules) -> Career:
    """Of one with all that is contributed at the ordinary age: what is contributed today, and goes on until then."""
    way = ordinary_age(career, rules.rows(RetirementAge, rules.today).rows)
    ahead = whole_months(rules.today, way.day) if way else 0
    return Career(career.birth, career.months - ahead, rules.today) if ahead <= career.months else career


def retirement_date(career: Career, rules: SumRules, ending: str, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The ordinary day and the earliest one."""
    ages = rules.rows(RetirementAge, rules.today)
    official = SumPhrase("sum-official-benefits")
    way = ordinary_age(career, ages.rows)
    if way is None:
        return Sum(NAME, None, SumPhrase("sum-retirement-date-past"), limits=(official,), possible=False)
    least = rules.amount("retirement_minimum_years", rules.today)
    enough = career.reaches(int(least.value) * 12)
    needed = counted("years", least.value)
    if enough is None:
        result = SumPhrase("sum-retirement-too-few", {"needed": needed, "have": months(career.months)})
        step = least.source.step("sum-step-minimum-years", needed=needed)
        return Sum(NAME, None, result, (step,), (official,), assumed, possible=False)
    limits = (SumPhrase("sum-limit-recent-years"), SumPhrase("sum-limit-special-ages"), official)
    steps = [_age_step(ages, way), *_have_step(ages, way, career)]
    if enough > way.day:
        later = {"needed": needed, "date": on(enough), "age": months(way.age_months)}
        steps.append(least.source.step("sum-step-minimum-years", needed=needed))
        result = SumPhrase("sum-retirement-date-years-later", later)
        return Sum(NAME, on(enough), result, tuple(steps), limits, assumed)
    values: dict[str, SumValue] = {"age": _age_on(career.birth, way), "date": on(way.day)}
    kind = "long" if way.long else "short"
    contributed = {"needed": months(total_months(way.row.contributed))}
    if way.day <= rules.today:
        result = SumPhrase(f"sum-retirement-date-reached-{kind}", {**values, **contributed})
        return Sum(NAME, on(way.day), result, tuple(steps), limits, assumed)
    values["why"] = SumPhrase(f"sum-retirement-why-{kind}", contributed)
    early, early_steps = _early(career, ages, rules, ending)
    result = SumPhrase("sum-retirement-date-result", {**values, "early": early})
    more = (SumPhrase("sum-limit-early-minimum"),) if early_steps else ()
    return Sum(NAME, on(way.day), result, (*steps, *early_steps), (*more, *limits), assumed)


def _age_on(birth: date, way: OrdinaryAge) -> Measured:
    """The age on the day, in whole months: of a long career it may be more than that of the row."""
    lived = (way.day.year - birth.year) * 12 + way.day.month - birth.month - (way.day.day < birth.day)
    return months(max(way.age_months, lived))


def _age_step(ages: LawRows[RetirementAge], way: OrdinaryAge) -> SumStep:
    return ages.source.step(
        "sum-step-ordinary-age",
        year=counted("count", way.day.year),
        needed=months(total_months(way.row.contributed)),
        long=months(total_months(way.row.age_long_career)),
        age=months(total_months(way.row.age)),
    )


def _have_step(ages: LawRows[RetirementAge], way: OrdinaryAge, career: Career) -> tuple[SumStep, ...]:
    """What is contributed by the ordinary day, or by the day of the long-career age where that decides."""
    values = {"have": months(career.contributed(way.day)), "date": on(way.day)}
    return (ages.source.step("sum-step-contributed", **values),)


def _early(
    career: Career, ages: LawRows[RetirementAge], rules: SumRules, ending: str
) -> tuple[SumPhrase, tuple[SumStep, ...]]:
    """The sentence about an early retirement, and its step where there is one."""
    ahead = rules.amount(f"early_{ending}_months", rules.today)
    years = rules.amount(f"early_{ending}_years", rules.today)
    day = earliest(career, ages.rows, int(ahead.value), int(years.value) * 12)
    needed, kind = counted("years", years.value), "" if ending == "voluntary" else f"-{ending}"
    if day is None:
        return SumPhrase(f"sum-retirement-no-early{kind}", {"needed": needed}), ()
    step = ahead.source.step(f"sum-step-early-{ending}", months=counted("months", ahead.value), needed=needed)
    if day <= rules.today:
        return SumPhrase(f"sum-retirement-early-now{kind}"), (step,)
    return SumPhrase(f"sum-retirement-early{kind}", {"date": on(day)}), (step,)
