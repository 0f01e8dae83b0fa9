"""The hold of a task that changes: kept during a new search, released when the task wants none."""

import logging

from agents.reception.tasks.task import Cancellation, Leaving, SlotTask, Task, own_hold, queues, with_kept
from agents.reception.turns.deps import Deps
from tools.errors import ToolUnavailable

_log = logging.getLogger(__name__)


async def keep_or_release_hold(task: Task, before: Task | None, deps: Deps) -> Task:
    """The task with the hold it had ``before``, unless it has another or wants none. Raises ToolUnavailable."""
    holds_own = isinstance(task, SlotTask) and task.seat.hold is not None and not task.seat.holds_offer
    task = with_kept(task, None if holds_own or before is None else own_hold(before))
    if isinstance(task, Cancellation | Leaving) and before is not None:
        await release_hold(before, deps)
        return task
    if not queues(task):
        return task
    await release_hold(task, deps)
    return with_kept(task, None)


async def release_hold(task: Task | None, deps: Deps) -> None:
    """Release the seat; an offer of the waiting list stays. Raises ToolUnavailable."""
    hold = own_hold(task) if task is not None else None
    if hold is not None:
        await deps.book.release(hold)


async def release_refused_hold(task: Task, deps: Deps) -> None:
    """Release the hold of a refused write; an unavailable store does not keep the refusal from being told."""
    try:
        await release_hold(task, deps)
    except ToolUnavailable as error:
        _log.warning("the seat of a refused write is free only when its hold runs out: %s", error)
