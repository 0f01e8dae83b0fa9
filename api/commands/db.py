"""``isac db``: migrate, save, bring back."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from agents.reception.checkpoints import Checkpoints
from api.settings.settings import load_settings
from tools.store import backup as saving
from tools.store.database import Database


@asynccontextmanager
async def opened_database() -> AsyncIterator[Database]:
    """The database of the settings, migrated. Raises ToolUnavailable."""
    settings = load_settings()
    url = settings.database_url.get_secret_value() if settings.database_url else None
    database = await Database.start(url, settings.data_dir)
    try:
        yield database
    finally:
        await database.close()


async def upgrade() -> None:
    """All tables, the conversations' too. Raises ToolUnavailable."""
    async with opened_database() as database:
        await (await Checkpoints.open(database.url)).close()
    sys.stdout.write("the database is up to date\n")


async def backup(file: Path) -> None:
    """Everything to a file. Raises ToolUnavailable, BackupRefused."""
    async with opened_database() as database:
        await saving.backup(database, file)
    sys.stdout.write(f"saved to {file}\n")


async def restore(file: Path, *, replace: bool) -> None:
    """A saved file back. Raises ToolUnavailable, BackupRefused; then what was there is untouched."""
    async with opened_database() as database:
        await saving.restore(database, file, replace=replace)
    sys.stdout.write(f"restored from {file}\n")
