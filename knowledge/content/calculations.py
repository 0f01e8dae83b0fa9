"""The rules that sums are made by: tables of the law and single amounts, with norm, article and the days they hold.

``calculations/*.yaml`` of an administration; one without the folder offers no sums. A norm's key is its identifier.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from knowledge.administration import Administration
from knowledge.content.calculation_rows import AMOUNTS, TABLES
from knowledge.content.fact_values import Unit, Value, YearsMonths, parse_value
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Day, Problems, Text, YamlEntry, read_table
from knowledge.passages import Validity
from knowledge.yaml_errors import content_errors

FOLDER = "calculations"


@dataclass(frozen=True, slots=True)
class TablePeriod:
    """The rows that hold on some days; ``norm`` is an id of the norms, ``article`` what of it says them."""

    norm: str
    article: str
    validity: Validity
    rows: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class AmountRule:
    """An amount: the fact that has it, or its own value. ``file`` and ``line`` say where it is written."""

    name: str
    unit: Unit
    norm: str
    article: str
    fact: str | None
    value: Decimal | YearsMonths | None
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Calculations:
    """Tables and amounts by name, the short names of norms by id, and what each sum is about."""

    tables: Mapping[str, tuple[TablePeriod, ...]] = field(default_factory=dict)
    amounts: Mapping[str, AmountRule] = field(default_factory=dict)
    norms: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The needs whose people want each sum."""
    presets: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    """By need and sum: the inputs that the need itself tells."""
    defaults: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By sum: the inputs that are so where nobody said otherwise."""
    instead: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By sum and input: the sum of the same matter that the input asks for."""
    untaught: tuple[str, ...] = ()
    """Sums that no model tells from others."""
    of_others: tuple[str, ...] = ()
    """Sums that are about somebody else by themselves."""
    gross: Mapping[str, str] = field(default_factory=dict)
    """By sum: the line of an article that says whether taxes are off what it comes to."""
    left: Mapping[str, str] = field(default_factory=dict)
    """By need: the line of an article that says why one's own amount is not worked out here."""


def load_calculations(administration: Administration) -> Calculations:
    """The rules of an administration. Raises ContentError on the first mistake."""
    calculations, problems = parse_calculations(administration)
    problems.raise_first()
    return calculations


def parse_calculations(administration: Administration) -> tuple[Calculations, Problems]:
    """The rules, and every mistake."""
    problems = Problems()
    entries = read_table(administration.folder, FOLDER, problems)
    norms: dict[str, str] = {}
    for entry in entries:
        if _is_norm(entry) and (norm := entry.parse(_NORM, problems)) is not None:
            norms[entry.key] = norm.title
    tables: dict[str, tuple[TablePeriod, ...]] = {}
    amounts: dict[str, AmountRule] = {}
    for entry in entries:
        if entry.key in TABLES:
            tables[entry.key] = _table(entry, norms, problems)
        elif entry.key in AMOUNTS:
            if (amount := _amount(entry, norms, administration, problems)) is not None:
                amounts[entry.key] = amount
        elif not (_is_norm(entry) or entry.key in _ABOUT_NEEDS):
            problems.found.append(entry.error(f"no such rule; use {', '.join((*TABLES, *AMOUNTS))}"))
    return Calculations(tables, amounts, norms, **_about_needs(entries, problems)), problems


