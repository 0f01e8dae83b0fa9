"""Conversations: opening one, taking a turn, reading it back. The only door to the reception."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal, Protocol, cast

from langchain_core.runnables import RunnableConfig

from agents.phrases.message import Message
from agents.reception.deps import Deps
from agents.reception.errors import UnknownConversation
from agents.reception.gaps import gap_of
from agents.reception.graph import Reception
from agents.reception.settling import Settled, Tell, remembered, settled
from agents.reception.state import State
from agents.reception.turn import Exchange, Snapshot, Turn, dump_turn, load_turn
from knowledge.languages import Language

DEFAULT_LANGUAGE: Language = "es"


class Memory(Protocol):
    """What is known of conversations beside their state. Methods raise ToolUnavailable."""

    async def last_said(self, conversation_id: str) -> str | None:
        """The digest of the message answered last, None before the first. Raises UnknownConversation."""
        ...

    async def forget_history(self, conversation_id: str) -> None:
        """Drop all but the newest state."""
        ...


class Conversations:
    """Every turn is one run of the graph; its state is saved when the run ends, or not at all."""

    def __init__(self, reception: Reception, deps: Deps, memory: Memory) -> None:
        self._reception, self._deps, self._memory = reception, deps, memory

    async def open(self, language: Language | None = None) -> tuple[str, Turn]:
        """A new conversation and its greeting. Raises ToolUnavailable when it cannot be stored."""
        conversation_id = self._deps.new_id()
        spoken = language or DEFAULT_LANGUAGE
        turn = self._greeting(spoken)
        now = self._deps.clock().isoformat()
        text = "\n".join(told.text for told in turn.messages)
        opened: State = {
            "conversation_id": conversation_id,
            "language": spoken,
            "language_locked": False,
            "turns": 0,
            "transcript": [{"speaker": "assistant", "text": text, "at": now}],
            "last_turn": dump_turn(turn),
        }
        await self._reception.aupdate_state(_config(conversation_id), opened, as_node="say")
        return conversation_id, turn

    async def reply(self, conversation_id: str, text: str, key: str | None = None, origin: str | None = None) -> Turn:
        """One turn; ``origin`` is where it comes from, as a pseudonym.

        Raises UnknownConversation, ToolUnavailable; then saying it again with the same ``key`` is safe. The message
        answered last, said again with its key, gets the same turn and changes nothing: whoever did not hear the answer
        repeats it. Callers keep two turns of one conversation apart.
        """
        said = None if key is None else _digest(key, text)
        last = await self._memory.last_said(conversation_id)
        if said is not None and said == last and (again := await self.latest(conversation_id)) is not None:
            await self._memory.forget_history(conversation_id)  # the process may have ended before it did
            return again
        await asyncio.to_thread(self._deps.bookcase.on, self._deps.clock.today())
        state = await self._reception.ainvoke(
            {"text": text, "said": said},
            _config(conversation_id),
            context=replace(self._deps, origin=origin),
            durability="exit",
        )
        await self._memory.forget_history(conversation_id)
        await self._deps.gaps.keep(lambda: gap_of(cast(State, state), self._deps))
        turn = load_turn(state["last_turn"])
        assert turn is not None
        return turn

    async def settle(self, conversation_id: str, tell: Tell) -> Settled | None:
        """What became of a write whose outcome was not known, when it was done: ``tell`` it, then remember it.

        Raises UnknownConversation, and ToolUnavailable and OutcomeUnknown: then it can be tried again. Callers keep it
        apart from turns.
        """
        state = await self._state(conversation_id)
        found = await settled(state, self._deps)
        if found is not None:
            await tell(found)
            changed = remembered(state, found, self._deps)
            await self._reception.aupdate_state(_config(conversation_id), changed, as_node="say")
            await self._memory.forget_history(conversation_id)
        return found

    async def snapshot(self, conversation_id: str) -> Snapshot:
        """How it stands, what was said with identifiers masked. Raises UnknownConversation."""
        state = await self._state(conversation_id)
        said = tuple(_exchange(line) for line in state.get("transcript", []))
        return Snapshot(state["language"], said, load_turn(state.get("last_turn")))

    async def language(self, conversation_id: str) -> Language:
        """The conversation's language. Raises UnknownConversation."""
        return (await self._state(conversation_id))["language"]

    async def latest(self, conversation_id: str) -> Turn | None:
        """The last turn said. Raises UnknownConversation."""
        return load_turn((await self._state(conversation_id)).get("last_turn"))

    async def _state(self, conversation_id: str) -> State:
        snapshot = await self._reception.aget_state(_config(conversation_id))
        if not snapshot.values:
            raise UnknownConversation(conversation_id)
        return cast(State, snapshot.values)

    def _greeting(self, language: Language) -> Turn:
        say = self._deps.phrases.say
        messages = tuple(
            Message("greeting" if key != "greeting-ask" else "question", say(language, key))
            for key in ("greeting", "greeting-privacy", "greeting-ask")
        )
        return Turn(
            turn_id=self._deps.new_id(), language=language, language_confidence=1.0, need=None, step="open",
            messages=messages, quick_replies=(say(language, "reply-book"), say(language, "reply-person")),
            slots={}, offers=(), appointment=None, hand_off=None, completeness="complete",
        )  # fmt: skip


def _exchange(line: Mapping[str, str]) -> Exchange:
    speaker: Literal["citizen", "assistant"] = "citizen" if line["speaker"] == "citizen" else "assistant"
    return Exchange(speaker, line["text"], datetime.fromisoformat(line["at"]))


def _digest(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}|{text}".encode()).hexdigest()


def _config(conversation_id: str) -> RunnableConfig:
    return {"configurable": {"thread_id": conversation_id}}
