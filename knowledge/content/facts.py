"""Every figure, date, phone and link an article may state: its value on a day, its source, when it was checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, get_args

from knowledge.administration import Administration
from knowledge.content.entries import Entry, Problems, read_table
from knowledge.content.fact_text import render_value
from knowledge.content.fact_values import UNITS, Unit, Value, parse_value
from knowledge.languages import Language
from knowledge.passages import Validity

_FACT_KEYS = ("periods", "unit")
_PERIOD_KEYS = ("value", "valid_from", "valid_to", "source", "checked")
State = Literal["in_force", "expired", "not_yet", "unknown"]

STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Period:
    """A value and the days it holds; ``source`` is an id of the source register."""

    value: Value
    validity: Validity
    source: str
    checked: date


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; ``file`` and ``line`` say where it is written."""

    id: str
    unit: Unit
    periods: tuple[Period, ...]
    file: str
    line: int

    def on(self, day: date) -> Period | None:
        """The period in force on that day; None when it has ended or not begun."""
        return next((period for period in self.periods if period.validity.holds_on(day)), None)


class FactTable(dict[str, Fact]):
    """Facts by id."""

    def period_on(self, fact_id: str, day: date) -> Period | None:
        """The period in force; None when the fact is unknown, expired or not yet valid."""
        fact = self.get(fact_id)
        return fact.on(day) if fact else None

    def value_on(self, fact_id: str, day: date) -> Value | None:
        """The value in force; None when the fact is unknown, expired or not yet valid."""
        period = self.period_on(fact_id, day)
        return period.value if period else None

    def state_on(self, fact_id: str, day: date) -> State:
        """Why there is, or is not, a value."""
        fact = self.get(fact_id)
        if fact is None:
            return "unknown"
        if fact.on(day):
            return "in_force"
        begins_later = any(period.validity.valid_from and period.validity.valid_from > day for period in fact.periods)
        return "not_yet" if begins_later else "expired"


def render(fact: Fact, day: date, language: Language, *, suffixed: bool = False) -> str | None:
    """The fact's text on that day; None when it is not in force. ``suffixed``: a Basque suffix follows at once."""
    period = fact.on(day)
    return None if period is None else render_value(fact.unit, period.value, language, suffixed=suffixed)


def load_facts(administration: Administration) -> FactTable:
    """``facts.yaml`` and ``facts``. Raises ContentError on the first mistake."""
    facts, problems = parse_facts(administration)
    problems.raise_first()
    return facts


def parse_facts(administration: Administration) -> tuple[FactTable, Problems]:
    """The facts, and every mistake; an id that two files define differently is one."""
    table = read_table(administration.folder, "facts")
    facts = FactTable({key: _fact(entry, administration) for key, entry in table.entries.items()})
    return facts, table.problems


def _fact(entry: Entry, administration: Administration) -> Fact:
    entry = entry.at((), entry.content, _FACT_KEYS)
    unit = next(unit for unit in UNITS if unit == entry.choice("unit", UNITS))
    listed = entry.content.get("periods")
    periods: list[Period] = []
    if not isinstance(listed, list) or not listed:
        entry.wrong("'periods' must be a list with at least one period", "periods")
        listed = []
    for index, content in enumerate(listed):
        if isinstance(content, Mapping):
            period = _period(entry.at(("periods", index), content, _PERIOD_KEYS), unit, administration)
            periods += [period] if period else []
        else:
            entry.wrong("a period must be a mapping", "periods", index)
    _check_overlap(entry, periods)
    return Fact(entry.key, unit, tuple(periods), entry.file.name, entry.file.line(entry.where))


def _period(entry: Entry, unit: Unit, administration: Administration) -> Period | None:
    start, end = entry.day("valid_from", optional=True), entry.day("valid_to", optional=True)
    source, checked = entry.text("source"), entry.day("checked")
    if start and end and start > end:
        entry.wrong("valid_to is before valid_from", "valid_to")
    try:
        value = parse_value(unit, entry.content.get("value"), administration)
    except ValueError as error:
        entry.wrong(str(error), "value")
        return None
    return Period(value, Validity(start, end), source, checked or date.min)


def _check_overlap(entry: Entry, periods: list[Period]) -> None:
    ordered = sorted(periods, key=lambda period: period.validity.valid_from or date.min)
    for earlier, later in pairwise(ordered):
        if (earlier.validity.valid_to or date.max) >= (later.validity.valid_from or date.min):
            entry.wrong("two periods overlap", "periods")
