"""The citizen gives the task up: the seat goes back, an existing appointment stays."""

from typing import Any

from langgraph.runtime import Runtime

from agents.booking.ask import message, replies
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.further import come_to
from agents.state import State
from agents.task import load_task


async def abandon_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Nothing is left half-made. Raises ToolUnavailable."""
    deps, language, task = runtime.context, state["language"], load_task(state.get("task"))
    assert task is not None
    if task.hold is not None:
        await deps.book.release(task.hold.id)
    key = {"book": "book-abandoned", "change": "change-abandoned", "cancel": "cancel-abandoned"}[task.kind]
    told = message(deps, language, "notice", key), message(deps, language, "question", "anything-else")
    draft = Draft(told, replies(deps, language, "reply-person"))
    return {"task": None, "asked": None, "draft": draft, **come_to(draft, state, deps)}
