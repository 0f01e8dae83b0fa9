"""Third node: the policy decides; the nodes after it act."""

import re
from dataclasses import replace
from typing import Any, Literal

from langgraph.runtime import Runtime

from agents.reception.policy.people import says_safe
from agents.reception.policy.policy_input import FLOOR, CallSoFar, Decision, Here, PolicyInput, SumMemory
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Booking
from agents.reception.turns.call_words import calls_back, is_called, named_window
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State, offered_question, offered_questions
from agents.reception.turns.sum_values import COUNTED, for_sum, of_person, remembered
from agents.reception.turns.turn import load_turn
from agents.understanding.units.spoken import SaidBefore
from knowledge.passages import parse_unit

_LIKELY_SUM = 0.3
"""The probability from which what is told for a sum is kept, whatever the message is taken to be about."""
_SPAN = re.compile(r"\d{1,2}y\d{1,2}m")
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
    situation = _situation(state, deps)
    decision = decide(situation)
    if state["told"] and (not decision.understood or situation.pressed == "reply-check"):
        decision = Decision("collect", task=situation.task)  # what was found out is what the citizen wanted to know
    decision = replace(decision, tells_nearest=situation.asked is None or situation.asked.about != "which")
    decision = replace(decision, objects=situation.objects(decision))
    if decision.own and (stated := state["reading"].words.stated) is not None:
        state = {**state, "reading": stated}
    for_other = _for_other(state, decision, deps)
    update: dict[str, Any] = {
        "decision": decision,
        "calling": None if decision.task is not None else situation.call.arranged,  # an appointment is wanted instead
        "reading": state["reading"],
        "misses": 0 if decision.understood else state.get("misses", 0) + 1,
        "objections": state.get("objections", 0) + 1 if decision.objects else 0,
        "for_other": for_other,
        "conditions": _conditions(state, for_other),
        **_told_for_sums({**state, "for_other": for_other}, decision, deps),
    }
    chosen = decision.need or (decision.task.need if decision.task else None)
    if isinstance(decision.task, Booking) and chosen is not None:  # the matter and the appointment are both spoken of
        spoken = {chosen: 0.5, deps.administration.appointment_need: 0.5}
        update["beliefs"] = SaidBefore(beliefs=state.get("beliefs") or {}).believed_after(spoken)
    elif chosen is not None and chosen != situation.reading.need:  # picked: the message did not name it
        update["beliefs"] = SaidBefore(beliefs=state.get("beliefs") or {}).believed_after({chosen: 1.0})
    if says_safe(situation) and decision.route != "hand_off":
        update["safe"] = True
    if decision.key == "anything-else" and state.get("sum_lacks"):  # let go: its question is asked no more
        update |= {"sum_done": "", "sum_lacks": "", "sum_waits": []}
    if not (decision.route == "notice" and decision.key in KEEPS_QUESTION):
        update |= {"asked": None, "questions": {}}
    return update


def _situation(state: State, deps: Deps) -> PolicyInput:
    return PolicyInput(
        reading=state["reading"],
        screened=state["screened"],
        catalogue=deps.catalogue,
        here=Here(deps.administration.languages, deps.people is not None, calls_back(deps)),
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
        call=CallSoFar(state.get("calling"), named_window(state, deps) is not None, is_called(state, deps)),
        sum_needs=deps.sums.needs if deps.sums is not None else {},
        sum_told=state.get("sum_told") or {},
        sum_done=state.get("sum_done") or "",
        sum_memory=_sum_memory(state, deps),
    )


def _sum_memory(state: State, deps: Deps) -> SumMemory:
    """What was told for each sum of whom the conversation is about, and where the last one stands."""
    if deps.sums is None:
        return SumMemory()
    known, today = of_person(state), deps.clock.today()
    return SumMemory(
        known={name: for_sum(known, deps.sums.inputs(name, today)) for name in deps.sums.names},
        lacks=state.get("sum_lacks") or "",
        instead=deps.sums.instead,
        figures=frozenset(state.get("sum_figures") or ()),
        left={need: parse_unit(line) for need, line in deps.sums.left.items()},
        gross=parse_unit(line) if (line := deps.sums.gross.get(state.get("sum_done") or "")) else None,
    )


def _told_for_sums(state: State, decision: Decision, deps: Deps) -> dict[str, Any]:
    """What the message tells for the sums of what it may be about is kept, whether one is made of it now or later."""
    told = state.get("sum_told") or {}
    if deps.sums is None or not told:
        return {}
    reading = state["reading"]
    about = {decision.need, state.get("need"), *(one.need for one in reading.alternatives if one.confidence >= FLOOR)}
    chances = [one.sums.names for one in reading.parts or (reading,)]
    likely = {name for one in chances for name, chance in one.items() if chance >= _LIKELY_SUM}
    names = [name for name in told if name in likely or not about.isdisjoint(deps.sums.needs[name])]
    likeliest = decision.sum or state.get("sum_done") or ""
    if decision.sum or likeliest in names:
        names = [*(name for name in names if name != likeliest), likeliest]
    kept = remembered(state, {name: told.get(name, {}) for name in names}, deps.sums, deps.clock.today())
    return {"told_for_sums": kept} if names else {}


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
    """The fate of the appointment in the last turn, which one only read back has none of; another day named now is
    that of another appointment.
    """
    last = load_turn(state.get("last_turn"))
    card = last.appointment if last else None
    day = state["reading"].slots.get("date")
    other = card is not None and day is not None and day.value != card.starts_at.date().isoformat()
    return None if card is None or other or card.status == "proposed" else card.status


def _just_handed_off(state: State) -> bool:
    """Whether the last turn put it through to a person, or told about that."""
    last = load_turn(state.get("last_turn"))
    return last is not None and last.hand_off is not None


def _for_other(state: State, decision: Decision, deps: Deps) -> bool:
    """For somebody else since it was said, until another matter is asked about."""
    reading = state["reading"]
    asks = (
        frozenset(ask for one in reading.parts or (reading,) for ask in one.sums.asks) if decision.sum else frozenset()
    )
    if "oneself" in reading.labels or "mine" in asks:
        return False
    told = (state.get("sum_told") or {}).get(decision.sum or "", {})
    if told and told.keys() <= COUNTED:
        return bool(state.get("for_other"))
    of_others = deps.sums.of_others if deps.sums is not None else ()
    if "third_person" in reading.labels or ("theirs" in asks and decision.sum not in of_others):
        return True
    known = state.get("need")
    changes = decision.need is not None and known is not None and decision.need != known
    return bool(state.get("for_other")) and not changes


def _conditions(state: State, for_other: bool) -> dict[str, str]:
    """The known conditions of the person it is for: those of somebody else are not the citizen's. Years that somebody
    older has, or has contributed, are no age.
    """
    known = dict(state.get("conditions") or {}) if bool(state.get("for_other")) == for_other else {}
    told = {str(kind): value for kind, value in state["reading"].conditions.items()}
    sums = [(state.get("told_for_sums") or {}), *(state.get("sum_told") or {}).values()]
    spans = {text.partition("y")[0] for values in sums for text in values.values() if _SPAN.fullmatch(text)}
    age, before = told.get("age", ""), known.get("age", "")
    if age in spans or (before and age and int(age) < int(before)):
        del told["age"]
    return known | told


def route(state: State) -> str:
    """The edge out of ``decide``."""
    return state["decision"].route
