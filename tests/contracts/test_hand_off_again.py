"""What every HandOffQueue does with a hand-off that is added again. Both adapters run all of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from tests.contracts.conftest import shown
from tests.contracts.floors import postgres_queue
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.errors import HandOffMismatch
from tools.queues.hand_offs import HandOff, HandOffQueue
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.handoffs_postgres import HAND_OFF_CHANNEL

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
FIRST = HandOff(
    id="P-1", conversation_id="c", reason="complaint", language="es", need=None, unit="INSS", summary=("queja",),
    slots={}, urgent=False, created_at=NOW,
)  # fmt: skip
AGAIN = replace(
    FIRST, reason="asked", need="viudedad", summary=("queja", "y una cita"), slots={"channel": "phone"},
    created_at=NOW + timedelta(minutes=3),
)  # fmt: skip


@pytest.fixture(params=["memory", "postgres"])
async def queue(request: pytest.FixtureRequest, database: Database) -> HandOffQueue:
    if request.param == "memory":
        return MemoryHandOffQueue()
    await database.run(lambda connection: connection.execute(text("TRUNCATE hand_offs CASCADE")))
    return postgres_queue(database)


async def test_what_was_said_since_is_stored_and_the_place_in_the_queue_stays(queue: HandOffQueue) -> None:
    await queue.add(FIRST)
    await queue.add(AGAIN)
    assert await shown(queue) == [replace(AGAIN, created_at=NOW)]


async def test_what_was_urgent_stays_urgent(queue: HandOffQueue) -> None:
    await queue.add(replace(FIRST, reason="crisis", urgent=True))
    await queue.add(AGAIN)
    assert [waiting.urgent for waiting in await shown(queue)] == [True]


async def test_nothing_of_another_conversation_is_put_under_the_same_reference(queue: HandOffQueue) -> None:
    await queue.add(FIRST)
    with pytest.raises(HandOffMismatch):
        await queue.add(replace(AGAIN, conversation_id="another"))
    assert await shown(queue) == [FIRST]


async def test_only_what_is_new_is_announced(database: Database) -> None:
    await database.run(lambda connection: connection.execute(text("TRUNCATE hand_offs CASCADE")))
    bus = await PostgresEventBus(database).open()
    queue = postgres_queue(database, bus)
    try:
        with bus.subscribe(HAND_OFF_CHANNEL) as heard:
            for hand_off in (FIRST, replace(FIRST, created_at=AGAIN.created_at), AGAIN, AGAIN):
                await queue.add(hand_off)
            await queue.add(replace(FIRST, id="P-2"))
            told = [await anext(heard) for _ in range(3)]
    finally:
        await bus.close()
    assert [(one["id"], one["reason"]) for one in told] == [
        ("P-1", "complaint"), ("P-1", "asked"), ("P-2", "complaint"),
    ]  # fmt: skip
