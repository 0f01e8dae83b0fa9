"""``isac citizens``: interactions of other systems come in."""

import sys
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.commands.db import opened_database
from tools.appointments.keys import Pseudonym, pseudonym_of
from tools.citizens.importing import Importing
from tools.citizens.imports import ImportProgress
from tools.citizens.rows import RowReader
from tools.clock import system_clock
from tools.store.signing_keys import signing_key
from tools.store.timelines_postgres import PostgresInteractionImports


async def import_file(file: Path, rejects: Path) -> int:
    """Take a file in; 1 when rows were refused. Raises UnreadableImport, ToolUnavailable, OSError."""
    async with opened_database() as database:
        secret = await signing_key(database)

        def pseudonym(document: str) -> Pseudonym:
            return pseudonym_of(document, secret)

        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            shown = bar.add_task("reading")

            def tell(progress: ImportProgress) -> None:
                bar.update(shown, description=f"{progress.lines:,} rows, {progress.rejected:,} refused")

            reader = RowReader(pseudonym, system_clock())
            done = await Importing(PostgresInteractionImports(database), reader, tell).run(file, rejects)
    kept = done.lines - done.rejected
    refused = f", {done.rejected} refused: see {rejects}" if done.rejected else ""
    sys.stdout.write(f"{done.lines} rows read, {kept} taken in{refused}\n")
    return 1 if done.rejected else 0
