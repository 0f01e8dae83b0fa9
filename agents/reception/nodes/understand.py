"""The first nodes: make the message safe to read, understand it, lock the language of the conversation."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from langgraph.runtime import Runtime

from agents.reception.booking.free_slots import hour_of
from agents.reception.policy.own_sum import are_about, figures_of
from agents.reception.tasks.task import EXPECTED, AppointmentTask, LineTask, Reference, SlotTask, Task
from agents.reception.turns.deps import Deps
from agents.reception.turns.language_lock import lock_language
from agents.reception.turns.state import Draft, State, offered_question, offered_questions, said_before
from agents.reception.turns.sum_values import SumsSoFar, SumValues, of_person
from agents.understanding.appointments.steps import LastAsked, Step
from agents.understanding.reading import Reading
from agents.understanding.screen import screen
from agents.understanding.shared.labels import Label
from agents.understanding.sums.told_inputs import ToldForSum
from knowledge.languages import Language
from tools.reading.slots import SlotName, SpokenOf

_CONFIRMED: Mapping[str, Step] = {"book": "confirm", "change": "confirm_change", "cancel": "confirm_cancel"}


async def screen_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Cleaned text and flags; a fresh draft, nothing told."""
    return {"screened": screen(state["text"]), "draft": Draft(), "told": ()}


async def understand_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The reading, off the event loop for its encoder's sake; the language lock."""
    deps, text = runtime.context, state["screened"].text
    if (words := offered_question(state)) is not None:  # ours: nothing of the person is read in them
        return _ask_for(offered_questions(state)[words].need, state)
    reading = await asyncio.to_thread(
        deps.reader.read_message,
        text,
        prior=_prior(state),
        now=deps.clock(),
        asked=LastAsked(
            _step(state), _expecting(state), _spoken_of(state.get("task"), deps), value=_asked_for_value(state)
        ),
        before=said_before(state),
    )
    told = await asyncio.to_thread(_told_for_sums, state, reading, deps)
    return {
        "reading": reading,
        "sum_told": {name: one.values for name, one in told.items()},
        "sum_more": {name: one.more for name, one in told.items() if one.more},
        "beliefs": dict(reading.beliefs),
        **lock_language(state, reading, text, deps.administration.languages),
    }


def _told_for_sums(state: State, reading: Reading, deps: Deps) -> dict[str, ToldForSum]:
    """Whatever the message is about: what is told before a sum is asked for counts for it."""
    if deps.sums is None or deps.told_values is None or state.get("task") is not None:
        return {}
    asked, known = state.get("asked"), of_person(state)
    figures = frozenset(state.get("sum_figures") or ()) - figures_of(" ; ".join(known.values()), cents=True)

    def came_to(amount: str) -> bool:
        return are_about(figures_of(amount), figures)

    day = state.get("sum_earliest")
    so_far = SumsSoFar(
        known,
        state.get("sum_done") or "",
        state.get("sum_lacks") or "",
        came_to,
        date.fromisoformat(day) if day else None,
    )
    if asked is not None and asked.about == "sum":
        so_far = replace(so_far, name=asked.sum, asked=asked.input)
    values = SumValues(deps.sums, deps.told_values, reading.language, deps.clock.today())
    return values.told_now(state["screened"].text, so_far)


def _ask_for(need: str, state: State) -> dict[str, Any]:
    """A question about the need, beyond doubt, and nothing else."""
    beliefs = said_before(state).believed_after({need: 1.0})
    labels: frozenset[Label] = frozenset({"question"})
    reading = Reading(state["language"], 1.0, need=need, confidence=1.0, labels=labels, beliefs=beliefs)
    return {"reading": reading, "beliefs": beliefs}


def _prior(state: State) -> Language | None:
    """The language to expect; None before the first message, when it is only a default of browser or service."""
    begins = not state.get("language_locked") and not state.get("turns")
    return None if begins else state["language"]


def _step(state: State) -> Step | None:
    """What was asked or said last of an appointment; None on the waiting list, of which nothing was taught."""
    task = state.get("task")
    if isinstance(task, LineTask):
        return None
    if task is None:
        return "booked" if state.get("booked") else "idle"
    if isinstance(task, AppointmentTask) and task.current is None:
        return "reference"
    match task.question:
        case "confirm":
            return _CONFIRMED[task.kind]
        case "need" | "place" | "option" | "document" | "phone" | "what_change":
            return task.question
        case _:  # an address to write to is asked for like a number to call
            return "phone"


def _spoken_of(task: Task | None, deps: Deps) -> SpokenOf:
    """The slot that is held, or what all that are on offer have in common; and the number of a document to complete."""
    number = task.person.number if task is not None else ""
    if not isinstance(task, SlotTask):
        return SpokenOf(number=number)
    shown, office = task.seat.shown, deps.offices.get(task.search.office_id or "")
    days, hours = {slot.starts_at.date() for slot in shown}, {hour_of(slot) for slot in shown}
    return SpokenOf(
        day=days.pop() if len(days) == 1 else None,
        hour=hours.pop() if len(hours) == 1 else None,
        town=office.municipality if office else None,
        number=number,
    )


def _asked_for_value(state: State) -> bool:
    asked = state.get("asked")
    return asked is not None and (asked.about == "condition" or (asked.about == "sum" and bool(asked.input)))


def _expecting(state: State) -> frozenset[SlotName]:
    task, asked = state.get("task"), state.get("asked")
    if (calling := state.get("calling")) is not None:
        return frozenset({"phone"}) if calling.phone is None else frozenset({"option", "date", "time", "part_of_day"})
    if task is not None:
        by_person = isinstance(task, AppointmentTask) and isinstance(task.target, Reference) and task.target.by_person
        by_passport = task.person.by_passport and "document" in EXPECTED[task.question]
        more: list[SlotName] = ["locator"] if by_person else []
        return EXPECTED[task.question].union(more, ("passport",) if by_passport else ())
    return frozenset({"option"}) if asked is not None and asked.about in ("clarify", "which") else frozenset()
