"""Join the waiting list or leave it: the node does nothing else, and doing it again is doing it once."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.booking.waiting import wait_request
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.pending_needs import offer_next_need
from agents.reception.state import State
from agents.reception.task import Task, dump_task, load_task
from knowledge.languages import Language
from tools.errors import AlreadyWaiting, BadIdentifier, TicketNotFound, TooManyHolds, UnknownSlot
from tools.waiting.waiting_list import Ticket, WaitingList


async def queue_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The place in the line, told, or given up. Raises ToolUnavailable."""
    deps, language, task = runtime.context, state["language"], load_task(state.get("task"))
    assert task is not None
    assert deps.waiting_list is not None
    try:
        told = await _written(task, state, deps, deps.waiting_list)
    except (UnknownSlot, BadIdentifier) as error:
        again = _again(task, error)
        draft = Draft((deps.phrases.message(language, "notice", _WHY_NOT[type(error)]),))
        decision = replace(state["decision"], route="collect", key="", task=again)
        return {"decision": decision, "task": dump_task(again), "draft": draft}
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
    return {"task": None, "asked": None, "draft": draft, **offer_next_need(draft, state, deps)}


_WHY_NOT: dict[type[Exception], str] = {
    UnknownSlot: "waiting-list-nothing-sooner",
    BadIdentifier: "waiting-list-email-wrong",
}


async def _written(task: Task, state: State, deps: Deps, waiting_list: WaitingList) -> Message:
    language = state["language"]
    if task.kind == "leave":
        await waiting_list.leave(task.locator or "", task.document or "")
        return deps.phrases.message(language, "notice", "leave-done")
    ticket = await waiting_list.join(wait_request(task, state["conversation_id"], language, deps))
    return _joined(ticket, task, language, deps, waiting_list)


def _joined(ticket: Ticket, task: Task, language: Language, deps: Deps, waiting_list: WaitingList) -> Message:
    minutes = int(waiting_list.rules.stands.total_seconds() // 60)
    return deps.phrases.message(language, "notice", "waiting-list-joined",
        position=str(ticket.position or 1),  # who was offered a seat meanwhile was the first
        code=ticket.code, minutes=str(minutes), email=task.email or "",
    )  # fmt: skip


def _again(task: Task, error: Exception) -> Task:
    """The task without what the list would not take."""
    return replace(task, queues=False) if isinstance(error, UnknownSlot) else replace(task, email=None)
