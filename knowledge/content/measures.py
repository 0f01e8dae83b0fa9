"""Measures a question may ask for (weeks, money, a phone number) and the facts that give them."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from knowledge.content.fact_values import UNITS, Unit
from knowledge.content.facts import FactTable

Measure = Literal["money", "percent", "years", "months", "weeks", "days", "phone", "url", "hours"]

MEASURES: tuple[Measure, ...] = get_args(Measure)

Figure = Literal["money", "percent", "years", "time", "phone", "url", "hours", "date", "count"]
"""A measure without its unit: how long something lasts may be told in weeks or in years."""

FIGURES: tuple[Figure, ...] = get_args(Figure)

_UNITS: Mapping[Figure, frozenset[Unit]] = {
    "money": frozenset({"money", "money_day", "money_month", "money_year"}),
    "percent": frozenset({"percent"}),
    "years": frozenset({"years", "age"}),
    "time": frozenset({"years", "months", "weeks", "days"}),
    "phone": frozenset({"phone"}),
    "url": frozenset({"url"}),
    "hours": frozenset({"hours"}),
    "date": frozenset({"date"}),
    "count": frozenset({"count"}),
}
_FIGURE_OF: Mapping[Measure, Figure] = {
    "money": "money", "percent": "percent", "years": "years", "months": "time", "weeks": "time", "days": "time",
    "phone": "phone", "url": "url", "hours": "hours",
}  # fmt: skip
_FIGURES_OF: Mapping[Unit, frozenset[Figure]] = {
    unit: frozenset(figure for figure, units in _UNITS.items() if unit in units) for unit in UNITS
}


def figure_of(measure: Measure) -> Figure:
    """The measure without its unit."""
    return _FIGURE_OF[measure]


def figures(fact_ids: Iterable[str], facts: FactTable) -> frozenset[Figure]:
    """The figures that the facts give; years count as an age and as a time."""
    return frozenset[Figure]().union(*(_FIGURES_OF[facts[fact_id].unit] for fact_id in fact_ids if fact_id in facts))
