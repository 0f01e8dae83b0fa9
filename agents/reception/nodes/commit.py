"""The node that writes: one booking, move or cancellation, under a key, and nothing else."""

import hashlib
import logging
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.seat import give_back, let_go
from agents.reception.deps import Deps
from agents.reception.nodes.outcome import done, ended, refused, unsure
from agents.reception.pending_needs import offer_next_need
from agents.reception.state import State
from agents.reception.task import Task, dump_task, load_task
from knowledge.languages import Language
from tools.appointments.book import Appointment, BookingRequest
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    CannotMove,
    HoldExpired,
    KeyReused,
    OutcomeUnknown,
    SlotTaken,
    ToolRefused,
    ToolRetry,
    ToolUnavailable,
)

_log = logging.getLogger(__name__)

_FINAL: dict[type[ToolRefused], str] = {
    AlreadyBooked: "book-already",
    AppointmentNotFound: "locator-not-found",
    CannotMove: "change-cannot-move",
}


async def commit_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Write once. A second attempt with the same hold finds the first result. Raises ToolUnavailable.

    When nobody knows whether it was written, the task keeps its hold, and so its key, until that is found out.
    """
    deps, language = runtime.context, state["language"]
    task = load_task(state.get("task"))
    assert task is not None
    try:
        appointment = await _write(task, state, deps)
    except OutcomeUnknown:
        return await _not_known(task, state, deps)
    except KeyReused:
        return await _written_before(task, state, deps)
    except ToolRetry as error:
        again, why = _without(task, error)
        return _ask_again(again, why, state, deps)
    except (AlreadyBooked, AppointmentNotFound, CannotMove) as error:
        if isinstance(error, AlreadyBooked) and task.holds_offer:
            return _moves_instead(task, state, deps)
        await let_go(task, deps)
        draft = refused(_FINAL[type(error)], language, deps, ended=True)
        return {"task": None, "draft": draft, **offer_next_need(draft, state, deps)}
    draft = done(task, appointment, language, deps)
    return {**ended(task, appointment), "draft": draft, **offer_next_need(draft, state, deps)}


async def _not_known(task: Task, state: State, deps: Deps) -> dict[str, Any]:
    await _keep_in_mind(state["conversation_id"], deps)
    sent = replace(task, unsure=True, sent=deps.clock())
    return {"task": dump_task(sent), "draft": unsure(task, state["language"], deps)}


async def _written_before(task: Task, state: State, deps: Deps) -> dict[str, Any]:
    """The key has booked with other details, in an attempt that ended before it was told: what there is, is told."""
    language = state["language"]
    try:
        made = await deps.book.outcome(booking_request(task, state["conversation_id"], language, deps))
    except ToolUnavailable:
        return await _not_known(task, state, deps)
    if made is None or made.status != "booked":
        await give_back(task, deps)  # another hold, another key
        again, why = _without(task, HoldExpired("it cannot be booked any more"))
        return _ask_again(again, why, state, deps)
    draft = done(task, made, language, deps).after(deps.phrases.message(language, "notice", "book-made-before"))
    return {**ended(task, made), "draft": draft, **offer_next_need(draft, state, deps)}


def _without(task: Task, error: ToolRetry) -> tuple[Task, str]:
    """The task without what was not taken, which is asked for again where it is needed, and why it was not taken."""
    if isinstance(error, BadIdentifier):
        if error.kind == "phone":
            return replace(task, phone=None), "book-refused-phone"
        if error.kind == "email":
            return replace(task, email=None), "book-refused-email"
        return replace(task, document=None), "book-refused-document"
    why = "book-slot-taken" if isinstance(error, SlotTaken) else "book-hold-expired"
    return replace(task, hold=None, offers=(), time=None), why


def _moves_instead(task: Task, state: State, deps: Deps) -> dict[str, Any]:
    """Who has an appointment and was offered a better one changes it for that one, once it is named."""
    again = Task(
        "change", waiting="locator", hold=task.hold, offered=task.offered, document=task.document,
        held_for=task.held_for,
    )  # fmt: skip
    return _ask_again(again, "ticket-has-appointment", state, deps)


def _ask_again(task: Task, key: str, state: State, deps: Deps) -> dict[str, Any]:
    """Nothing was written, and why; the task goes on with what it lacks now."""
    return {
        "decision": replace(state["decision"], route="collect", task=task),
        "draft": refused(key, state["language"], deps),
        "task": dump_task(task),
    }


async def _write(task: Task, state: State, deps: Deps) -> Appointment:
    if task.kind == "cancel":
        return await deps.book.cancel(task.locator or "", task.document or "")
    if task.hold is None:
        raise HoldExpired("there is no hold to confirm")
    if task.kind == "change":
        return await deps.book.move(task.locator or "", task.document or "", task.hold.id)
    return await deps.book.book(booking_request(task, state["conversation_id"], state["language"], deps))


async def _keep_in_mind(conversation_id: str, deps: Deps) -> None:
    if deps.unsettled is not None:
        try:
            await deps.unsettled.add(conversation_id)
        except ToolUnavailable as error:  # the write was sent: it must not be told as if it had not been
            _log.error("an unknown outcome is only found out if its person writes again: %s", error)


def booking_request(task: Task, conversation_id: str, language: Language, deps: Deps) -> BookingRequest:
    """What a task with a hold books: the same task, the same request."""
    assert task.hold is not None
    return BookingRequest(
        hold_id=task.hold.id,
        service=task.service or "general",
        need=task.need or deps.administration.appointment_need,
        document=task.document or "",
        key=booking_key(conversation_id, task.hold.id),
        phone=task.phone,
        email=task.email,
        language=language,
    )


def booking_key(conversation_id: str, hold_id: str) -> str:
    """Same conversation and hold, same key: a repeated yes books once."""
    return hashlib.sha256(f"{conversation_id}|{hold_id}".encode()).hexdigest()
