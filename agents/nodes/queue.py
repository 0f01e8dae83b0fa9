"""Put the person down in the waiting list: the node does nothing else, and joining again is joining once."""

from typing import Any

from langgraph.runtime import Runtime

from agents.booking.ask import message, replies
from agents.booking.search import query
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.further import come_to
from agents.state import State
from agents.task import load_task


async def queue_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The place in the list, told; a seat that was only held goes back. Raises ToolUnavailable."""
    deps, language, task = runtime.context, state["language"], load_task(state.get("task"))
    assert task is not None
    assert task.document is not None
    assert deps.waiting_list is not None
    ticket = await deps.waiting_list.join(query(task, 1), task.document, task.email or task.phone, language)
    if task.hold is not None:
        await deps.book.release(task.hold.id)
    told = (
        message(deps, language, "notice", "waiting-list-joined", position=str(ticket.position)),
        message(deps, language, "question", "anything-else"),
    )
    draft = Draft(told, replies(deps, language, "reply-person"))
    return {"task": None, "asked": None, "draft": draft, **come_to(draft, state, deps)}
