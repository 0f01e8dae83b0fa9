"""What the sums about retirement ask for, and the working life and the day to leave that are told."""

from datetime import date

from knowledge.content.calculation_rows import RetirementAge
from tools.calculators.careers import Career, months_ahead, ordinary_age
from tools.calculators.dates import add_months, whole_months
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import SumRules
from tools.calculators.sums import SumPhrase, months, total_months
from tools.calculators.wages import JOBS_HIGHEST, Wages
from tools.errors import BadSumInput

FAMILIES = ("alone", "dependent_spouse", "other_spouse")
BIRTH = SumInput("born", "date", life=True)
CONTRIBUTED = SumInput("contributed", "duration")
UNTIL = SumInput("until", "choice", required=False, options=("today", "end"))
"""Whether what is contributed was told as of today or as of the day of leaving."""
ABROAD = SumInput("abroad", "duration", required=False)
LEAVING = SumInput("leaving", "date", required=False)
AHEAD = SumInput("ahead", "duration", required=False, unless=("leaving",))
DELAY = SumInput("delay", "duration", required=False, bounds=(0, 10))
BASE = SumInput("base", "money", required=False, asked="pension-base")
MONTHLY_BASE = SumInput("monthly_base", "money", required=False)
ENDING = SumInput("ending", "choice", required=False, options=("voluntary", "involuntary"))
SPOUSE = SumInput("spouse", "choice", required=False, options=FAMILIES)
STILL_WORKING = SumInput("still_working", "choice", required=False, options=("yes", "no"))
CAREER_WAGES = Wages(joined=("monthly_base",), paid=("monthly_base",), highest=JOBS_HIGHEST)
_LATEST = 75 * 12
"""Months of age by which all is contributed."""
_WORKS_FROM = 14
"""Nobody contributes before this age: with more years than a life holds since then, the input is wrong."""


def career_of(given: Given, rules: SumRules) -> Career:
    """The working life that the inputs tell, years abroad included. Raises BadSumInput when it is longer than the life.

    What was told as of the day of leaving is less today; where that day is not known, or is further than what was told,
    nothing comes after it.
    """
    birth, contributed = given["born"], total_months(given["contributed"])
    working = given.get("still_working", "yes") == "yes"
    at = rules.today
    if given.get("until") == "end":
        leaving = given.get("leaving")
        at = max(at, leaving) if leaving else add_months(birth, _LATEST)
        ahead = whole_months(rules.today, leaving) if leaving else 0
        working = working and leaving is not None and ahead <= contributed
        contributed -= ahead if working else 0
    contributed += abroad_of(given)
    lived = (at.year - birth.year) * 12 + at.month - birth.month
    if contributed > max(0, lived - _WORKS_FROM * 12):
        raise BadSumInput("contributed", "more-than-life")
    return Career(birth, contributed, rules.today, working)


def abroad_of(given: Given) -> int:
    """Months contributed in other countries: they count to reach an age or a number of years, and are not paid here."""
    return total_months(given["abroad"]) if "abroad" in given else 0


def leaving_day(given: Given, career: Career, rules: SumRules) -> date | None:
    """The day told, or the one so long ahead of the ordinary age or after it; None where none is told.

    Raises BadSumInput for one that is over.
    """
    day: date | None = given.get("leaving")
    name, ages = "leaving", rules.rows(RetirementAge, rules.today).rows
    if day is None and "ahead" in given:
        name, day = "ahead", months_ahead(career, ages, total_months(given["ahead"]))
        if day is None:
            raise BadSumInput(name, "past")
    if day is None and "delay" in given:
        way = ordinary_age(career, ages)
        first = max(way.day, rules.today) if way else rules.today
        day = add_months(first, total_months(given["delay"]))
    if day is not None and day < rules.today:
        raise BadSumInput(name, "past")
    return day


def assumed_work(given: Given) -> tuple[SumPhrase, ...]:
    """That one goes on contributing, where nobody said so; that years abroad were added."""
    works = "still_working" in given or (given.get("until") == "end" and "leaving" not in given)
    working = () if works else (SumPhrase("sum-assumed-working"),)
    if abroad := abroad_of(given):
        return (*working, SumPhrase("sum-assumed-abroad", {"abroad": months(abroad)}))
    return working
