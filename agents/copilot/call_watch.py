"""While a call goes on, each segment is read by the copilot, and its advice told to the agent when it changes."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

import structlog

from agents.calls.need_watch import Teller
from agents.copilot.advice import Advice, Alert
from agents.copilot.state import CopilotState
from knowledge.languages import Language
from speech.calls.record import Call, CallRecord, Track
from speech.segments import Final, Heard, Segment
from tools.contacts.contact import Utterance
from tools.contacts.contact_log import ContactLog
from tools.errors import ToolUnavailable

_log = structlog.get_logger("api.calls")

_OF_ITS_TURN = frozenset({"id", "turn", "track", "number"})
"""What an event says of when it was told: the rest is what the agent reads."""

Place = tuple[Track, int]
"""A segment of a call: its side and its number."""


class Listening(Protocol):
    """The copilot, one utterance after the other."""

    def begin(self, language: Language | None, agent_language: Language | None) -> CopilotState:
        """The memory of a conversation in which nothing was said."""
        ...

    async def listen(self, memory: CopilotState, utterance: Utterance) -> tuple[CopilotState, Advice]:
        """The memory after the utterance, and the advice. The memory given is left as it was."""
        ...


class AdviceWriter(Protocol):
    """Writes advice as events carry it."""

    def suggestion(self, advice: Advice, told_in: Language) -> Mapping[str, Any]:
        """What to say, ask and do; ``told_in`` is the agent's language."""
        ...

    def alert(self, alert: Alert) -> Mapping[str, Any]:
        """Something said that an agent should know of."""
        ...

    async def keep(self, advice: Advice, spoken: Language) -> str:
        """Store what is about to be told; the id that feedback names. Raises ToolUnavailable."""
        ...


@dataclass(slots=True)
class _Talk:
    """What was said in one call, and what stands on the agent's screen."""

    call: Call
    waiting: deque[tuple[Track, Segment]] = field(default_factory=deque)
    memory: CopilotState | None = None
    turns: list[Place] = field(default_factory=list)
    """Where each turn that was read stands in the call."""
    advice: Advice | None = None
    told: Mapping[str, Any] | None = None
    alerted: set[tuple[Place, str, str]] = field(default_factory=set)
    fresh: asyncio.Event = field(default_factory=asyncio.Event)
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    task: "asyncio.Task[None] | None" = None


