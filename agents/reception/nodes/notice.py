"""The node of fixed sentences: courtesies, limits, a misunderstanding. A task asks its question again after them."""

import asyncio
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.added_documents import quote_document
from agents.phrases.message import Message
from agents.reception.booking.task_question import what_can_be_said, word_question, word_reminder
from agents.reception.nodes.hand_off import reference_of
from agents.reception.tasks.task import OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State
from agents.reception.turns.turn import load_turn
from agents.reception.turns.waiting_words import call_offer, prospect_of, when_they_come
from agents.routing.rules import unit_of
from agents.understanding.shared.labels import DANGERS
from knowledge.languages import Language
from tools.queues.hand_offs import Reason

OFFERS_PERSON: dict[str, Reason] = {
    "complaint": "complaint",
    "insult": "asked",
    "locator-lost": "asked",
    "ticket-code-lost": "asked",
    "not-understood-again": "not_understood",
    "answer-other-matter": "no_answer",
    "offer-person": "asked",
}
"""Notices that offer a person, with the reason of the hand-off."""

NO_QUESTION: dict[str, tuple[str, ...]] = {"answer-other-matter": ("reply-person", "reply-book")}
"""Quick replies after those of them that ask nothing: a yes would answer no question."""


NO_ANSWER = frozenset({"answer-other-matter", "out-of-scope"})

MAY_BE_IN_DOCUMENTS = NO_ANSWER | {"not-understood", "not-understood-again"}
"""Notices to a question that no need answers: an added document may."""


async def notice_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Say the sentence; offer a person where it does; otherwise go back to the task."""
    deps, language, key = runtime.context, state["language"], state["decision"].key
    if key == "repeat":
        return {"draft": _repeated(state, language, deps)}
    if key in MAY_BE_IN_DOCUMENTS and not state.get("task") and (quoted := await _quote(state, deps)):
        quick = deps.phrases.replies(language, "reply-person")
        return {"draft": Draft(quoted, quick, completeness="partial"), "misses": 0}
    if key.startswith("care-") and key != "care-over":
        care = deps.phrases.message(language, "notice", key)
        return {"draft": Draft((care,), deps.phrases.replies(language, "reply-safe"))}
    words = deps.phrases.say(language, key) if key != "handoff-when" else await _when_they_come(state, deps)
    told = Draft((Message("notice", words),), completeness="none" if key in NO_ANSWER else "complete")
    if key in OFFERS_PERSON:
        quick = deps.phrases.replies(language, *NO_QUESTION.get(key, ("reply-yes", "reply-no", "reply-person")))
        return {
            "draft": Draft(told.messages, quick, completeness=told.completeness),
            "asked": OpenQuestion("person", reason=OFFERS_PERSON[key]),
        }
    task = state.get("task")
    if task is None:
        draft = Draft(told.messages, deps.phrases.replies(language, "reply-person"), completeness=told.completeness)
        return {"draft": draft}
    if key == "not-understood":
        can_say = what_can_be_said(task, language, deps)
        return {"draft": word_question(task, language, deps).after(*told.messages, *can_say)}
    return {"draft": word_reminder(told, task, language, deps)}


async def _when_they_come(state: State, deps: Deps) -> str:
    reference, language = reference_of(state["conversation_id"]), state["language"]
    prospect = await prospect_of(reference, deps)
    need = state.get("need")
    unit = unit_of(deps.catalogue[need] if need else None, deps.administration)
    offer = None if state.get("handed_off") in DANGERS else await call_offer(unit, language, prospect, deps)
    return when_they_come(prospect, reference, language, deps, offer)


async def _quote(state: State, deps: Deps) -> tuple[Message, ...]:
    today, text = deps.clock.today(), state["screened"].text
    return await asyncio.to_thread(quote_document, text, state["language"], today, deps.knowledge_base, deps.phrases)


def _repeated(state: State, language: Language, deps: Deps) -> Draft:
    """The last turn again: with its citations, its events and its quick replies."""
    last = load_turn(state.get("last_turn"))
    if last is None:
        return Draft((deps.phrases.message(language, "notice", "nothing-to-repeat"),))
    return Draft(
        last.messages, last.quick_replies, last.offers, last.appointment, last.hand_off, last.completeness,
        as_of=last.as_of, repeats=True, call_back=last.call_back,
    )  # fmt: skip
