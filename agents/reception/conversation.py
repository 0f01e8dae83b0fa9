"""Conversations: opening one, taking a turn, reading it back. The only door to the reception."""

import asyncio
import hashlib
import logging
from collections.abc import Mapping
from typing import Protocol, cast

from langchain_core.runnables import RunnableConfig

from agents.phrases.message import Message
from agents.reception.attending import AgentWords, call_told, change_told, words_kept
from agents.reception.errors import UnknownConversation
from agents.reception.gaps import find_gap
from agents.reception.graph import Reception
from agents.reception.nodes.listen import WITH_PERSON
from agents.reception.putting_right import put_right
from agents.reception.settling import SettledWrite, Tell, find_outcome, record_outcome
from agents.reception.turns.deps import Deps
from agents.reception.turns.ended import ChatEnd, end_of
from agents.reception.turns.packet import given_to_person
from agents.reception.turns.state import Draft, State, build_turn
from agents.reception.turns.transcript import (
    TURN,
    assistant_line,
    contact_of,
    line_of,
    log_events,
    said_turn,
    turns_of,
)
from agents.reception.turns.turn import Snapshot, TalkLine, Turn, load_turn
from knowledge.languages import Language
from tools.contacts.contact import UTTERANCE
from tools.contacts.contact_log import ContactLog
from tools.errors import ToolUnavailable
from tools.queues.call_backs import CallBack
from tools.queues.floor import Floor, PutRight, Standing

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

    def __init__(
        self, reception: Reception, deps: Deps, memory: Memory, log: ContactLog, floor: Floor | None = None
    ) -> None:
        """Without a ``floor`` no person ever has a conversation."""
        self._reception, self._deps, self._memory, self._log, self._floor = reception, deps, memory, log, floor

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
        greeting = assistant_line(turn, self._deps.clock(), self._deps.public_numbers)
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
        last, standing = await self._memory.last_said(conversation_id), await self._standing(conversation_id)
        if said is not None and (again := await self._again(conversation_id, said, last, standing)) is not None:
            return again
        if standing is not None:
            await self._tell(conversation_id, standing)
        attended = standing is not None and standing.state == "held"
        await asyncio.to_thread(self._deps.knowledge_base.on, self._deps.clock.today())
        ran = await self._reception.ainvoke(
            {"text": text, "said": said, "key": key, "origin": origin, "attended": attended},
            _config(conversation_id),
            context=self._deps,
            durability="exit",
        )
        state = cast(State, ran)
        await self._write_log(state, must=attended)
        await self._memory.forget_history(conversation_id)
        if not attended:
            await self._deps.gaps.keep(lambda: find_gap(state, self._deps))
        turn = load_turn(state["last_turn"])
        assert turn is not None
        return turn

    async def agent_says(self, conversation_id: str, said: AgentWords) -> TalkLine:
        """Keep what an agent says to the citizen; said again with its key it is the same line.

        Callers keep it apart from turns, and know that the agent has the conversation. Raises UnknownConversation,
        ToolUnavailable.
        """
        state = await self._state(conversation_id)
        if not any(one.get("turn_id") == said.digest for one in state.get("transcript", [])):
            found = await self._log.by_key(conversation_id, f"{said.digest}:agent")
            if found is not None:
                return line_of(found, {})
            reading = await asyncio.to_thread(
                self._deps.reader.read_message, said.text, prior=said.agent.languages[0], now=self._deps.clock()
            )
            state = await self._change(state, words_kept(state, said, reading.language, self._deps))
        await self._write_log(state, must=True)
        stored = await self._log.by_key(conversation_id, f"{said.digest}:agent")
        assert stored is not None
        return line_of(stored, {})

    async def tell_who_has_it(self, conversation_id: str) -> Standing | None:
        """Say once in the conversation that a person has it, or has it no more; returns how it stands.

        Callers keep it apart from turns. Raises UnknownConversation, ToolUnavailable.
        """
        standing = await self._standing(conversation_id)
        if standing is not None:
            await self._tell(conversation_id, standing)
        return standing

    async def put_right(self, conversation_id: str, reading: PutRight) -> None:
        """Go on from what the agent says that it is about, in that language, in that danger or none.

        Callers keep it apart from turns. Raises UnknownConversation, ToolUnavailable.
        """
        state = await self._state(conversation_id)
        await self._write_log(await self._change(state, put_right(state, reading)))

    async def tell_of_call(self, conversation_id: str, call_back: CallBack) -> None:
        """Say when somebody who was not reached is called again, or that they are no more.

        Callers keep it apart from turns. Raises UnknownConversation, ToolUnavailable.
        """
        state = await self._state(conversation_id)
        await self._write_log(await self._change(state, call_told(state, call_back, self._deps)))

    async def settle(self, conversation_id: str, tell: Tell) -> SettledWrite | None:
        """Look up a write of unknown outcome; if it was done, ``tell`` the person, then save it.

        Raises UnknownConversation, and ToolUnavailable and OutcomeUnknown: then it can be tried again. Callers keep it
        apart from turns.
        """
        state = await self._state(conversation_id)
        found = await find_outcome(state, self._deps)
        if found is not None:
            await tell(found)
            await self._write_log(await self._change(state, record_outcome(state, found, self._deps)))
        return found

    async def update_log(self, conversation_id: str) -> None:
        """Write to the log what it does not have of the conversation yet. Raises UnknownConversation."""
        await self._write_log(await self._state(conversation_id))

    async def snapshot(self, conversation_id: str, *, as_written: bool = False) -> Snapshot:
        """The state of the conversation and all that was said. Raises UnknownConversation, ToolUnavailable.

        Identifiers are masked, but for what the citizen wrote to a person who still has it when it is wanted
        ``as_written``; then what was given is told too.
        """
        while True:
            state = await self._state(conversation_id)
            await self._write_log(state, must=True)
            events = await self._log.events(conversation_id)
            latest = load_turn(state.get("last_turn"))
            newest = next((one.data["turn_id"] for one in reversed(events) if one.kind == TURN), None)
            if latest is None or newest == latest.turn_id:  # else a turn came between the two readings
                break
        written = state.get("as_written") or {} if as_written else {}
        lines = tuple(line_of(one, written) for one in events if one.kind == UTTERANCE)
        given = given_to_person(state) if as_written else {}
        number = events[-1].number if events else 0
        booked = state.get("booked") if as_written else None
        return Snapshot(state["language"], lines, latest, number, given, turns_of(state), booked)

    async def end_of(self, conversation_id: str) -> ChatEnd | None:
        """What became of it, if it ended here; None when nothing was said to it. Raises UnknownConversation."""
        return end_of(await self._state(conversation_id), self._deps.catalogue)

    async def as_written(self, conversation_id: str) -> Mapping[str, str]:
        """What the citizen wrote to the person who has the conversation and the log has masked, by turn.

        Raises UnknownConversation.
        """
        return (await self._state(conversation_id)).get("as_written") or {}

    async def language(self, conversation_id: str) -> Language:
        """The conversation's language. Raises UnknownConversation."""
        return (await self._state(conversation_id))["language"]

    async def latest(self, conversation_id: str) -> Turn | None:
        """The last turn said. Raises UnknownConversation."""
        return load_turn((await self._state(conversation_id)).get("last_turn"))

    async def _again(self, conversation_id: str, said: str, last_said: str | None, had: Standing | None) -> Turn | None:
        """The turn of a message said before: any to a person, else the last; None for a new one.

        What the process may have ended before doing after it, is done.
        """
        if had is not None and await self._log.by_key(conversation_id, f"{said}:citizen") is not None:
            return build_turn(await self._state(conversation_id), Draft(), said, WITH_PERSON)
        if said != last_said:
            return None
        state = await self._state(conversation_id)
        last = load_turn(state.get("last_turn"))
        await self._write_log(state, must=last is not None and last.step == WITH_PERSON)
        await self._memory.forget_history(conversation_id)
        return last

    async def _standing(self, conversation_id: str) -> Standing | None:
        return await self._floor.of_conversation(conversation_id) if self._floor is not None else None

    async def _tell(self, conversation_id: str, standing: Standing) -> None:
        state = await self._state(conversation_id)
        if (update := change_told(state, standing, self._deps)) is not None:
            await self._write_log(await self._change(state, update))

    async def _change(self, state: State, update: State) -> State:
        """Save what changes between turns; returns the state as it is then."""
        conversation_id = state["conversation_id"]
        await self._reception.aupdate_state(_config(conversation_id), update, as_node="say")
        await self._memory.forget_history(conversation_id)
        return {**state, **update}

    async def _write_log(self, state: State, *, must: bool = False) -> None:
        """Without ``must`` a log that is away is written later: what a person waits for has to be in it."""
        if not state.get("transcript"):
            return
        try:
            await self._log.append(contact_of(state), list(log_events(state)))
        except ToolUnavailable as error:
            if must:
                raise
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
