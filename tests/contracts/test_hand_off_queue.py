"""What every HandOffQueue does. Both adapters run all of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.contracts.conftest import TurningClock, shown
from tests.contracts.floors import postgres_floor, postgres_queue
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.queues.floor import Agent
from tools.queues.hand_offs import HandOff, HandOffQueue
from tools.store.database import Database
from tools.store.events import Payload, PostgresEventBus
from tools.store.floor_changes import ACCEPTED_CHANNEL
from tools.store.handoffs_postgres import HAND_OFF_CHANNEL

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HAND_OFF = HandOff(
    id="h1",
    conversation_id="c",
    reason="asked",
    language="eu",
    need=None,
    unit="INSS",
    summary=("Bat", "Bi"),
    slots={"document": "***678Z"},
    urgent=False,
    created_at=NOW,
)
LATER = replace(HAND_OFF, id="h2", created_at=NOW + timedelta(minutes=1))
URGENT = replace(LATER, id="h3", urgent=True)


class CutOff(PostgresEventBus):
    """Killed while it tells the first event: what its transaction did is undone."""

    killed = False

    async def publish_with(self, connection: AsyncConnection, channel: str, payload: Payload) -> None:
        if not self.killed:
            self.killed = True
            raise RuntimeError("killed")
        await super().publish_with(connection, channel, payload)


@pytest.fixture
async def empty(database: Database) -> Database:
    await database.run(lambda connection: connection.execute(text("TRUNCATE hand_offs CASCADE")))
    return database


@pytest.fixture
async def bus(empty: Database) -> AsyncIterator[PostgresEventBus]:
    bus = await PostgresEventBus(empty).open()
    yield bus
    await bus.close()


@pytest.fixture(params=["memory", "postgres"])
def queue(request: pytest.FixtureRequest, empty: Database) -> HandOffQueue:
    return MemoryHandOffQueue() if request.param == "memory" else postgres_queue(empty)


async def test_urgent_hand_offs_come_first_then_the_oldest(queue: HandOffQueue) -> None:
    for hand_off in (LATER, URGENT, HAND_OFF, HAND_OFF):
        await queue.add(hand_off)
    assert await shown(queue) == [URGENT, HAND_OFF, LATER]
    assert await shown(queue, limit=1) == [URGENT]


async def test_who_is_vulnerable_or_urgent_has_a_head_start_and_no_more(queue: HandOffQueue) -> None:
    vulnerable = replace(LATER, id="h4", conversation_id="v", vulnerable=True)
    for hand_off in (HAND_OFF, vulnerable, replace(URGENT, created_at=NOW + timedelta(hours=11))):
        await queue.add(hand_off)
    assert [one.id for one in await shown(queue)] == ["h3", "h4", "h1"]
    before = replace(HAND_OFF, id="h5", conversation_id="b", created_at=NOW - timedelta(minutes=20))
    await queue.add(before)
    assert [one.id for one in await shown(queue)] == ["h3", "h5", "h4", "h1"]


async def test_who_accepted_a_hand_off_and_when_is_announced_once(empty: Database, bus: PostgresEventBus) -> None:
    clock = TurningClock()
    queue, floor = postgres_queue(empty, bus, clock), postgres_floor(empty, bus, clock)
    await floor.enter(Agent("ana", "Ana", ("eu",), most=2), "busy")
    for hand_off in (HAND_OFF, LATER):
        await queue.add(hand_off)
    with bus.subscribe(ACCEPTED_CHANNEL) as heard:
        for accepted in ("h1", "h1", "h2"):
            await floor.accept(accepted, "ana")
        told = [await anext(heard) for _ in range(2)]
    assert told == [{"id": key, "by": "ana", "at": clock.now.isoformat()} for key in ("h1", "h2")]


async def test_a_hand_off_is_announced_once(empty: Database, bus: PostgresEventBus) -> None:
    queue = postgres_queue(empty, bus)
    with bus.subscribe(HAND_OFF_CHANNEL) as heard:
        for hand_off in (HAND_OFF, HAND_OFF, LATER):
            await queue.add(hand_off)
        assert [(await anext(heard))["id"] for _ in range(2)] == ["h1", "h2"]


async def test_a_hand_off_cut_before_it_was_announced_is_announced_when_it_is_added_again(
    empty: Database, bus: PostgresEventBus
) -> None:
    queue = postgres_queue(empty, CutOff(empty))
    with bus.subscribe(HAND_OFF_CHANNEL) as heard:
        with pytest.raises(RuntimeError):
            await queue.add(HAND_OFF)
        assert await shown(queue) == []
        await queue.add(HAND_OFF)
        assert (await anext(heard))["id"] == "h1"
