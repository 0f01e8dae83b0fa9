"""A call kept by an earlier version is read, followed and ended after the migration to contacts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from speech.calls.record_postgres import PostgresCallRecord
from speech.segments import Word
from tools.contacts.contact import Contact, Utterance
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
BEFORE = "0010"

_CALLS = text("""
    INSERT INTO calls (id, reference, started, ended, opened_by, language, agent_language, open_question, keep_audio,
        sound_from, need, events)
    VALUES ('old', 'exchange:1', :now, :ended, 'ane', 'gl', 'es', false, false, :now, '{"need": "paro"}', 3),
           ('live', NULL, :now, NULL, 'ane', NULL, 'es', false, false, NULL, NULL, 1)
""")
_SEGMENT = text("""
    INSERT INTO call_segments (call_id, track, number, language, words)
    VALUES ('old', 'citizen', 0, 'gl', '[{"text": "bo", "start": 1.5, "end": 2.0, "confidence": 0.9},
        {"text": "día", "start": 2.0, "end": 2.5, "confidence": 0.3}]')
""")
_EVENTS = text("""
    INSERT INTO call_events (call_id, number, kind, body)
    VALUES ('old', 1, 'final', '{"track": "citizen", "number": 0}'), ('old', 2, 'need', '{"need": "paro"}'),
           ('old', 3, 'ended', '{}'), ('live', 1, 'track', '{"track": "citizen", "state": "joined"}')
""")


def _migrate(connection: Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(files("tools.store") / "migrations"))
    config.attributes["connection"] = connection
    (command.downgrade if to == BEFORE else command.upgrade)(config, to)


@pytest.fixture
async def migrated(data_dir: Path) -> AsyncIterator[Database]:
    """Rows of the earlier schema, brought to this one."""
    database = await Database.start(None, data_dir)
    await database.run(lambda connection: connection.execute(text("TRUNCATE contacts CASCADE")))
    async with database.engine.begin() as connection:
        await connection.run_sync(_migrate, BEFORE)
        await connection.execute(_CALLS, {"now": NOW, "ended": NOW + timedelta(minutes=4)})
        for statement in (_SEGMENT, _EVENTS):
            await connection.execute(statement)
    async with database.engine.begin() as connection:
        await connection.run_sync(_migrate, "head")
    yield database
    await database.close()


async def test_an_old_call_is_whole_after_the_migration(migrated: Database) -> None:
    log = PostgresContactLog(migrated, PostgresEventBus(migrated))
    record = PostgresCallRecord(migrated, log)
    call = await record.find("old")
    assert (call.reference, call.language, call.started, call.ended) == (
        "exchange:1", "gl", NOW, NOW + timedelta(minutes=4),
    )  # fmt: skip
    assert await record.open(call) == call  # by its reference
    events = await record.events("old")
    assert [(event.number, event.kind) for event in events] == [(1, "final"), (2, "need"), (3, "ended")]
    assert events[0].body["text"] == "bo día"
    (said,) = await record.find_segments("old")
    assert said.segment.words[1] == Word("día", 2.0, 2.5, 0.3)
    assert await log.find("old") == Contact("old", "call", NOW, "gl", None, NOW + timedelta(minutes=4), "exchange:1")
    assert await log.transcript("old") == (
        Utterance("citizen", "bo día", NOW + timedelta(seconds=1.5), "gl", "citizen"),
    )


async def test_an_old_call_that_goes_on_counts_on_from_its_last_event(migrated: Database) -> None:
    record = PostgresCallRecord(migrated, PostgresContactLog(migrated, PostgresEventBus(migrated)))
    assert [call.id for call in await record.live()] == ["live"]
    told = await record.tell("live", "need", {"need": "paro"})
    ended = await record.end("live", NOW)
    assert ended is not None
    assert (told.number, ended.number) == (2, 3)
    assert [event.kind for event in await record.events("live", after=1)] == ["need", "ended"]
    assert await record.forget(NOW + timedelta(days=1)) == ["live", "old"]


async def test_going_back_gives_calls_their_events_back(migrated: Database) -> None:
    async with migrated.engine.begin() as connection:
        await connection.run_sync(_migrate, BEFORE)
        rows = await connection.execute(text("SELECT id, reference, language, events FROM calls ORDER BY id"))
        assert [tuple(row) for row in rows] == [("live", None, None, 1), ("old", "exchange:1", "gl", 3)]
        assert (await connection.execute(text("SELECT count(*) FROM call_events"))).scalar_one() == 4
    async with migrated.engine.begin() as connection:
        await connection.run_sync(_migrate, "head")
