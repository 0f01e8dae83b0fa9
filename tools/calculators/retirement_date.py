"""When one can retire: the ordinary age, and the earliest day by one's own will (LGSS 205, 208; DT 7.ª)."""

from dataclasses import dataclass
from datetime import date

from knowledge.content.calculation_rows import RetirementAge
from knowledge.content.fact_values import YearsMonths
from tools.calculators.careers import Career, OrdinaryAge, earliest, ordinary_age
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import LawRows, SumRules
from tools.calculators.sums import Measured, Sum, SumPhrase, SumStep, SumValue, counted, months, on, total_months
from tools.errors import BadSumInput

NAME = "retirement_date"
BIRTH = SumInput("born", "date", life=True)
CONTRIBUTED = SumInput("contributed", "duration")
STILL_WORKING = SumInput("still_working", "choice", required=False, options=("yes", "no"))
INPUTS = (BIRTH, CONTRIBUTED, STILL_WORKING)
TABLES = ("retirement_ages",)
AMOUNTS = ("retirement_minimum_years", "early_voluntary_months", "early_voluntary_years")
_WORKS_FROM = 14
"""Nobody contributes before this age: with more years than a life holds since then, the input is wrong."""


@dataclass(frozen=True, slots=True)
class RetirementDateInput:
    """Birth, and the months contributed until today."""

    birth: date
    contributed: YearsMonths
    working: bool = True


def career_of(given: Given, rules: SumRules) -> Career:
    """The working life that the inputs tell. Raises BadSumInput when it is longer than the life."""
    birth, contributed = given["born"], total_months(given["contributed"])
    lived = (rules.today.year - birth.year) * 12 + rules.today.month - birth.month
    if contributed > max(0, lived - _WORKS_FROM * 12):
        raise BadSumInput("contributed", "more-than-life")
    return Career(birth, contributed, rules.today, given.get("still_working", "yes") == "yes")


def assumed_work(given: Given) -> tuple[SumPhrase, ...]:
    """That one goes on contributing, where nobody said so."""
    return () if "still_working" in given else (SumPhrase("sum-assumed-working"),)


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs. Raises BadSumInput."""
    career_of(given, rules)
    working = given.get("still_working", "yes") == "yes"
    asked = RetirementDateInput(given["born"], given["contributed"], working)
    return retirement_date(asked, rules, assumed_work(given))


def retirement_date(given: RetirementDateInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The ordinary day and the earliest one."""
    career = Career(given.birth, total_months(given.contributed), rules.today, given.working)
    ages = rules.rows(RetirementAge, rules.today)
    official = SumPhrase("sum-official-inss")
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
    early, early_steps = _early(career, ages, rules)
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


def _early(career: Career, ages: LawRows[RetirementAge], rules: SumRules) -> tuple[SumPhrase, tuple[SumStep, ...]]:
    """The sentence about an early retirement, and its step where there is one."""
    ahead = rules.amount("early_voluntary_months", rules.today)
    years = rules.amount("early_voluntary_years", rules.today)
    day = earliest(career, ages.rows, int(ahead.value), int(years.value) * 12)
    needed = counted("years", years.value)
    if day is None:
        return SumPhrase("sum-retirement-no-early", {"needed": needed}), ()
    step = ahead.source.step("sum-step-early-voluntary", months=counted("months", ahead.value), needed=needed)
    if day <= rules.today:
        return SumPhrase("sum-retirement-early-now"), (step,)
    return SumPhrase("sum-retirement-early", {"date": on(day)}), (step,)
