"""Every figure, date, phone and link an article may state: its value on a day, its source, when it was checked."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from knowledge.administration import Administration
from knowledge.content.fact_text import render_value
from knowledge.content.fact_values import Unit, Value, parse_value
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Day, Problems, Text, YamlEntry, read_table
from knowledge.languages import Language
from knowledge.passages import Validity

State = Literal["in_force", "expired", "not_yet", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """A value and the days it holds; ``source`` is an id of the source register."""

    value: Value
    validity: Validity
    source: str
    checked: date


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact; ``file`` and ``line`` say where it is written."""

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


def render_fact(fact: Fact, day: date, language: Language, *, suffixed: bool = False) -> str | None:
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
    problems, facts = Problems(), FactTable()
    for entry in read_table(administration.folder, "facts", problems):
        if (written := entry.parse(_FACT, problems)) is not None:
            facts[entry.key] = _fact(entry, written, administration, problems)
    return facts, problems


@dataclass(frozen=True, slots=True)
class _WrittenPeriod:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    value: Any
    source: Text
    checked: Day
    valid_from: Day | None = None
    valid_to: Day | None = None


@dataclass(frozen=True, slots=True)
class _WrittenFact:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    unit: Unit
    periods: Annotated[tuple[_WrittenPeriod, ...], Field(min_length=1)]


_FACT = TypeAdapter(_WrittenFact)


def _fact(entry: YamlEntry, written: _WrittenFact, administration: Administration, problems: Problems) -> Fact:
    periods: list[Period] = []
    for index, period in enumerate(written.periods):
        start, end = period.valid_from, period.valid_to
        if start and end and start > end:
            problems.found.append(entry.error("valid_to is before valid_from", "periods", index, "valid_to"))
        try:
            value = parse_value(written.unit, period.value, administration)
        except ValueError as error:
            problems.found.append(entry.error(str(error), "periods", index, "value"))
        else:
            periods.append(Period(value, Validity(start, end), period.source, period.checked))
    if _overlap(periods):
        problems.found.append(entry.error("two periods overlap", "periods"))
    return Fact(entry.key, written.unit, tuple(periods), entry.file.name, entry.file.line(entry.where))


def _overlap(periods: list[Period]) -> bool:
    ordered = sorted((period.validity for period in periods), key=lambda validity: validity.valid_from or date.min)
    return any((earlier.valid_to or date.max) >= (later.valid_from or date.min) for earlier, later in pairwise(ordered))
