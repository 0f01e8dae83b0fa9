"""Work that takes minutes, beside what people wait for."""

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

_LEAST_URGENT = 19


async def in_background(work: Callable[[], object]) -> None:
    """Do it in a thread of its own, which gives way to all others and ends with the process. Raises what it raises."""
    done: Future[None] = Future()
    done.set_running_or_notify_cancel()  # who stops waiting does not stop it

    def run() -> None:
        _give_way()
        try:
            work()
        except BaseException as error:  # whoever waits is told
            done.set_exception(error)
        else:
            done.set_result(None)

    threading.Thread(target=run, name="background", daemon=True).start()
    await asyncio.wrap_future(done)


def _give_way() -> None:
    """Threads that it starts inherit it. Only Linux has priorities of threads."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LEAST_URGENT)
