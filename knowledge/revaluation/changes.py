"""What a table changes: for each fact its old and new figure, from when, and what is worked out from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from knowledge.content.facts import Fact, FactTable, Period
from knowledge.content.formulas import MONEY
from knowledge.content.sources import Sources
from knowledge.errors import ContentError
from knowledge.revaluation.table import TableRow

MOST_AWAY = Decimal("0.25")
"""A figure that is further from the last one, as a share of it, must be marked as meant."""
_CENTS = -2


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A new period of a fact. The old one ends the day before; ``old_from`` says which one it is."""

    fact: str
    norm: str
    old: Decimal
    old_from: date | None
    new: Decimal
    begins: date
    ends: date | None
    checked: date

    @property
    def percent(self) -> Decimal | None:
        """By how much it changes; None from nothing."""
        return (self.new - self.old) / self.old * 100 if self.old else None

    def __str__(self) -> str:
        percent = "" if self.percent is None else f", {self.percent:+.2f} %"
        until = f" to {self.ends}" if self.ends else ""
        return f"{self.fact}: {self.old} -> {self.new}{percent}, from {self.begins}{until} ({self.norm})"


def changes_of(
    rows: Iterable[TableRow], name: str, facts: FactTable, sources: Sources
) -> tuple[tuple[FigureChange, ...], list[ContentError]]:
    """The changes of the rows of a table, and every mistake in them."""
    changes: list[FigureChange] = []
    problems: list[ContentError] = []
    for row in rows:
        try:
            changes.append(_change(row, facts, sources))
        except ValueError as error:
            problems.append(ContentError(name, row.line, str(error)))
    return tuple(changes), problems


def is_written(change: FigureChange, facts: FactTable) -> bool:
    """Whether the facts have it already."""
    fact = facts.get(change.fact)
    periods = fact.periods if fact else ()
    return any(one.validity.valid_from == change.begins and one.value == change.new for one in periods)


def is_due(change: FigureChange, facts: FactTable) -> bool:
    """Whether the facts still stand as they did when it was proposed."""
    fact = facts.get(change.fact)
    last = last_period(fact) if fact and not fact.formula else None
    return last is not None and (last.value, last.validity.valid_from) == (change.old, change.old_from)


def worked_out(changes: Iterable[FigureChange], before: FactTable, after: FactTable) -> Iterator[str]:
    """The facts with formulas that change, from the first day of the changes on."""
    first = min((change.begins for change in changes), default=None)
    for fact in after.values() if first else ():
        old = before[fact.id].told_on(first) if first and fact.formula else None
        new = fact.on(first) if first and fact.formula else None
        if old and new and old.value != new.value:
            yield f"{fact.id}: {old.value} -> {new.value} (= {fact.formula})"


def _change(row: TableRow, facts: FactTable, sources: Sources) -> FigureChange:
    source = sources.get(row.norm)
    if source is None:
        whole = [one for one in sources if one.startswith(row.norm)]
        hint = f"; cut short? {', '.join(sorted(whole)[:3])}" if whole else "; register it among the sources first"
        raise ValueError(f"unknown norm {row.norm!r}{hint}")
    fact = facts.get(row.row)
    if fact is None:
        raise ValueError(f"unknown row {row.row!r}; `isac kb revalue` without a table lists them")
    if fact.formula:
        raise ValueError(f"{fact.id} is worked out from others: {fact.formula}")
    last = last_period(fact)
    if not isinstance(last.value, Decimal):
        raise ValueError(f"{fact.id} is no number: change it in {fact.file}")
    _check_value(row, fact, last.value)
    begins, ends = _days(row, fact, last)
    return FigureChange(
        fact.id, row.norm, last.value, last.validity.valid_from, row.value, begins, ends, source.retrieved
    )


def _check_value(row: TableRow, fact: Fact, last: Decimal) -> None:
    exponent = row.value.as_tuple().exponent
    if fact.unit in MONEY and isinstance(exponent, int) and exponent < _CENTS:
        raise ValueError(f"value {row.value}: money has two decimals; a thousand is written without a point")
    if abs(row.value - last) > last * MOST_AWAY and not row.large:
        raise ValueError(f"value {row.value} is more than a quarter away from {last}; if it is meant, say yes in large")


def _days(row: TableRow, fact: Fact, last: Period) -> tuple[date, date | None]:
    end = last.validity.valid_to
    begins = row.begins or (end + timedelta(days=1) if end else None)
    if begins is None:
        raise ValueError(f"{fact.id} has no end: say from when the new figure holds")
    if last.validity.valid_from and begins <= last.validity.valid_from:
        raise ValueError(f"from {begins} is not later than {last.validity.valid_from}, when the last figure began")
    if end and begins > end + timedelta(days=1):
        raise ValueError(f"from {begins} leaves days without a figure: the last one ends on {end}")
    ends = row.ends or (date(begins.year, 12, 31) if fact.renewed else None)
    if ends and ends < begins:
        raise ValueError(f"to {ends} is before {begins}")
    return begins, ends


def last_period(fact: Fact) -> Period:
    """The one that begins last, in whatever order they are written."""
    return max(fact.periods, key=lambda period: period.validity.valid_from or date.min)
