"""Take values in and go on with the task as far as it gets. It may hold a slot, never books."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.phrases.wording import time_words
from agents.reception.booking.advice import add_advice
from agents.reception.booking.booking_step import SlotTaskT, Step
from agents.reception.booking.chosen_offer import PLACE_SLOTS
from agents.reception.booking.next_search import search_elsewhere, search_in_office, search_later
from agents.reception.booking.slot_alternatives import with_alternatives
from agents.reception.booking.task_hold import keep_or_release_hold, release_hold
from agents.reception.booking.task_office import mention_nearby_office, move_to_nearer_office
from agents.reception.booking.task_progress import TaskProgress
from agents.reception.booking.task_question import by_channel, word_question, word_standing, word_unmoved
from agents.reception.booking.turn_values import add_values
from agents.reception.policy.policy_input import MOST_ANSWERING_WORDS, TASK_SLOTS
from agents.reception.policy.standing import STANDS
from agents.reception.tasks.task import (
    EXPECTED,
    Advice,
    AppointmentTask,
    Booking,
    Change,
    OpenQuestion,
    Reference,
    SlotTask,
    Task,
    hold_of,
    reopened,
)
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import office_name
from agents.reception.turns.state import SAID_ONCE, Draft, State
from agents.routing.rules import CHANNELS, choose_channel, open_channels
from knowledge.content.needs import Need
from tools.reading.slots import SlotName, SlotValue

_OF_PEOPLE: frozenset[SlotName] = frozenset({"document", "phone", "email"})
_WHEN: frozenset[SlotName] = frozenset({"date", "time", "part_of_day", "channel", "channel_not", "move"})
_UNUSABLE: frozenset[SlotName] = frozenset(
    {
        "document_invalid",
        "document_part",
        "postcode_invalid",
        "when_unread",
        "date_past",
        "option",
        "channel",
        "channel_not",
    }
)
"""Slots that fill nothing, or are told otherwise."""


async def collect_turn(task: Task, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The task one step further, and its question. Raises ToolUnavailable."""
    deps, language, before = runtime.context, state["language"], state.get("task")
    if state["decision"].key == "what_change" and isinstance(task, SlotTask):
        return await _ask_what_to_change(task, state, deps)
    if state["decision"].key == "later":
        return _wait_for_value(_absorb(task, state, deps), state, deps)
    started = _move_nearer(_absorb(task, state, deps), state, deps)
    holder, origin = state["conversation_id"], state.get("origin")
    step = await TaskProgress(deps, language, state["reading"], holder, origin).run(started.task)
    if _keeps_seat(step, before, state):
        step = _with_seat_kept(step, before, state, deps)
    if step.ended:
        await release_hold(before, deps)
        more = deps.phrases.message(language, "question", "anything-else")
        looked = step.task.current if isinstance(step.task, Change) and step.task.looks else None
        keys = ("reply-change-appointment", "reply-cancel-appointment") if looked else ()
        draft = Draft((*step.notices, more), deps.phrases.replies(language, *keys, "reply-person"))
        known = {"booked": looked.locator} if looked else {}  # "then change it" needs no reference
        return {"task": None, "asked": None, "draft": draft, **known}
    advised = _advise(await keep_or_release_hold(step.task, before, deps), state, deps)
    noted = (*_noted(state, task, started.task, deps), *started.notices, *_taken_in(state, task, step.task, deps))
    if step.task == before:
        noted = (*noted, *_as_said(step.task, state, deps))
    told = (*state["draft"].messages, *noted, *advised.notices, *step.notices)
    after, draft = advised.task, word_question(advised.task, language, deps)
    if isinstance(after, SlotTask) and _needs_alternatives(task, after, state):
        nearby = await mention_nearby_office(after, language, deps)
        after, draft = nearby.task, with_alternatives(draft, nearby.task, language, deps, nearby.notices)
    draft = replace(draft.after(*told), quick_replies=(*step.replies, *draft.quick_replies))
    kept = {
        "need": after.need or state["decision"].need or state.get("need"),
        "office": after.office_id or state.get("office"),
    }
    if not (told or state["told"] or state["decision"].aside) and after == before:
        return {"task": after, **_unmoved(draft, after, state, deps), **kept}
    return {"task": after, "draft": draft, "asked": None, "stuck": 0, **kept}


