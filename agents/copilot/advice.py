"""What the copilot tells an agent about a conversation, turn by turn. Turns are counted from 0."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.passages import Aspect, Citation, UnitId

MOST = 3
"""Suggestions shown at once: more are not read while somebody waits."""

Silence = Literal["nothing_asked", "own_file", "unclear", "unknown", "unsure", "danger"]
"""Why nothing is suggested: nothing was asked; the answer stands in the person's file; it is not clear what is asked;
no article says it; what it says is not sure to answer; somebody is in danger."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer ready to be said. ``text`` is in the citizen's language, ``told_in`` the same in the agent's, if that
    is another; ``confidence``: how probably it helps, by the fit of ``speaking``.
    """

    text: str
    need: str
    aspect: Aspect | None
    confidence: float
    citations: tuple[Citation, ...]
    units: tuple[UnitId, ...]
    told_in: str | None = None


AlertKind = Literal["figure", "term", "document", "body", "deadline", "promise", "danger"]
"""What an article tells otherwise; a term that is running; a promise without a date; somebody in danger."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Something said that an agent should know of: ``said``, the words of the turn; ``right``, what holds instead, or
    what to do; in the agent's language. ``citation`` says it, where it is a rule.
    """

    kind: AlertKind
    turn: int
    said: str
    right: str
    citation: Citation | None = None
    confidence: float = 1.0


ActionKind = Literal["book", "change", "cancel", "send_link", "calculate", "transfer", "refer"]


@dataclass(frozen=True, slots=True)
class Action:
    """A next step with its form filled as far as is known; nothing is done until the agent does it.

    ``label``: in the agent's language; ``values``: by field of the form.
    """

    kind: ActionKind
    label: str
    need: str | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Advice:
    """All of it after one turn, or after the last one. A suggestion dies when the talk moves on: only those about what
    was said last are here. ``alerts`` are those of that turn, or of all turns in the advice about a whole transcript.
    """

    turn: int
    suggestions: tuple[Suggestion, ...] = ()
    abstained: Silence | None = None
    alerts: tuple[Alert, ...] = ()
    ask: tuple[str, ...] = ()
    """What is still to be asked for this matter, ready to be said in the citizen's language."""
    actions: tuple[Action, ...] = ()
