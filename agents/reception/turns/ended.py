"""What became of a conversation that nobody goes on with, from the state that it ended in."""

from dataclasses import dataclass
from typing import Literal

from agents.reception.turns.state import State
from agents.reception.turns.transcript import turns_of
from knowledge.content.needs import Catalogue

ChatOutcome = Literal["appointment", "pending", "abandoned", "elsewhere", "resolved"]


@dataclass(frozen=True, slots=True)
class ChatEnd:
    """``locator``: of the appointment that it made last."""

    need: str | None
    outcome: ChatOutcome
    locator: str | None


def end_of(state: State, catalogue: Catalogue) -> ChatEnd | None:
    """None when nothing was said to it."""
    if not state.get("turns"):
        return None
    return ChatEnd(state.get("need"), _outcome(state, catalogue), state.get("booked"))


def _outcome(state: State, catalogue: Catalogue) -> ChatOutcome:
    """Who asked for a person and got none is not served; nor is who left while they were being asked something."""
    if state.get("booked"):
        return "appointment"
    if state.get("handed_off"):
        return "pending"
    if state.get("task") is not None:
        return "abandoned"
    known = catalogue.get(state.get("need") or "")
    if known is not None and known.policy.action == "refer":
        return "elsewhere"
    return "resolved" if _served(state) else "abandoned"


def _served(state: State) -> bool:
    cancelled = any(
        turn.appointment is not None and turn.appointment.status == "cancelled" for turn in turns_of(state).values()
    )
    return bool(state.get("told_units") or state.get("sum_done") or cancelled)
