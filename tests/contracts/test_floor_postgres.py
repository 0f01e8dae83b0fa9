"""What only a floor on PostgreSQL can do wrong: two processes, a process that dies, clocks that differ."""

import asyncio
from collections import Counter
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.contracts.conftest import TurningClock
from tests.contracts.floors import changes_of, postgres_floor, postgres_queue
from tests.contracts.test_floor import ANA, BEA, FIRST, NOW
from tools.store.database import Database
from tools.store.events import Payload, PostgresEventBus


class Dying(PostgresEventBus):
    """Killed while it tells of an offer."""

    async def publish_with(self, connection: AsyncConnection, channel: str, payload: Payload) -> None:
        if payload.get("state") == "offered":
            raise RuntimeError("killed")
        await super().publish_with(connection, channel, payload)


async def test_two_processes_that_match_at_once_offer_each_once(database: Database) -> None:
    queue, floors = postgres_queue(database), [postgres_floor(database) for _ in range(4)]
    for number in range(6):
        await queue.add(replace(FIRST, id=f"h{number}", conversation_id=f"c{number}"))
    for number in range(6):
        await floors[0].enter(replace(ANA, who=f"ana-{number}"), "available")
    rounds = await asyncio.gather(*(floor.match() for floor in floors))
    made = [offer for offers in rounds for offer in offers]
    assert Counter(offer.hand_off.id for offer in made) == {f"h{number}": 1 for number in range(6)}
    assert len({offer.agent.who for offer in made if offer.agent}) == 6


async def test_a_process_killed_in_a_round_leaves_nothing_half_done(database: Database) -> None:
    clock = TurningClock(NOW)
    floor = postgres_floor(database, clock=clock)
    await postgres_queue(database, clock=clock).add(FIRST)
    await floor.enter(ANA, "available")
    with pytest.raises(RuntimeError):
        await postgres_floor(database, Dying(database), clock).match()
    assert (await floor.find("h1")).state == "waiting"
    assert [offer.hand_off.id for offer in await floor.match()] == ["h1"]


async def test_without_a_clock_of_their_own_processes_agree_on_the_time(database: Database) -> None:
    first, other = postgres_floor(database), postgres_floor(database)
    entered = await first.enter(ANA, "available")
    again = await other.enter(BEA, "available")
    assert timedelta() <= again.heard_at - entered.heard_at < timedelta(seconds=45)
    assert [one.agent for one in await other.present()] == [ANA, BEA]


async def test_a_change_made_by_one_process_wakes_another(database: Database) -> None:
    bus = await PostgresEventBus(database).open()
    here, there = postgres_floor(database, bus), postgres_queue(database)
    async with asyncio.timeout(30), aclosing(here.follow(3600)) as changes:
        await anext(changes)
        woken = asyncio.ensure_future(anext(changes))
        await there.add(FIRST)
        await woken
    await bus.close()


async def test_who_says_again_that_they_are_there_waits_for_nobody(database: Database) -> None:
    clock = TurningClock(NOW)
    floor, changes = postgres_floor(database, clock=clock), changes_of(database, PostgresEventBus(database), clock)
    await postgres_queue(database, clock=clock).add(FIRST)
    await floor.enter(ANA, "available")
    await floor.accept("h1", "ana")
    clock.turn(timedelta(seconds=10))
    async with database.engine.begin() as connection:
        await changes.begin(connection)
        again = await asyncio.wait_for(floor.enter(ANA, "available"), 30)
    assert (again.held, again.since, again.heard_at) == (1, NOW, NOW + timedelta(seconds=10))
    clock.turn(timedelta(seconds=44))
    assert [one.agent for one in await floor.present()] == [ANA]
