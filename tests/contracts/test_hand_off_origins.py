"""However many hand-offs come from one origin, those of others are seen. Both adapters run all of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contracts.conftest import shown
from tests.contracts.floors import postgres_floor, postgres_queue
from tests.contracts.test_hand_off_queue import HAND_OFF, NOW, bus, empty, queue
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.floor import MemoryFloor
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.clock import system_clock
from tools.queues.floor import Agent
from tools.queues.hand_offs import IN_FRONT, HandOff, HandOffQueue, QueuePage
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.handoffs_postgres import HAND_OFF_CHANNEL

__all__ = ["bus", "empty", "queue"]
HERE, THERE = "here", "there"
Taking = Callable[[str], Awaitable[object]]


@pytest.fixture
async def taking(queue: HandOffQueue, empty: Database) -> Taking:
    """Ana, who may take very many."""
    is_memory = isinstance(queue, MemoryHandOffQueue)
    floor = MemoryFloor(queue, MemoryContactLog(), system_clock) if is_memory else postgres_floor(empty)
    await floor.enter(Agent("ana", "Ana", ("eu",), most=99), "busy")
    return lambda hand_off_id: floor.accept(hand_off_id, "ana")


def one(number: int, *, urgent: bool = True, prefix: str = "P") -> HandOff:
    return replace(
        HAND_OFF, id=f"{prefix}-{number:03d}", conversation_id=f"c-{prefix}-{number}", urgent=urgent,
        created_at=NOW + timedelta(seconds=number),
    )  # fmt: skip


async def pages(queue: HandOffQueue, limit: int) -> AsyncIterator[QueuePage]:
    after = None
    while True:
        page = await queue.page(limit, after)
        yield page
        after = page.after
        if after is None:
            return


async def test_many_of_one_origin_do_not_push_a_real_one_off_the_first_page(
    queue: HandOffQueue, taking: Taking
) -> None:  # fmt: skip
    for number in range(235):
        await queue.add(one(number), HERE)
    real = one(500, prefix="R")
    await queue.add(real, THERE)
    first = await queue.page(50)
    assert [entry.hand_off for entry in first.entries].index(real) == IN_FRONT
    assert (first.total, first.urgent) == (236, 236)
    assert [entry.apart for entry in first.entries] == [False] * (IN_FRONT + 1) + [True] * (50 - IN_FRONT - 1)
    assert {entry.same_origin for entry in first.entries if entry.hand_off != real} == {235}
    assert first.entries[IN_FRONT].same_origin == 1
    for entry in first.entries[:IN_FRONT]:
        await taking(entry.hand_off.id)
    assert (await shown(queue))[0] == real


async def test_none_is_hidden_and_every_page_goes_on_where_the_last_ended(queue: HandOffQueue) -> None:
    added = [one(number, urgent=number % 3 == 0) for number in range(40)]
    for number, hand_off in enumerate(added):
        await queue.add(hand_off, HERE if number % 2 else None)
    whole = [entry async for page in pages(queue, 200) for entry in page.entries]
    assert {entry.hand_off.id for entry in whole} == {hand_off.id for hand_off in added}
    assert [entry.hand_off.urgent for entry in whole] == [True] * 14 + [False] * 26
    assert [entry async for page in pages(queue, 7) for entry in page.entries] == whole
    assert {(page.total, page.urgent) async for page in pages(queue, 7)} == {(40, 14)}


async def test_what_is_accepted_while_somebody_pages_moves_nothing_else(
    queue: HandOffQueue, taking: Taking
) -> None:  # fmt: skip
    for number in range(20):
        await queue.add(one(number), HERE)
    first = await queue.page(8)
    for entry in first.entries:
        await taking(entry.hand_off.id)
    second = await queue.page(20, first.after)
    assert [entry.hand_off.id for entry in second.entries] == [one(number).id for number in range(8, 20)]
    assert (second.total, second.after) == (12, None)


async def test_an_urgent_one_of_a_crowded_origin_comes_before_what_is_not_urgent(queue: HandOffQueue) -> None:
    for number in range(20):
        await queue.add(one(number, urgent=False), HERE)
    await queue.add(one(30, prefix="R"), HERE)
    await queue.add(one(31, urgent=False, prefix="R"), THERE)
    entries = (await queue.page(50)).entries
    assert [entry.hand_off.id for entry in entries][: IN_FRONT + 2] == [
        "R-030", *(one(number).id for number in range(IN_FRONT)), "R-031",
    ]  # fmt: skip
    assert not entries[0].apart


async def test_one_that_becomes_urgent_counts_among_the_urgent_ones(queue: HandOffQueue) -> None:
    for number in range(10):
        await queue.add(one(number, urgent=False), HERE)
    for number in range(9, -1, -1):
        await queue.add(one(number), HERE)
    apart = {entry.hand_off.id: entry.apart for entry in (await queue.page(50)).entries}
    assert [apart[one(number).id] for number in range(10)] == [True] * (10 - IN_FRONT) + [False] * IN_FRONT


async def test_one_of_an_origin_that_is_not_known_is_never_apart(queue: HandOffQueue) -> None:
    for number in range(20):
        await queue.add(one(number))
    assert {(entry.apart, entry.same_origin) for entry in (await queue.page(50)).entries} == {(False, None)}


@pytest.mark.parametrize("cursor", ["x", "1", "1.1.a", "1.a b", "999999999999999999.a"])
async def test_what_is_no_cursor_is_told_as_that(queue: HandOffQueue, cursor: str) -> None:
    with pytest.raises(ValueError, match="cursor"):
        await queue.page(10, cursor)


async def test_those_that_come_at_once_are_counted_in_turn(empty: Database) -> None:
    queue = postgres_queue(empty)
    await asyncio.gather(*(queue.add(one(number), HERE) for number in range(20)))
    assert sum(not entry.apart for entry in (await queue.page(50)).entries) == IN_FRONT


async def test_where_it_comes_from_is_told_to_nobody(empty: Database, bus: PostgresEventBus) -> None:
    queue = postgres_queue(empty, bus)
    with bus.subscribe(HAND_OFF_CHANNEL) as heard:
        await queue.add(one(1), HERE)
        assert HERE not in str(await anext(heard))
