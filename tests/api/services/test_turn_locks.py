"""Turns of one conversation, apart even between two processes on one database."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from api.problems.errors import Busy
from api.services.turn_locks import DatabaseTurnLocks, ProcessTurnLocks, TurnLocks
from tools.store.database import Database


@pytest.fixture
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    database = await Database.start(None, tmp_path_factory.getbasetemp() / "turn-locks")
    yield database
    await database.close()


async def most_at_once(locks: list[TurnLocks], conversation: str) -> int:
    running = most = 0

    async def turn(lock: TurnLocks) -> None:
        nonlocal running, most
        async with lock.turn(conversation):
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.005)
            running -= 1

    await asyncio.gather(*(turn(lock) for lock in locks for _ in range(5)))
    return most


async def test_in_one_process() -> None:
    assert await most_at_once([ProcessTurnLocks()], "c1") == 1


async def test_two_processes_share_one_turn(database: Database) -> None:
    locks = [DatabaseTurnLocks(database.engine), DatabaseTurnLocks(database.engine)]
    assert await most_at_once([*locks], "c1") == 1
    for lock in locks:
        await lock.close()


async def test_other_conversations_do_not_wait_and_a_long_wait_ends_in_busy(database: Database) -> None:
    here, there = DatabaseTurnLocks(database.engine), DatabaseTurnLocks(database.engine, timeout_seconds=0.1)
    async with here.turn("c1"):
        async with there.turn("c2"):
            pass
        with pytest.raises(Busy):
            async with there.turn("c1"):
                pass
    async with there.turn("c1"):
        pass
    await here.close()
    await there.close()


async def test_a_process_that_goes_away_leaves_no_lock(database: Database) -> None:
    dead, alive = DatabaseTurnLocks(database.engine), DatabaseTurnLocks(database.engine, timeout_seconds=5)
    async with dead.turn("c1"):
        await dead.close()
        async with alive.turn("c1"):
            pass
    await alive.close()


async def test_a_turn_that_fails_gives_the_conversation_back(database: Database) -> None:
    locks = DatabaseTurnLocks(database.engine, timeout_seconds=1)
    with pytest.raises(ValueError, match="inside"):
        async with locks.turn("c1"):
            raise ValueError("inside")
    async with locks.turn("c1"):
        pass
    await locks.close()


async def test_a_process_with_much_to_say_lets_the_other_one_in_between(database: Database) -> None:
    here, there = DatabaseTurnLocks(database.engine), DatabaseTurnLocks(database.engine)
    order: list[str] = []
    began = asyncio.Event()

    async def turn(locks: TurnLocks, name: str) -> None:
        async with locks.turn("c1"):
            order.append(name)
            began.set()
            await asyncio.sleep(0.1)

    many = [asyncio.create_task(turn(here, "here")) for _ in range(8)]
    await began.wait()
    await asyncio.gather(turn(there, "there"), *many)
    assert order.index("there") <= 2
    await here.close()
    await there.close()


@pytest.mark.parametrize("gives_up", ["late", "leaves"])
async def test_who_gives_up_waiting_leaves_the_gate_open(database: Database, gives_up: str) -> None:
    here, there = DatabaseTurnLocks(database.engine), DatabaseTurnLocks(database.engine, timeout_seconds=0.2)
    async with here.turn("c1"):
        waiting = asyncio.create_task(there.turn("c1").__aenter__())
        if gives_up == "leaves":
            await asyncio.sleep(0.1)
            waiting.cancel()
        with pytest.raises(Busy if gives_up == "late" else asyncio.CancelledError):
            await waiting
    for locks in (here, there, here):
        async with locks.turn("c1"):
            pass
    await here.close()
    await there.close()


async def test_who_leaves_takes_no_lock_of_others_along(database: Database) -> None:
    here, there = DatabaseTurnLocks(database.engine), DatabaseTurnLocks(database.engine, timeout_seconds=0.1)

    async def come_and_go() -> None:
        async with here.turn("another"):
            pass

    async with here.turn("mine"):
        for moments in range(30):  # at every step of it
            leaving = asyncio.create_task(come_and_go())
            for _ in range(moments):
                await asyncio.sleep(0)
            leaving.cancel()
            await asyncio.wait([leaving])
        with pytest.raises(Busy):
            async with there.turn("mine"):
                pass
    for name in ("mine", "another"):
        async with there.turn(name):
            pass
    await here.close()
    await there.close()
