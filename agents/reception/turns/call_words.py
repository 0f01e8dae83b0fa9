"""Call-backs in words, and what a conversation knows of its own."""

from datetime import datetime

from agents.phrases.phrases import plain_words
from agents.phrases.wording import date_words, time_words
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State
from knowledge.languages import Language
from tools.offices.attention import windows
from tools.spans import Span

MOST_WINDOWS = 4


def calls_back(deps: Deps) -> bool:
    """Whether people call back here."""
    return deps.means.call_backs is not None and deps.administration.call_backs is not None


def is_called(state: State, deps: Deps) -> bool:
    """Whether a call is promised, as far as the conversation knows."""
    until = state.get("called")
    return until is not None and deps.clock() < datetime.fromisoformat(until)


def room_in(language: Language, deps: Deps) -> int:
    """How many calls in that language are promised in a window."""
    rules = deps.administration.call_backs
    return rules.room.get(language, 0) if rules is not None else 0


async def free_windows(unit: str, language: Language, deps: Deps) -> tuple[Span, ...]:
    """The windows that have room for one more, soonest first. Raises ToolUnavailable."""
    if deps.means.call_backs is None or not (room := room_in(language, deps)):
        return ()
    now = deps.clock()
    taken = await deps.means.call_backs.taken(unit, language, now)
    ahead = windows(now, deps.administration, deps.calendar)
    return tuple(one for one in ahead if taken.get(one.begins, 0) < room)


def window_words(window: Span, language: Language, deps: Deps) -> str:
    """The day, and the hours between which they call, in the time of the administration."""
    begins, ends = (moment.astimezone(deps.administration.zone) for moment in window)
    return deps.phrases.say(
        language,
        "call-window",
        date=date_words(begins, language),
        begins=time_words(begins, language),
        ends=time_words(ends, language),
    )


def named_window(state: State, deps: Deps) -> Span | None:
    """The window on offer whose very words are the message."""
    calling = state.get("calling")
    if calling is None:
        return None
    said = plain_words(state["screened"].text)
    shown = ((one, plain_words(window_words(one, state["language"], deps))) for one in calling.windows)
    return next((one for one, words in shown if words == said), None)
