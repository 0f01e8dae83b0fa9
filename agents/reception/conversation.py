"""Conversations: opening one, taking a turn, reading it back. The only door to the reception."""

import asyncio
import hashlib
import logging
from typing import Protocol, cast

from langchain_core.runnables import RunnableConfig

from agents.phrases.message import Message
from agents.reception.errors import UnknownConversation
from agents.reception.gaps import find_gap
from agents.reception.graph import Reception
from agents.reception.settling import SettledWrite, Tell, find_outcome, record_outcome
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, build_turn
from agents.reception.turns.transcript import (
    contact_of,
    log_events,
    said_turn,
    transcript_line,
    transcript_of,
    turns_of,
)
from agents.reception.turns.turn import Snapshot, Turn, load_turn
from knowledge.languages import Language
from tools.contacts.contact_log import ContactLog
from tools.errors import ToolUnavailable

_log = logging.getLogger(__name__)

DEFAULT_LANGUAGE: Language = "es"


class Memory(Protocol):
    """Keeps facts about conversations beside their state. Methods raise ToolUnavailable."""

    async def last_said(self, conversation_id: str) -> str | None:
        """The digest of the message answered last, None before the first. Raises UnknownConversation."""
        ...

    async def forget_history(self, conversation_id: str) -> None:
        """Drop all but the newest state."""
        ...


class Conversations:
    """Every turn is one run of the graph; its state is saved when the run ends, or not at all.

    The log of contacts follows the saved state. The state is committed first, so no event announces a turn that was
    not; and a log that cannot be written loses no turn, because each later write, repeated message or follower brings
    it whatever the state has and it has not.
    """

    def __init__(self, reception: Reception, deps: Deps, memory: Memory, log: ContactLog) -> None:
        self._reception, self._deps, self._memory, self._log = reception, deps, memory, log

    async def open(self, language: Language | None = None) -> tuple[str, Turn]:
        """A new conversation and its greeting. Raises ToolUnavailable when it cannot be stored."""
        conversation_id = self._deps.new_id()
        opened: State = {
            "conversation_id": conversation_id,
            "language": language or DEFAULT_LANGUAGE,
            "language_locked": False,
            "turns": 0,
        }
        turn = build_turn(opened, self._greeting(opened["language"]), self._deps.new_id())
        text = "\n".join(told.text for told in turn.messages)
        greeting = transcript_line("assistant", text, self._deps.clock(), turn.language, turn.turn_id)
        opened |= {"transcript": [greeting], **said_turn(opened, turn)}
        await self._reception.aupdate_state(_config(conversation_id), opened, as_node="say")
        await self._write_log(opened)
        return conversation_id, turn

    async def reply(self, conversation_id: str, text: str, key: str | None = None, origin: str | None = None) -> Turn:
        """Answer a message; ``origin`` is the pseudonym of its sender's address.

        Raises UnknownConversation, ToolUnavailable; then saying it again with the same ``key`` is safe. The message
        answered last, said again with its key, gets the same turn and changes nothing: whoever did not hear the answer
        repeats it. Callers keep two turns of one conversation apart.
        """
        said = None if key is None else _digest(key, text)
        last = await self._memory.last_said(conversation_id)
        if said is not None and said == last and (again := await self._again(conversation_id)) is not None:
            return again
        await asyncio.to_thread(self._deps.knowledge_base.on, self._deps.clock.today())
        ran = await self._reception.ainvoke(
            {"text": text, "said": said, "origin": origin},
            _config(conversation_id),
            context=self._deps,
            durability="exit",
        )
        state = cast(State, ran)
        await self._write_log(state)
        await self._memory.forget_history(conversation_id)
        await self._deps.gaps.keep(lambda: find_gap(state, self._deps))
        turn = load_turn(state["last_turn"])
        assert turn is not None
        return turn

    async def settle(self, conversation_id: str, tell: Tell) -> SettledWrite | None:
        """Look up a write of unknown outcome; if it was done, ``tell`` the person, then save it.

        Raises UnknownConversation, and ToolUnavailable and OutcomeUnknown: then it can be tried again. Callers keep it
        apart from turns.
        """
        state = await self._state(conversation_id)
        found = await find_outcome(state, self._deps)
        if found is not None:
            await tell(found)
            changed = record_outcome(state, found, self._deps)
            await self._reception.aupdate_state(_config(conversation_id), changed, as_node="say")
            await self._write_log({**state, **changed})
            await self._memory.forget_history(conversation_id)
        return found

    async def update_log(self, conversation_id: str) -> None:
        """Write to the log what it does not have of the conversation yet. Raises UnknownConversation."""
        await self._write_log(await self._state(conversation_id))

    async def snapshot(self, conversation_id: str) -> Snapshot:
        """The state of the conversation and its transcript, identifiers masked. Raises UnknownConversation."""
        state = await self._state(conversation_id)
        latest = load_turn(state.get("last_turn"))
        return Snapshot(state["language"], transcript_of(state), latest, turns_of(state))

    async def language(self, conversation_id: str) -> Language:
        """The conversation's language. Raises UnknownConversation."""
        return (await self._state(conversation_id))["language"]

    async def latest(self, conversation_id: str) -> Turn | None:
        """The last turn said. Raises UnknownConversation."""
        return load_turn((await self._state(conversation_id)).get("last_turn"))

    async def _again(self, conversation_id: str) -> Turn | None:
        """The last turn, and what the process may have ended before doing after it."""
        state = await self._state(conversation_id)
        await self._write_log(state)
        await self._memory.forget_history(conversation_id)
        return load_turn(state.get("last_turn"))

    async def _write_log(self, state: State) -> None:
        if not state.get("transcript"):
            return
        try:
            await self._log.append(contact_of(state), list(log_events(state)))
        except ToolUnavailable as error:
            _log.warning("turn not logged yet: %s", error.code)

    async def _state(self, conversation_id: str) -> State:
        snapshot = await self._reception.aget_state(_config(conversation_id))
        if not snapshot.values:
            raise UnknownConversation(conversation_id)
        return cast(State, snapshot.values)

    def _greeting(self, language: Language) -> Draft:
        say = self._deps.phrases.say
        messages = tuple(
            Message("greeting" if key != "greeting-ask" else "question", say(language, key))
            for key in ("greeting", "greeting-privacy", "greeting-ask")
        )
        return Draft(messages, quick_replies=(say(language, "reply-book"), say(language, "reply-person")))


def _digest(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}|{text}".encode()).hexdigest()


def _config(conversation_id: str) -> RunnableConfig:
    return {"configurable": {"thread_id": conversation_id}}
