"""A call that is heard in this process."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from speech.calls.line import Flaw, Line
from speech.calls.record import Call, Said, Track
from speech.calls.session import TrackSession
from speech.errors import SpeechError
from speech.segments import Segment

_log = structlog.get_logger("speech.calls")


@dataclass(slots=True)
class LiveCall:
    """``touched``: when a line last joined or left. ``joining``: the lock held while a line joins or the call ends."""

    call: Call
    touched: datetime
    tracks: dict[Track, TrackSession] = field(default_factory=dict)
    lines: dict[Track, Line] = field(default_factory=dict)
    joining: asyncio.Lock = field(default_factory=asyncio.Lock)
    ending: "asyncio.Task[None] | None" = None
    question: Segment | None = None
    """The agent's last segment."""
    last: dict[Track, Said] = field(default_factory=dict)
    """The last segment of each side."""
    told: set[tuple[Track, Flaw]] = field(default_factory=set)
    """The flaws of sound that were announced, by track."""

    @property
    def ends(self) -> bool:
        """Whether it is being ended."""
        return self.ending is not None and not self.ending.done()

    @property
    def unreadable(self) -> set[Track]:
        """Tracks of whose sound some does not open."""
        return {track for track, session in self.tracks.items() if session.unreadable}

    def close_lines(self, reason: SpeechError) -> None:
        """Close the lines: they take no more sound."""
        for line in tuple(self.lines.values()):
            line.close(reason)


async def stop(calls: Sequence[LiveCall]) -> None:
    """Stop hearing the calls."""
    stops = [session.stop() for live in calls for session in live.tracks.values()]
    for error in await asyncio.gather(*stops, return_exceptions=True):
        if isinstance(error, Exception):
            _log.warning("last sound not kept", reason=type(error).__name__)
