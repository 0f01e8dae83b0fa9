"""Who is told of what happens in a call: those that follow it, in any process, and those that work on it here."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import structlog

from speech.calls.record import Call, CallEvent, CallRecord, EventKind, Track
from speech.segments import Behind, Heard, Partial
from tools.errors import ToolUnavailable

_log = structlog.get_logger("speech.calls")


class Publisher(Protocol):
    """The part of the events between processes that calls use."""

    async def publish(self, channel: str, payload: Mapping[str, Any]) -> None:
        """Tell whoever listens. Raises ToolUnavailable."""
        ...


class Listener(Protocol):
    """Whoever works on what is said in live calls: the need, later the copilot."""

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """Something was said; a segment that came is stored already."""
        ...

    async def ending(self, call: Call) -> None:
        """Nothing more will be said; returns when what it makes of the call is told."""
        ...

    def forget(self, call: Call) -> None:
        """It ended elsewhere: nothing is to be told of it any more."""
        ...


def call_channel(call_id: str) -> str:
    """Where events of a call are announced: ``{"number"}`` of a stored one, or the kind and body of a passing one."""
    return f"call:{call_id}"


@dataclass(frozen=True, slots=True)
class Announcer:
    """Of the calls of a record."""

    record: CallRecord
    events: Publisher

    async def tell(self, call_id: str, kind: EventKind, body: Mapping[str, Any]) -> None:
        """An event of the call, stored and announced. Raises CallNotFound, ToolUnavailable."""
        await self.announce(call_id, await self.record.tell(call_id, kind, body))

    async def announce(self, call_id: str, event: CallEvent) -> None:
        """One that is stored. Only its number travels: whoever may read it reads it from the record."""
        try:
            await self.events.publish(call_channel(call_id), {"number": event.number})
        except ToolUnavailable:
            _log.warning("event not announced", kind=event.kind)  # it is stored, and listeners look again by and by

    async def pass_on(self, call_id: str, track: Track, heard: Partial | Behind) -> None:
        """What is not stored: the next one makes up for one that was lost."""
        with contextlib.suppress(ToolUnavailable):
            await self.events.publish(call_channel(call_id), passing(track, heard))


def passing(track: Track, heard: Partial | Behind) -> dict[str, Any]:
    """An event that is not stored: the next one of its kind takes its place."""
    if isinstance(heard, Behind):
        return {"kind": "behind", "body": {"track": track, "seconds": round(heard.seconds, 1)}}
    body = {
        "track": track,
        "number": heard.number,
        "language": heard.language,
        "stable": " ".join(word.text for word in heard.stable),
        "tentative": heard.tentative,
        "heard": round(heard.heard, 2),
    }
    return {"kind": "partial", "body": body}
