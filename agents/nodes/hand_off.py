"""To a person: the event is stored first, then announced."""

import base64
import hashlib
from typing import Any

from langgraph.runtime import Runtime

from agents.booking.ask import message
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.packet import slots_for_person, summary
from agents.state import State
from agents.turn import Message
from knowledge.languages import Language
from tools.handoffs import HandOff, Reason

URGENT: frozenset[Reason] = frozenset({"crisis", "violence", "emergency"})
NO_UNIT = "INSS · CATT / CAISS información"


async def hand_off_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Store the hand-off and say so in the same turn. Raises ToolUnavailable when it cannot be stored."""
    deps, language, reason = runtime.context, state["language"], state["decision"].reason
    again = reason == "asked" and state.get("reference") is not None
    reference = state["reference"] if again else _reference(state)
    assert reference is not None
    need = state["decision"].need or state.get("need")
    hand_off = HandOff(
        id=reference,
        conversation_id=state["conversation_id"],
        reason=reason,
        language=language,
        need=need,
        unit=deps.catalogue[need].policy.unit if need else NO_UNIT,
        summary=summary(state, reason, deps),
        slots=slots_for_person(state),
        urgent=reason in URGENT,
        created_at=deps.clock(),
    )
    await deps.hand_offs.add(hand_off)
    told = _told(deps, language, reason, reference, again=again)
    if _other_lines(state, reason):
        told = (told[0], message(deps, language, "notice", "handoff-lines"), *told[1:])
    return {"draft": Draft((*state["draft"].messages, *told), hand_off=hand_off), "reference": reference, "misses": 0}


def _told(deps: Deps, language: Language, reason: Reason, reference: str, *, again: bool) -> tuple[Message, ...]:
    if again:
        return (message(deps, language, "hand_off", "handoff-already", reference=reference),)
    number = message(deps, language, "notice", "handoff-reference", reference=reference)
    return message(deps, language, "hand_off", f"handoff-{reason}"), number


def _other_lines(state: State, reason: Reason) -> bool:
    """In an emergency that is also another danger, or that nobody could tell from one, its number is said too."""
    labels = state["reading"].labels
    return reason == "emergency" and ("emergency" not in labels or bool(labels & {"crisis", "violence"}))


def _reference(state: State) -> str:
    """The same turn run twice gives the same reference, so the queue holds it once."""
    seed = f"{state['conversation_id']}|{state.get('turns', 0)}".encode()
    return "P-" + base64.b32encode(hashlib.sha256(seed).digest()).decode()[:8]
