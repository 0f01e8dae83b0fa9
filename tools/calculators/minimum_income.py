"""What a household lacks to the income that the law guarantees it, and what is added for each child who is a minor.

Ley 19/2021: what is guaranteed, and the difference to the income (13.1 and 13.2), a single adult with minors (13.2.c),
the complement for minors and its limit (11.6 and 13.2.e). Income is what tax and contributions leave of it (20.3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import LawAmount, Source, SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumStep, SumValue, cents, counted, money, percent, told

NAME = "minimum_income"
INPUTS = (
    SumInput("adults", "count", bounds=(1, 20), unless=("people",), asked="adults-at-home"),
    SumInput("children", "count", bounds=(0, 20), unless=("ages",), asked="minors-at-home"),
    SumInput("income", "money", asked="household-income"),
    SumInput("people", "count", required=False, bounds=(1, 40), asked="people-at-home"),
    SumInput("ages", "ages", required=False, bounds=(0, 17), asked="ages-of-minors"),
)
TABLES = ()
_PEOPLE, _SINGLE, _BANDS = 5, 4, 3
"""So many sizes of household, of those of a single adult, and bands of age of minors; the last sizes are for more."""
AMOUNTS = (
    *(f"minimum_income_{number}" for number in range(1, _PEOPLE + 1)),
    *(f"minimum_income_single_{number}" for number in range(1, _SINGLE + 1)),
    *(f"minimum_income_child_{number}" for number in range(1, _BANDS + 1)),
    *(f"minimum_income_age_{number}" for number in range(1, _BANDS + 1)),
    "minimum_income_margin",
    "minimum_income_child_limit",
)
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Household:
    """Who lives at home, and what all of them have a month. ``ages``: of every child, where they were told."""

    adults: int
    children: int
    income: Decimal
    ages: tuple[int, ...] = ()

    @property
    def single(self) -> bool:
        """Whether one adult lives there with minors."""
        return self.adults == 1 and self.children > 0


class ForChildren(NamedTuple):
    """What is added for all of them, least and most: the same where their ages are known."""

    least: Decimal
    most: Decimal
    source: Source


def missing(given: Given) -> tuple[str, ...]:
    """Who the adults are, where the people told are no more than the children."""
    children = given.get("children", len(given.get("ages", ())))
    return ("adults",) if "adults" not in given and given.get("people", children + 1) <= children else ()


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs: ages tell how many children there are, and so many people less the children are the adults."""
    ages = given.get("ages", ())
    children = given.get("children", len(ages))
    people = given.get("people", 0)
    adults = given.get("adults") or people - children
    return minimum_income(Household(adults, children, given["income"], ages if len(ages) == children else ()), rules)


def minimum_income(home: Household, rules: SumRules) -> Sum:
    """What is guaranteed less the income, where that is enough to be paid, and what is added for the children."""
    guaranteed = _guaranteed(home, rules)
    margin = rules.amount("minimum_income_margin", rules.today)
    lacks = guaranteed.value - home.income
    paid = lacks if lacks >= margin.value else Decimal(0)
    added = _for_children(home, guaranteed.value, rules)
    values: dict[str, SumValue] = {
        "guaranteed": money(guaranteed.value),
        "income": told(home.income),
        "amount": money(paid),
        "margin": money(margin.value),
    }
    said = SumPhrase("sum-minimum-paid" if paid else "sum-minimum-none", values)
    steps = [
        guaranteed.source.step("sum-step-minimum-guaranteed", guaranteed=money(guaranteed.value)),
        margin.source.step("sum-step-minimum-less" if paid else "sum-step-minimum-over", **values),
    ]
    parts = (_told_of(home, guaranteed.value), said, *_added(home, paid, added))
    steps += _child_steps(added, rules)
    result = SumPhrase(f"sum-minimum-of-{len(parts)}", dict(zip(("home", "paid", "children"), parts, strict=False)))
    custody = (SumPhrase("sum-assumed-minimum-custody"),) if home.single else ()
    limits = (
        *(SumPhrase(f"sum-limit-minimum-{one}") for one in ("assets", "disability", "work", "pension")),
        *stale_limits(guaranteed.source, *((added.source,) if added else ())),
        SumPhrase("sum-official-minimum"),
    )
    assumed = (*custody, SumPhrase("sum-assumed-minimum-unit"), SumPhrase("sum-assumed-minimum-year"))
    total = paid + (added.least if added and added.least == added.most else 0)
    return Sum(NAME, money(total), result, tuple(steps), limits, assumed, possible=bool(paid or added))


def _guaranteed(home: Household, rules: SumRules) -> LawAmount:
    single, people = min(home.children, _SINGLE), min(home.adults + home.children, _PEOPLE)
    name = f"minimum_income_single_{single}" if home.single else f"minimum_income_{people}"
    found = rules.amount(name, rules.today)
    return LawAmount(cents(found.value), found.source)


def _for_children(home: Household, guaranteed: Decimal, rules: SumRules) -> ForChildren | None:
    """Nothing where no minors live there, or the income is too high for it."""
    limit = rules.amount("minimum_income_child_limit", rules.today).value
    if not home.children or home.income >= guaranteed * limit / 100:
        return None
    bands = [
        (rules.amount(f"minimum_income_age_{number}", rules.today).value / _YEAR, amount)
        for number in range(1, _BANDS + 1)
        for amount in (rules.amount(f"minimum_income_child_{number}", rules.today),)
    ]
    source = bands[0][1].source
    if home.ages:
        total = sum((next(one.value for below, one in bands if age < below) for age in home.ages), Decimal(0))
        return ForChildren(total, total, source)
    each = [one.value for _, one in bands]
    return ForChildren(min(each) * home.children, max(each) * home.children, source)


def _told_of(home: Household, guaranteed: Decimal) -> SumPhrase:
    """What is guaranteed to such a household."""
    values = {"guaranteed": money(guaranteed), "children": counted("count", home.children)}
    if home.single:
        return SumPhrase(f"sum-minimum-single-{'one' if home.children == 1 else 'many'}", values)
    people = home.adults + home.children
    if people == 1:
        return SumPhrase("sum-minimum-alone", values)
    return SumPhrase("sum-minimum-people", {**values, "people": counted("count", people)})


def _added(home: Household, paid: Decimal, added: ForChildren | None) -> Iterator[SumPhrase]:
    """For the children: what it comes to, or between what, and both together where both are known."""
    if added is None:
        return
    values = {"least": money(added.least), "most": money(added.most), "total": money(paid + added.least)}
    if added.least != added.most:
        yield SumPhrase(f"sum-minimum-children-{'range' if home.children > 1 else 'range-one'}", values)
    else:
        yield SumPhrase("sum-minimum-children-total" if paid else "sum-minimum-children", values)


def _child_steps(added: ForChildren | None, rules: SumRules) -> Iterator[SumStep]:
    if added is None:
        return
    for number in range(1, _BANDS + 1):
        each = rules.amount(f"minimum_income_child_{number}", rules.today)
        below = rules.amount(f"minimum_income_age_{number}", rules.today)
        years = counted("count", below.value / _YEAR)
        yield each.source.step("sum-step-minimum-child", below=years, amount=money(each.value))
    limit = rules.amount("minimum_income_child_limit", rules.today)
    yield limit.source.step("sum-step-minimum-child-limit", percent=percent(limit.value))