def _about_needs(entries: Iterable[YamlEntry], problems: Problems) -> dict[str, Any]:
    """The needs of each sum, what a need tells of one, and how sums of a matter go together."""
    found = {
        entry.key: entry.parse(_ABOUT_NEEDS[entry.key], problems) for entry in entries if entry.key in _ABOUT_NEEDS
    }
    return {key: value for key, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class _WrittenNorm:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    title: Text


@dataclass(frozen=True, slots=True)
class _WrittenRows:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    norm: Text
    article: Text
    rows: Annotated[tuple[tuple[Any, ...], ...], Field(min_length=1)]
    valid_from: Day | None = None
    valid_to: Day | None = None


@dataclass(frozen=True, slots=True)
class _WrittenTable:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    columns: tuple[Text, ...]
    periods: Annotated[tuple[_WrittenRows, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class _WrittenAmount:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    norm: Text
    article: Text
    fact: Text | None = None
    value: Any = None


_BY_NAME = dict[str, dict[str, str]]
_ABOUT_NEEDS: Mapping[str, TypeAdapter[Any]] = {
    "needs": TypeAdapter(dict[str, tuple[str, ...]]),
    "presets": TypeAdapter(dict[str, _BY_NAME]),
    "defaults": TypeAdapter(_BY_NAME),
    "instead": TypeAdapter(_BY_NAME),
    "untaught": TypeAdapter(tuple[str, ...]),
    "of_others": TypeAdapter(tuple[str, ...]),
    "gross": TypeAdapter(dict[str, str]),
    "left": TypeAdapter(dict[str, str]),
}
_NORM, _TABLE, _AMOUNT = TypeAdapter(_WrittenNorm), TypeAdapter(_WrittenTable), TypeAdapter(_WrittenAmount)


def _is_norm(entry: YamlEntry) -> bool:
    return isinstance(entry.content, dict) and "title" in entry.content and entry.key not in (*TABLES, *AMOUNTS)


def _table(entry: YamlEntry, norms: Mapping[str, str], problems: Problems) -> tuple[TablePeriod, ...]:
    written = entry.parse(_TABLE, problems)
    if written is None:
        return ()
    row, periods = TABLES[entry.key], []
    if written.columns != row._fields:
        problems.found.append(entry.error(f"the columns are {', '.join(row._fields)}", "columns"))
        return ()
    for index, period in enumerate(written.periods):
        start, end = period.valid_from, period.valid_to
        if start and end and start > end:
            problems.found.append(entry.error("valid_to is before valid_from", "periods", index, "valid_to"))
        if period.norm not in norms:
            problems.found.append(entry.error(f"unknown norm {period.norm!r}", "periods", index, "norm"))
        rows = _rows(entry, row, period.rows, index, problems)
        for place, one in enumerate(rows):
            if (norm := getattr(one, "norm", None)) is not None and norm not in norms:
                problems.found.append(entry.error(f"unknown norm {norm!r}", "periods", index, "rows", place))
        periods.append(TablePeriod(period.norm, period.article, Validity(start, end), rows))
    return tuple(periods)


def _rows(
    entry: YamlEntry, kind: type[Any], written: tuple[tuple[Any, ...], ...], period: int, problems: Problems
) -> tuple[Any, ...]:
    """The typed rows that are right; the mistakes of the others are collected."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    rows = []
    for index, cells in enumerate(written):
        where = (*entry.where, "periods", period, "rows", index)
        if len(cells) != len(kind._fields):
            problem = f"{entry.key}: a row has {len(kind._fields)} cells, this one {len(cells)}"
            problems.found.append(entry.file.error(where, problem))
            continue
        try:
            rows.append(adapter.validate_python(cells))
        except ValidationError as error:
            problems.found += content_errors(error, adapter, entry.file, where, f"{entry.key}: ")
    return tuple(rows)


def _amount(
    entry: YamlEntry, norms: Mapping[str, str], administration: Administration, problems: Problems
) -> AmountRule | None:
    written = entry.parse(_AMOUNT, problems)
    if written is None:
        return None
    if written.norm not in norms:
        problems.found.append(entry.error(f"unknown norm {written.norm!r}", "norm"))
    if (written.fact is None) == (written.value is None):
        problems.found.append(entry.error("needs a fact or a value, and not both"))
        return None
    unit, value = AMOUNTS[entry.key], None
    if written.value is not None:
        try:
            value = _number(parse_value(unit, written.value, administration))
        except ValueError as error:
            problems.found.append(entry.error(str(error), "value"))
            return None
    line = entry.file.line(entry.where)
    return AmountRule(entry.key, unit, written.norm, written.article, written.fact, value, entry.file.name, line)


def _number(value: Value) -> Decimal | YearsMonths:
    if not isinstance(value, Decimal | YearsMonths):
        raise ValueError(f"value {value!r} must be a number")
    return value
