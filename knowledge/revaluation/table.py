"""Reads a table of new figures: a CSV file with norm, row and value, and perhaps from, to and large."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from knowledge.errors import ContentError

NEEDED = ("norm", "row", "value")
COLUMNS = (*NEEDED, "from", "to", "large")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A figure of a table. ``large``: that it differs much from the last one is meant."""

    line: int
    norm: str
    row: str
    value: Decimal
    begins: date | None = None
    ends: date | None = None
    large: bool = False


def read_table_file(file: Path) -> tuple[tuple[TableRow, ...], list[ContentError]]:
    """The rows that could be read, and every mistake. OSError when there is no such file."""
    name = file.name
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return (), [ContentError(name, 1, "the table must be text in UTF-8")]
    reader = csv.reader(lines, strict=True)
    problems: list[ContentError] = []
    rows: list[TableRow] = []
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        if not set(NEEDED) <= set(columns) or not set(columns) <= set(COLUMNS) or len(set(columns)) < len(columns):
            wanted = f"{', '.join(NEEDED)} and perhaps {', '.join(COLUMNS[len(NEEDED) :])}"
            return (), [ContentError(name, 1, f"the first line must name the columns {wanted}")]
        for cells in reader:
            _add(rows, problems, columns, cells, (name, reader.line_num))
    except csv.Error as error:
        problems.append(ContentError(name, reader.line_num, f"not a line of a table: {error}"))
    if not (rows or problems):
        problems.append(ContentError(name, 1, "the table has no rows"))
    return tuple(rows), problems


def _add(
    rows: list[TableRow], problems: list[ContentError], columns: list[str], cells: list[str], at: tuple[str, int]
) -> None:
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) != len(columns):
        problems.append(ContentError(*at, f"{len(cells)} values for {len(columns)} columns; decimals have a point"))
        return
    written = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    found = list(_mistakes(written))
    problems += [ContentError(*at, problem) for problem in found]
    if not found:
        begins, ends = (_day(written.get(column, "")) for column in ("from", "to"))
        large = written.get("large", "") == "yes"
        row = TableRow(at[1], written["norm"], written["row"], Decimal(written["value"]), begins, ends, large)
        if any(other.row == row.row for other in rows):
            problems.append(ContentError(*at, f"{row.row} stands in the table twice"))
        rows.append(row)


def _mistakes(written: dict[str, str]) -> Iterator[str]:
    for column in ("norm", "row"):
        if not written[column]:
            yield f"{column} is empty"
    if not _is_plain(written["value"]):
        yield f"value {written['value']!r} must be a number with a point for decimals and none for thousands"
    for column in ("from", "to"):
        try:
            _day(written.get(column, ""))
        except ValueError:
            yield f"{column}: there is no day {written[column]!r}; write it such as 2027-01-31"
    if written.get("large", "") not in ("", "yes"):
        yield f"large is {written['large']!r}; write yes, or nothing"


def _is_plain(value: str) -> bool:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return False
    return set(value) <= set("0123456789.") and number.is_finite()


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
