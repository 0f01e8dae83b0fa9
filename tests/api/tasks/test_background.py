"""Work beside what people wait for."""

import asyncio
import os
import sys
import threading
from threading import Event

import pytest

from api.tasks.background import in_background


async def test_it_is_awaited_and_its_error_raised() -> None:
    done: list[str] = []
    await in_background(lambda: done.append(threading.current_thread().name))
    assert done == ["background"]
    with pytest.raises(ZeroDivisionError):
        await in_background(lambda: 1 // 0)


async def test_it_does_not_keep_the_process() -> None:
    seen: list[bool] = []
    await in_background(lambda: seen.append(threading.current_thread().daemon))
    assert seen == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no priorities of threads")
async def test_it_and_the_threads_it_starts_give_way_to_all_others() -> None:
    found: list[int] = []

    def look() -> None:
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    def work() -> None:
        look()
        other = threading.Thread(target=look)
        other.start()
        other.join()

    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    await in_background(work)
    assert found == [19, 19]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


async def test_who_stops_waiting_does_not_stop_it() -> None:
    begun, may_end, ended = Event(), Event(), Event()

    def work() -> None:
        begun.set()
        may_end.wait(10)
        ended.set()

    waiting = asyncio.create_task(in_background(work))
    await asyncio.to_thread(begun.wait, 10)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    may_end.set()
    assert await asyncio.to_thread(ended.wait, 10)
