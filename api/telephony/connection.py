"""Carries a call over a connection of a contact centre: joins its tracks, feeds them sound and leaves them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

import numpy as np

from api.problems.errors import ApiError
from api.settings.settings import Settings
from api.telephony.frames import BadFrame, Frame, Left, Opened, ReplyFrame, Sound, Spoken
from knowledge.errors import IsacError
from knowledge.languages import Language
from speech.audio.encodings import SILENCE, Decoder, decoder_for
from speech.calls.calls import Calls
from speech.calls.line import Line
from speech.calls.record import Call, Track
from speech.calls.rules import LONGEST_GAP_S
from speech.errors import SpeechError, TakenOver
from speech.segments import RATE
from tools.errors import ToolUnavailable

REFUSALS = (ApiError, SpeechError, ToolUnavailable)
"""Reason for closing a connection."""

_LONGEST_REASON = 200
_LAST_WORDS_S = 5.0
"""Seconds that the goodbye waits for the last words: Genesys waits 10 s. They are written in any case."""

Send = Callable[[str], Awaitable[None]]


@dataclass(slots=True)
class _TrackSide:
    """The input of a track: its line, its decoder and the position of the next sample."""

    line: Line
    decoder: Decoder
    next: int = 0


@dataclass(slots=True)
class Connection:
    """``new_id``, ``language``: for a call that is not known by its reference yet. ``linger_s``: how long a call that
    is perhaps over waits for another connection.
    """

    calls: Calls
    new_id: Callable[[], str]
    language: Language
    linger_s: float = 10.0
    call: Call | None = None
    _perhaps_over: bool = False
    _opened: Opened | None = None
    _sides: dict[Track, _TrackSide] = field(default_factory=dict)
    _over: "asyncio.Future[SpeechError]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    async def carry(self, frames: AsyncIterator[Frame], send: Send) -> None:
        """Carry out frames until one leaves or none comes.

        Raises BadFrame, ApiError and SpeechError: the call was ended, taken over by a newer connection, or cannot be.
        """
        work = asyncio.ensure_future(self._do_all(frames, send))
        either: list[asyncio.Future[Any]] = [work, self._over]
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise self._over.result()
            await work
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            await self._leave()

    async def linger(self) -> None:
        """End the call after the connection closed, if it was perhaps over and no other connection joined it."""
        if self.call is None or not self._perhaps_over:
            return
        await asyncio.sleep(self.linger_s)
        if not self.calls.joined(self.call.id):
            with contextlib.suppress(SpeechError, ToolUnavailable):  # the call ends when its grace period is over
                await self.calls.end(self.call.id)

    async def _do_all(self, frames: AsyncIterator[Frame], send: Send) -> None:
        async for frame in frames:
            match frame:
                case Opened():
                    await self._open(frame)
                case Spoken(language):
                    await self._expect(language)
                case Sound():
                    await self._hear(frame)
                case Left("yes"):
                    await self._end()
                case Left(over):
                    self._perhaps_over = over == "perhaps"
                    await self._leave(ended=self._perhaps_over)
                case ReplyFrame(message):
                    await send(message)

    async def _open(self, opened: Opened) -> None:
        call = Call(
            id=self.new_id(),
            started=self.calls.clock(),
            opened_by=opened.reference.split(":")[0],
            agent_language=self.language,
            language=opened.language,
            reference=opened.reference,
        )
        self._opened, self.call = opened, await self.calls.open(call)
        for track in opened.tracks:
            line = await self.calls.join(self.call.id, track)
            line.over.add_done_callback(partial(self._stop, track))
            self._sides[track] = _TrackSide(line, decoder_for(opened.encoding, opened.rate))
            with contextlib.suppress(TakenOver):
                await self._make_up(line)

    async def _expect(self, language: Language) -> None:
        assert self.call is not None
        with contextlib.suppress(ToolUnavailable):  # the language is only a hint: it is detected without it
            await self.calls.expect(self.call.id, language)

    def _stop(self, track: Track, over: "asyncio.Future[SpeechError]") -> None:
        """Drop a side that a newer line took over, as when an agent speaks from the browser; the other goes on."""
        if over.cancelled():
            return
        if isinstance(over.result(), TakenOver):
            self._sides.pop(track, None)
            if self._sides:
                return
        if not self._over.done():
            self._over.set_result(over.result())

    async def _make_up(self, line: Line) -> None:
        """Fill the time without a connection with a gap: its words are lost, and both sides stay in step."""
        assert self.call is not None
        begun = (await self.calls.record.find(self.call.id)).sound_from
        assert begun is not None  # it was joined
        lost = (self.calls.clock() - begun).total_seconds() - line.session.spool.end / RATE
        second = np.zeros(RATE, np.float32)
        for _ in range(round(min(lost, LONGEST_GAP_S))):
            await line.fill(second)

    async def _hear(self, sound: Sound) -> None:
        if (side := self._sides.get(sound.track)) is not None:
            with contextlib.suppress(TakenOver):
                await self._hear_on(side, sound)

    async def _hear_on(self, side: _TrackSide, sound: Sound) -> None:
        opened = self._opened
        assert opened is not None
        silence = SILENCE[opened.encoding]
        gap = sound.position - side.next
        if not 0 <= gap <= LONGEST_GAP_S * opened.rate:
            raise BadFrame(f"sound at sample {sound.position} where {side.next} follows")
        for begin in range(0, gap, opened.rate):
            await side.line.fill(side.decoder.decode(silence * min(opened.rate, gap - begin)))
        side.next = sound.position + len(sound.data) // len(silence)
        samples = side.decoder.decode(sound.data)
        await side.line.feed(samples, clipped=side.decoder.clipped)

    async def _end(self) -> None:
        """Note that this side has hung up, perhaps before any sound; the call ends with the last of its sides."""
        if self.call is None:
            return
        others = self.calls.joined(self.call.id) - set(self._sides)
        await self._leave(ended=bool(others))
        if not others:
            await self.calls.end(self.call.id, _LAST_WORDS_S)

    async def _leave(self, *, ended: bool = False) -> None:
        async with (
            contextlib.AsyncExitStack() as sides
        ):  # a track that cannot be written must not keep the others joined
            while self._sides:
                _, side = self._sides.popitem()
                sides.push_async_callback(self._let_go, side, ended)

    async def _let_go(self, side: _TrackSide, ended: bool) -> None:
        assert self.call is not None
        try:
            if not side.line.over.done():
                side.line.session.feed(side.decoder.finish())
        finally:
            await self.calls.leave(self.call.id, side.line, ended=ended)


def connection_to(calls: Calls, settings: Settings) -> Connection:
    """Build a connection that joins these calls."""
    return Connection(calls, lambda: uuid4().hex, settings.language)


def reason_of(error: IsacError) -> str:
    """Describe a bad frame in full, for the client's programmers; of other errors tell only the code."""
    return str(error)[:_LONGEST_REASON] if isinstance(error, BadFrame) else error.code
