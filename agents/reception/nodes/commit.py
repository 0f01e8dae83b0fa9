"""The node that writes: one booking, move or cancellation, under a key, and nothing else."""

import logging
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.outcome import end_task, word_outcome, word_refusal, word_unknown_outcome
from agents.reception.booking.task_hold import release_hold, release_refused_hold
from agents.reception.booking.task_writes import find_booked, write_task
from agents.reception.tasks.task import (
    Attendee,
    Booking,
    Change,
    Reference,
    Seat,
    SlotTask,
    Task,
    WrittenTask,
    reopened,
)
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State
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


async def commit_turn(task: WrittenTask, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Write once. A second attempt with the same hold finds the first result. Raises ToolUnavailable.

    When nobody knows whether it was written, the task keeps its hold, and so its key, until that is found out.
    """
    deps, language = runtime.context, state["language"]
    try:
        appointment = await write_task(task, state["conversation_id"], language, deps)
    except OutcomeUnknown:
        return await _not_known(task, state, deps)
    except KeyReused:
        return await _written_before(task, state, deps)
    except ToolRetry as error:
        return _ask_again(*_without(task, error), state, deps)
    except (AlreadyBooked, AppointmentNotFound, CannotMove) as error:
        if isinstance(error, AlreadyBooked) and isinstance(task, SlotTask):
            if task.seat.holds_offer:
                return _ask_again(_move_to_seat(task), "ticket-has-appointment", state, deps)
            if isinstance(task, Booking) and (moved := await _moved_instead(task, state, deps)) is not None:
                return moved
        await release_refused_hold(task, deps)
        draft = word_refusal(_FINAL[type(error)], language, deps, ended=True)
        return {"task": None, "draft": draft}
    draft = word_outcome(task, appointment, language, deps)
    return {**end_task(task, appointment), "draft": draft}


async def _not_known(task: WrittenTask, state: State, deps: Deps) -> dict[str, Any]:
    if deps.unsettled is not None:
        try:
            await deps.unsettled.add(state["conversation_id"])
        except ToolUnavailable as error:  # the write was sent: it must not be told as if it had not been
            _log.error("an unknown outcome is only found out if its person writes again: %s", error)
    return {"task": replace(task, sent=deps.clock()), "draft": word_unknown_outcome(task, state["language"], deps)}


async def _written_before(task: WrittenTask, state: State, deps: Deps) -> dict[str, Any]:
    """The key has booked with other details, in an attempt that ended before it was told: what there is, is told."""
    language = state["language"]
    try:
        made = await find_booked(task, state["conversation_id"], language, deps) if isinstance(task, Booking) else None
    except ToolUnavailable:
        return await _not_known(task, state, deps)
    if made is None:
        await release_hold(task, deps)  # another hold, another key
        return _ask_again(*_without(task, HoldExpired("it cannot be booked any more")), state, deps)
    draft = word_outcome(task, made, language, deps).after(deps.phrases.message(language, "notice", "book-made-before"))
    return {**end_task(task, made), "draft": draft}


def _without(task: WrittenTask, error: ToolRetry) -> tuple[Task, str]:
    """The task without what was not taken, which is asked for again where it is needed, and why it was not taken."""
    again = reopened(task)
    if isinstance(error, BadIdentifier):
        person = again.person
        if error.kind == "phone":
            return replace(again, person=replace(person, phone=None)), "book-refused-phone"
        if error.kind == "email":
            return replace(again, person=replace(person, email=None)), "book-refused-email"
        return replace(again, person=replace(person, document=None)), "book-refused-document"
    why = "book-slot-taken" if isinstance(error, SlotTaken) else "book-hold-expired"
    if isinstance(again, SlotTask):
        again = replace(again, seat=again.seat.emptied(), search=replace(again.search, time=None))
    return again, why


def _move_to_seat(task: SlotTask, booked: str | None = None) -> Change:
    """A change to the slot held, for a citizen who has an appointment already, once that one is named."""
    document, seat = task.person.document, task.seat
    held = Seat(hold=seat.hold, offered=seat.offered, held_for=seat.held_for)
    return Change(Attendee(document), Reference(booked), seat=held)


async def _moved_instead(task: Booking, state: State, deps: Deps) -> dict[str, Any] | None:
    """The appointment of that person and service that this conversation made is read back, moved to the seat held; what
    was said with the yes is done with. None where it made none. Raises ToolUnavailable.
    """
    booked = state.get("booked")
    if booked is None:
        return None
    try:
        found = await deps.book.find(booked, task.person.document or "")
    except AppointmentNotFound:
        return None
    if found.service != task.service:
        return None
    again = _ask_again(_move_to_seat(task, booked), "book-already-move", state, deps)
    return {**again, "reading": replace(state["reading"], slots={}, labels=frozenset())}


def _ask_again(task: Task, key: str, state: State, deps: Deps) -> dict[str, Any]:
    """Nothing was written, and why; the task goes on with what it lacks now."""
    return {
        "decision": replace(state["decision"], route="collect", task=task),
        "draft": word_refusal(key, state["language"], deps),
        "task": task,
    }
