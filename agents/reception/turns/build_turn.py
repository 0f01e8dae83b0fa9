"""A checked draft becomes a turn."""

from collections.abc import Mapping

from agents.reception.turns.draft import Draft
from agents.reception.turns.state import State
from agents.reception.turns.turn import Turn


def build_turn(
    state: State, draft: Draft, turn_id: str, step: str = "open", slots: Mapping[str, str] | None = None
) -> Turn:
    """The draft as said in the conversation's language. A turn that answers no message is sure of its language."""
    reading = state.get("reading")
    return Turn(
        turn_id=turn_id,
        language=state["language"],
        language_confidence=1.0 if reading is None else round(reading.language_confidence, 3),
        need=state.get("need"),
        step=step,
        messages=draft.messages,
        quick_replies=draft.quick_replies,
        slots=slots or {},
        offers=draft.offers,
        appointment=draft.appointment,
        hand_off=draft.hand_off,
        completeness=draft.completeness,
        variety=state.get("variety"),
        as_of=draft.as_of,
        repeats=draft.repeats,
    )
