"""The calls of this process: they begin, lines join and leave, and they end."""

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import structlog

from knowledge.languages import Language
from speech.calls.context import CallContext
from speech.calls.ending import begin_end, is_abandoned, let_go
from speech.calls.line import Line
from speech.calls.live_call import stop
from speech.calls.record import Call, EventKind, Track
from speech.calls.track_opening import open_track
from speech.calls.transcript_writer import tell_flaw
from speech.errors import CallElsewhere, CallEnded, CallNotFound, SpeechError, TakenOver
from tools.errors import ToolUnavailable

_log = structlog.get_logger("speech.calls")


@dataclass(slots=True)
class Calls(CallContext):
    """Everything a person or a telephone exchange does with calls."""

    async def open(self, call: Call) -> Call:
        """A new call, or that of its reference. Raises SpeechUnavailable, ToolUnavailable."""
        self.needed_transcriber()
        return await self.record.open(call)

    async def join(self, call_id: str, track: Track) -> Line:
        """Join a line to a track in place of an older one. A call that crashed is resumed.

        Raises CallNotFound, CallEnded, TooManyCalls, CallElsewhere, SpeechUnavailable, ToolUnavailable.
        """
        transcriber = self.needed_transcriber()
        async with self.hold(await self.record.find(call_id)) as live:
            call = await self.record.find(call_id)  # it may have ended while we waited
            if call.ended is not None or live.ending is not None:
                raise CallEnded(call_id)
            session = await open_track(self, live, track, transcriber)
            await self.record.tell(call_id, "track", {"track": track, "state": "joined"})
            if before := live.lines.pop(track, None):
                before.close(TakenOver(call_id))
                session.flush()
            live.touched = now = self.clock()
            elapsed = (now - (call.sound_from or now)).total_seconds()
            line = Line(session, self.rules, elapsed, partial(tell_flaw, self, live, track))
            live.lines[track] = line
            return line

    async def expect(self, call_id: str, language: Language) -> None:
        """Expect another language from now on. Raises CallNotFound, ToolUnavailable."""
        if (live := self.live_calls.get(call_id)) is not None:
            live.call = replace(live.call, language=language)
            for session in live.tracks.values():
                if session.live is not None:
                    session.live.expect(language)
        await self.record.expect(call_id, language)

    async def leave(self, call_id: str, line: Line, *, ended: bool = False) -> None:
        """Remove a line that was cut, or whose side has ``ended``: then its last words are written at once."""
        session, live = line.session, self.live_calls.get(call_id)
        if live is None or live.lines.get(session.track) is not line:
            return
        del live.lines[session.track]  # before the disk is used: a full disk must not keep the call joined
        live.touched = self.clock()
        session.flush()
        if ended and live.ending is None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.rules.last_words_s):
                    await session.finish()
        with contextlib.suppress(ToolUnavailable):
            await self.record.tell(call_id, "track", {"track": session.track, "state": "ended" if ended else "left"})

    async def end(self, call_id: str, wait_s: float = 10.0) -> None:
        """End the call; returns when all is written down, or after ``wait_s`` seconds, while the end goes on.

        Raises CallNotFound, CallElsewhere, SpeechUnavailable, ToolUnavailable.
        """
        self.needed_transcriber()
        call = await self.record.find(call_id)
        if call.ended is None:
            beginning = asyncio.create_task(begin_end(self, call))  # the end goes on although nobody waits for it
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await asyncio.shield(await asyncio.shield(beginning))

    def received(self, call_id: str, track: Track) -> float | None:
        """Seconds of sound of a track; None when this machine has none."""
        live = self.live_calls.get(call_id)
        if live is not None and track in live.tracks:
            return live.tracks[track].received
        return self.shelf.received(call_id, track)

    @property
    def live(self) -> int:
        """The number of calls that are heard in this process."""
        return len(self.live_calls)

    def joined(self, call_id: str) -> frozenset[Track]:
        """Tracks that have a line in this process."""
        live = self.live_calls.get(call_id)
        return frozenset(live.lines) if live else frozenset()

    async def tidy(self) -> None:
        """End abandoned calls from what the disk has of them, and let go of those that have ended."""
        now, here = self.clock(), tuple(self.live_calls.values())
        lasting = {call.id: call for call in await self.record.live()}
        for live in here:
            if live.call.id not in lasting:
                await let_go(self, live)
        for call in lasting.values():
            if self.transcriber is not None and is_abandoned(self, call, now):
                try:
                    await begin_end(self, call)
                except (CallElsewhere, CallNotFound):
                    continue
                except (SpeechError, OSError) as error:  # the others do not wait for one that fails
                    _log.warning("call not ended", reason=type(error).__name__)

    async def tell(self, call_id: str, kind: EventKind, body: Mapping[str, Any]) -> None:
        """Store and announce an event of the call. Raises CallNotFound, ToolUnavailable."""
        await self.record.tell(call_id, kind, body)

    async def close(self) -> None:
        """Let go of all calls; the next process takes them up."""
        calls = tuple(self.live_calls.values())  # a cancelled ending removes its call
        for live in calls:
            live.close_lines(CallElsewhere("the service stops: connect again"))
        endings = [live.ending for live in calls if live.ending is not None]
        for ending in endings:
            ending.cancel()
        await asyncio.gather(*endings, return_exceptions=True)
        await stop(calls)
        self.live_calls.clear()
