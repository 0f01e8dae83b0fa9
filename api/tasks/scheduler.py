"""Periodic tasks: work that every process does beside answering requests."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from knowledge.errors import IsacError

_log = structlog.get_logger("api.upkeep")


@dataclass(frozen=True, slots=True)
class PeriodicTask:
    """Work to repeat, safe in several processes at once. ``every`` is the pause between two runs."""

    name: str
    work: Callable[[], Awaitable[object]]
    every: timedelta


class Scheduler:
    """Runs periodic tasks until it is closed. A task that fails is logged and runs again after its pause."""

    def __init__(self, tasks: Sequence[PeriodicTask]) -> None:
        self._running = [asyncio.create_task(_repeat(task)) for task in tasks]

    async def close(self) -> None:
        """Stop all tasks, in the middle of their work too: each of them may be interrupted anywhere."""
        for running in self._running:
            running.cancel()
        for running in self._running:
            with contextlib.suppress(asyncio.CancelledError):
                await running


async def _repeat(task: PeriodicTask) -> None:
    while True:
        try:
            await task.work()
        except Exception as error:
            trace = None if isinstance(error, IsacError) else error  # an unforeseen error is a fault to mend
            _log.warning("chore failed", chore=task.name, reason=type(error).__name__, exc_info=trace)
        await asyncio.sleep(task.every.total_seconds())
