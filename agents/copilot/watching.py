"""What was just said that an agent should know of: what contradicts the articles, danger, a promise without a date."""

from agents.copilot.advice import Alert
from agents.copilot.state import CopilotState
from agents.reception.turns.deps import Deps
from tools.reading.folding import fold

_SAID = 0.5
"""The share of the words of a suggestion in an agent's utterance from which it was told."""


def alerts_of(state: CopilotState, deps: Deps) -> list[Alert]:
    """Of this turn. May encode: call it in a thread."""
    return []


def tells(said: str, suggested: str) -> bool:
    """Whether an agent's words tell what was suggested."""
    words, other = set(fold(suggested).words()), set(fold(said).words())
    return len(words & other) >= _SAID * min(len(words), len(other) or 1)
