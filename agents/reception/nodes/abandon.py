"""The citizen gives the task up: the seat goes back, an existing appointment stays."""

from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.booking.place_in_line import until_words
from agents.reception.booking.seat import give_back
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.pending_needs import offer_next_need
from agents.reception.state import State
from agents.reception.task import Task, load_task
from knowledge.languages import Language


async def abandon_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Nothing is left half-made. Raises ToolUnavailable."""
    deps, language, task = runtime.context, state["language"], load_task(state.get("task"))
    assert task is not None
    await give_back(task, deps)
    told = _kept(task, language, deps), deps.phrases.message(language, "question", "anything-else")
    draft = Draft(told, deps.phrases.replies(language, "reply-person"))
    return {"task": None, "asked": None, "draft": draft, **offer_next_need(draft, state, deps)}


def _kept(task: Task, language: Language, deps: Deps) -> Message:
    """How things stay; an offer of the waiting list stands until it runs out."""
    if task.hold is not None and task.holds_offer:
        return deps.phrases.message(language, "notice", "ticket-kept", until=until_words(task.hold, language, deps))
    return deps.phrases.message(language, "notice", f"{task.kind}-abandoned")
