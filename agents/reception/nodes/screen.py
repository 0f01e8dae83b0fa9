"""First node: make the message safe to read."""

from typing import Any

from langgraph.runtime import Runtime

from agents.reception.turns.deps import Deps
from agents.reception.turns.draft import Draft
from agents.reception.turns.state import State
from agents.understanding.screen import screen


async def screen_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Cleaned text and flags; a fresh draft, nothing told."""
    return {"screened": screen(state["text"]), "draft": Draft(), "told": ()}
