"""Second node: what the turn says, and in which language the conversation goes on."""

import asyncio
from typing import Any

from langgraph.runtime import Runtime

from agents.deps import Deps
from agents.language_lock import lock
from agents.state import State
from agents.task import EXPECTED, load_asked, load_task
from agents.understanding.reading import SlotName


async def understand_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """One encoder call, off the event loop; the reading; the language lock."""
    deps, text = runtime.context, state["screened"].text
    vector = await asyncio.to_thread(deps.encoder.encode, [text])
    reading = deps.reader.read(
        text, prior=state["language"], now=deps.clock(), vector=vector, expecting=_expecting(state)
    )
    return {"vector": vector, "reading": reading, **lock(state, reading, text)}


def _expecting(state: State) -> frozenset[SlotName]:
    task, asked = load_task(state.get("task")), load_asked(state.get("asked"))
    if task is not None:
        return EXPECTED[task.waiting]
    return frozenset({"option"}) if asked is not None and asked.about == "clarify" else frozenset()
