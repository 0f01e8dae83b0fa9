"""One track of a live call: sound goes to disk, and from there to the transcriber, which may fail and come back."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import numpy as np
import structlog

from speech.calls.record import Track
from speech.calls.track_file import TrackFile
from speech.errors import SoundUnreadable, SpeechUnavailable
from speech.listening.transcriber import LiveTrack, TrackStart, Transcriber
from speech.segments import RATE, Behind, Final, Heard, Partial, Samples
from tools.errors import ToolUnavailable

_log = structlog.get_logger("speech.calls")

_BLOCK = RATE // 10
"""Samples that are written at once."""
_CHUNK = 10 * RATE
"""Samples that the transcriber gets at once of what it has missed."""
_IN_TIME_S = 2.0


@dataclass(slots=True)
class TrackSession:
    """A track of a live call, in one event loop. ``begin``: the place to resume at; ``heard`` receives the words."""

    track: Track
    spool: TrackFile
    transcriber: Transcriber
    begin: Callable[[Track], Awaitable[TrackStart]]
    heard: Callable[[Track, Heard], Awaitable[None]]
    retry_s: float = 5.0
    """Pause after the transcriber or the record failed."""
    pause_s: float = 1.0
    """Pause between two chunks of old sound, so that it fills the memory no faster than it is heard."""
    live: LiveTrack | None = None
    behind: float = 0.0
    """Seconds by which words come late."""
    finished: bool = False
    unreadable: bool = False
    """Some of the sound on disk cannot be decrypted: sound after it is not heard."""
    _told_behind: int = 0
    _held: list[Samples] = field(default_factory=list)
    _fresh: asyncio.Event = field(default_factory=asyncio.Event)
    _task: "asyncio.Task[None] | None" = None

    def start(self) -> "TrackSession":
        """Start hearing, first the sound on disk that has no words yet."""
        self._task = asyncio.create_task(self._hear())
        return self

    @property
    def received(self) -> float:
        """Seconds of sound on disk."""
        return (self.spool.end - self.spool.begin) / RATE

    def feed(self, samples: Samples) -> None:
        """The next sound. Raises SpeechUnavailable when the disk takes no more, SoundUnreadable."""
        if self.unreadable:
            raise SoundUnreadable("what was said before does not open: connect again")
        self._held.append(samples)
        if sum(map(len, self._held)) >= _BLOCK:
            self.flush()

    def flush(self) -> None:
        """Write the last sound to disk, however short."""
        if sound := self._held:
            self._held = []
            self.spool.append(np.concatenate(sound))
            self._fresh.set()

    async def finish(self) -> None:
        """No more sound comes; returns when all is written down. Raises SpeechUnavailable when stopped before."""
        if not self.finished:
            self.flush()
            self.finished = True
            self._fresh.set()
        if self._task is not None:
            await asyncio.wait([self._task])
            if self._task.cancelled():  # cancelled by ``stop``, not by the caller that waits here
                raise SpeechUnavailable("what was said last is on disk, and is written when the call goes on")
        self.spool.close()

    async def stop(self) -> None:
        """Stop hearing; the disk has the rest. Raises SpeechUnavailable when it takes no more."""
        try:
            self.flush()
        finally:
            if self._task is not None:
                self._task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await self._task
            self.spool.close()

    async def _hear(self) -> None:
        while True:
            try:
                await self._hear_from(await self.begin(self.track))
                return
            except SoundUnreadable:  # not even the next time
                _log.exception("not heard", track=self.track)
                self.unreadable = True
                return
            except (SpeechUnavailable, ToolUnavailable) as error:
                _log.warning("not heard", track=self.track, reason=error.code)
            except Exception:
                _log.exception("not heard", track=self.track)
            # The sound is on disk: all after the last stored segment is heard again.
            await asyncio.sleep(self.retry_s)

    async def _hear_from(self, start: TrackStart) -> None:
        live = self.live = self.transcriber.open(start)
        feeding = asyncio.create_task(self._feed(live, round(start.at * RATE)))
        try:
            async for heard in live.heard():
                self._note(heard)
                if not isinstance(heard, Behind):
                    await self.heard(self.track, heard)
                await self._tell_behind()
            await feeding
        finally:
            self.live = None
            feeding.cancel()
            await asyncio.gather(feeding, return_exceptions=True)
            live.drop()

    async def _feed(self, live: LiveTrack, position: int) -> None:
        """From the disk, whether it came now or before a crash."""
        try:
            while True:
                self._fresh.clear()
                while len(sound := self.spool.read(position, _CHUNK)):
                    live.push(sound)
                    position += len(sound)
                    if len(sound) == _CHUNK:
                        await asyncio.sleep(self.pause_s)
                if self.finished:
                    return
                await self._fresh.wait()
        finally:
            live.finish()

    async def _tell_behind(self) -> None:
        """Whenever it is another second."""
        if (seconds := round(self.behind)) != self._told_behind:
            self._told_behind = seconds
            await self.heard(self.track, Behind(self.behind))

    def _note(self, heard: Heard) -> None:
        match heard:
            case Behind(seconds):
                self.behind = seconds
            case Partial() | Final():
                late = self.spool.end / RATE - heard.heard
                self.behind = late if self.behind and late > _IN_TIME_S else 0.0
