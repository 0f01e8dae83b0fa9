"""Third node: the policy decides; the nodes after it act."""

from dataclasses import replace
from typing import Any, Literal

from langgraph.runtime import Runtime

from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Booking
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State, offered_question, offered_questions
from agents.reception.turns.turn import load_turn
from agents.understanding.units.spoken import SaidBefore

KEEPS_QUESTION = frozenset(
    {
        "empty",
        "injection",
        "language-switched",
        "language-not-served",
        "repeat",
        "not-understood",
        "for-other",
        "ack",
        "handoff-when",
    }
)
"""Notices after which a yes, a no or a choice still means what it meant before."""


async def decide_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The decision, and what it makes of the patience counter and the need on the table."""
    deps = runtime.context
    situation = PolicyInput(
        reading=state["reading"],
        screened=state["screened"],
        catalogue=deps.catalogue,
        languages=deps.administration.languages,
        own_case=deps.administration.own_case_need,
        task=state.get("task"),
        asked=state.get("asked"),
        booked=state.get("booked"),
        need=state.get("need"),
        aspect=state.get("aspect"),
        question=state.get("question"),
        misses=state.get("misses", 0),
        pressed=deps.phrases.pressed(state["language"], state["screened"].text),
        offered=offered_questions(state),
        chosen=_chosen_question(state),
        handed_off=state.get("handed_off"),
        just_handed_off=_just_handed_off(state),
        safe=bool(state.get("safe")),
        done=_done(state),
        has_waiting_list=deps.waiting_list is not None,
        finds_people=deps.people is not None,
        sum_needs=deps.sums.needs if deps.sums is not None else {},
        sum_told=state.get("sum_told") or {},
        sum_done=state.get("sum_done") or "",
    )
    decision = decide(situation)
    if state["told"] and (not decision.understood or situation.pressed == "reply-check"):
        decision = Decision("collect", task=situation.task)  # what was found out is what the citizen wanted to know
    decision = replace(decision, tells_nearest=situation.asked is None or situation.asked.about != "which")
    if decision.own and (stated := state["reading"].words.stated) is not None:
        state = {**state, "reading": stated}
    for_other = _for_other(state, decision)
    update: dict[str, Any] = {
        "decision": decision,
        "reading": state["reading"],
        "misses": 0 if decision.understood else state.get("misses", 0) + 1,
        "for_other": for_other,
        "conditions": _conditions(state, for_other),
    }
    chosen = decision.need or (decision.task.need if decision.task else None)
    if isinstance(decision.task, Booking) and chosen is not None:  # the matter and the appointment are both spoken of
        spoken = {chosen: 0.5, deps.administration.appointment_need: 0.5}
        update["beliefs"] = SaidBefore(beliefs=state.get("beliefs") or {}).believed_after(spoken)
    elif chosen is not None and chosen != situation.reading.need:  # picked: the message did not name it
        update["beliefs"] = SaidBefore(beliefs=state.get("beliefs") or {}).believed_after({chosen: 1.0})
    if decision.key == "care-over":
        update["safe"] = True
    if not (decision.route == "notice" and decision.key in KEEPS_QUESTION):
        update |= {"asked": None, "questions": {}}
    return update


def _chosen_question(state: State) -> str | None:
    """The question whose words came back; or, when it was asked which one it is, the one named by its order."""
    words, asked = list(offered_questions(state)), state.get("asked")
    if (pressed := offered_question(state)) is not None:
        return pressed
    option = state["reading"].slots.get("option")
    if not words or asked is None or asked.about != "which" or option is None:
        return None
    by_order = {"last": words[-1], **{str(place): one for place, one in enumerate(words, start=1)}}
    return by_order.get(option.value)


def _done(state: State) -> Literal["booked", "cancelled"] | None:
    """The fate of the appointment in the last turn; an appointment that was only read back is not done."""
    last = load_turn(state.get("last_turn"))
    card = last.appointment if last else None
    return None if card is None or card.status == "proposed" else card.status


def _just_handed_off(state: State) -> bool:
    """Whether the last turn put it through to a person, or told about that."""
    last = load_turn(state.get("last_turn"))
    return last is not None and last.hand_off is not None


def _for_other(state: State, decision: Decision) -> bool:
    """For somebody else since it was said, until another matter is asked about."""
    if "oneself" in state["reading"].labels:
        return False
    if "third_person" in state["reading"].labels:
        return True
    known = state.get("need")
    changes = decision.need is not None and known is not None and decision.need != known
    return bool(state.get("for_other")) and not changes


def _conditions(state: State, for_other: bool) -> dict[str, str]:
    """The known conditions of the person it is for: those of somebody else are not the citizen's."""
    known = dict(state.get("conditions") or {}) if bool(state.get("for_other")) == for_other else {}
    return known | {str(kind): value for kind, value in state["reading"].conditions.items()}


def route(state: State) -> str:
    """The edge out of ``decide``."""
    return state["decision"].route
