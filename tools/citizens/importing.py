"""An import from beginning to end: batch by batch, with a file of what was refused."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from tools.citizens.files import name_of, rows_of
from tools.citizens.imports import ImportProgress, InteractionImports
from tools.citizens.rows import BadRow, RowReader
from tools.citizens.timeline import Interaction

BATCH = 10_000
"""Rows of one transaction: a kill loses no more than these, and they come again."""

_HEADING = ("row", "reference", "problem")
Rejected = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Importing:
    """Takes files in. ``tell`` hears of the progress after each batch."""

    imports: InteractionImports
    reader: RowReader
    tell: Callable[[ImportProgress], None]
    batch: int = BATCH

    async def run(self, file: Path, rejects: Path) -> ImportProgress:
        """Go on where the last run of the same content stopped. Raises UnreadableImport, ToolUnavailable, OSError.

        A batch's rejects are on disk before it is kept: those of one that was not are dropped when it comes again.
        """
        name = name_of(file)
        progress = await self.imports.progress(name)
        if progress.finished:
            return progress
        rows = islice(enumerate(rows_of(file), start=1), progress.lines, None)
        _keep_rejects(rejects, progress.lines)
        while not progress.finished:
            part = list(islice(rows, self.batch))
            good, bad = self._sorted(part)
            _add_rejects(rejects, bad)
            lines, rejected = progress.lines + len(part), progress.rejected + len(bad)
            progress = ImportProgress(lines, rejected, finished=len(part) < self.batch)
            await self.imports.take_in(name, good, progress)
            self.tell(progress)
        return progress

    def _sorted(self, part: list[tuple[int, Mapping[str, Any] | BadRow]]) -> tuple[list[Interaction], list[Rejected]]:
        good: list[Interaction] = []
        bad: list[Rejected] = []
        for number, row in part:
            if isinstance(row, BadRow):
                bad.append((number, "", str(row)))
                continue
            try:
                good.append(self.reader.read(row))
            except BadRow as problem:
                bad.append((number, _printable(row.get("reference")), str(problem)))
        return good, bad


def _printable(reference: Any) -> str:
    return ascii(reference)[1:-1][:80] if isinstance(reference, str) else ""


def _keep_rejects(file: Path, lines: int) -> None:
    """Those of rows that need not be read again; of none, a file with the heading only."""
    kept = list(_rejects_of(file, lines)) if lines and file.exists() else []
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows((_HEADING, *kept))


def _rejects_of(file: Path, lines: int) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.reader(opened):
            if len(row) == len(_HEADING) and row[0].isdigit() and int(row[0]) <= lines:
                yield row


def _add_rejects(file: Path, bad: list[Rejected]) -> None:
    if bad:
        with file.open("a", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows(bad)
