"""The pension of a working life from a day on, at the ordinary age or later; with years abroad, the part of it here.

The law of the Union adds what was contributed elsewhere to reach the age and the years that are asked, and each country
pays its share (Regulation 883/2004, articles 6 and 52): that amount is never worked out here.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from knowledge.content.calculation_rows import RetirementAge
from tools.calculators.careers import Career, ordinary_age
from tools.calculators.dates import whole_months
from tools.calculators.inputs import Given
from tools.calculators.ordinary_pension import PensionInput, delay_percent, ordinary_pension
from tools.calculators.pension import share_of_base
from tools.calculators.rules import SumRules
from tools.calculators.sums import Measured, Sum, SumPhrase, months, on, percent
from tools.calculators.working_life import abroad_of


def comes_of_age(career: Career, day: date, rules: SumRules) -> bool:
    """Whether the ordinary age is reached on that day, by who would go on contributing until then (LGSS 208.2)."""
    way = ordinary_age(career.from_then(day), rules.rows(RetirementAge, rules.today).rows)
    return way is None or way.day <= day


def pension_from(name: str, given: Given, career: Career, day: date, rules: SumRules) -> Sum:
    """The pension of who leaves on a day at which the ordinary age is reached; only years contributed after it add."""
    way = ordinary_age(career.from_then(day), rules.rows(RetirementAge, rules.today).rows)
    worked_on = way is not None and given.get("still_working") != "no"
    contributed = career.contributed(day)
    age, delay = whole_months(career.birth, day), whole_months(way.day, day) if way and worked_on else 0
    if abroad := abroad_of(given):
        return _shared(name, PensionInput(contributed, delay=delay, starts=day, age=age), abroad, rules)
    told = PensionInput(
        contributed,
        given.get("base"),
        given.get("monthly_base"),
        delay,
        given.get("spouse"),
        day,
        age,
    )
    assumed = (SumPhrase("sum-assumed-base"),) if "base" in given else ()
    return ordinary_pension(name, told, rules, assumed)


def shared_pension(name: str, given: Given, rules: SumRules) -> Sum:
    """Of all that is contributed, here and elsewhere, where the day of leaving is not known."""
    abroad, here = abroad_of(given), given["contributed"]
    return _shared(name, PensionInput(here.years * 12 + here.months + abroad), abroad, rules)


def part_here(contributed: int, abroad: int) -> Measured:
    """Of all the time contributed, what is contributed here, in whole per cent."""
    return percent((Decimal(contributed - abroad) * 100 / contributed).quantize(Decimal(1), ROUND_HALF_UP))


def _shared(name: str, given: PensionInput, abroad: int, rules: SumRules) -> Sum:
    official = SumPhrase("sum-official-benefits")
    least = rules.amount("retirement_minimum_years", rules.today)
    if given.contributed < least.value * 12:
        return ordinary_pension(name, given, rules)
    share = share_of_base(given.contributed, given.starts or rules.today, rules)
    values: dict[str, Any] = {
        "contributed": months(given.contributed),
        "percent": percent(share.value),
        "part": part_here(given.contributed, abroad),
    }
    if given.starts is None or given.age is None:
        return Sum(name, None, SumPhrase("sum-abroad-share", values), (share.step,), (official,))
    values |= {"date": on(given.starts), "age": months(given.age)}
    in_time = given.contributed - given.delay >= least.value * 12  # at the ordinary age (LGSS 210.2)
    extra, steps = delay_percent(given.delay if in_time else 0, rules)
    if not extra:
        return Sum(name, None, SumPhrase("sum-abroad-on-share", values), (share.step,), (official,))
    values |= {"percent": percent(share.value + extra), "extra": percent(extra), "delay": months(given.delay)}
    return Sum(name, None, SumPhrase("sum-abroad-late-share", values), (share.step, *steps), (official,))
