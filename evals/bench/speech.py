"""Calls written down while they are spoken: how late, how well, and what it takes."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import psutil

from api.settings.settings import Settings
from api.wiring.speech import build_transcriber
from evals.bench.talk import CLIPS, SpokenTurn, language_of, turns
from evals.bench.timing import Figures, resident_mb
from evals.speech.clips import Clip, load_clips
from evals.speech.wer import Errors, errors
from speech.listening.lag import mean, p95
from speech.listening.live import WhisperTranscriber
from speech.listening.paced import PacedTranscript, speak
from speech.listening.transcriber import TrackStart
from speech.segments import Samples

CALLS = (1, 4, 8)
"""At once, both sides each."""


def bench_speech(settings: Settings, seconds: float) -> Figures:
    """``seconds`` of speech by so many calls at once as ``CALLS`` says, one after the other."""
    clips = load_clips(CLIPS)
    figures: Figures = {}
    for calls in CALLS:
        found = asyncio.run(_bench(settings, clips, calls, seconds))
        figures |= {f"{name}_{calls}": value for name, value in found.items()}
    return figures | {"resident_mb": resident_mb()}


async def _bench(settings: Settings, clips: Sequence[Clip], calls: int, seconds: float) -> Figures:
    transcriber, process = build_transcriber(settings), psutil.Process()
    began, worked = time.monotonic(), sum(process.cpu_times()[:2])
    try:
        tracks = await asyncio.gather(*(_call(transcriber, clips, number, seconds) for number in range(calls)))
    finally:
        await transcriber.close()
    took = time.monotonic() - began
    heard = [one for call in tracks for one in call]
    lags = [lag for one in heard for lag in one.spoken.meter.lags]
    shown = [lag for one in heard for lag in one.spoken.meter.shown]
    wrong = sum((errors(one.said, one.spoken.text) for one in heard), Errors())
    return {
        "final_mean_s": round(mean(lags), 2),
        "final_p95_s": round(p95(lags), 2),
        "shown_mean_s": round(mean(shown), 2),
        "shown_p95_s": round(p95(shown), 2),
        "words": len(lags),
        "wer": round(wrong.rate, 3),
        "behind": sum(one.spoken.behind for one in heard),
        "cores": round((sum(process.cpu_times()[:2]) - worked) / took, 2),
    }


@dataclass(frozen=True, slots=True)
class _CallSide:
    """Words and sound of one side of a call."""

    said: str
    sound: Samples


@dataclass(frozen=True, slots=True)
class _HeardSide:
    said: str
    spoken: PacedTranscript


async def _call(
    transcriber: WhisperTranscriber, clips: Sequence[Clip], number: int, seconds: float
) -> list[_HeardSide]:
    async def hear(side: _CallSide) -> _HeardSide:
        track = transcriber.open(TrackStart(language_of(number)))
        return _HeardSide(side.said, await speak([side.sound], track, time.monotonic))

    taken = list(turns(clips, number, seconds))
    return await asyncio.gather(*(hear(_side(taken, side)) for side in (0, 1)))


def _side(taken: Sequence[SpokenTurn], side: int) -> _CallSide:
    said = " ".join(turn.said for turn in taken if turn.side == side)
    return _CallSide(said, np.concatenate([turn.heard_on(side) for turn in taken]))
