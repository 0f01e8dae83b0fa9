"""Settings of every test, and the database that tests share."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from tests.embedded import EmptyDatabase, served
from tools.store.database import Database

# How long an example takes says something of the machine and of what else it does.
settings.register_profile("isac", deadline=None)
settings.load_profile("isac")

# Tracebacks without the values of variables: those of a whole service fill thousands of lines and take seconds.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose server lives as long as the test session."""
    yield from served(tmp_path_factory, "data")


@pytest.fixture(scope="session")
def data_dir(server_folder: Path) -> Path:
    """For tests that open the folder themselves; a test that kills its server has a folder of its own."""
    return server_folder


@pytest.fixture(scope="session")
def server_url(server_folder: Path) -> str:
    """The server of the session, migrated."""

    async def migrate() -> str:
        database = await Database.start(None, server_folder)
        await database.close()
        return database.url

    return asyncio.run(migrate())


@pytest.fixture
async def database(server_url: str) -> AsyncIterator[Database]:
    database = EmptyDatabase.connect(server_url)
    yield database
    await database.close()
