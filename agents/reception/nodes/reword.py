"""The node between check and say: what was checked, in better words where a chat model finds them."""

import asyncio
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import State
from agents.wording.rewording import reword
from agents.wording.worder import Approved


async def reword_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The draft with its answers reworded. Easy-read answers stand: their words were chosen with care."""
    deps, draft = runtime.context, state["draft"]
    if deps.worder is None or state["decision"].easier:
        return {}
    told = await asyncio.gather(*(_reworded(message, state, deps) for message in draft.messages))
    return {} if tuple(told) == draft.messages else {"draft": replace(draft, messages=tuple(told))}


async def _reworded(told: Message, state: State, deps: Deps) -> Message:
    """Only what we wrote ourselves: a document that somebody added is quoted."""
    if told.kind != "answer" or not all(citation.told for citation in told.citations):
        return told
    approved = Approved(told.text, state["language"], "answer", state["conversation_id"])
    better = await reword(approved, told.citations, deps.worder)
    return told if better is None else replace(told, text=better[0], citations=better[1])
