"""Find out the outcome of a write that got no answer, before anything else."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.outcome import end_task, word_outcome, word_refusal, word_unknown_outcome
from agents.reception.booking.task_hold import release_refused_hold
from agents.reception.booking.task_writes import outcome_of
from agents.reception.tasks.task import Cancellation, SlotTask, WrittenTask, is_unsure
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State
from tools.appointments.book import Asker
from tools.errors import AppointmentNotFound, OutcomeUnknown, SlotTaken, ToolUnavailable, TooManyHolds, UnknownSlot


async def settle_turn(task: WrittenTask, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Done: told, and the task ends. Not done: told, the seat held again, the turn decided anew. Else: as before."""
    deps, language, holder = runtime.context, state["language"], state["conversation_id"]
    try:
        appointment = await outcome_of(task, holder, language, deps)
        if appointment is None:
            again = await _hold_again(task, state, deps)
    except (ToolUnavailable, OutcomeUnknown):
        return {"draft": word_unknown_outcome(task, language, deps)}
    except AppointmentNotFound:
        await release_refused_hold(task, deps)
        draft = word_refusal("locator-not-found", language, deps, ended=True)
        return {"task": None, "draft": draft}
    if appointment is not None:
        draft = word_outcome(task, appointment, language, deps)
        return {**end_task(task, appointment), "draft": draft}
    update = {"task": again, "told": (deps.phrases.message(language, "notice", f"unsure-{task.kind}-not-done"),)}
    if again.question == "confirm":
        return update
    taken = word_refusal("book-slot-taken", language, deps)
    return {**update, "draft": taken, "decision": replace(state["decision"], route="collect", task=again)}


def after_settling(state: State) -> str:
    """The edge out of ``settle``."""
    if state["decision"].route == "collect":
        return "collect"
    task = state.get("task")
    return "check" if task is None or is_unsure(task) else "decide"


async def _hold_again(task: WrittenTask, state: State, deps: Deps) -> WrittenTask:
    """The task with its slot held anew; without it when somebody else was quicker. Raises ToolUnavailable."""
    task = replace(task, sent=None)
    if isinstance(task, Cancellation) or task.seat.hold is None:
        return task
    document, slot = task.person.document, task.seat.hold.slot
    try:
        hold = await deps.book.hold(slot.id, state["conversation_id"], Asker(document, state.get("origin")))
    except (SlotTaken, UnknownSlot, TooManyHolds):
        return _without_slot(task)
    return replace(task, seat=replace(task.seat, hold=hold, held_for=document))


def _without_slot(task: SlotTask) -> SlotTask:
    search = replace(task.search, time=None)
    return replace(task, question="option", search=search, seat=task.seat.emptied())
