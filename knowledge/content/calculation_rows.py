"""The tables and the amounts that sums are made by: the shape of their rows, and the unit of each amount."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from knowledge.content.fact_values import Unit, YearsMonths, parse_years_months


def _span(raw: object) -> YearsMonths:
    value = raw if isinstance(raw, YearsMonths) else parse_years_months(raw)
    return value if isinstance(value, YearsMonths) else YearsMonths(int(value), 0)


Span = Annotated[YearsMonths, BeforeValidator(_span)]
Percent = Annotated[Decimal, Field(ge=0, le=100)]
Money = Annotated[Decimal, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Cause = Literal["common", "work"]
Regime = Literal["employee", "household", "self_employed"]
Payer = Literal["nobody", "wage", "employer", "fund", "fund_direct", "mutual"]


class RetirementAge(NamedTuple):
    """With that much contributed, in that year, the long-career age holds; with less, the other one."""

    year: Count
    contributed: Span
    age_long_career: Span
    age: Span


class RetirementScale(NamedTuple):
    """What each month beyond the first years adds to the percentage."""

    first_months: Count
    first_percent: Percent
    next_months: Count
    next_percent: Percent


class CareerBand(NamedTuple):
    """The shortest career of a band; the bands are those of the columns of reductions."""

    since: Span


class VoluntaryReduction(NamedTuple):
    """Per cent off by months ahead, in each band of the career."""

    months: Count
    under_38y6m: Percent
    from_38y6m: Percent
    from_41y6m: Percent
    from_44y6m: Percent


class InvoluntaryReduction(NamedTuple):
    """As the voluntary one, for who lost the job."""

    months: Count
    under_38y6m: Percent
    from_38y6m: Percent
    from_41y6m: Percent
    from_44y6m: Percent


class CappedReduction(NamedTuple):
    """As the voluntary one, off the highest pension."""

    months: Count
    under_38y6m: Percent
    from_38y6m: Percent
    from_41y6m: Percent
    from_44y6m: Percent


class SickPayDays(NamedTuple):
    """What is paid from a day of the leave to another (null: to the end), and by whom."""

    cause: Cause
    regime: Regime
    first: Count
    last: Count | None
    percent: Percent | None
    payer: Payer
    norm: str
    article: str


class IncomeBand(NamedTuple):
    """Net income a month up to which a band goes (null: without end), and the bases one may choose in it."""

    table: Literal["reduced", "general"]
    band: Count
    up_to: Money | None
    limit: Literal["included", "excluded"]
    base_lowest: Money
    base_highest: Money


class HouseholdBand(NamedTuple):
    """The wage a month up to which a band goes (null: without end), and its base (null: the wage itself)."""

    up_to: Money | None
    base: Money | None


class UnemploymentDays(NamedTuple):
    """Days of benefit from so many days of contributions on."""

    since: Count
    paid: Count


class WidowPercentage(NamedTuple):
    """Per cent of the base, by case."""

    case: Literal["general", "older", "dependants"]
    percent: Percent
    norm: str
    article: str


class BirthLeaveWeeks(NamedTuple):
    """Weeks of each parent, all and by when they may be taken."""

    parents: Literal["two", "single"]
    weeks: Count
    at_once: Count
    flexible: Count
    flexible_months: Count
    later: Count
    later_years: Count


class DeadlineTerm(NamedTuple):
    """How long one has, counted in working days or in months."""

    kind: str
    number: Count
    unit: Literal["working_days", "months"]
    counted_in: Literal["administration", "court"]
    norm: str
    article: str


TABLES: Mapping[str, type[Any]] = {
    "retirement_ages": RetirementAge,
    "retirement_scale": RetirementScale,
    "career_bands": CareerBand,
    "early_voluntary": VoluntaryReduction,
    "early_involuntary": InvoluntaryReduction,
    "early_capped": CappedReduction,
    "sick_pay_days": SickPayDays,
    "self_employed_bands": IncomeBand,
    "household_bands": HouseholdBand,
    "unemployment_days": UnemploymentDays,
    "widow_percentages": WidowPercentage,
    "birth_leave_weeks": BirthLeaveWeeks,
    "deadlines": DeadlineTerm,
}
"""The rows of each table, by its name in the files."""

TABLE_OF: Mapping[type[Any], str] = {row: name for name, row in TABLES.items()}

AMOUNTS: Mapping[str, Unit] = {
    "retirement_minimum_years": "years",
    "retirement_percent_first": "percent",
    "retirement_percent_highest": "percent",
    "retirement_base_months": "months",
    "retirement_base_divisor": "count",
    "early_voluntary_months": "months",
    "early_voluntary_years": "years",
    "early_involuntary_months": "months",
    "early_involuntary_years": "years",
    "early_minimum_age": "years",
    "early_involuntary_cap_cut": "percent",
    "delay_year_percent": "percent",
    "delay_half_year_percent": "percent",
    "pension_payments": "count",
    "pension_highest": "money_month",
    "pension_minimum_alone": "money_year",
    "pension_minimum_dependent_spouse": "money_year",
    "pension_minimum_other_spouse": "money_year",
    "contribution_base_highest": "money_month",
    "jobs_base_highest": "money_month",
    "sick_base_days": "count",
    "sick_minimum_days": "days",
    "sick_longest_days": "days",
    "sick_ended_first": "percent",
    "sick_ended_later": "percent",
    "sick_ended_days": "days",
    "unemployment_first": "percent",
    "unemployment_later": "percent",
    "unemployment_first_days": "days",
    "income_indicator": "money_month",
    "unemployment_most_alone": "percent",
    "unemployment_most_child": "percent",
    "unemployment_most_children": "percent",
    "unemployment_least_alone": "percent",
    "unemployment_least_children": "percent",
    "self_employed_rate": "percent",
    "self_employed_deduction_general": "percent",
    "self_employed_deduction_company": "percent",
    "self_employed_flat_quota": "money_month",
    "orphan_percent": "percent",
    "birth_percent": "percent",
    "birth_base_days": "days",
    "birth_more_weeks": "weeks",
    **{
        f"household_{rate}_{who}": "percent"
        for rate in ("common", "equity", "unemployment_permanent", "unemployment_temporary")
        for who in ("employer", "worker")
    },
    "household_accident": "percent",
    "household_guarantee": "percent",
    "household_reduction": "percent",
    "household_bonus": "percent",
    "complement_child": "money_month",
    "complement_most_children": "count",
    "incapacity_partial_payments": "count",
    "incapacity_total": "percent",
    "incapacity_qualified": "percent",
    "incapacity_absolute": "percent",
    "incapacity_qualified_age": "age",
    "incapacity_base_months": "months",
    "incapacity_base_divisor": "count",
    **{f"minimum_income_{number}": "money_month" for number in range(1, 6)},
    **{f"minimum_income_single_{number}": "money_month" for number in range(1, 5)},
    **{f"minimum_income_child_{number}": "money_month" for number in range(1, 4)},
    **{f"minimum_income_age_{number}": "age" for number in range(1, 4)},
    "minimum_income_margin": "money",
    "minimum_income_child_limit": "percent",
}
"""The unit of each amount, by its name in the files. A fact that an amount names has it too."""
