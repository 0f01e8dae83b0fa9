"""The turn of a message to the person who has the conversation: it is kept for them, and nothing is answered."""

from typing import Any

from langgraph.runtime import Runtime

from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, build_turn
from agents.reception.turns.transcript import citizen_line, said_masked, with_lines
from agents.reception.turns.turn import dump_turn

WITH_PERSON = "person"
"""The step while a person has the conversation."""


async def listen_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """A line as every other one, masked. As it was written, it is kept beside it for as long as a person needs it."""
    deps, written = runtime.context, state["text"].strip()
    turn = build_turn(state, Draft(), state["said"] or deps.new_id(), WITH_PERSON)
    counted = {"last_turn": dump_turn(turn), "turns": state.get("turns", 0) + 1}
    if not written:
        return counted
    masked = said_masked(state, deps.public_numbers)
    line = citizen_line(state, masked, deps.clock(), turn.turn_id)
    as_written = {**(state.get("as_written") or {}), **({turn.turn_id: written} if written != masked else {})}
    return {**counted, "transcript": with_lines(state, line), "as_written": as_written}