def _keeps_seat(step: Step[Task], before: Task | None, state: State) -> bool:
    """Whether only a part of the day was asked about, which the office never has, while a seat is held."""
    said, labels = state["reading"].slots.keys(), state["reading"].labels
    held = before is not None and hold_of(before) is not None and before.question in (*_OF_PEOPLE, "confirm")
    return step.unmet and held and said <= {"part_of_day"} and not labels & {"deny", "change"}


def _with_seat_kept(step: Step[Task], before: Task | None, state: State, deps: Deps) -> Step[Task]:
    assert before is not None
    office = office_name(deps, state["language"], before.office_id or "")
    told = deps.phrases.message(state["language"], "notice", "book-kept-anyway", office=office)
    return replace(step, task=replace(before, person=step.task.person), notices=(told,), unmet=False)


def _unmoved(draft: Draft, task: Task, state: State, deps: Deps) -> dict[str, Any]:
    """Nothing of what was said changes anything: what can be said is told once, then a person is offered."""
    language, stuck = state["language"], state.get("stuck", 0)
    if stuck == 0:
        return {"draft": word_unmoved(draft, task, language, deps), "asked": None, "stuck": 1}
    quick = deps.phrases.replies(language, "reply-yes", "reply-no", "reply-person")
    told = deps.phrases.message(language, "notice", "not-understood-again")
    return {"draft": Draft((told,), quick), "asked": OpenQuestion("person", reason="not_understood"), "stuck": 0}


async def _ask_what_to_change(task: SlotTask, state: State, deps: Deps) -> dict[str, Any]:
    seat = replace(task.seat, hold=None, offers=(task.seat.hold.slot,) if task.seat.hold else task.seat.offers)
    asks = replace(task, question="what_change", seat=seat, search=replace(task.search, time=None))
    kept = await keep_or_release_hold(asks, state.get("task"), deps)
    return {"task": kept, "draft": word_question(kept, state["language"], deps)}


def _wait_for_value(task: Task, state: State, deps: Deps) -> dict[str, Any]:
    """What was asked for is not at hand: how long the seat is kept, and that it may be given later."""
    language, hold, other = state["language"], hold_of(task), "-other" if task.person.for_other else ""
    key = f"{task.question}-later{other if task.question == 'document' else ''}"
    told = [deps.phrases.message(language, "notice", key)]
    if hold is not None:
        until = hold.expires_at.astimezone(hold.slot.starts_at.tzinfo)
        told.append(deps.phrases.message(language, "notice", "book-kept-until", time=time_words(until, language)))
    return {"task": task, "draft": replace(word_question(task, language, deps), messages=tuple(told)), "asked": None}


def _advise(task: Task, state: State, deps: Deps) -> Step[Task]:
    if not isinstance(task, Booking) or task.need is None:
        return Step(task)
    labels = state["reading"].labels
    due: list[Advice] = ["online"]
    if "urgent" in labels or _none_suits(state):
        due.append("urgent")
    if task.question == "confirm":
        due.append("papers")
    if state.get("aspect") == "how" and state.get("need") == task.need:  # how it is done online was told just now
        task = replace(task, advised=tuple(dict.fromkeys((*task.advised, "online"))))
    return add_advice(task, due, labels, state["language"], deps)


def _needs_alternatives(before: Task, task: SlotTask, state: State) -> bool:
    return task.question == "option" and (_none_suits(state) or _nothing_sooner(state, before, task))


def _none_suits(state: State) -> bool:
    option = state["reading"].slots.get("option")
    return option is not None and option.value == "none"


