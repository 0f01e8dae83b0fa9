"""Goodbye. The conversation can still be taken up again."""

from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.task_hold import release_hold
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State


async def close_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Say goodbye and give back a seat that was only kept. Raises ToolUnavailable."""
    deps = runtime.context
    await release_hold(state.get("task"), deps)
    return {
        "draft": Draft((deps.phrases.message(state["language"], "closing", "closing"),)),
        "task": None,
        "asked": None,
    }
