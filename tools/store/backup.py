"""Backup and restore with PostgreSQL's own programs (those of the embedded server, or of a newer one on the path)."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.errors import ToolRefused, ToolUnavailable
from tools.store.database import Database
from tools.store.embedded import binaries
from tools.store.migrate import upgrade

_NO_WAITING = "-c lock_timeout=10s"  # a table in use makes it fail instead of hang
_SCHEMA_ONLY = frozenset({"alembic_version", "signing_keys", "checkpoint_migrations"})


class BackupRefused(ToolRefused):
    """The file is no complete backup, or the database holds data and ``replace`` was not given."""

    code = "backup_refused"


async def backup(database: Database, file: Path) -> None:
    """Write everything to ``file``, consistently while others write. It appears when whole, for its owner only.

    Raises ToolUnavailable.
    """
    partial = file.with_name(f"{file.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        await _run("pg_dump", "--format=custom", "--schema=public", f"--file={partial}", url=database.url)
        await _check(partial)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


async def restore(database: Database, file: Path, *, replace: bool = False) -> None:
    """Replace all data by a backup, in one transaction: when it fails, the old data is untouched.

    The file is read to its end first. Afterwards the schema is brought to this version. Raises BackupRefused (also for
    a database with data, unless ``replace``), ToolUnavailable.
    """
    await _check(file)
    if not replace and (table := await database.run(_table_with_data)):
        raise BackupRefused(f"the database already holds data (table {table}); say that it is to be replaced")
    options = ("--single-transaction", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--exit-on-error")
    await _run("pg_restore", *options, str(file), url=database.url)
    await database.engine.dispose()
    await upgrade(database.engine)


async def _check(file: Path) -> None:
    """Read the whole file, to find one that is truncated or damaged."""
    if not file.is_file():
        raise BackupRefused(f"{file} is not there")
    try:
        await _run("pg_restore", f"--file={os.devnull}", str(file))
    except ToolUnavailable as error:
        raise BackupRefused(f"{file} is not a whole backup") from error


async def _table_with_data(connection: AsyncConnection) -> str | None:
    names = (await connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))).scalars()
    for name in sorted(set(names) - _SCHEMA_ONLY):
        quoted = connection.dialect.identifier_preparer.quote(name)
        if (await connection.execute(text(f"SELECT EXISTS (SELECT 1 FROM {quoted})"))).scalar_one():
            return str(name)
    return None


async def _run(program: str, *arguments: str, url: str | None = None) -> None:
    """Pass the password in the environment: other users of the machine can read a command line."""
    environment = {"PATH": os.defpath, "PGOPTIONS": _NO_WAITING}
    if url is not None:
        parsed = make_url(url)
        environment |= {"PGPASSWORD": str(parsed.password)} if parsed.password else {}
        without = parsed._replace(password=None)  # set() takes None for "as it is"
        arguments = (f"--dbname={without.render_as_string(hide_password=False)}", *arguments)
    process = await asyncio.create_subprocess_exec(
        str(_program(program)),
        *arguments,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
    )
    _, errors = await process.communicate()
    if process.returncode != 0:
        raise ToolUnavailable(f"{program}: {_last_line(errors.decode(errors='replace').splitlines())}")


def _program(name: str) -> Path:
    """The wheel's programs read every server up to their own version; a server that is newer brings its own."""
    own = binaries() / name
    if own.exists():
        return own
    found = shutil.which(name)
    if found is None:
        raise ToolUnavailable(f"{name} is not installed")
    return Path(found)


def _last_line(lines: Sequence[str]) -> str:
    return next((line for line in reversed(lines) if line.strip()), "failed")
