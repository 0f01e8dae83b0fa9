"""A line: a source of sound on a track, from its joining until it leaves or a newer line replaces it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from speech.calls.rules import CallRules
from speech.calls.session import TrackSession
from speech.errors import AudioTooLong, SpeechError
from speech.segments import RATE, Samples

Flaw = Literal["ahead", "clipped"]

FLAWS: Mapping[Flaw, str] = {"ahead": "sound faster than spoken", "clipped": "sound cut off at full scale"}
"""Flaws of the sound of a track, in the words of the log: its words may make no sense."""

_FASTER = 1.05
"""No clock error makes real-time sound this fast: it is a recording."""


@dataclass(slots=True, eq=False)
class Line:
    """``over`` is done, with the reason (TakenOver, CallEnded), when the line takes no more sound.

    ``elapsed``: seconds of the call when it joined. ``tell``: called with what is wrong with the sound, while it is.
    """

    session: TrackSession
    rules: CallRules
    elapsed: float
    tell: Callable[[Flaw], Awaitable[None]]
    over: "asyncio.Future[SpeechError]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    _allowed: float = 0.0
    _joined: float = 0.0
    _seen: float = 0.0

    def __post_init__(self) -> None:
        self._allowed, self._joined = self.rules.ahead_s, asyncio.get_running_loop().time()
        self._seen = self._joined

    @property
    def received(self) -> float:
        """Seconds of sound that the track has: the sender goes on from there."""
        return self.session.received

    @property
    def behind(self) -> float:
        """Seconds by which words come late; 0 when they do not."""
        return self.session.behind

    @property
    def ahead(self) -> bool:
        """Whether the track has more sound than it can have lasted, whatever was kept back and sent after a cut: it is
        a recording, or has another rate or more channels than were declared.
        """
        since = self.elapsed + asyncio.get_running_loop().time() - self._joined - self.session.spool.begin / RATE
        return self.received > max(since + self.rules.ahead_s, since * _FASTER)

    async def feed(self, samples: Samples, *, clipped: bool = False) -> None:
        """The next sound; returns when more may come. Raises what ``over`` says, AudioTooLong,
        SpeechUnavailable, SoundUnreadable.

        Sound at the pace it is spoken is never held up. What comes faster, after a cut or from a file, is taken for
        ``ahead_s`` at once, then at ``catch_up`` times that pace, or at that pace while the words come late.
        ``clipped``: as its decoder says.
        """
        self._take(samples)
        if self.ahead:
            await self.tell("ahead")
        if clipped:
            await self.tell("clipped")
        wait = self._wait(len(samples))
        if wait > 0:
            await asyncio.wait([self.over], timeout=wait)

    async def fill(self, silence: Samples) -> None:
        """Feed silence for missing sound, without limit of pace. Raises what ``feed`` raises."""
        self._take(silence)
        await asyncio.sleep(0)  # an hour of silence must not block the other lines

    def _take(self, samples: Samples) -> None:
        if self.over.done():
            raise self.over.result()
        if self.session.received > self.rules.longest_s:
            raise AudioTooLong(
                f"a call has {self.rules.longest_s / 3600:g} hours at most: end it and begin another one"
            )
        self.session.feed(samples)

    def _wait(self, samples: int) -> float:
        """Seconds until the sound is within what is allowed."""
        late = self.session.behind > self.rules.ahead_s
        pace = 1.0 if late else self.rules.catch_up
        now = asyncio.get_running_loop().time()
        self._allowed = min(self.rules.ahead_s, self._allowed + (now - self._seen) * pace)
        self._seen = now
        self._allowed -= samples / self.rules.rate
        return -self._allowed / pace

    def close(self, reason: SpeechError) -> None:
        """Take no more sound."""
        if not self.over.done():
            self.over.set_result(reason)
