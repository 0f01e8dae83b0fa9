from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tools.store.backup import BackupRefused, backup, restore
from tools.store.database import Database
from tools.store.signing_keys import signing_key


async def _add(database: Database, body: str) -> None:
    statement = text("INSERT INTO events (body, created_at) VALUES (:body, now())")
    await database.run(lambda connection: connection.execute(statement, {"body": body}))


async def _bodies(database: Database) -> list[str]:
    result = await database.run(lambda connection: connection.execute(text("SELECT body FROM events ORDER BY id")))
    return list(result.scalars())


async def test_a_restored_database_is_the_one_that_was_saved(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "isac.backup"
    await _add(database, "before")
    key = await signing_key(database)
    await backup(database, file)
    await _add(database, "after")
    await restore(database, file, replace=True)
    assert await _bodies(database) == ["before"]
    assert await signing_key(database) == key
    await _add(database, "still works")


async def test_a_backup_is_for_its_owner_only_and_leaves_no_part_behind(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "isac.backup")
    assert [entry.name for entry in tmp_path.iterdir()] == ["isac.backup"]
    assert (tmp_path / "isac.backup").stat().st_mode & 0o077 == 0


async def test_data_is_not_replaced_unless_told(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "isac.backup"
    await backup(database, file)
    await _add(database, "kept")
    with pytest.raises(BackupRefused, match="events"):
        await restore(database, file)
    assert await _bodies(database) == ["kept"]


async def test_an_empty_database_is_restored_without_asking(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "isac.backup"
    await _add(database, "saved")
    await backup(database, file)
    await database.run(lambda connection: connection.execute(text("TRUNCATE events")))
    await restore(database, file)
    assert await _bodies(database) == ["saved"]


@pytest.mark.parametrize("damage", ["cut", "rubbish", "missing"])
async def test_a_damaged_file_is_refused_and_the_data_stays(database: Database, tmp_path: Path, damage: str) -> None:
    file = tmp_path / "isac.backup"
    await _add(database, "kept" * 5_000)
    await backup(database, file)
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-200])
    elif damage == "rubbish":
        file.write_bytes(b"not a backup")
    else:
        file.unlink()
    with pytest.raises(BackupRefused):
        await restore(database, file, replace=True)
    assert await _bodies(database) == ["kept" * 5_000]


async def test_a_password_reaches_the_program_whole_and_not_by_its_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    for program in ("pg_dump", "pg_restore"):
        (tmp_path / program).write_text(f'#!/bin/sh\nprintf "%s\\n" "$0" "$PGPASSWORD" "$@" >> {told}\n')
        (tmp_path / program).chmod(0o700)
    monkeypatch.setattr("tools.store.backup.binaries", lambda: tmp_path)
    url = "postgresql://isac:p%40ss%2Fw@db.example:5432/isac?sslmode=require"
    await backup(Database(create_async_engine("postgresql+psycopg://"), url), tmp_path / "isac.backup")
    program, password, address, *_ = told.read_text().splitlines()
    assert program == str(tmp_path / "pg_dump")
    assert password == "p@ss/w"
    assert address == "--dbname=postgresql://isac@db.example:5432/isac?sslmode=require"
