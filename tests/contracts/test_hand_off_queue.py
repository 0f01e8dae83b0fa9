"""What every HandOffQueue does. Both adapters run all of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.contracts.conftest import TurningClock, shown
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.errors import HandOffNotFound, HandOffTaken
from tools.queues.hand_offs import HandOff, HandOffQueue
from tools.store.database import Database
from tools.store.events import Payload, PostgresEventBus
from tools.store.handoffs_postgres import ACCEPTED_CHANNEL, HAND_OFF_CHANNEL, PostgresHandOffQueue

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
    await database.run(lambda connection: connection.execute(text("TRUNCATE hand_offs")))
    return database


@pytest.fixture
async def bus(empty: Database) -> AsyncIterator[PostgresEventBus]:
    bus = await PostgresEventBus(empty).open()
    yield bus
    await bus.close()


@pytest.fixture(params=["memory", "postgres"])
def queue(request: pytest.FixtureRequest, empty: Database) -> HandOffQueue:
    return MemoryHandOffQueue() if request.param == "memory" else PostgresHandOffQueue(empty, PostgresEventBus(empty))


async def test_urgent_hand_offs_come_first_then_the_oldest(queue: HandOffQueue) -> None:
    for hand_off in (LATER, URGENT, HAND_OFF, HAND_OFF):
        await queue.add(hand_off)
    assert await shown(queue) == [URGENT, HAND_OFF, LATER]
    assert await shown(queue, limit=1) == [URGENT]


async def test_what_somebody_accepted_waits_no_more_and_is_nobody_elses(queue: HandOffQueue) -> None:
    for hand_off in (HAND_OFF, LATER):
        await queue.add(hand_off)
    assert [await queue.accept("h1", "ana") for _ in range(2)] == [HAND_OFF, HAND_OFF]
    with pytest.raises(HandOffTaken):
        await queue.accept("h1", "bea")
    await queue.add(HAND_OFF)
    assert await shown(queue) == [LATER]


async def test_what_is_said_after_somebody_accepted_waits_again(queue: HandOffQueue) -> None:
    await queue.add(HAND_OFF)
    await queue.accept("h1", "ana")
    said_more = replace(HAND_OFF, summary=("Bat", "Bi", "Hiru"))
    await queue.add(said_more)
    assert await shown(queue) == [said_more]
    assert await queue.accept("h1", "bea") == said_more


async def test_of_many_who_accept_at_once_one_has_it(queue: HandOffQueue) -> None:
    await queue.add(HAND_OFF)
    tries = (queue.accept("h1", f"agent-{number}") for number in range(8))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["HandOff", *["HandOffTaken"] * 7]


async def test_what_was_never_handed_off_cannot_be_accepted(queue: HandOffQueue) -> None:
    with pytest.raises(HandOffNotFound):
        await queue.accept("h1", "ana")


async def test_who_accepted_a_hand_off_and_when_is_announced_once(empty: Database, bus: PostgresEventBus) -> None:
    queue = PostgresHandOffQueue(empty, bus, TurningClock())
    for hand_off in (HAND_OFF, LATER):
        await queue.add(hand_off)
    with bus.subscribe(ACCEPTED_CHANNEL) as heard:
        for accepted in ("h1", "h1", "h2"):
            await queue.accept(accepted, "ana")
        told = [await anext(heard) for _ in range(2)]
    assert told == [{"id": key, "by": "ana", "at": TurningClock().now.isoformat()} for key in ("h1", "h2")]


async def test_a_hand_off_is_announced_once(empty: Database, bus: PostgresEventBus) -> None:
    queue = PostgresHandOffQueue(empty, bus)
    with bus.subscribe(HAND_OFF_CHANNEL) as heard:
        for hand_off in (HAND_OFF, HAND_OFF, LATER):
            await queue.add(hand_off)
        assert [(await anext(heard))["id"] for _ in range(2)] == ["h1", "h2"]


async def test_a_hand_off_cut_before_it_was_announced_is_announced_when_it_is_added_again(
    empty: Database, bus: PostgresEventBus
) -> None:
    queue = PostgresHandOffQueue(empty, CutOff(empty))
    with bus.subscribe(HAND_OFF_CHANNEL) as heard:
        with pytest.raises(RuntimeError):
            await queue.add(HAND_OFF)
        assert await shown(queue) == []
        await queue.add(HAND_OFF)
        assert (await anext(heard))["id"] == "h1"
