"""A write was sent and no answer came: before anything else, find out what became of it."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.seat import let_go
from agents.reception.deps import Deps
from agents.reception.nodes.commit import booking_request
from agents.reception.nodes.outcome import done, ended, refused, unsure
from agents.reception.pending_needs import offer_next_need
from agents.reception.state import State
from agents.reception.task import Task, dump_task, load_task
from knowledge.languages import Language
from tools.appointments.book import Appointment, Asker, Slot
from tools.appointments.unsettled import GRACE
from tools.errors import AppointmentNotFound, OutcomeUnknown, SlotTaken, ToolUnavailable, TooManyHolds, UnknownSlot


async def settle_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Done: told, and the task ends. Not done: told, the seat kept again, the turn decided anew. Else: as before."""
    deps, language, holder = runtime.context, state["language"], state["conversation_id"]
    task = load_task(state.get("task"))
    assert task is not None
    try:
        found = await happened(task, holder, language, deps)
        if found is None:
            again = await _kept_again(task, holder, deps)
    except (ToolUnavailable, OutcomeUnknown):
        return {"draft": unsure(task, language, deps)}
    except AppointmentNotFound:
        await let_go(task, deps)
        draft = refused("locator-not-found", language, deps, ended=True)
        return {"task": None, "draft": draft, **offer_next_need(draft, state, deps)}
    if found is not None:
        draft = done(task, found, language, deps)
        return {**ended(task, found), "draft": draft, **offer_next_need(draft, state, deps)}
    update = {
        "task": dump_task(again),
        "told": (deps.phrases.message(language, "notice", f"unsure-{task.kind}-not-done"),),
    }
    if again.waiting == "confirm":
        return update
    taken = refused("book-slot-taken", language, deps)
    return {**update, "draft": taken, "decision": replace(state["decision"], route="collect", task=again)}


def after_settling(state: State) -> str:
    """The edge out of ``settle``."""
    if state["decision"].route == "collect":
        return "collect"
    task = load_task(state.get("task"))
    return "check" if task is None or task.unsure else "decide"


async def happened(task: Task, conversation_id: str, language: Language, deps: Deps) -> Appointment | None:
    """What the write did; None when it did nothing. Raises OutcomeUnknown, ToolUnavailable, AppointmentNotFound.

    It may still be on its way. A booking or a move cannot come true once its hold is given back, so the second look is
    the one that counts; nothing calls a cancellation back, so it is not known before it had time to arrive.
    """
    if (found := await _seen(task, conversation_id, language, deps)) is not None:
        return found
    if task.hold is None:
        if task.sent is not None and deps.clock() < task.sent + GRACE:
            raise OutcomeUnknown("a cancellation may still be on its way")
        return None
    await deps.book.release(task.hold.id)
    return await _seen(task, conversation_id, language, deps)


async def _seen(task: Task, conversation_id: str, language: Language, deps: Deps) -> Appointment | None:
    if task.kind == "book":
        made = await deps.book.outcome(booking_request(task, conversation_id, language, deps))
        return made if made is not None and made.status == "booked" else None
    assert task.current is not None
    try:
        found = await deps.book.find(task.locator or "", task.document or "")
    except AppointmentNotFound:
        if task.kind == "cancel":
            return replace(task.current, status="cancelled")
        raise
    moved = task.kind == "change" and task.hold is not None and _same_time(found.slot, task.hold.slot)
    return found if moved else None


def _same_time(one: Slot, other: Slot) -> bool:
    return (one.office_id, one.channel, one.starts_at) == (other.office_id, other.channel, other.starts_at)


async def _kept_again(task: Task, holder: str, deps: Deps) -> Task:
    """The task with its seat kept anew; without it when somebody else was quicker. Raises ToolUnavailable."""
    if task.hold is None:
        return replace(task, unsure=False)
    try:
        hold = await deps.book.hold(task.hold.slot.id, holder, Asker(task.document, deps.origin))
    except (SlotTaken, UnknownSlot, TooManyHolds):
        return replace(task, unsure=False, hold=None, offers=(), time=None, waiting="option")
    return replace(task, unsure=False, hold=hold, held_for=task.document)
