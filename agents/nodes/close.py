"""Goodbye. The conversation can still be taken up again."""

from typing import Any

from langgraph.runtime import Runtime

from agents.booking.ask import message
from agents.deps import Deps
from agents.draft import Draft
from agents.state import State
from agents.task import load_task


async def close_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Say goodbye and give back a seat that was only held. Raises ToolUnavailable."""
    deps = runtime.context
    task = load_task(state.get("task"))
    if task is not None and task.hold is not None and not task.holds_offer:
        await deps.book.release(task.hold.id)
    return {"draft": Draft((message(deps, state["language"], "closing", "closing"),)), "task": None, "asked": None}
