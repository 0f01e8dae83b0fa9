"""First node: make the message safe to read."""

from typing import Any

from langgraph.runtime import Runtime

from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.state import State
from agents.understanding.screen import screen


async def screen_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Cleaned text and flags; a fresh draft, nothing told."""
    return {"screened": screen(state["text"]), "draft": Draft(), "told": ()}
