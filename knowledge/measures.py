"""What a question asks to be told: a number of weeks, an amount of money, a phone… and the facts that tell it."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from knowledge.fact_values import Unit
from knowledge.facts import FactTable

Measure = Literal["money", "percent", "years", "months", "weeks", "days", "phone", "url", "hours"]

MEASURES: tuple[Measure, ...] = get_args(Measure)

_UNITS: Mapping[Measure, frozenset[Unit]] = {
    "money": frozenset({"money", "money_day", "money_month", "money_year"}),
    "percent": frozenset({"percent"}),
    "years": frozenset({"years", "age"}),
    "months": frozenset({"months"}),
    "weeks": frozenset({"weeks"}),
    "days": frozenset({"days"}),
    "phone": frozenset({"phone"}),
    "url": frozenset({"url"}),
    "hours": frozenset({"hours"}),
}


def tells(fact_ids: Iterable[str], measure: Measure, facts: FactTable) -> bool:
    """Whether one of the facts is of that measure."""
    return any(facts[fact_id].unit in _UNITS[measure] for fact_id in fact_ids if fact_id in facts)
