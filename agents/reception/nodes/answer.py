"""Answer from the articles, with citations; a need without one is shown the way instead."""

import asyncio
import re
from dataclasses import replace
from datetime import date
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.answering import Answer, Question, answer, easier
from agents.phrases.message import Completeness
from agents.phrases.wording import need_name
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.nodes.from_documents import quoted
from agents.reception.nodes.further import come_to
from agents.reception.nodes.guidance import bookable, elsewhere, guidance, handled_by, offered, with_offer
from agents.reception.nodes.remind import remind
from agents.reception.nodes.said import said_masked
from agents.reception.nodes.said_back import conditions_of, said_back, works_to_choose
from agents.reception.policy.situation import Decision, asks_elsewhere, is_plain
from agents.reception.state import State
from agents.reception.task import Asked, LastQuestion, dump_asked, dump_question, load_task
from agents.understanding.question.wanted import Wanted
from agents.understanding.reading import Candidate, Label
from knowledge.content.fact_text import long_date
from knowledge.content.needs import Need
from knowledge.languages import Language

SHOWN_ASPECTS = 4
ASKING: frozenset[Label] = frozenset({"question", "leans"})
_ADDRESS = re.compile(r"https?://\S+")
_RIVAL = 0.05
"""Belief from which the articles of another need are looked at too."""


async def answer_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The answer; then the question of the task it interrupted, or what could come next."""
    deps, language, decision = runtime.context, state["language"], state["decision"]
    task = load_task(state.get("task"))
    question = _question(state, deps)
    found = await asyncio.to_thread(_found, question, decision, deps)
    if decision.easier and not found.messages:  # not every need has an easy-read version
        found = await asyncio.to_thread(answer, question, deps.bookcase, deps.sides)
    if not found.messages and _is_told_today(question, found, deps):
        question = replace(question, as_of=None)
        found = await asyncio.to_thread(answer, question, deps.bookcase, deps.sides)
    need = _need(found, question, deps)
    if found.messages:
        draft = _told(found, state, question, deps)
        finished, asked = _onwards(draft, found, state, question, deps)
    elif question.as_of and found.withheld:
        draft = finished = _of_no_day(question.as_of, language, deps)
        asked = Asked("person", (need.id,), reason="no_answer")
    elif document := await quoted(state, deps):
        draft, finished, asked = document, document, None
    else:
        draft = guidance(need, decision.key, language, deps)
        finished, asked = with_offer(draft, need, language, deps), offered(need)
    if task is not None:
        return {"draft": remind(draft, task, language, deps)}
    last = LastQuestion(decision.text or said_masked(state, deps.public_numbers), question.measure)
    update = {"draft": finished, "need": need.id, "aspect": found.aspect, "asked": asked and dump_asked(asked)}
    update |= {"question": dump_question(last), "conditions_asked": _asked_for(state, asked)}
    return update | come_to(finished, state, deps)


def _found(question: Question, decision: Decision, deps: Deps) -> Answer:
    return easier(question, deps.bookcase) if decision.easier else answer(question, deps.bookcase, deps.sides)


def _question(state: State, deps: Deps) -> Question:
    decision, reading, task = state["decision"], state["reading"], state.get("task")
    assert decision.need is not None
    said = state["screened"].text
    chosen = decision.text or reading.leaning or deps.phrases.pressed(state["language"], said)
    return Question(
        text=decision.text or said, language=state["language"], need=decision.need,
        aspect=decision.aspect, day=deps.clock.today(),
        measure=reading.measure or decision.measure, asks=bool(decision.text) or bool(reading.labels & ASKING),
        rivals=_rivals(state, decision), conditions=conditions_of(state),
        wanted=Wanted() if decision.text else reading.wanted,
        as_of=None if task is not None or decision.easier else reading.as_of,
        leans=not chosen and decision.need not in (reading.need, *reading.further),
    )  # fmt: skip


def _is_told_today(question: Question, found: Answer, deps: Deps) -> bool:
    """Whether its day is one that the section of today speaks of: "I paid into a mutual before 1967"."""
    if question.as_of is None or found.aspect is None:
        return False
    year = re.compile(rf"(?<!\d){question.as_of.year}(?!\d)")
    passage = deps.bookcase.on(question.day).library.about(question.need, question.language, found.aspect)
    return passage is not None and year.search(_ADDRESS.sub("", passage.text)) is not None


def _rivals(state: State, decision: Decision) -> tuple[Candidate, ...]:
    """When the message itself named the need: those that are taken for it and are not far behind."""
    if decision.need != state["reading"].need or decision.text or "leans" in state["reading"].labels:
        return ()
    return tuple(one for one in state["reading"].alternatives if one.need == decision.need or one.confidence >= _RIVAL)


def _told(found: Answer, state: State, question: Question, deps: Deps) -> Draft:
    """The answer between what has to be said before it and what it lacks."""
    need, language, key = _need(found, question, deps), question.language, state["decision"].key
    before = [deps.phrases.message(language, "notice", key)] if key else []
    if referral := elsewhere(need, question.conditions, language, deps):
        before.insert(0, referral)
    elif need.policy.action == "refer":
        before.insert(0, handled_by(need, language, deps))
    if said := said_back(state, found, need, deps):
        before.append(said)
    if question.as_of:
        before.append(
            deps.phrases.message(language, "notice", "answer-as-of", date=long_date(question.as_of, language))
        )
    unsure = _hardly_named(state, question)
    elsewhere_asked = not state["decision"].text and asks_elsewhere(state["reading"])
    if unsure:
        before.append(
            deps.phrases.message(
                language, "notice", "answer-unsure", need=need_name(deps.phrases, deps.catalogue, language, need.id)
            )
        )
    elif found.missing or elsewhere_asked:
        before.append(deps.phrases.message(language, "notice", "answer-missing"))
    lacking = "answer-as-of-part" if question.as_of else "answer-partial"
    partial = (deps.phrases.message(language, "notice", lacking),) if found.withheld else ()
    as_of = (need.id, question.as_of) if question.as_of else None
    completeness: Completeness = "partial" if unsure or elsewhere_asked else found.completeness
    return Draft((*before, *found.messages, *partial), completeness=completeness, as_of=as_of)


def _hardly_named(state: State, question: Question) -> bool:
    """Whether the message itself names the need, and not beyond doubt: it may ask what no article says."""
    reading = state["reading"]
    return reading.need == question.need and state.get("need") != question.need and not is_plain(reading)


def _of_no_day(day: date, language: Language, deps: Deps) -> Draft:
    told = deps.phrases.message(language, "notice", "answer-as-of-none", date=long_date(day, language))
    return Draft((told,), deps.phrases.replies(language, "reply-person"), completeness="none")


def _asked_for(state: State, asked: Asked | None) -> list[str]:
    known = state.get("conditions_asked") or []
    return [*known, asked.condition] if asked and asked.condition else known


def _need(found: Answer, question: Question, deps: Deps) -> Need:
    """The one that the section is of: a rival's may have answered."""
    return deps.catalogue[found.need or question.need]


