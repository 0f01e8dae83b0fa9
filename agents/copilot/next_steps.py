"""What is still to be asked, and what can be done next, with its form filled as far as is known."""

from agents.answers.reply import Reply
from agents.copilot.advice import Action
from agents.copilot.state import CopilotState
from agents.reception.turns.deps import Deps


def next_steps(state: CopilotState, told: Reply | None, deps: Deps) -> tuple[tuple[str, ...], tuple[Action, ...]]:
    """Questions ready to be said to the citizen, and actions for the agent. ``told``: what answers, if anything."""
    ask = (told.closing.text,) if told is not None and told.asks in ("condition", "sum") and told.closing else ()
    return ask, ()
