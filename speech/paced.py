"""Sound that is already there, heard as if it were spoken now."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

from speech.segments import RATE, Heard, Samples
from speech.transcriber import LiveTrack

_STEP = RATE // 25
"""Samples pushed at once: 40 ms."""


@dataclass(frozen=True, slots=True)
class Told:
    """``at``: seconds of sound that had been spoken when it was told."""

    heard: Heard
    at: float


async def speak(pieces: Iterable[Samples], track: LiveTrack, clock: Callable[[], float]) -> AsyncIterator[Told]:
    """Push the sound in real time, and give back what is heard meanwhile. ``clock``: seconds that only go on."""
    begun = clock()
    pushing = asyncio.create_task(_push(pieces, track, begun, clock))
    try:
        async for heard in track.heard():
            yield Told(heard, clock() - begun)
        await pushing
    finally:
        pushing.cancel()


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
