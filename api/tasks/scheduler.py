"""What every process does beside answering: offers free seats to who waits, empties the outbox, forgets what is old."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from knowledge.errors import IsacError

_log = structlog.get_logger("api.upkeep")


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do again and again, safe in several processes at once; ``every`` is the pause between two times."""

    name: str
    work: Callable[[], Awaitable[object]]
    every: timedelta


class Upkeep:
    """Runs chores until it is closed. One that fails is logged and tried again at its next time."""

    def __init__(self, chores: Sequence[Chore]) -> None:
        self._tasks = [asyncio.create_task(_repeat(chore)) for chore in chores]

    async def close(self) -> None:
        """Stop in the middle of whatever is being done: all of it may be cut anywhere."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _repeat(chore: Chore) -> None:
    while True:
        try:
            await chore.work()
        except Exception as error:
            trace = None if isinstance(error, IsacError) else error  # what is not foreseen wants to be mended
            _log.warning("chore failed", chore=chore.name, reason=type(error).__name__, exc_info=trace)
        await asyncio.sleep(chore.every.total_seconds())
