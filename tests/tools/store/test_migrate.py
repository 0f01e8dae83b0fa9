import asyncio
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from tools.store.database import Database
from tools.store.migrate import newest_revision
from tools.store.schema import metadata


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_the_migrations_make_exactly_the_tables_of_the_schema(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(_differences) == []


def test_the_newest_migration_by_file_name_is_the_head_of_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", "tools/store/migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [newest_revision()]


async def test_a_start_finds_the_revision_that_the_last_one_left(database: Database) -> None:
    rows = await database.run(lambda connection: connection.execute(text("SELECT version_num FROM alembic_version")))
    assert rows.scalars().all() == [newest_revision()]


async def test_starting_several_times_at_once_on_an_empty_database_migrates_it_once(data_dir: Path) -> None:
    first = await Database.start(None, data_dir)
    await first.run(lambda connection: connection.execute(text("DROP SCHEMA public CASCADE")))
    await first.run(lambda connection: connection.execute(text("CREATE SCHEMA public")))
    opened = await asyncio.gather(*(Database.start(None, data_dir) for _ in range(4)))
    rows = await first.run(lambda connection: connection.execute(text("SELECT version_num FROM alembic_version")))
    assert len(rows.all()) == 1
    for database in (*opened, first):
        await database.close()
