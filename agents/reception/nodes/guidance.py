"""A need without an approved article is served all the same: who handles it, its official page, an appointment."""

from agents.phrases.message import Message
from agents.phrases.wording import need_name
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.task import Asked
from agents.understanding.question.conditions import Conditions
from knowledge.content.needs import Need
from knowledge.languages import Language

TOLD_WITHOUT = {
    "book-walk-in": "book-walk-in",
    "book-not-needed": "book-none",
    "answer-not-decision": "not-decision",
    "answer-own-amount": "not-own-case",
    "answer-own-case": "not-own-case",
}
"""What is said first, without the announcement of an information that does not come."""


def bookable(need: Need) -> bool:
    """Whether an appointment may be offered for it."""
    return need.policy.appointment == "bookable" and need.policy.action in ("answer", "appointment")


def handled_by(need: Need, language: Language, deps: Deps) -> Message:
    """Who handles the need, in the citizen's words."""
    body = deps.phrases.say(language, f"body-{need.body.lower()}")
    key = "handled-by" if deps.administration.bodies[need.body].ours else "answer-other-body"
    return deps.phrases.message(language, "referral", key, body=body)


def elsewhere(need: Need, conditions: Conditions, language: Language, deps: Deps) -> Message | None:
    """Where the person lives another administration manages the need: who."""
    other = need.policy.elsewhere
    if other is None or conditions.get("territory") not in other.provinces:
        return None
    body = deps.phrases.say(language, f"body-{other.body}")
    return deps.phrases.message(language, "referral", "answer-other-body", body=body)


def guidance(need: Need, key: str, language: Language, deps: Deps) -> Draft:
    """What was understood, who handles it and where it is explained. Nothing is told of the matter itself."""
    named = need_name(deps.phrases, deps.catalogue, language, need.id)
    told = [deps.phrases.message(language, "notice", "need-understood", need=named)]
    if key in TOLD_WITHOUT:
        told.append(deps.phrases.message(language, "notice", TOLD_WITHOUT[key]))
    told.append(handled_by(need, language, deps))
    if need.policy.link:
        told.append(deps.phrases.message(language, "notice", "official-page", link=need.policy.link))
    return Draft(tuple(told), completeness="none")


def offered(need: Need) -> Asked:
    """The question the guidance ends in: an appointment where there are any, else a person."""
    return Asked("book", (need.id,)) if bookable(need) else Asked("person", (need.id,), reason="no_answer")


def with_offer(draft: Draft, need: Need, language: Language, deps: Deps) -> Draft:
    """The guidance and its question."""
    key, booking = ("offer-book", ("reply-book",)) if bookable(need) else ("offer-person", ())
    quick = deps.phrases.replies(language, "reply-yes", "reply-no", *booking, "reply-person")
    return Draft(
        (*draft.messages, deps.phrases.message(language, "question", key)), quick, completeness=draft.completeness
    )
