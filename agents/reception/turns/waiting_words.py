"""What who waits for a person is told: where that person will write, how long it takes or when somebody is there."""

from dataclasses import dataclass, replace
from datetime import timedelta

from agents.phrases.wording import date_words, time_words
from agents.reception.turns.call_words import free_windows
from agents.reception.turns.deps import Deps
from knowledge.languages import Language
from tools.errors import ToolUnavailable
from tools.offices.attention import opens_at
from tools.queues.hand_offs import Prospect

NOTHING_KNOWN = Prospect()
LONG_WAIT = timedelta(minutes=10)
"""A measured wait from which a call-back is offered instead."""


async def prospect_of(reference: str, deps: Deps) -> Prospect:
    """What is known of the wait; what cannot be found out is not told."""
    try:
        known = await deps.hand_offs.prospect(reference)
    except ToolUnavailable:
        known = NOTHING_KNOWN
    return replace(known, opens_at=opens_at(deps.clock(), deps.administration, deps.calendar))


@dataclass(frozen=True, slots=True)
class CallOffer:
    """How somebody may be called: a call-back that is promised here (``promised``), or an appointment by telephone.

    ``said``: it is offered in a sentence; the button is there anyway.
    """

    reply: str
    promised: bool
    said: bool


async def call_offer(unit: str, language: Language, prospect: Prospect, deps: Deps) -> CallOffer | None:
    """What may be offered to who waits; nothing that has no room, or that cannot be found out."""
    closed = prospect.opens_at is not None
    long = prospect.wait is not None and prospect.wait >= LONG_WAIT
    try:
        room = await free_windows(unit, language, deps)
    except ToolUnavailable:
        room = ()
    if room:
        return CallOffer("reply-call-back", promised=True, said=closed or long)
    return CallOffer("reply-phone-booking", promised=False, said=closed) if "phone" in deps.channels else None


def who_comes(prospect: Prospect, language: Language, deps: Deps, offer: CallOffer | None) -> str:
    """Where they are written to, and the wait where it was measured; out of hours, when somebody is there again."""
    say = deps.phrases.say
    if prospect.opens_at is not None:
        parts = [say(language, "handoff-hours", when=_when(prospect, language, deps))]
    else:
        parts = [say(language, "handoff-here"), *_measured(prospect, language, deps)]
    if offer is not None and offer.said:
        parts.append(say(language, "handoff-call-back" if offer.promised else "handoff-phone-booking"))
    return " ".join(parts)


def when_they_come(prospect: Prospect, reference: str, language: Language, deps: Deps, offer: CallOffer | None) -> str:
    """The answer to "when do they come?": the same, that nobody knows the hour, and what to do in a hurry."""
    say, known = deps.phrases.say, prospect.opens_at is not None or prospect.wait is not None
    return " ".join(
        [
            say(language, "handoff-when"),
            who_comes(prospect, language, deps, offer),
            *(() if known else (say(language, "handoff-order"),)),
            say(language, "handoff-hurry", reference=reference),
        ]
    )


def _measured(prospect: Prospect, language: Language, deps: Deps) -> tuple[str, ...]:
    if prospect.wait is None:
        return ()
    minutes = max(1, round(prospect.wait.total_seconds() / 60))
    return (deps.phrases.say(language, "handoff-wait", minutes=minutes),)


def _when(prospect: Prospect, language: Language, deps: Deps) -> str:
    assert prospect.opens_at is not None
    there = prospect.opens_at.astimezone(deps.administration.zone)
    return deps.phrases.say(language, "when", date=date_words(there, language), time=time_words(there, language))