def _onwards(draft: Draft, found: Answer, state: State, question: Question, deps: Deps) -> tuple[Draft, Asked | None]:
    """The draft ending in a question: what it depends on, when that was not told; otherwise what may come next."""
    need, kind = _need(found, question, deps), found.depends
    if kind is None or kind in (state.get("conditions_asked") or []) or question.as_of:
        return _next(draft, found, need, question, deps), Asked("book", (need.id,)) if bookable(need) else None
    text, language = state["decision"].text or said_masked(state, deps.public_numbers), question.language
    asked = Asked("condition", (need.id,), text=text, aspect=found.aspect, measure=question.measure, condition=kind)
    quick = (*works_to_choose(found, language, deps), *deps.phrases.replies(language, "reply-person"))
    told = deps.phrases.message(language, "question", f"condition-ask-{kind}")
    return replace(draft, messages=(*draft.messages, told), quick_replies=quick), asked


def _next(draft: Draft, found: Answer, need: Need, question: Question, deps: Deps) -> Draft:
    """What the citizen may want next: the other sections, easier words, an appointment when there is one, a person."""
    language = question.language
    simple = bool(found.aspect) and deps.bookcase.on(question.day).library.easy(need.id, language)
    key = "answer-more-book" if bookable(need) else "answer-more"
    values = {} if bookable(need) else {"need": need_name(deps.phrases, deps.catalogue, language, need.id)}
    aspects = tuple(f"aspect-{aspect}" for aspect in found.aspects[:SHOWN_ASPECTS])
    booking = ("reply-book",) if bookable(need) else ()
    quick = deps.phrases.replies(language, *aspects, *(("reply-easier",) if simple else ()), *booking, "reply-person")
    return replace(draft, quick_replies=quick).then(deps.phrases.message(language, "question", key, **values))