def _nothing_sooner(state: State, before: Task, task: SlotTask) -> bool:
    """Nothing is free, or nothing before what had been shown to somebody who asked for it."""
    offers, move = task.seat.offers, state["reading"].slots.get("move")
    shown = before.seat.shown if isinstance(before, SlotTask) else ()
    if not offers or move is None or move.value != "earlier" or not shown:
        return not offers
    return min(slot.starts_at for slot in offers) >= min(slot.starts_at for slot in shown)


def _absorb(task: Task, state: State, deps: Deps) -> Task:
    """The task with what the turn says, or what the pressed reply means."""
    need, labels = state["decision"].need, state["reading"].labels
    if isinstance(task, Booking) and task.need is None and need is not None:
        task = replace(task, need=need, service=deps.catalogue[need].policy.service)
    if "oneself" in labels and task.person.for_other and task.code is None:
        task = reopened(task)  # the document given was of the other
        task = replace(task, person=replace(task.person, for_other=False, document=None))
    is_other = "oneself" not in labels and (state.get("for_other") or "third_person" in labels)
    if is_other and not task.person.for_other and task.code is None:
        task = reopened(task)  # the document given was of whoever writes
        task = replace(task, person=replace(task.person, for_other=True, document=None))
    if isinstance(task, SlotTask):
        if (pressed := _pressed_search(task, state, deps)) is not None:
            return pressed
        if "urgent" in labels and task.search.not_before is None and not task.seat.offers:
            task = replace(task, search=replace(task.search, soonest=True))
    task = _as_reference(add_values(task, _wished(task, state), deps.clock.today()), state)
    return _in_open_channel(_where_before(task, state, deps), deps) if isinstance(task, SlotTask) else task


def _as_reference(task: Task, state: State) -> Task:
    """The day and the town said where the appointment was asked for are surely its own, and no wish for another."""
    before, said = state.get("task"), state["reading"].slots
    asked = isinstance(before, AppointmentTask) and before.question == "locator" and "locator" not in said
    tells = "date" in said and any(name in said for name in PLACE_SLOTS)
    target = task.target if isinstance(task, AppointmentTask) else None
    if not (asked and isinstance(target, Reference)) or not (tells or (target.days and target.near)):
        return task
    return replace(task, target=replace(target, by_visit=True)) if isinstance(task, AppointmentTask) else task


def _wished(task: Task, state: State) -> Mapping[SlotName, SlotValue]:
    """The values of the turn, without a town that is only told: "her card is with her, in Calanda". With a seat held,
    while a value is waited for, another place is said as a correction, or in few words, or with when.
    """
    slots, labels = state["reading"].slots, state["reading"].labels
    waits = hold_of(task) is not None and task.question in _OF_PEOPLE
    corrects = labels & {"deny", "change", "correct", "book"} or not _WHEN.isdisjoint(slots)
    few = len(state["screened"].text.split()) <= MOST_ANSWERING_WORDS
    if not waits or ((corrects or few) and not state["reading"].words.later):
        return slots
    return {name: value for name, value in slots.items() if name not in PLACE_SLOTS}


def _pressed_search(task: SlotTaskT, state: State, deps: Deps) -> SlotTaskT | None:
    """The search that a quick reply asks for."""
    match deps.phrases.pressed(state["language"], state["screened"].text):
        case "reply-other-dates":
            return search_later(task)
        case "reply-nearby" if task.search.nearby is not None:
            return search_in_office(task, task.search.nearby)
        case "reply-other-office":
            return search_elsewhere(task)
        case _:
            return None


def _move_nearer(task: Task, state: State, deps: Deps) -> Step[Task]:
    move = state["reading"].slots.get("move")
    if move is None or move.value != "nearer" or not isinstance(task, SlotTask):
        return Step(task)
    return move_to_nearer_office(task, state["language"], deps)


def _where_before(task: SlotTask, state: State, deps: Deps) -> SlotTask:
    """A new appointment is looked for where the last one was, unless a place is said."""
    office = deps.offices.get(state.get("office") or "")
    starts = isinstance(task, Booking) and task.office_id is None and state.get("task") is None
    if not starts or office is None or task.service not in office.services:
        return task
    said = any(name in state["reading"].slots for name in (*PLACE_SLOTS, "postcode_invalid"))
    return task if said else replace(task, search=replace(task.search, office_id=office.id))


