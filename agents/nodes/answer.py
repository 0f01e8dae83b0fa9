"""Answer from the articles, with citations; a need without one is shown the way instead."""

import asyncio
from typing import Any

from langgraph.runtime import Runtime

from agents.answering import Answer, Question, answer, easier
from agents.booking.ask import message, need_name, replies
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.further import come_to
from agents.nodes.guidance import bookable, guidance, handled_by, offered, with_offer
from agents.nodes.remind import remind
from agents.policy.situation import Decision
from agents.state import State
from agents.task import Asked, dump_asked, load_task
from agents.understanding.reading import Candidate
from knowledge.languages import Language
from knowledge.needs import Need
from tools.clock import MADRID

SHOWN_ASPECTS = 4
_RIVAL = 0.05
"""Belief from which the articles of another need are looked at too."""


async def answer_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The answer; then the question of the task it interrupted, or what could come next."""
    deps, language, decision = runtime.context, state["language"], state["decision"]
    assert decision.need is not None
    need, task = deps.catalogue[decision.need], load_task(state.get("task"))
    question = Question(
        text=decision.text or state["screened"].text, language=language, need=need.id, aspect=decision.aspect,
        day=deps.clock().astimezone(MADRID).date(), measure=state["reading"].measure,
        asks=bool(decision.text) or "question" in state["reading"].labels, rivals=_rivals(state, decision),
    )  # fmt: skip
    found = await asyncio.to_thread(easier if decision.easier else answer, question, deps.bookcase)
    if decision.easier and not found.messages:  # not every need has an easy-read version
        found = await asyncio.to_thread(answer, question, deps.bookcase)
    need = deps.catalogue[found.need or need.id]
    if not found.messages:
        asked: Asked | None = offered(need)
        draft = guidance(need, decision.key, language, deps)
        finished = with_offer(draft, need, language, deps)
    else:
        asked = _offered(need)
        draft = _told(found, need, decision.key, language, deps)
        finished = _onwards(draft, found, need, question, deps)
    if task is not None:
        return {"draft": remind(draft, task, language, deps)}
    update = {"draft": finished, "need": need.id, "aspect": found.aspect, "asked": asked and dump_asked(asked)}
    return update | come_to(finished, state, deps)


def _rivals(state: State, decision: Decision) -> tuple[Candidate, ...]:
    """When the message itself named the need: those that are taken for it and are not far behind."""
    if decision.need != state["reading"].need or decision.text:
        return ()
    return tuple(one for one in state["reading"].alternatives if one.need == decision.need or one.confidence >= _RIVAL)


def _told(found: Answer, need: Need, key: str, language: Language, deps: Deps) -> Draft:
    before = (message(deps, language, "notice", key),) if key else ()
    referral = (handled_by(need, language, deps),) if need.policy.action == "refer" else ()
    partial = (message(deps, language, "notice", "answer-partial"),) if found.withheld else ()
    return Draft((*referral, *before, *found.messages, *partial), completeness=found.completeness)


def _offered(need: Need) -> Asked | None:
    return Asked("book", (need.id,)) if bookable(need) else None


def _onwards(draft: Draft, found: Answer, need: Need, question: Question, deps: Deps) -> Draft:
    """What the citizen may want next: the other sections, easier words, an appointment when there is one, a person."""
    language = question.language
    simple = bool(found.aspect) and deps.bookcase.on(question.day).library.easy(need.id, language)
    key = "answer-more-book" if bookable(need) else "answer-more"
    values = {} if bookable(need) else {"need": need_name(deps, language, need.id)}
    aspects = tuple(f"aspect-{aspect}" for aspect in found.aspects[:SHOWN_ASPECTS])
    booking = ("reply-book",) if bookable(need) else ()
    quick = replies(deps, language, *aspects, *(("reply-easier",) if simple else ()), *booking, "reply-person")
    asked = Draft(draft.messages, quick, completeness=draft.completeness)
    return asked.then(message(deps, language, "question", key, **values))
