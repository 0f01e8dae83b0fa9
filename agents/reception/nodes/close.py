"""Goodbye. The conversation can still be taken up again; of what was under way it is said that it is not done."""

from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.task_hold import release_hold
from agents.reception.nodes.abandon import what_stays
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State


async def close_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Say goodbye and give back a seat that was only kept. Raises ToolUnavailable."""
    deps, language, task = runtime.context, state["language"], state.get("task")
    await release_hold(task, deps)
    undone = (what_stays(task, language, deps),) if task is not None else ()
    return {
        "draft": Draft((*undone, deps.phrases.message(language, "closing", "closing"))),
        "task": None,
        "asked": None,
    }
