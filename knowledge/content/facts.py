"""Every figure, date, phone and link an article may state: its value on a day, its source, when it was checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter

from knowledge.administration import Administration
from knowledge.content.fact_text import render_value
from knowledge.content.fact_values import Unit, Value, parse_value
from knowledge.content.formulas import parse_formula, terms_of, work_out
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Day, Problems, Text, YamlEntry, read_table
from knowledge.languages import Language
from knowledge.passages import Validity

State = Literal["in_force", "last_published", "lapsed", "expired", "not_yet", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """A value and the days it holds; ``source`` is an id of the source register."""

    value: Value
    validity: Validity
    source: str
    checked: date


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact; ``file`` and ``line`` say where it is written.

    ``renewed``: a new figure is published for each time, and until it is, the last one is told as such. ``lapses``:
    nothing follows its last period, and nobody misses what stated it. ``formula``: how it is worked out from other
    facts; empty where it is written.
    """

    id: str
    unit: Unit
    periods: tuple[Period, ...]
    file: str
    line: int
    renewed: bool = False
    lapses: bool = False
    formula: str = ""

    def on(self, day: date) -> Period | None:
        """The period in force on that day; None when it has ended or not begun."""
        return next((period for period in self.periods if period.validity.holds_on(day)), None)

    def last_published(self, day: date) -> Period | None:
        """The last period of a fact that is renewed, when it is over on that day and nothing is known to follow."""
        last = max(self.periods, key=lambda period: period.validity.valid_to or date.max, default=None)
        end = last.validity.valid_to if last else None
        return last if self.renewed and end and end < day else None

    def told_on(self, day: date) -> Period | None:
        """The period in force, or else the last one published."""
        return self.on(day) or self.last_published(day)


class FactTable(dict[str, Fact]):
    """Facts by id."""

    def period_on(self, fact_id: str, day: date) -> Period | None:
        """The period in force; None when the fact is unknown, expired or not yet valid."""
        fact = self.get(fact_id)
        return fact.on(day) if fact else None

    def told_on(self, fact_id: str, day: date) -> Period | None:
        """The period in force, or else the last one published."""
        fact = self.get(fact_id)
        return fact.told_on(day) if fact else None

    def last_years(self, fact_ids: tuple[str, ...], day: date) -> list[int]:
        """The year of each fact of which only the last figure published is known."""
        periods = (self[one].last_published(day) for one in fact_ids if one in self and not self[one].on(day))
        return [end.year for period in periods if period and (end := period.validity.valid_to)]

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
        if fact.last_published(day):
            return "last_published"
        begins_later = any(period.validity.valid_from and period.validity.valid_from > day for period in fact.periods)
        if begins_later:
            return "not_yet"
        return "lapsed" if fact.lapses else "expired"


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
    worked_out: dict[str, tuple[YamlEntry, _WrittenFact]] = {}
    for entry in read_table(administration.folder, "facts", problems):
        if (written := entry.parse(_FACT, problems)) is None:
            continue
        if bool(written.formula) == bool(written.periods):
            problems.found.append(entry.error("a fact has periods, or a formula"))
            problems.unreadable.add(entry.key)
        elif written.formula:
            worked_out[entry.key] = entry, written
        else:
            facts[entry.key] = _fact(entry, written, administration, problems)
    _work_out(worked_out, facts, problems)
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
    """``source`` of a formula: what says how it is worked out; without one, that of its first fact."""

    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    unit: Unit
    periods: tuple[_WrittenPeriod, ...] = ()
    renewed: bool = False
    lapses: bool = False
    formula: str = ""
    source: str = ""


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
    if written.source:
        problems.found.append(entry.error("each period has its source", "source"))
    if written.renewed and written.lapses:
        problems.found.append(entry.error("what is renewed does not lapse", "lapses"))
    line = entry.file.line(entry.where)
    return Fact(entry.key, written.unit, tuple(periods), entry.file.name, line, written.renewed, written.lapses)


def _overlap(periods: list[Period]) -> bool:
    ordered = sorted((period.validity for period in periods), key=lambda validity: validity.valid_from or date.min)
    return any((earlier.valid_to or date.max) >= (later.valid_from or date.min) for earlier, later in pairwise(ordered))


def _work_out(written: dict[str, tuple[YamlEntry, _WrittenFact]], facts: FactTable, problems: Problems) -> None:
    """Add the facts with formulas, those that others rest on before them."""
    while written:
        ready = [key for key, (_, one) in written.items() if not _rests_on(one.formula) & written.keys()]
        for key in ready or list(written):
            entry, one = written.pop(key)
            try:
                if not ready:
                    raise ValueError(f"{one.formula!r} rests on itself")
                facts[key] = _worked_out(entry, one, facts)
            except ValueError as error:
                problems.found.append(entry.error(str(error), "formula"))
                problems.unreadable.add(key)


def _rests_on(formula: str) -> set[str]:
    try:
        return set(terms_of(parse_formula(formula)))
    except ValueError:
        return set()  # it is told where it is worked out


def _worked_out(entry: YamlEntry, written: _WrittenFact, facts: FactTable) -> Fact:
    formula = parse_formula(written.formula)
    named = tuple(dict.fromkeys(terms_of(formula)))
    if unknown := [one for one in named if one not in facts]:
        raise ValueError(f"unknown fact {unknown[0]!r}")
    terms = [facts[one] for one in named]
    periods = []
    for of_terms, validity in _together(terms):
        values = [period.value for period in of_terms]
        if not all(isinstance(value, Decimal) for value in values):
            raise ValueError(f"{written.formula!r}: only numbers can be worked with")
        numbers = {one: value for one, value in zip(named, values, strict=True) if isinstance(value, Decimal)}
        value = work_out(formula, numbers, written.unit)
        checked = min(period.checked for period in of_terms)
        periods.append(Period(value, validity, written.source or of_terms[0].source, checked))
    if not periods:
        raise ValueError(f"{written.formula!r}: its facts never hold together")
    renewed = written.renewed or any(term.renewed for term in terms)
    line = entry.file.line(entry.where)
    return Fact(
        entry.key, written.unit, tuple(periods), entry.file.name, line, renewed, written.lapses, written.formula
    )


def _together(facts: list[Fact]) -> Iterator[tuple[list[Period], Validity]]:
    """The periods that hold together, and when they do."""
    validities = [period.validity for fact in facts for period in fact.periods]
    days = {validity.valid_from or date.min for validity in validities}
    days |= {end + timedelta(days=1) for validity in validities if (end := validity.valid_to) and end < date.max}
    for start in sorted(days):
        periods = [period for fact in facts if (period := fact.on(start))]
        if len(periods) == len(facts):
            end = min((period.validity.valid_to or date.max for period in periods), default=date.max)
            later = min((day for day in days if day > start), default=None)
            end = min(end, later - timedelta(days=1)) if later else end
            yield periods, Validity(None if start == date.min else start, None if end == date.max else end)
