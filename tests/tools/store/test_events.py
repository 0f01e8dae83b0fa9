import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from tools.store.database import Database
from tools.store.events import PostgresEventBus

Buses = tuple[PostgresEventBus, PostgresEventBus]


@pytest.fixture
async def buses(database: Database) -> AsyncIterator[Buses]:
    """The bus that speaks and the one that listens, as in two processes."""
    speaking, listening = [await PostgresEventBus(database).open() for _ in range(2)]
    yield speaking, listening
    await speaking.close()
    await listening.close()


async def test_every_subscriber_of_the_channel_gets_the_events_in_order(
    buses: tuple[PostgresEventBus, PostgresEventBus],
) -> None:
    speaking, listening = buses
    with listening.subscribe("a") as one, listening.subscribe("a") as two:
        for number in range(3):
            await speaking.publish("a", {"number": number})
        for subscription in (one, two):
            assert [(await anext(subscription))["number"] for _ in range(3)] == [0, 1, 2]


async def test_other_channels_hear_nothing(buses: Buses) -> None:
    speaking, listening = buses
    with listening.subscribe("b") as subscription:
        await speaking.publish("a", {"not": "for b"})
        await speaking.publish("b", {"for": "b"})
        assert await anext(subscription) == {"for": "b"}


async def test_long_and_accented_payloads_arrive_whole(buses: Buses) -> None:
    speaking, listening = buses
    payload = {"text": "ñ€" * 20_000}
    with listening.subscribe("a") as subscription:
        await speaking.publish("a", payload)
        assert await anext(subscription) == payload


async def test_a_closed_subscription_gets_nothing(buses: Buses) -> None:
    speaking, listening = buses
    closed = listening.subscribe("a")
    closed.close()
    with listening.subscribe("a") as open_one:
        await speaking.publish("a", {})
        await anext(open_one)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(anext(closed), 0.01)


async def test_listening_recovers_when_its_connection_is_cut(database: Database) -> None:
    bus = await PostgresEventBus(database).open()
    cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
    with bus.subscribe("a") as subscription:
        await database.run(lambda connection: connection.execute(cut))
        waiting = asyncio.ensure_future(anext(subscription))
        while not waiting.done():
            await bus.publish("a", {"again": True})
            await asyncio.sleep(0.05)
        assert waiting.result() == {"again": True}
    await bus.close()


@pytest.mark.parametrize("foreign", ["x", "{}", "[]", '{"channel": "a"}', '{"stored": "no number"}'])
async def test_what_cannot_be_read_is_lost_and_what_comes_after_it_is_heard(database: Database, foreign: str) -> None:
    bus = await PostgresEventBus(database).open()
    with bus.subscribe("a") as subscription:
        notify = text("SELECT pg_notify('isac', :notice)")
        await database.run(lambda connection: connection.execute(notify, {"notice": foreign}))
        await bus.publish("a", {"still": "heard"})
        assert await asyncio.wait_for(anext(subscription), 5) == {"still": "heard"}
    await bus.close()
