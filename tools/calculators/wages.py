"""Wages as people tell them: in so many payments a year, and of two jobs (LGSS 161.3, 209.5, 308.1).

The bases of two jobs for others are added, up to the highest base; so is what the self-employed earn. What a month
comes to is rounded to the cent.
"""

from dataclasses import dataclass
from decimal import Decimal

from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import SumRules
from tools.calculators.sums import SumPhrase, SumStep, SumValue, cents, counted, money, told

PAYMENTS = SumInput("payments", "count", required=False, bounds=(12, 16))
"""How many times a year the wage that is told is paid."""
OTHER_JOB = SumInput("other_job", "money", required=False)
"""Of a second job or activity, the same as is told of the first."""
JOBS_HIGHEST = "jobs_base_highest"
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Wages:
    """The inputs of a sum that a second job adds to, those that may be told by payment, and the rule with the highest
    base for all jobs, where there is one.
    """

    joined: tuple[str, ...] = ()
    paid: tuple[str, ...] = ()
    highest: str | None = None


NO_WAGES = Wages()


@dataclass(frozen=True, slots=True)
class MonthlyWages:
    """The inputs as of a month and of all jobs; the steps to them, and what is told of it."""

    given: Given
    steps: tuple[SumStep, ...] = ()
    assumed: tuple[SumPhrase, ...] = ()


def of_a_month(given: Given, wages: Wages, rules: SumRules) -> MonthlyWages:
    """All that is earned in a month. Of two jobs in so many payments, both are paid in as many."""
    found = MonthlyWages(given)
    first = next((name for name in wages.joined if name in given), None)
    if first is not None and "other_job" in given:
        found = _joined(given, first, wages, rules)
    for name in wages.paid:
        if name in given:
            found = _shared_out(found, name)
    return found


def _joined(given: Given, name: str, wages: Wages, rules: SumRules) -> MonthlyWages:
    total = given[name] + given["other_job"]
    values: dict[str, SumValue] = {
        "first": told(given[name]), "other": told(given["other_job"]), "total": told(total)
    }  # fmt: skip
    if wages.highest is None:
        return MonthlyWages({**given, name: total}, assumed=(SumPhrase("sum-assumed-activities", values),))
    highest = rules.amount(wages.highest, rules.today)
    steps = [highest.source.step("sum-step-jobs", **values)]
    if total > highest.value:
        steps.append(highest.source.step("sum-step-base-highest", base=money(total), highest=money(highest.value)))
    joined = {**given, name: min(total, highest.value)}
    return MonthlyWages(joined, tuple(steps), (SumPhrase("sum-assumed-jobs", values),))


def _shared_out(found: MonthlyWages, name: str) -> MonthlyWages:
    """Of fourteen payments, twelve are those of the months and the rest are shared out among them."""
    payments, amount = found.given.get("payments", _MONTHS), found.given[name]
    if payments == _MONTHS:
        return found
    month = cents(amount * Decimal(payments) / _MONTHS)
    values: dict[str, SumValue] = {
        "payments": counted("count", payments), "amount": told(amount), "month": money(month)
    }  # fmt: skip
    assumed = (*found.assumed, SumPhrase("sum-assumed-payments", values))
    return MonthlyWages({**found.given, name: month}, found.steps, assumed)
