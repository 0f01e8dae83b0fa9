"""Take values in and go on with the task as far as it gets. It may hold a seat, never books."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.booking.absorb import absorb, elsewhere, later, to_office
from agents.reception.booking.advance import PLACE_SLOTS, Advance
from agents.reception.booking.ask import ask
from agents.reception.booking.nearby import with_nearby
from agents.reception.booking.nearer import nearer
from agents.reception.booking.otherwise import with_otherwise
from agents.reception.booking.seat import give_back, keep_or_give_back
from agents.reception.booking.shortcut import online_first, papers_first, urgent_first
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.pending_needs import offer_next_need
from agents.reception.policy.situation import Decision
from agents.reception.state import State
from agents.reception.task import Task, Told, dump_task, load_task
from agents.routing.rules import choose_channel
from tools.appointments.book import Slot


async def collect_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The task one step further, and its question. Raises ToolUnavailable."""
    deps, language, reading, decision = runtime.context, state["language"], state["reading"], state["decision"]
    assert decision.task is not None
    before = load_task(state.get("task"))
    if decision.key == "what_change":
        shown = (decision.task.hold.slot,) if decision.task.hold else decision.task.offers
        task = replace(decision.task, waiting="what_change", hold=None, offers=shown, time=None)
        task = await keep_or_give_back(task, before, deps)
        return {"task": dump_task(task), "draft": ask(task, language, deps)}
    started, closer = _nearer(state, _absorb(state, decision, deps), deps)
    step = await Advance(deps, language, reading, state["conversation_id"]).run(started)
    if step.ended:
        await give_back(before, deps)
        more = deps.phrases.message(language, "question", "anything-else")
        draft = Draft((*step.notices, more), deps.phrases.replies(language, "reply-person"))
        return {"task": None, "asked": None, "draft": draft, **offer_next_need(draft, state, deps)}
    task, beforehand = _beforehand(await keep_or_give_back(step.task, before, deps), state, deps)
    noted = (*_noted(state, decision.task, started, deps), *closer)
    told = (*state["draft"].messages, *noted, *beforehand, *step.notices)
    draft = ask(task, language, deps)
    if task.waiting == "option" and (_none_suits(state) or _nothing_sooner(state, decision.task, task)):
        task, nearby = await with_nearby(task, language, deps)
        draft = with_otherwise(draft, task, language, deps, nearby)
    draft = replace(draft.after(*told), quick_replies=(*step.replies, *draft.quick_replies))
    update = {"task": dump_task(task), "draft": draft, "asked": None, "need": task.need or state.get("need")}
    return update | {"office": task.office_id or state.get("office")}


def _beforehand(task: Task, state: State, deps: Deps) -> tuple[Task, tuple[Message, ...]]:
    """What may spare a visit, or a visit in vain, each said once and when it is due."""
    language, labels = state["language"], state["reading"].labels
    if task.kind != "book" or task.need is None:
        return task, ()
    said: dict[Told, tuple[Message, ...]] = {}
    if "online" not in task.told:
        known = state.get("aspect") == "how" and state.get("need") == task.need
        said["online"] = () if known else online_first(task, labels, language, deps)
    if "urgent" not in task.told and ("urgent" in labels or _none_suits(state)):
        said["urgent"] = urgent_first(task, language, deps)
    if "papers" not in task.told and task.waiting == "confirm":
        said["papers"] = papers_first(task, language, deps)
    messages = tuple(message for messages in said.values() for message in messages)
    return replace(task, told=(*task.told, *said)), messages


def _none_suits(state: State) -> bool:
    option = state["reading"].slots.get("option")
    return option is not None and option.value == "none"


def _nothing_sooner(state: State, before: Task, task: Task) -> bool:
    """Nothing is free, or nothing before what had been shown to somebody who asked for it."""
    move, shown = state["reading"].slots.get("move"), _shown(before)
    if not task.offers or move is None or move.value != "earlier" or not shown:
        return not task.offers
    return min(slot.starts_at for slot in task.offers) >= min(slot.starts_at for slot in shown)


def _shown(task: Task) -> tuple[Slot, ...]:
    return task.offers or ((task.hold.slot,) if task.hold else ())


def _absorb(state: State, decision: Decision, deps: Deps) -> Task:
    """The task with what the turn says, or what the pressed reply means."""
    assert decision.task is not None
    task = decision.task
    if task.kind == "book" and task.need is None and decision.need is not None:
        task = replace(task, need=decision.need, service=deps.catalogue[decision.need].policy.service)
    button = deps.phrases.pressed(state["language"], state["screened"].text)
    if (
        not task.for_other
        and task.locator is None
        and (state.get("for_other") or "third_person" in state["reading"].labels)
    ):
        task = replace(task, for_other=True, document=None)  # the one given was of whoever writes
    if button == "reply-other-dates":
        return later(task)
    if button == "reply-nearby" and task.nearby is not None:
        return to_office(task, task.nearby)
    if button == "reply-other-office":
        return elsewhere(task)
    if "urgent" in state["reading"].labels and task.not_before is None and not task.offers:
        task = replace(task, soonest=True)
    task = absorb(task, state["reading"].slots, deps.clock.today())
    return _allowed(_where_before(task, state, deps), deps)


def _nearer(state: State, task: Task, deps: Deps) -> tuple[Task, tuple[Message, ...]]:
    move = state["reading"].slots.get("move")
    return (task, ()) if move is None or move.value != "nearer" else nearer(task, state["language"], deps)


def _where_before(task: Task, state: State, deps: Deps) -> Task:
    """A new appointment is looked for where the last one was, unless a place is said."""
    office = deps.offices.get(state.get("office") or "")
    starts = task.kind == "book" and task.office_id is None and state.get("task") is None
    if not starts or office is None or task.service not in office.services:
        return task
    said = any(name in state["reading"].slots for name in (*PLACE_SLOTS, "postcode_invalid"))
    return task if said else replace(task, office_id=office.id)


def _noted(state: State, before: Task, task: Task, deps: Deps) -> tuple[Message, ...]:
    """That the appointment is for somebody else; that there is none by the channel asked for."""
    language, slots = state["language"], state["reading"].slots
    keys = [state["decision"].key] if state["decision"].key else []
    if task.for_other and "third_person" in state["reading"].labels and not before.for_other:
        keys.append("book-for-other")
    if "channel" in slots and slots["channel"].value != task.channel:
        keys.append("book-channel-none")
    return tuple(deps.phrases.message(language, "notice", key) for key in keys)


def _allowed(task: Task, deps: Deps) -> Task:
    """A channel that the need does not have, or nobody attends to here, is not searched."""
    need = deps.catalogue[task.need] if task.need else None
    return replace(task, channel=choose_channel(need, task.channel, deps.channels) or task.channel)
