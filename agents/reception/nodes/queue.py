"""Join the waiting list or leave it: the node does nothing else, and doing it again is doing it once."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.booking.waiting_list import wait_request, waiting_list_of
from agents.reception.tasks.task import Booking, Leaving, LinePlace, Task, reopened
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State
from knowledge.languages import Language
from tools.errors import AlreadyWaiting, BadIdentifier, TicketNotFound, TooManyHolds, UnknownSlot
from tools.waiting.waiting_list import Ticket, WaitingList


async def queue_turn(task: Booking | Leaving, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The place in the line, told, or given up. Raises ToolUnavailable."""
    deps, language = runtime.context, state["language"]
    try:
        told = await _write(task, state, deps, waiting_list_of(deps))
    except (UnknownSlot, BadIdentifier) as error:
        again = _again(task, error)
        draft = Draft((deps.phrases.message(language, "notice", _WHY_NOT[type(error)]),))
        decision = replace(state["decision"], route="collect", key="", task=again)
        return {"decision": decision, "task": again, "draft": draft}
    except AlreadyWaiting:
        told = deps.phrases.message(language, "notice", "waiting-list-already")
    except TooManyHolds:
        told = deps.phrases.message(language, "notice", "problem-too-many-holds-do")
    except TicketNotFound:
        told = deps.phrases.message(language, "notice", "ticket-not-found")
    draft = Draft(
        (told, deps.phrases.message(language, "question", "anything-else")),
        deps.phrases.replies(language, "reply-person"),
    )
    return {"task": None, "asked": None, "draft": draft}


_WHY_NOT: dict[type[Exception], str] = {
    UnknownSlot: "waiting-list-nothing-sooner",
    BadIdentifier: "waiting-list-email-wrong",
}


async def _write(task: Booking | Leaving, state: State, deps: Deps, waiting_list: WaitingList) -> Message:
    language = state["language"]
    match task:
        case Leaving(code=str() as code, person=person):
            await waiting_list.leave(code, person.document or "")
            return deps.phrases.message(language, "notice", "leave-done")
        case Booking(line=LinePlace() as line):
            request = wait_request(task, line, state["conversation_id"], language, deps)
            ticket = await waiting_list.join(replace(request, origin=state.get("origin")))
            return _joined(ticket, task, language, deps, waiting_list)
        case _:
            raise ValueError(f"a task without a place in line: {task.kind}")


def _joined(ticket: Ticket, task: Booking, language: Language, deps: Deps, waiting_list: WaitingList) -> Message:
    minutes = int(waiting_list.rules.stands.total_seconds() // 60)
    return deps.phrases.message(language, "notice", "waiting-list-joined",
        position=str(ticket.position or 1),  # who was offered a seat meanwhile was the first
        code=ticket.code, minutes=str(minutes), email=task.person.email or "",
    )  # fmt: skip


def _again(task: Booking | Leaving, error: Exception) -> Task:
    """The task without what the list would not take."""
    if isinstance(error, UnknownSlot):
        return task.searching() if isinstance(task, Booking) else task
    again = reopened(task)
    return replace(again, person=replace(again.person, email=None))
