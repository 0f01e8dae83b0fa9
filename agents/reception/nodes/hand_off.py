"""To a person: the event is stored first, then announced."""

import asyncio
import base64
import hashlib
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.article_answer import figure_line
from agents.answers.past_figures import note_year
from agents.answers.question import Question
from agents.phrases.message import Message
from agents.reception.tasks.task import AppointmentTask, OpenQuestion
from agents.reception.turns.call_words import is_called
from agents.reception.turns.deps import Deps
from agents.reception.turns.packet import slots_for_person, summarize_for_agent
from agents.reception.turns.state import Draft, State
from agents.reception.turns.waiting_words import call_offer, prospect_of, who_comes
from agents.routing.rules import unit_of
from agents.understanding.shared.labels import SURE, Label
from knowledge.languages import Language
from tools.queues.hand_offs import HandOff, Reason

URGENT: frozenset[Reason] = frozenset({"crisis", "violence", "emergency"})
VULNERABLE: frozenset[Label] = frozenset({"grief", "hardship", "despair", "unsafe"})
"""What a message shows of somebody who should wait less, though in no danger that is known."""


async def hand_off_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Store the hand-off and say so in the same turn. Raises ToolUnavailable when it cannot be stored.

    A conversation has one: the next time it is the same, with what was said since.
    """
    deps, language, reason = runtime.context, state["language"], state["decision"].reason
    before = state.get("handed_off")
    reference = reference_of(state["conversation_id"])
    stands = before if before is not None and reason not in URGENT else reason
    need = state["decision"].need or state.get("need")
    hand_off = HandOff(
        id=reference,
        conversation_id=state["conversation_id"],
        reason=stands,
        language=language,
        need=need,
        unit=unit_of(deps.catalogue[need] if need else None, deps.administration),
        summary=summarize_for_agent(state, stands, deps),
        slots=slots_for_person(state),
        urgent=stands in URGENT,
        created_at=deps.clock(),
        vulnerable=bool(state["reading"].labels & VULNERABLE),
    )
    await deps.hand_offs.add(hand_off, state.get("origin"))
    prospect = await prospect_of(reference, deps)
    told = _told(deps, language, reason, reference, already=before is not None)
    if _other_lines(state, reason):
        told = (told[0], deps.phrases.message(language, "notice", "handoff-lines"), *told[1:])
    offer = None if reason in URGENT else await call_offer(hand_off.unit, language, prospect, deps)
    told = (*told, Message("hand_off", who_comes(prospect, language, deps, offer)))
    told = (*told, *_call_stands(state, deps), *(await _figure_asked(state, reason, deps)))
    replies = ("reply-safe",) if reason in URGENT else (offer.reply,) if offer is not None else ()
    quick = deps.phrases.replies(language, *replies)
    draft = Draft((*state["draft"].messages, *told), quick, hand_off=hand_off)
    searched, left = state.get("task"), dict[str, Any]()
    if isinstance(searched, AppointmentTask) and searched.current is None:
        left = {"task": None}  # an appointment that was not found: the person looks for it
    if offer is not None and offer.promised:
        left["asked"] = OpenQuestion("call_back")
    if reason in URGENT:
        left["safe"] = False
    return {**left, "calling": None, "draft": draft, "handed_off": stands, "misses": 0}


def _call_stands(state: State, deps: Deps) -> tuple[Message, ...]:
    """Who was promised a call and asks for somebody now has both."""
    if not is_called(state, deps):
        return ()
    return (deps.phrases.message(state["language"], "notice", "call-stays"),)


async def _figure_asked(state: State, reason: Reason, deps: Deps) -> tuple[Message, ...]:
    """The figure asked for ("which number do I call?"), told beside the hand-off."""
    reading = state["reading"]
    asked = reading.measure or reading.wanted.figure
    need = reading.need if reading.confidence >= SURE else None
    if reason in URGENT and asked == "phone":
        need = next((one.id for one in deps.catalogue.values() if one.policy.action == "emergency"), None)
    if need is None or asked is None:
        return ()
    question = Question(
        text=state["screened"].text, language=state["language"], need=need, aspect=None, day=deps.clock.today()
    )  # fmt: skip
    told = await asyncio.to_thread(figure_line, question, deps.knowledge_base, deps.reader)
    return (*told, *note_year(told, question.day, question.language, deps.phrases))


def _told(deps: Deps, language: Language, reason: Reason, reference: str, *, already: bool) -> tuple[Message, ...]:
    if already and reason == "asked":
        return (deps.phrases.message(language, "hand_off", "handoff-already", reference=reference),)
    number = deps.phrases.message(language, "notice", "handoff-reference", reference=reference)
    return deps.phrases.message(language, "hand_off", f"handoff-{reason}"), number


def _other_lines(state: State, reason: Reason) -> bool:
    """In an emergency that is also another danger, or that nobody could tell from one, its number is said too."""
    labels = state["reading"].labels
    return reason == "emergency" and ("emergency" not in labels or bool(labels & {"crisis", "violence"}))


def reference_of(conversation_id: str) -> str:
    """The same conversation, the same reference, so the queue holds it once, however often it asks.

    Short enough to be dictated; of a million conversations, no two have the same in all likelihood (one in a million).
    """
    return "P-" + base64.b32encode(hashlib.sha256(conversation_id.encode()).digest()).decode()[:12]
