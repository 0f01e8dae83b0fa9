"""Runs two parts of one reading at once, where a core is free for the second."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Semaphore
from typing import TypeVar

Here = TypeVar("Here")
There = TypeVar("There")


class ParallelRunner:
    """Thread-safe. With as many readers as cores more threads gain nothing: then one part follows the other."""

    def __init__(self, cores: int) -> None:
        self._free = Semaphore(cores // 2)
        self._pool = ThreadPoolExecutor(max(1, cores // 2), thread_name_prefix="parallel")

    def run_both(self, here: Callable[[], Here], there: Callable[[], There]) -> tuple[Here, There]:
        """The results of both. ``here`` should let other threads run; an error of either is raised."""
        if not self._free.acquire(blocking=False):
            found = there()
            return here(), found
        try:
            promised = self._pool.submit(there)
            return here(), promised.result()
        finally:
            self._free.release()
