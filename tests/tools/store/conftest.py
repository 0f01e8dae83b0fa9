"""A real database for the tests of the store."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.embedded import served
from tools.store.database import Database
from tools.store.schema import metadata


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose server lives as long as the test session."""
    yield from served(tmp_path_factory, "store")


@pytest.fixture
async def database(data_dir: Path) -> AsyncIterator[Database]:
    database = await Database.start(None, data_dir)
    tables = ", ".join(table.name for table in metadata.sorted_tables)
    await database.run(lambda connection: connection.execute(text(f"TRUNCATE {tables}")))
    yield database
    await database.close()
