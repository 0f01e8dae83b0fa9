"""The seat of a task that changes: kept while another is looked for, given back when none is wanted any more."""

import logging
from dataclasses import replace

from agents.reception.deps import Deps
from agents.reception.task import Kind, Task
from tools.errors import ToolUnavailable

_log = logging.getLogger(__name__)

WITHOUT_A_SEAT: frozenset[Kind] = frozenset({"cancel", "leave"})


async def keep_or_give_back(task: Task, before: Task | None, deps: Deps) -> Task:
    """The task with the seat it had ``before``, unless it holds another or wants none. Raises ToolUnavailable."""
    holds_own = task.hold is not None and not task.holds_offer
    task = replace(task, kept=None if holds_own or before is None else before.own_seat)
    if not task.queues and task.kind not in WITHOUT_A_SEAT:
        return task
    await give_back(task, deps)
    return replace(task, kept=None)


async def give_back(task: Task | None, deps: Deps) -> None:
    """The seat is free again; an offer of the waiting list stays. Raises ToolUnavailable."""
    if task is not None and task.own_seat is not None:
        await deps.book.release(task.own_seat)


async def let_go(task: Task, deps: Deps) -> None:
    """Give back the seat of a write that was refused: why it was is told, also when that cannot be done now."""
    try:
        await give_back(task, deps)
    except ToolUnavailable as error:
        _log.warning("the seat of a refused write is free only when its hold runs out: %s", error)
