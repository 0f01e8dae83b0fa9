"""The node that answers: it carries the question and the person to ``reply``, and remembers what was asked and told."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.question import Person, Question
from agents.answers.reply import Reply, reply
from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from agents.reception.booking.task_hold import release_hold
from agents.reception.booking.task_question import word_reminder
from agents.reception.policy.policy_input import Decision, asks_elsewhere, is_plain, section_of
from agents.reception.tasks.task import LastQuestion, OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, conditions_of, offer_next_need, said_before
from agents.reception.turns.transcript import said_masked
from agents.understanding.question.conditions import CONDITION_KINDS
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate
from knowledge.content.needs import Catalogue
from knowledge.passages import parse_unit

_RIVAL = 0.3
"""The share of the need's probability from which the articles of another are looked at too."""
_LIKELY, _ELSEWHERE = 0.4, 0.1
"""In the middle of a conversation a need is told of without a doubt from the first on, and up to the second of lying
outside. As at the beginning, 25 of 100 answers to strangers were said to be doubtful, and 73 of those were about the
right need; so, 7 and 65."""


async def answer_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The reply; then the question of the task it interrupted, or the reply's own."""
    deps, language, task = runtime.context, state["language"], state.get("task")
    question = question_of(state, deps.phrases, deps.catalogue, deps.clock.today())
    told = await asyncio.to_thread(reply, question, person_of(state), deps)
    as_of = (told.need, told.as_of) if told.as_of else None
    draft = Draft(told.messages, told.quick_replies, completeness=told.completeness, as_of=as_of)
    if state["decision"].aside:  # asked beside a yes or a value: what that did is told first
        done = state["draft"]
        draft = replace(draft.after(*_told_of(done)), appointment=done.appointment)
    units = list(dict.fromkeys([*(state.get("told_units") or []), *map(str, told.units)]))
    if task is not None and state["decision"].ends_task:
        await release_hold(task, deps)
        task = None
    if task is not None:
        return {"draft": word_reminder(draft, task, language, deps), "told_units": units}
    closes = told.closing and (told.asks in ("condition", "which") or told.need != state.get("need"))
    if told.closing and closes:  # what else is wanted is asked once about each need
        draft = draft.then(told.closing)
    words, asked = (
        state["decision"].text or said_masked(state, deps.public_numbers),
        state.get("conditions_asked") or [],
    )
    update = {
        "task": None,
        "draft": draft,
        "need": state.get("need") if told.asks == "which" else told.need,
        "aspect": told.aspect,
        "asked": _asked(told, words) if closes or not told.closing else None,
        "question": LastQuestion(words),
        "told_units": units,
        "questions": {words: str(unit) for words, unit in told.questions.items()},
        "conditions_asked": [*asked, told.depends_on] if told.depends_on else asked,
    }
    return update if told.asks == "which" else update | offer_next_need(draft, state, deps)


def _told_of(done: Draft) -> tuple[Message, ...]:
    """What was done, without what is asked next."""
    return tuple(message for message in done.messages if message.kind in ("notice", "appointment"))


def _asked(told: Reply, words: str) -> OpenQuestion | None:
    """The closing question, so that the next turn can answer it."""
    match told.asks:
        case "condition":
            return OpenQuestion(
                "condition", (told.need,), text=words, aspect=told.aspect, condition=told.depends_on,
            )  # fmt: skip
        case "book":
            return OpenQuestion("book", (told.need,))
        case "person":
            return OpenQuestion("person", (told.need,), reason="no_answer")
        case "which":
            return OpenQuestion("which", (told.need,))
        case None:
            return None


def question_of(state: State, phrases: Phrases, catalogue: Catalogue, today: date) -> Question:
    """The question that the turn's decision answers: said in this turn, or before it and answered now."""
    decision, reading, language = state["decision"], state["reading"], state["language"]
    assert decision.need is not None
    near = () if decision.text else _near(reading, catalogue)
    said = state["screened"].text
    return Question(
        text=decision.text or said,
        language=language,
        need=decision.need,
        aspect=decision.unit.aspect if decision.unit else section_of(phrases.pressed(language, said)),
        unit=decision.unit,
        offered=decision.offered,
        day=today,
        rivals=_rivals(decision, reading, near),
        near=near,
        asks_which=decision.asks_which and (state.get("task") is None or decision.ends_task),
        before=replace(said_before(state), text="") if decision.text else said_before(state),
        as_of=None if state.get("task") is not None or decision.easier else reading.as_of,
        names=not decision.text and decision.need != state.get("need"),
        tells=not reading.asks,
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
        told=frozenset(map(parse_unit, state.get("told_units") or [])),
        variety=state.get("variety"),
    )


def _rivals(decision: Decision, reading: Reading, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The needs confusable with the one that the message named, and nearly as likely."""
    if decision.need != reading.need or decision.text or reading.goes_on:
        return ()
    return tuple(one for one in near if one.need == decision.need or one.confidence >= _RIVAL * reading.confidence)


def _near(reading: Reading, catalogue: Catalogue) -> tuple[Candidate, ...]:
    """Every need that it may be about, but for danger and the wish for a person, which are no questions to choose."""
    kept = (one for one in reading.alternatives if one.need in catalogue)
    return tuple(one for one in kept if catalogue[one.need].policy.action not in ("emergency", "person"))


def _is_doubtful(need: str, reading: Reading, on_the_table: str | None) -> bool:
    """Whether the message itself names the need, and not beyond doubt; once something is spoken of, not even likely."""
    if reading.need != need or need == on_the_table:
        return False
    likely = on_the_table is not None and reading.confidence >= _LIKELY and reading.outside <= _ELSEWHERE
    return not (likely or is_plain(reading))
