"""PostgreSQL for tests: a data folder with a server of its own, and a database that starts empty."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.store.database import Database, Work
from tools.store.embedded import EmbeddedServer
from tools.store.schema import metadata

_TABLES = "; ".join(f"DELETE FROM {table.name}" for table in metadata.sorted_tables)
_EMPTY = f"SET LOCAL session_replication_role = replica; {_TABLES}"
"""Twenty small tables: several times faster than TRUNCATE, which makes new files for each. As a replica the server
checks no reference and lets entries of the audit go.
"""


def served(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """For ``yield from`` in a fixture."""
    folder = factory.mktemp(name)
    server = EmbeddedServer(folder)
    url = server.open()
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nobody keeps what a test writes
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield folder
    server.close()


def migrated(folder: Path) -> str:
    """The address of the folder's server, its tables made."""

    async def migrate() -> str:
        database = await Database.start(None, folder)
        await database.close()
        return database.url

    return asyncio.run(migrate())


class EmptyDatabase(Database):
    """Empties every table before its first work: a test that never uses it opens no connection."""

    _emptied: "asyncio.Task[None] | None" = None

    async def run(self, work: Work[Any]) -> Any:
        if self._emptied is None:
            self._emptied = asyncio.create_task(super().run(empty))
        await self._emptied
        return await super().run(work)


async def empty(connection: AsyncConnection) -> None:
    await connection.exec_driver_sql(_EMPTY)
