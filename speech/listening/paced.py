"""Recorded sound, heard in real time."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from speech.listening.lag import LagMeter
from speech.listening.transcriber import LiveTrack
from speech.segments import RATE, Behind, Final, Samples, Segment

_STEP = RATE // 25
"""Samples pushed at once: 40 ms."""


@dataclass(slots=True)
class PacedTranscript:
    """The segments heard and their latency. ``behind``: the number of times the machine fell behind."""

    segments: list[Segment] = field(default_factory=list)
    meter: LagMeter = field(default_factory=LagMeter)
    behind: int = 0

    @property
    def text(self) -> str:
        """The text of all segments."""
        return " ".join(segment.text for segment in self.segments)


async def speak(pieces: Iterable[Samples], track: LiveTrack, clock: Callable[[], float]) -> PacedTranscript:
    """Push the sound in real time and gather what is heard. ``clock``: seconds that only go on.

    Raises SpeechUnavailable when the model fails, and the errors of ``pieces``.
    """
    spoken, begun = PacedTranscript(), clock()
    pushing = asyncio.create_task(_push(pieces, track, begun, clock))
    try:
        async for heard in track.heard():
            spoken.meter.hear(heard, clock() - begun)
            if isinstance(heard, Final):
                spoken.segments.append(heard.segment)
            spoken.behind += isinstance(heard, Behind) and heard.seconds > 0
        await pushing
    finally:
        pushing.cancel()
    return spoken


async def _push(pieces: Iterable[Samples], track: LiveTrack, begun: float, clock: Callable[[], float]) -> None:
    spoken = 0
    try:
        for piece in pieces:
            for at in range(0, len(piece), _STEP):
                step = piece[at : at + _STEP]
                spoken += len(step)
                await asyncio.sleep(max(0.0, begun + spoken / RATE - clock()))
                track.push(step)
    finally:
        track.finish()