def _noted(state: State, before: Task, task: Task, deps: Deps) -> tuple[Message, ...]:
    """Notices: it is for somebody else; the channel asked for has none; words of time were not understood."""
    language, channel = state["language"], state["reading"].slots.get("channel")
    key = state["decision"].key
    if key == STANDS and isinstance(task, AppointmentTask) and task.current is not None:
        return (word_standing(task.current, language, deps),)
    keys = [key] if key and not (key in SAID_ONCE and key in (state.get("heard") or [])) else []
    if state["decision"].unanswered and not state["decision"].aside:
        keys.append("answer-apart")
    if task.person.for_other and "third_person" in state["reading"].labels and not before.person.for_other:
        keys.append("book-for-other")
    if before.person.for_other and not task.person.for_other:
        keys.append("book-for-self")
    if channel is not None and not _has_channel(task, channel.value, deps):
        keys.append("book-channel-none")
    noted = [deps.phrases.message(language, "notice", key) for key in keys]
    unread = state["reading"].slots.get("when_unread")
    if unread is not None and not state["reading"].words.keeps:
        noted.append(deps.phrases.message(language, "notice", "book-when-unread", words=unread.value))
    return tuple(noted)


def _as_said(task: Task, state: State, deps: Deps) -> tuple[Message, ...]:
    """The reference, the place and the way that were said are those of the appointment already."""
    said, language = state["reading"].slots, state["language"]
    if isinstance(task, AppointmentTask) and "locator" in said and said["locator"].value == task.code:
        return (deps.phrases.message(language, "notice", "book-noted"),)
    sought = isinstance(task, AppointmentTask) and task.current is None  # how it was booked is no way to be attended
    if isinstance(task, SlotTask) and "date_not" in said:  # "I told you that I can't next week": so it is
        return (deps.phrases.message(language, "notice", "book-noted"),)
    refuses = "deny" in state["reading"].labels and "channel_not" not in said  # "not by phone": it is in the office
    if not isinstance(task, SlotTask) or sought or refuses:
        return ()
    if {"channel", "channel_not"} & said.keys() and task.search.channel in ("in_person", "phone"):
        return (deps.phrases.message(language, "notice", by_channel("book-is-in-person", task.search.channel)),)
    if "town_again" not in said or task.search.office_id is None:
        return ()
    office = office_name(deps, language, task.search.office_id)
    return (deps.phrases.message(language, "notice", "book-is-there", office=office),)


def _taken_in(state: State, before: Task, task: Task, deps: Deps) -> tuple[Message, ...]:
    """What was said before it was asked for is kept: said where the same question is put again."""
    kept = _OF_PEOPLE if before.question == "option" else TASK_SLOTS - EXPECTED[before.question] - _UNUSABLE
    again = state.get("task") is not None and before.question == task.question in ("need", "place", "option")
    if not again or kept.isdisjoint(state["reading"].slots):
        return ()
    return (deps.phrases.message(state["language"], "notice", "book-noted"),)


def _has_channel(task: Task, channel: str, deps: Deps) -> bool:
    if isinstance(task, AppointmentTask) and task.current is None:
        return True  # it may be how that one was booked
    if isinstance(task, SlotTask):
        return channel == task.search.channel
    return channel in (open_channels(_need(task, deps), deps.channels) or CHANNELS)


def _in_open_channel(task: SlotTask, deps: Deps) -> SlotTask:
    """A channel that the need does not have, or nobody attends to here, is not searched."""
    channel = choose_channel(_need(task, deps), task.search.channel, deps.channels) or task.search.channel
    return replace(task, search=replace(task.search, channel=channel))


def _need(task: Task, deps: Deps) -> Need | None:
    return deps.catalogue[task.need] if task.need else None
