"""While the citizen speaks, what they want is read, and told to the agent when it changes."""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

import structlog

from agents.calls.call_need import CallNeed, NeedReader
from agents.understanding.shared.labels import SURE
from knowledge.errors import IsacError
from knowledge.languages import Language
from speech.calls.record import Call, CallRecord, EventKind, Track
from speech.segments import Final, Heard, Partial
from tools.clock import Clock
from tools.errors import ToolUnavailable

_log = structlog.get_logger("api.calls")

_RECENT = 600
"""Characters of what was said last in which the need is looked for."""


class Teller(Protocol):
    """Stores an event of a call and announces it."""

    async def __call__(self, call_id: str, kind: EventKind, body: Mapping[str, Any]) -> None:
        """Raises CallNotFound, ToolUnavailable."""
        ...


class _Text(NamedTuple):
    """A text of a call that is read at once; ``whole``: it is final."""

    text: str
    whole: bool


@dataclass(slots=True)
class _Heard:
    """The words of one call's citizen, and the need announced for them."""

    call: Call
    finals: list[str] = field(default_factory=list)
    partial: str = ""
    language: Language | None = None
    told: Mapping[str, Any] | None = None
    read: Sequence[_Text] = (_Text("", whole=True),)
    """Of what was said so far."""
    fresh: asyncio.Event = field(default_factory=asyncio.Event)
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    task: "asyncio.Task[None] | None" = None

    @property
    def texts(self) -> list[_Text]:
        """The texts to read: the segments, then the partial text after them."""
        texts = [_Text(_last(self.finals), whole=True)]
        if self.partial:
            texts.append(_Text(_last([*self.finals, self.partial]), whole=False))
        return texts


@dataclass(slots=True)
class NeedWatch:
    """Implements ``Listener``. Reads in a thread, one text of a call at a time, always the newest."""

    reader: NeedReader
    record: CallRecord
    tell: Teller
    clock: Clock
    again_s: float = 5.0
    """After the record failed."""
    ending_s: float = 15.0
    """A call does not wait longer to end."""
    _calls: dict[str, _Heard] = field(default_factory=dict)

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """The citizen's segments and, while a question is open, the partial text, so as to be in time."""
        if track != "citizen":
            return
        match heard:
            case Final(segment):
                known = await self._of(call)
                if segment.number >= len(known.finals):
                    known.finals.append(segment.text)
                known.partial, known.language = "", segment.language
            case Partial() if call.open_question:
                known = await self._of(call)
                known.partial = " ".join([*(word.text for word in heard.stable), heard.tentative]).strip()
                known.language = heard.language
            case _:
                return
        known.idle.clear()
        known.fresh.set()

    async def ending(self, call: Call) -> None:
        """Returns when what was said last is read and told, or could not be for long."""
        if (known := self._calls.get(call.id)) is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(known.idle.wait(), self.ending_s)
        self.forget(call)

    def forget(self, call: Call) -> None:
        """See the port."""
        known = self._calls.pop(call.id, None)
        if known is not None and known.task is not None:
            known.task.cancel()

    async def _of(self, call: Call) -> _Heard:
        """A call that another process heard before goes on from its record."""
        known = self._calls.get(call.id)
        if known is None:
            said = [one.segment.text for one in await self.record.find_segments(call.id) if one.track == "citizen"]
            told = (await self.record.find(call.id)).need
            known = self._calls[call.id] = _Heard(call, said, language=call.language, told=told)
            known.idle.set()
            known.task = asyncio.create_task(self._read(known))
        return known

    async def _read(self, known: _Heard) -> None:
        while True:
            await known.fresh.wait()
            known.fresh.clear()
            try:
                await self._read_once(known)
            except ToolUnavailable as error:
                _log.warning("need not told", reason=error.code)
                await asyncio.sleep(self.again_s)
                known.fresh.set()  # what was said last has no other chance
            except IsacError as error:
                _log.warning("need not told", reason=error.code)  # the next thing said is another chance
            except Exception:
                _log.exception("need not read")  # the call goes on without it
            if not known.fresh.is_set():
                known.idle.set()

    async def _read_once(self, known: _Heard) -> None:
        texts = known.texts
        for one in texts:
            if one not in known.read:
                await self._tell_news(known, one)
        known.read = texts

    async def _tell_news(self, known: _Heard, said: _Text) -> None:
        before = known.told["need"] if known.told else None
        found = await asyncio.to_thread(
            self.reader.read_need, said.text, known.language, known.call.agent_language, before, self.clock()
        )
        if found is None:
            return
        found = _kept(found, known.told)
        if not _is_news(found, known.told, whole=said.whole):
            return
        told = found.as_json()
        await self.tell(known.call.id, "need", told)
        known.told = told


def _last(said: Sequence[str]) -> str:
    """The last of it, in whole segments."""
    recent: list[str] = []
    for segment in reversed(said):
        if recent and sum(map(len, recent)) + len(segment) > _RECENT:
            break
        recent.insert(0, segment)
    return " ".join(recent)


def _kept(found: CallNeed, told: Mapping[str, Any] | None) -> CallNeed:
    """With what stays until the call ends: that it is urgent, and a need when danger alone is heard after it."""
    if told is None:
        return found
    if found.need is None:
        found = replace(found, **{name: told[name] for name in ("need", "name", "confidence", "unit")})
    return replace(found, urgent=found.urgent or told["urgent"])


def _is_news(found: CallNeed, told: Mapping[str, Any] | None, *, whole: bool) -> bool:
    """Whether to tell the agent. A partial sentence only tells danger and, the first time, a certain need."""
    if found.urgent and not (told and told["urgent"]):
        return True
    if found.need is None or found.same_way(told):
        return False
    return whole or (told is None and found.confidence >= SURE)
