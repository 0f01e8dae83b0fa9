"""How long a birth leave is, until when it may be taken, and what it pays (ET 48.4 and 48.6; LGSS 179.1).

The pay of a day is rounded to the cent.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from knowledge.content.calculation_rows import BirthLeaveWeeks
from tools.calculators.dates import add_months
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import Source, SumRules, stale_limits
from tools.calculators.sums import Measured, Sum, SumPhrase, SumStep, cents, counted, money, on, percent
from tools.calculators.wages import JOBS_HIGHEST, OTHER_JOB, PAYMENTS, Wages
from tools.errors import BadSumInput, SumNotKnown

NAME = "birth_leave"
INPUTS = (
    SumInput("child_birth", "date", unless=("base", "wage")),
    SumInput("parents", "choice", required=False, options=("two", "single")),
    SumInput("base", "money", required=False, asked="birth-base"),
    SumInput("babies", "count", required=False, bounds=(1, 9)),
    SumInput("wage", "money", required=False),
    OTHER_JOB,
    PAYMENTS,
)
TABLES = ("birth_leave_weeks",)
AMOUNTS = ("birth_percent", "birth_base_days", "birth_more_weeks", "contribution_base_highest", JOBS_HIGHEST)
WAGES = Wages(joined=("base", "wage"), paid=("wage",), highest=JOBS_HIGHEST)
_WEEK, _MONTH = 7, 30
_AHEAD = 10
"""Months: no birth is expected later."""


@dataclass(frozen=True, slots=True)
class BirthLeaveInput:
    """The day of the birth, and the contribution base of the month before the month before it."""

    birth: date
    parents: Literal["two", "single"] = "two"
    base: Decimal | None = None
    babies: int = 1


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs. Raises BadSumInput for a birth that nobody can expect yet."""
    if "child_birth" not in given:
        return _pay(given, rules)
    if given["child_birth"] > add_months(rules.today, _AHEAD):
        raise BadSumInput("child_birth", "too-far")
    two = () if "parents" in given else (SumPhrase("sum-assumed-two-parents"),)
    wage = _assumed_wage(given)
    base, babies = given.get("base", given.get("wage")), given.get("babies", 1)
    asked = BirthLeaveInput(given["child_birth"], given.get("parents", "two"), base, babies)
    return replace(birth_leave(asked, rules), assumed=(*two, *wage))


def _pay(given: Given, rules: SumRules) -> Sum:
    """What a day and a month pay, of a birth of which no day is told: by the figures of today."""
    asked = BirthLeaveInput(rules.today, base=given.get("base", given.get("wage")))
    paid, steps, sources = _paid(asked, rules)
    month = paid.values["month"] if paid is not None else None
    assert paid is not None
    assert isinstance(month, Measured)
    limits = (SumPhrase("sum-limit-birth-base"), *stale_limits(*sources), SumPhrase("sum-official-benefits"))
    return Sum(NAME, month, paid, steps, limits, (SumPhrase("sum-assumed-birth-today"), *_assumed_wage(given)))


def _assumed_wage(given: Given) -> tuple[SumPhrase, ...]:
    alone = "wage" in given and not given.keys() & {"base", "payments"}
    return (SumPhrase("sum-assumed-wage"),) if alone else ()


def birth_leave(given: BirthLeaveInput, rules: SumRules) -> Sum:
    """The weeks of one parent. A birth before the rules that are here has no sum."""
    official = SumPhrase("sum-official-benefits")
    try:
        table = rules.rows(BirthLeaveWeeks, given.birth)
    except SumNotKnown:
        result = SumPhrase("sum-birth-before", {"date": on(rules.since(BirthLeaveWeeks))})
        return Sum(NAME, None, result, limits=(official,), possible=False)
    row = next(row for row in table.rows if row.parents == given.parents)
    at_once_until = given.birth + timedelta(weeks=row.at_once, days=-1)
    flexible_until = add_months(given.birth, row.flexible_months)
    later_until = add_months(given.birth, row.later_years * 12)
    more = _more_weeks(given, rules)
    paid, pay_steps, sources = _paid(given, rules, row.weeks + more)
    values = {
        "weeks": counted("weeks", row.weeks + more),
        "once": counted("weeks", row.at_once),
        "until": on(at_once_until),
        "flexible": counted("weeks", row.flexible + more),
        "months": counted("months", row.flexible_months),
        "later": counted("weeks", row.later),
        "years": counted("years", row.later_years),
    }
    step = table.source.step(
        "sum-step-birth-weeks", **values, flexible_until=on(flexible_until), later_until=on(later_until)
    )
    parts = {"once": row.at_once, "flexible": row.flexible + more, "later": row.later}
    said = {**values, **{name: counted("count", number) for name, number in parts.items()}}
    result = SumPhrase("sum-birth-result", {**said, "paid": paid}) if paid else SumPhrase("sum-birth-weeks", values)
    besides = "more" if given.babies == 1 else "besides"
    limits = [SumPhrase(f"sum-limit-birth-{besides}"), SumPhrase("sum-limit-birth-contributed")]
    limits += [SumPhrase("sum-limit-birth-base")] if paid else []
    return Sum(NAME, values["weeks"], result, (step, *pay_steps), (*limits, *stale_limits(*sources), official))


def _more_weeks(given: BirthLeaveInput, rules: SumRules) -> int:
    """For each child besides the first; one parent alone has those of both (ET 48.6)."""
    each = int(rules.amount("birth_more_weeks", given.birth).value)
    return (given.babies - 1) * each * (2 if given.parents == "single" else 1)


def _paid(
    given: BirthLeaveInput, rules: SumRules, weeks: int | None = None
) -> tuple[SumPhrase | None, tuple[SumStep, ...], tuple[Source, ...]]:
    """What a day, a month of thirty days and so many weeks pay; nothing where no base was told."""
    if given.base is None:
        return None, (), ()
    highest = rules.amount("contribution_base_highest", given.birth)
    share, divisor = rules.amount("birth_percent", given.birth), rules.amount("birth_base_days", given.birth)
    base = min(given.base, highest.value)
    daily = cents(base / divisor.value * share.value / 100)
    values = {"daily": money(daily), "month": money(daily * _MONTH), "days": counted("days", _MONTH)}
    values_of_step = {"base": money(base), "days": counted("count", divisor.value), "percent": percent(share.value)}
    steps = [divisor.source.step("sum-step-birth-pay", **values_of_step, daily=money(daily))]
    if base < given.base:
        steps.insert(0, highest.source.step("sum-step-base-highest", base=money(given.base), highest=money(base)))
    if weeks is None:
        return SumPhrase("sum-birth-paid", values), tuple(steps), (highest.source,)
    paid = SumPhrase("sum-birth-paid-all", {**values, "total": money(daily * _WEEK * weeks)})
    return paid, tuple(steps), (highest.source,)
