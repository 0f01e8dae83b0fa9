"""The question of a turn and the person who asks it, as a reply wants them."""

from collections.abc import Mapping
from datetime import date

from agents.answers.question import Person, Question
from agents.phrases.phrases import Phrases
from agents.reception.policy.policy_input import Decision, asks_elsewhere, is_plain
from agents.reception.turns.state import State
from agents.understanding.question.conditions import CONDITION_KINDS, Conditions
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate, Label

ASKING: frozenset[Label] = frozenset({"question", "leans"})
_RIVAL = 0.05
"""Belief from which the articles of another need are looked at too."""


def question_of(state: State, phrases: Phrases, today: date) -> Question:
    """The question that the turn's decision answers: said in this turn, or before it and answered now."""
    decision, reading, language = state["decision"], state["reading"], state["language"]
    assert decision.need is not None
    said = state["screened"].text
    chosen = decision.text or reading.leaning or phrases.pressed(language, said)
    return Question(
        text=decision.text or said,
        language=language,
        need=decision.need,
        aspect=decision.aspect,
        day=today,
        measure=reading.measure or decision.measure,
        asks=bool(decision.text) or bool(reading.labels & ASKING),
        rivals=_rivals(decision, reading),
        as_of=None if state.get("task") is not None or decision.easier else reading.as_of,
        wanted=ExpectedAnswer() if decision.text else reading.wanted,
        leans=not chosen and decision.need not in (reading.need, *reading.further),
        easier=decision.easier,
        preface=decision.key,
        doubtful=_is_doubtful(decision.need, reading, state.get("need")),
        outside=not decision.text and asks_elsewhere(reading),
    )


def person_of(state: State) -> Person:
    """The person that the conversation is about, as far as it knows them."""
    reading, asked = state["reading"], state.get("conditions_asked") or []
    return Person(
        conditions=conditions_of(state),
        told_now=frozenset(reading.conditions),
        asks_what_changes=reading.leaning,
        asked_for=frozenset(kind for kind in CONDITION_KINDS if kind in asked),
        variety=state.get("variety"),
    )


def conditions_of(state: State) -> Conditions:
    """Everything told so far of the person the conversation is about."""
    known: Mapping[str, str] = state.get("conditions") or {}
    return {kind: known[kind] for kind in CONDITION_KINDS if kind in known}


def _rivals(decision: Decision, reading: Reading) -> tuple[Candidate, ...]:
    """The needs confusable with the one that the message named, and nearly as likely."""
    if decision.need != reading.need or decision.text or "leans" in reading.labels:
        return ()
    return tuple(one for one in reading.alternatives if one.need == decision.need or one.confidence >= _RIVAL)


def _is_doubtful(need: str, reading: Reading, on_the_table: str | None) -> bool:
    """Whether the message itself names the need, and not beyond doubt."""
    return reading.need == need != on_the_table and not is_plain(reading)
