"""What who waits for a person is told: where that person will write, how long it takes or when somebody is there."""

from dataclasses import replace

from agents.phrases.wording import date_words, time_words
from agents.reception.turns.deps import Deps
from knowledge.languages import Language
from tools.errors import ToolUnavailable
from tools.offices.attention import opens_at
from tools.queues.hand_offs import Prospect

NOTHING_KNOWN = Prospect()


async def prospect_of(reference: str, deps: Deps) -> Prospect:
    """What is known of the wait; what cannot be found out is not told."""
    try:
        known = await deps.hand_offs.prospect(reference)
    except ToolUnavailable:
        known = NOTHING_KNOWN
    return replace(known, opens_at=opens_at(deps.clock(), deps.administration, deps.calendar))


def who_comes(prospect: Prospect, language: Language, deps: Deps, *, call_back: bool) -> str:
    """Where they are written to, and the wait where it was measured; out of hours, when somebody is there again."""
    say = deps.phrases.say
    if prospect.opens_at is not None:
        hours = say(language, "handoff-hours", when=_when(prospect, language, deps))
        return f"{hours} {say(language, 'handoff-call-back')}" if call_back else hours
    return " ".join([say(language, "handoff-here"), *_measured(prospect, language, deps)])


def when_they_come(prospect: Prospect, reference: str, language: Language, deps: Deps) -> str:
    """The answer to "when do they come?": the same, that nobody knows the hour, and what to do in a hurry."""
    say, known = deps.phrases.say, prospect.opens_at is not None or prospect.wait is not None
    return " ".join(
        [
            say(language, "handoff-when"),
            who_comes(prospect, language, deps, call_back=offers_call_back(deps)),
            *(() if known else (say(language, "handoff-order"),)),
            say(language, "handoff-hurry", reference=reference),
        ]
    )


def offers_call_back(deps: Deps) -> bool:
    """Whether an appointment by telephone can be booked here."""
    return "phone" in deps.channels


def _measured(prospect: Prospect, language: Language, deps: Deps) -> tuple[str, ...]:
    if prospect.wait is None:
        return ()
    minutes = max(1, round(prospect.wait.total_seconds() / 60))
    return (deps.phrases.say(language, "handoff-wait", minutes=minutes),)


def _when(prospect: Prospect, language: Language, deps: Deps) -> str:
    assert prospect.opens_at is not None
    there = prospect.opens_at.astimezone(deps.administration.zone)
    return deps.phrases.say(language, "when", date=date_words(there, language), time=time_words(there, language))