@dataclass(slots=True)
class AdviceWatch:
    """Implements ``CallObserver``. Reads the segments of a call one at a time, in order; a word waits for none of it.

    What the agent says leaves the suggestions where they are, unless it brings others: they are being told. What the
    citizen says next replaces them, or clears them.
    """

    copilot: Listening
    writer: AdviceWriter
    record: CallRecord
    log: ContactLog
    tell: Teller
    again_s: float = 5.0
    """After the record failed."""
    ending_s: float = 15.0
    """A call does not wait longer to end."""
    _talks: dict[str, _Talk] = field(default_factory=dict)

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """See the port. Returns at once."""
        if not isinstance(heard, Final):
            return
        talk = self._talks.get(call.id)
        if talk is None:
            talk = self._talks[call.id] = _Talk(call)
            talk.task = asyncio.create_task(self._attend(talk))
        talk.waiting.append((track, heard.segment))
        talk.idle.clear()
        talk.fresh.set()

    async def ending(self, call: Call) -> None:
        """See the port. What could not be told for long is not waited for."""
        if (talk := self._talks.get(call.id)) is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(talk.idle.wait(), self.ending_s)
        self.forget(call)

    def forget(self, call: Call) -> None:
        """See the port."""
        talk = self._talks.pop(call.id, None)
        if talk is not None and talk.task is not None:
            talk.task.cancel()

    async def _attend(self, talk: _Talk) -> None:
        while True:
            await talk.fresh.wait()
            talk.fresh.clear()
            try:
                await self._catch_up(talk)
            except ToolUnavailable as error:
                _log.warning("advice not told", reason=error.code)
                await asyncio.sleep(self.again_s)
                talk.fresh.set()
            except Exception:
                _log.exception("not advised")  # the call goes on without it
                if talk.waiting:
                    talk.waiting.popleft()
                    talk.fresh.set()
            if not talk.fresh.is_set():
                talk.idle.set()

    async def _catch_up(self, talk: _Talk) -> None:
        if talk.memory is None:
            await self._take_up(talk)
        while talk.waiting:
            track, segment = talk.waiting[0]
            if (track, segment.number) not in talk.turns:
                await self._read(talk, track, segment)
            talk.waiting.popleft()
        await self._tell_advice(talk)

    async def _take_up(self, talk: _Talk) -> None:
        """From the record: all that was said, here or where another process heard it, and what was told of it."""
        said = await self.record.find_segments(talk.call.id)
        for event in await self.log.events(talk.call.id):
            if event.kind == "suggestion":
                talk.told = event.data
            elif event.kind == "alert":
                talk.alerted.add(_mark(event.data))
        talk.waiting = deque((one.track, one.segment) for one in said)
        talk.memory = self.copilot.begin(talk.call.language, talk.call.agent_language)

    async def _read(self, talk: _Talk, track: Track, segment: Segment) -> None:
        """The memory moves on once all is told: after a failure the segment is read again."""
        assert talk.memory is not None
        memory, advice = await self._listen(talk, talk.memory, _utterance(talk.call, track, segment))
        turns = [*talk.turns, (track, segment.number)]
        for alert in advice.alerts:
            await self._tell_alert(talk, turns, alert)
        talk.memory, talk.turns = memory, turns
        if track == "citizen" or not _is_quiet(advice):
            talk.advice = advice

    async def _listen(self, talk: _Talk, memory: CopilotState, said: Utterance) -> tuple[CopilotState, Advice]:
        """An utterance on which the copilot fails is as if nothing had been said."""
        try:
            return await self.copilot.listen(memory, said)
        except ToolUnavailable:
            raise
        except Exception:
            _log.exception("not advised")
            return memory, Advice(len(talk.turns))

    async def _tell_alert(self, talk: _Talk, turns: list[Place], alert: Alert) -> None:
        track, number = turns[min(alert.turn, len(turns) - 1)]
        body = {**self.writer.alert(alert), "track": track, "number": number}
        if (mark := _mark(body)) in talk.alerted:
            return
        await self.writer.keep(Advice(alert.turn, alerts=(alert,)), _spoken(talk))
        await self.tell(talk.call.id, "alert", body)
        talk.alerted.add(mark)

    async def _tell_advice(self, talk: _Talk) -> None:
        """What stands after the last segment, if it is news. Where nothing was told, quiet is none."""
        if (advice := talk.advice) is None:
            return
        body = self.writer.suggestion(advice, talk.call.agent_language)
        if _same(body, talk.told) or (talk.told is None and _is_quiet(advice)):
            return
        track, number = talk.turns[min(advice.turn, len(talk.turns) - 1)]
        named = await self.writer.keep(advice, _spoken(talk))
        body = {**body, "id": named, "turn": advice.turn, "track": track, "number": number}
        await self.tell(talk.call.id, "suggestion", body)
        talk.told = body


def _utterance(call: Call, track: Track, segment: Segment) -> Utterance:
    at = (call.sound_from or call.started) + timedelta(seconds=segment.start)
    return Utterance(track, segment.text, at, segment.language, track)


def _spoken(talk: _Talk) -> Language:
    return (talk.memory or {}).get("language") or talk.call.language or talk.call.agent_language


def _is_quiet(advice: Advice) -> bool:
    """Whether there is nothing to show."""
    said = advice.suggestions or advice.ask or advice.actions
    return not said and advice.abstained in (None, "nothing_asked")


def _same(body: Mapping[str, Any], told: Mapping[str, Any] | None) -> bool:
    return told is not None and dict(body) == {name: told[name] for name in told if name not in _OF_ITS_TURN}


def _mark(body: Mapping[str, Any]) -> tuple[Place, str, str]:
    """By which an alert is told once, though the call is read again."""
    return (body["track"], body["number"]), body["kind"], body["said"]
