"""Guidance for a need without an approved article, and a referral to another administration before an answer."""

from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from agents.phrases.wording import body_name
from agents.routing.rules import is_ours, managed_elsewhere
from agents.understanding.question.conditions import Conditions
from knowledge.administration import Administration
from knowledge.content.needs import Need
from knowledge.languages import Language

PREFACES_OF_GUIDANCE = {
    "book-walk-in": "book-walk-in",
    "book-not-needed": "book-none",
    "answer-not-decision": "not-decision",
    "answer-own-amount": "not-own-case",
    "answer-own-case": "not-own-case",
}
"""Phrases that stand in for a preface when the answer that it announces does not come."""


def name_body(need: Need, language: Language, phrases: Phrases, administration: Administration) -> Message:
    """Name the body that handles the need, as citizens call it."""
    body = body_name(need.body, phrases, language)
    key = "handled-by" if is_ours(need.body, administration) else "answer-other-body"
    return phrases.message(language, "referral", key, body=body)


def refer_elsewhere(need: Need, conditions: Conditions, language: Language, phrases: Phrases) -> Message | None:
    """The other administration that manages the need where the person lives."""
    other = managed_elsewhere(need, conditions.get("territory"))
    if other is None:
        return None
    body = body_name(other.body, phrases, language)
    return phrases.message(language, "referral", "answer-other-body", body=body)


def guide(need: Need, preface: str, handled_by: Message, language: Language, phrases: Phrases) -> tuple[Message, ...]:
    """The need understood, the body that handles it and its link. Nothing is told of the need itself."""
    named = phrases.name(language, need.names)
    told = [phrases.message(language, "notice", "need-understood", need=named)]
    if preface in PREFACES_OF_GUIDANCE:
        told.append(phrases.message(language, "notice", PREFACES_OF_GUIDANCE[preface]))
    told.append(handled_by)
    if need.policy.link:
        told.append(phrases.message(language, "notice", "official-page", link=need.policy.link))
    return tuple(told)
