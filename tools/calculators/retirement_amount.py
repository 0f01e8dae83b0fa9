"""What a retirement pension is for a working life, on the day one leaves (LGSS 205, 208, 210)."""

from dataclasses import replace
from datetime import date

from knowledge.content.calculation_rows import RetirementAge
from knowledge.content.fact_values import YearsMonths
from tools.calculators import early_retirement
from tools.calculators.careers import Career, ordinary_age
from tools.calculators.dates import add_months
from tools.calculators.inputs import Given, SumInput
from tools.calculators.ordinary_pension import AMOUNTS as PENSION_AMOUNTS
from tools.calculators.ordinary_pension import PensionInput, ordinary_pension
from tools.calculators.retiring import shared_pension
from tools.calculators.rules import SumRules
from tools.calculators.sums import Sum, SumPhrase, total_months
from tools.calculators.wages import OTHER_JOB, PAYMENTS
from tools.calculators.working_life import (
    ABROAD,
    AHEAD,
    CAREER_WAGES,
    CONTRIBUTED,
    DELAY,
    ENDING,
    LEAVING,
    MONTHLY_BASE,
    SPOUSE,
    STILL_WORKING,
    UNTIL,
)

NAME = "retirement_amount"
INPUTS = (
    CONTRIBUTED,
    SumInput("base", "money", unless=("monthly_base",), asked="pension-base"),
    MONTHLY_BASE,
    SumInput("born", "date", required=False, life=True),
    LEAVING,
    AHEAD,
    DELAY,
    ENDING,
    SPOUSE,
    STILL_WORKING,
    UNTIL,
    ABROAD,
    OTHER_JOB,
    PAYMENTS,
)
WAGES = CAREER_WAGES
TABLES = early_retirement.TABLES
AMOUNTS = tuple(dict.fromkeys((*PENSION_AMOUNTS, *early_retirement.AMOUNTS)))


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs. Of a working life that goes on, the pension on the day of leaving, or at the ordinary age; else that
    of all that is contributed then.
    """
    if "born" in given and (given.get("until") == "today" or given.keys() & {"leaving", "ahead", "abroad"}):
        at_ordinary_age = {} if given.keys() & {"leaving", "ahead"} else {"delay": YearsMonths(0, 0)}
        return replace(early_retirement.calculate({**at_ordinary_age, **given}, rules), name=NAME)
    if "abroad" in given:
        return shared_pension(NAME, given, rules)
    delay = total_months(given["delay"]) if "delay" in given else 0
    starts = _starts(given, delay, rules)
    asked = PensionInput(
        total_months(given["contributed"]),
        given.get("base"),
        given.get("monthly_base"),
        delay,
        given.get("spouse"),
        starts,
    )
    assumed: tuple[SumPhrase, ...] = () if delay else (SumPhrase("sum-assumed-ordinary-age"),)
    assumed += () if starts else (SumPhrase("sum-assumed-this-year"),)
    assumed += (SumPhrase("sum-assumed-base"),) if "base" in given else ()
    return ordinary_pension(NAME, asked, rules, assumed)


def _starts(given: Given, delay: int, rules: SumRules) -> date | None:
    """The ordinary day of who was born then and has contributed that in all, and so much later."""
    if "born" not in given:
        return None
    career = Career(given["born"], total_months(given["contributed"]) - delay, rules.today, working=False)
    way = ordinary_age(career, rules.rows(RetirementAge, rules.today).rows)
    return add_months(max(way.day, rules.today), delay) if way else None
