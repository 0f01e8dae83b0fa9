"""The citizen gives the task up: the seat goes back, an existing appointment stays."""

from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.booking.task_hold import release_hold
from agents.reception.booking.waiting_list import until_words
from agents.reception.tasks.task import AppointmentTask, Reference, SlotTask, Task
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State
from knowledge.languages import Language


async def abandon_turn(task: Task, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Nothing is left half-made. Raises ToolUnavailable."""
    deps, language = runtime.context, state["language"]
    await release_hold(task, deps)
    told = what_stays(task, language, deps), deps.phrases.message(language, "question", "anything-else")
    draft = Draft(told, deps.phrases.replies(language, "reply-person"))
    return {"task": None, "asked": None, "draft": draft}


def what_stays(task: Task, language: Language, deps: Deps) -> Message:
    """An offer of the waiting list stands until it runs out; of an appointment that was not found nothing is known."""
    if isinstance(task, SlotTask) and task.seat.hold is not None and task.seat.holds_offer:
        return deps.phrases.message(
            language, "notice", "ticket-kept", until=until_words(task.seat.hold, language, deps)
        )
    if isinstance(task, AppointmentTask) and isinstance(task.target, Reference) and task.target.tried:
        return deps.phrases.message(language, "notice", "not-found-abandoned")
    return deps.phrases.message(language, "notice", f"{task.kind}-abandoned")
