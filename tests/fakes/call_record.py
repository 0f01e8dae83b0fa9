"""The record of calls in memory, for tests and evaluations."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from knowledge.languages import Language
from speech.calls.record import Body, Call, CallEvent, Consent, EventKind, Said, contact_of, in_order
from speech.calls.words_json import call_event, said_to_row
from speech.errors import CallEnded, CallNotFound
from tests.fakes.contact_log import MemoryContactLog
from tools.contacts.contact import NewEvent


@dataclass(slots=True)
class _Kept:
    call: Call
    said: list[Said] = field(default_factory=list)


class MemoryCallRecord:
    """Implements ``CallRecord``, with the events in ``log``."""

    def __init__(self, log: MemoryContactLog | None = None) -> None:
        self.log = log or MemoryContactLog()
        self._calls: dict[str, _Kept] = {}

    async def open(self, call: Call) -> Call:
        """See the port."""
        for kept in self._calls.values():
            if call.reference is not None and kept.call.reference == call.reference:
                return kept.call
        return self._calls.setdefault(call.id, _Kept(call)).call

    async def find(self, call_id: str) -> Call:
        """See the port."""
        return self._of(call_id).call

    async def latest(self, limit: int) -> list[Call]:
        """See the port."""
        newest = sorted(self._all(), key=lambda call: (call.started, call.id), reverse=True)
        return sorted(newest, key=lambda call: call.ended is not None)[:limit]

    async def live(self) -> list[Call]:
        """See the port."""
        return [call for call in self._all() if call.ended is None]

    async def begin_sound(self, call_id: str, at: datetime) -> datetime:
        """See the port."""
        kept = self._of(call_id)
        begun = kept.call.sound_from or at
        kept.call = replace(kept.call, sound_from=begun)
        return begun

    async def expect(self, call_id: str, language: Language) -> None:
        """See the port."""
        kept = self._of(call_id)
        kept.call = replace(kept.call, language=language)

    async def agree(self, call_id: str, consent: Consent) -> None:
        """See the port."""
        kept = self._of(call_id)
        if kept.call.ended is not None and kept.call.consent not in (None, consent):
            raise CallEnded(call_id)
        kept.call = replace(kept.call, consent=consent)

    async def add(self, call_id: str, said: Said) -> CallEvent | None:
        """See the port."""
        kept = self._of(call_id)
        if any((one.track, one.segment.number) == (said.track, said.segment.number) for one in kept.said):
            return None
        kept.said.append(said)
        key = {"track": said.track, "number": said.segment.number}
        return await self._append(kept.call, "final", {**key, **said_to_row(said)})

    async def find_segments(self, call_id: str) -> list[Said]:
        """See the port."""
        return in_order(self._of(call_id).said)

    async def tell(self, call_id: str, kind: EventKind, body: Body) -> CallEvent:
        """See the port."""
        kept = self._of(call_id)
        if kind == "need":
            kept.call = replace(kept.call, need=dict(body))
        return await self._append(kept.call, kind, body)

    async def events(self, call_id: str, after: int = 0) -> list[CallEvent]:
        """See the port."""
        self._of(call_id)
        return [call_event(event) for event in await self.log.events(call_id, after)]

    async def end(self, call_id: str, at: datetime) -> CallEvent | None:
        """See the port."""
        kept = self._of(call_id)
        if kept.call.ended is not None:
            return None
        kept.call = replace(kept.call, ended=at, keep_audio=kept.call.audio_is_kept)
        return await self._append(kept.call, "ended", {})

    async def drop_audio(self, call_id: str) -> None:
        """See the port."""
        kept = self._of(call_id)
        kept.call = replace(kept.call, keep_audio=False)

    async def sound_wanted(self, call_ids: Collection[str]) -> dict[str, bool]:
        """See the port."""
        return {call.id: call.ended is None or call.keep_audio for call in self._all() if call.id in call_ids}

    async def with_old_audio(self, before: datetime) -> list[str]:
        """See the port."""
        return self._ended(before, lambda call: call.keep_audio)

    async def forget(self, before: datetime) -> list[str]:
        """See the port."""
        forgotten = self._ended(before, lambda call: True)
        for call_id in forgotten:
            del self._calls[call_id]
        self.log.forget(forgotten)
        return forgotten

    async def _append(self, call: Call, kind: EventKind, body: Body) -> CallEvent:
        [event] = await self.log.append(contact_of(call), [NewEvent(kind, body)])
        return call_event(event)

    def _ended(self, before: datetime, among: Callable[[Call], bool]) -> list[str]:
        return sorted(c.id for c in self._all() if c.ended is not None and c.ended < before and among(c))

    def _all(self) -> list[Call]:
        return [kept.call for kept in self._calls.values()]

    def _of(self, call_id: str) -> _Kept:
        try:
            return self._calls[call_id]
        except KeyError:
            raise CallNotFound(call_id) from None
