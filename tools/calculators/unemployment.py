"""What unemployment benefit pays a month, and for how long (LGSS 269 and 270).

Amounts are rounded to the cent. The highest and the lowest one are of a full working day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from knowledge.content.calculation_rows import UnemploymentDays
from knowledge.content.fact_values import YearsMonths
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import LawAmount, SumRules, stale_limits
from tools.calculators.sums import (
    Sum,
    SumPhrase,
    SumStep,
    SumValue,
    cents,
    counted,
    money,
    months,
    percent,
    told,
    total_months,
)
from tools.calculators.wages import PAYMENTS, Wages

NAME = "unemployment"
INPUTS = (
    SumInput("base", "money", required=False, asked="unemployment-base"),
    SumInput("contributed", "duration", required=False),
    SumInput("children", "count", required=False, bounds=(0, 20), asked="dependent-children"),
    PAYMENTS,
)
WAGES = Wages(paid=("base",))
TABLES = ("unemployment_days",)
AMOUNTS = (
    *("unemployment_first", "unemployment_later", "unemployment_first_days", "income_indicator"),
    *("unemployment_most_alone", "unemployment_most_child", "unemployment_most_children"),
    *("unemployment_least_alone", "unemployment_least_children"),
)
_MORE = Decimal(7) / 6
"""The indicator counts with a sixth more."""
_DAYS_OF_YEAR, _MONTHS_OF_YEAR, _DAYS_OF_MONTH = 365, 12, 30


@dataclass(frozen=True, slots=True)
class UnemploymentInput:
    """The average base a month, what was contributed in the last six years, and the dependent children; one of the
    first two may not be known.
    """

    base: Decimal | None
    contributed: YearsMonths | None
    children: int = 0


class _Month(NamedTuple):
    """What is paid a month of a base: its share, or the limit that this met."""

    base: Decimal
    amount: Decimal
    share: LawAmount
    plain: Decimal
    """Without a limit."""
    limit: LawAmount

    @property
    def kind(self) -> str:
        """``share``, ``most`` or ``least``."""
        return "share" if self.amount == self.plain else "most" if self.amount < self.plain else "least"


def missing(given: Given) -> tuple[str, ...]:
    """The base, where nothing tells how much or how long."""
    return () if given.keys() & {"base", "contributed"} else ("base",)


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs."""
    asked = UnemploymentInput(given.get("base"), given.get("contributed"), given.get("children", 0))
    alone = "base" in given and "children" not in given
    return unemployment(asked, rules, (SumPhrase("sum-assumed-no-children"),) if alone else ())


def unemployment(given: UnemploymentInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The amount at first and later, as far as it lasts so long, and how long that is."""
    days, lasting = _days(given, rules)
    if days == 0 and lasting:
        limits = (SumPhrase("sum-limit-unemployment-days"), SumPhrase("sum-official-unemployment"))
        too_few = SumPhrase("sum-unemployment-too-few", lasting.values)
        return Sum(NAME, None, too_few, (lasting,), limits, possible=False)
    first_days = int(rules.amount("unemployment_first_days", rules.today).value)
    spells = ("first", "later") if days is None or days > first_days else ("first",)
    paid = [] if given.base is None else [_month(given.base, name, given.children, rules) for name in spells]
    parts = [_amounts(paid, first_days)] if paid else []
    parts += [SumPhrase("sum-unemployment-days", lasting.values)] if lasting else []
    result = parts[0]
    if len(parts) > 1:
        result = SumPhrase("sum-unemployment-result", {"amounts": parts[0], "lasting": parts[1]})
    steps = [*([lasting] if lasting else ()), *(step for one in paid for step in _steps(one))]
    limits = (
        *((SumPhrase("sum-limit-unemployment-days"),) if lasting else ()),
        *((SumPhrase("sum-limit-unemployment-base"),) if paid else ()),
        *(stale_limits(rules.amount("income_indicator", rules.today).source) if paid else ()),
        SumPhrase("sum-official-unemployment"),
    )
    return Sum(NAME, money(paid[0].amount) if paid else None, result, tuple(steps), limits, assumed)


def _days(given: UnemploymentInput, rules: SumRules) -> tuple[int | None, SumStep | None]:
    """How long it is paid, none where the contributions are too few; None where they are not known."""
    if given.contributed is None:
        return None, None
    table = rules.rows(UnemploymentDays, rules.today)
    in_months = total_months(given.contributed)
    in_days = in_months * _DAYS_OF_YEAR // _MONTHS_OF_YEAR
    days = max((row.paid for row in table.rows if row.since <= in_days), default=0)
    values = {
        "contributed": months(in_months),
        "days_contributed": counted("days", in_days),
        "least": counted("days", table.rows[0].since),
        "days": counted("days", days),
        "months": counted("months", days // _DAYS_OF_MONTH),
    }
    return days, table.source.step("sum-step-unemployment-days", **values)


def _month(base: Decimal, name: str, children: int, rules: SumRules) -> _Month:
    """The share of the base, within the highest and the lowest amount of who has so many children."""

    def rule(which: str) -> LawAmount:
        return rules.amount(f"unemployment_{which}", rules.today)

    indicator = rules.amount("income_indicator", rules.today).value * _MORE
    most = rule("most_alone" if not children else "most_child" if children == 1 else "most_children")
    least = rule("least_children" if children else "least_alone")
    share = rule(name)
    plain = cents(base * share.value / 100)
    highest, lowest = (cents(indicator * one.value / 100) for one in (most, least))
    return _Month(base, max(lowest, min(highest, plain)), share, plain, most if plain > highest else least)


def _amounts(paid: list[_Month], first_days: int) -> SumPhrase:
    said = [
        SumPhrase(f"sum-unemployment-{one.kind}", {"amount": money(one.amount), "percent": percent(one.share.value)})
        for one in paid
    ]
    if len(paid) == 1 or paid[0].amount == paid[1].amount:
        return SumPhrase("sum-unemployment-first", {"base": told(paid[0].base), "first": said[0]})
    values: dict[str, SumValue] = {
        "base": told(paid[0].base),
        "first": said[0],
        "later": said[1],
        "days": counted("days", first_days),
    }
    return SumPhrase("sum-unemployment-amounts", values)


def _steps(paid: _Month) -> Iterator[SumStep]:
    yield paid.share.source.step(
        "sum-step-unemployment-share", base=told(paid.base), percent=percent(paid.share.value), amount=money(paid.plain)
    )
    if paid.kind != "share":
        yield paid.limit.source.step(
            f"sum-step-unemployment-{paid.kind}", percent=percent(paid.limit.value), amount=money(paid.amount)
        )
