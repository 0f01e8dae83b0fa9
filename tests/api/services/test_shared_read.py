"""One reading for all who ask at the same time, and none that began before they asked."""

import asyncio

import pytest

from api.services.shared_read import SharedRead


class Source:
    """Something that changes, read slowly."""

    def __init__(self) -> None:
        self.now = self.readings = 0
        self.may_end = asyncio.Event()
        self.fails = False

    async def read(self) -> int:
        self.readings += 1
        found = self.now
        await self.may_end.wait()
        if self.fails:
            raise OSError("away")
        return found


async def test_all_who_ask_at_once_share_one_reading() -> None:
    source = Source()
    source.may_end.set()
    shared = SharedRead(source.read)
    assert await asyncio.gather(*(shared() for _ in range(5))) == [0] * 5
    assert source.readings == 1
    source.now = 1
    assert await shared() == 1


async def test_who_asks_while_it_is_read_gets_what_is_read_afterwards() -> None:
    source = Source()
    shared = SharedRead(source.read)
    first = asyncio.create_task(shared())
    while not source.readings:
        await asyncio.sleep(0)
    source.now = 1
    later = [asyncio.create_task(shared()) for _ in range(3)]
    await asyncio.sleep(0)
    source.may_end.set()
    assert (await first, await asyncio.gather(*later)) == (0, [1, 1, 1])
    assert source.readings == 2


async def test_a_reading_that_fails_or_that_one_leaves_is_not_that_of_the_next() -> None:
    source = Source()
    shared = SharedRead(source.read)
    left, stays = asyncio.create_task(shared()), asyncio.create_task(shared())
    while not source.readings:
        await asyncio.sleep(0)
    left.cancel()
    source.fails = True
    source.may_end.set()
    with pytest.raises(OSError, match="away"):
        await stays
    source.fails = False
    assert await shared() == 0
