"""Brings a database to the schema of this version. Two processes that start together are safe."""

from importlib.resources import files

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

_LOCK = 4_917_062
_MIGRATIONS = files("tools.store") / "migrations"


async def upgrade(engine: AsyncEngine) -> None:
    """Run the missing migrations in one transaction, one process at a time."""
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


def newest_revision() -> str:
    """Return the revision of the newest migration: the digits that the names of the files begin with, after a v."""
    names = (file.name for file in (_MIGRATIONS / "versions").iterdir())
    return max(name[1:5] for name in names if name.startswith("v") and name.endswith(".py"))


def _upgrade(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if _revision(connection) == newest_revision():
        return
    # Alembic takes a tenth of a start to import, and nearly every start finds the schema up to date.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
