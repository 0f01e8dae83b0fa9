"""Files of other systems, CSV or JSON Lines: their rows one by one, and their name by content."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.citizens.rows import FIELDS, BadRow
from tools.errors import ToolRefused

_LONGEST_FIELD = 1_000_000
_DELIMITERS = ",;\t"


class UnreadableImport(ToolRefused):
    """The file is not CSV with a heading nor JSON Lines."""

    code = "unreadable_import"


def name_of(file: Path) -> str:
    """The hash of its content: the same file is known again under any name."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def rows_of(file: Path) -> Iterator[Mapping[str, Any] | BadRow]:
    """Its rows in order; in the place of one that cannot be read, why. Raises UnreadableImport."""
    if file.suffix.lower() == ".csv":
        return _csv_rows(file)
    if file.suffix.lower() in (".jsonl", ".ndjson"):
        return _json_rows(file)
    raise UnreadableImport("the name of the file ends in .csv, .jsonl or .ndjson")


def _json_rows(file: Path) -> Iterator[Mapping[str, Any] | BadRow]:
    with file.open("rb") as opened:
        for line in opened:
            if line.strip():
                yield _json_row(line)


def _json_row(line: bytes) -> Mapping[str, Any] | BadRow:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return BadRow("the line is no JSON in UTF-8")
    return row if isinstance(row, dict) else BadRow("the line is no JSON object")


def _csv_rows(file: Path) -> Iterator[Mapping[str, Any] | BadRow]:
    csv.field_size_limit(_LONGEST_FIELD)
    # What is not UTF-8 becomes signs that no text has, so that its row is refused and the next one read.
    with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as opened:
        heading = opened.readline()
        delimiter = max(_DELIMITERS, key=heading.count)
        names = [name.strip().lower() for name in next(csv.reader([heading], delimiter=delimiter), [])]
        if "reference" not in names or set(names) - set(FIELDS) or len(set(names)) < len(names):
            raise UnreadableImport(f"the first line names the columns, some of {', '.join(FIELDS)}")
        rows = csv.reader(opened, delimiter=delimiter, strict=False)
        while True:
            try:
                values = next(rows)
            except StopIteration:
                return
            except csv.Error:
                yield BadRow("the line is no CSV")
                continue
            if values:
                yield _named(names, values)


def _named(names: list[str], values: list[str]) -> Mapping[str, Any] | BadRow:
    if len(values) != len(names):
        return BadRow(f"{len(values)} values for {len(names)} columns")
    return dict(zip(names, values, strict=True))
