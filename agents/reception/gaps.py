"""Gaps of the knowledge that a turn shows, read from the state once it is said."""

import re
from datetime import date

from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State
from agents.reception.turns.transcript import said_masked
from knowledge.passages import Aspect
from tools.gaps.gaps import Gap, Why

LONGEST = 300
"""Characters kept of a question: what comes after is a life, not a question."""

_NOTICES: dict[str, Why] = {"out-of-scope": "out_of_scope", "answer-other-matter": "other_matter"}


def find_gap(state: State, deps: Deps) -> Gap | None:
    """The gap that a turn shows, or None when it was served."""
    day = deps.clock.today()
    why = _why(state, deps, day)
    if why is None:
        return None
    decision, reading = state["decision"], state["reading"]
    answered = decision.route == "answer"
    return Gap(
        text=_question(state, deps.public_numbers),
        language=state["language"],
        need=decision.need if answered else None,
        aspect=_wanted(state) if answered else None,
        measure=reading.measure,
        why=why,
        day=day,
    )


def _why(state: State, deps: Deps, day: date) -> Why | None:
    decision = state["decision"]
    if decision.route == "answer":
        return None if decision.sum else _unanswered(state, deps, day)  # what a sum lacks, the person has
    if decision.route == "notice":
        if state.get("task"):
            return None  # in the middle of a booking it is a value given badly, perhaps a name or an address
        return _NOTICES.get(decision.key) if decision.understood else "not_understood"
    offered = "affirm" in state["reading"].labels  # "yes" to the offer of a person
    gives_up = decision.route == "hand_off" and decision.reason == "not_understood" and not offered
    return "hand_off" if gives_up else None


def _unanswered(state: State, deps: Deps, day: date) -> Why | None:
    """The gap of an answer: a section never written, or one that is no longer in force that day."""
    need, aspect = state["decision"].need, _wanted(state)
    assert need is not None
    if state["draft"].completeness == "complete":
        return "asked_twice" if _said_before(state, deps) else None
    daily_index = deps.knowledge_base.on(day)
    passages = daily_index.corpus.passages(need, state["language"])
    told = [passage for passage in passages if aspect in (None, passage.aspect)]
    if any(passage.withheld for passage in told) or (not told and aspect in deps.catalogue[need].sources):
        return "withheld"
    return "partial" if told else "no_section"


def _wanted(state: State) -> Aspect | None:
    return state["decision"].aspect or state["reading"].aspect


def _question(state: State, public: frozenset[str]) -> str:
    """The words of the question: those said before, when this turn only chose what they meant."""
    text = state["decision"].text or said_masked(state, public)
    if (name := state["reading"].slots.get("name")) and name.text:
        text = text.replace(name.text, "[NAME]")
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _said_before(state: State, deps: Deps) -> bool:
    """Whether the citizen wrote the same words earlier in the conversation; a suggested reply may be pressed again."""
    if deps.phrases.pressed(state["language"], state["screened"].text):
        return False
    *earlier, now = [_bare(line["text"]) for line in state["transcript"] if line["speaker"] == "citizen"]
    return bool(now) and now in earlier


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
