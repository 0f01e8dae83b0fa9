"""Calls written down while they are spoken: how late, how well, and what it takes."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np
import psutil

from api.settings import Settings
from api.wiring_speech import build_transcriber
from evals.bench.timing import Figures, resident_mb
from evals.speech.clips import Clip, load_clips
from evals.speech.wer import Errors, errors
from knowledge.languages import LANGUAGES
from speech.lag import mean, p95
from speech.live import WhisperTranscriber
from speech.paced import Spoken, speak
from speech.segments import RATE, Samples
from speech.transcriber import TrackStart

CLIPS = Path(__file__).parents[1] / "speech" / "data"
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
class _Side:
    """What one side of a call says."""

    said: str
    sound: Samples


@dataclass(frozen=True, slots=True)
class _HeardSide:
    said: str
    spoken: Spoken


async def _call(
    transcriber: WhisperTranscriber, clips: Sequence[Clip], number: int, seconds: float
) -> list[_HeardSide]:
    """Two people who take turns, in one language."""
    language = LANGUAGES[number % len(LANGUAGES)]
    own = [clip for clip in clips if clip.language == language]

    async def hear(side: _Side) -> _HeardSide:
        track = transcriber.open(TrackStart(language))
        return _HeardSide(side.said, await speak([side.sound], track, time.monotonic))

    return await asyncio.gather(*map(hear, _taking_turns(own, Random(number), seconds)))


def _taking_turns(clips: Sequence[Clip], order: Random, seconds: float) -> Iterator[_Side]:
    sounds: tuple[list[Samples], list[Samples]] = ([], [])
    said: tuple[list[str], list[str]] = ([], [])
    length = 0
    for turn, clip in enumerate(cycle(order.sample(clips, len(clips)))):
        sound = clip.samples(before=order.uniform(0.2, 0.6), after=order.uniform(0.2, 0.9))
        speaker = turn % 2
        sounds[speaker].append(sound)
        sounds[1 - speaker].append(np.zeros(len(sound), np.float32))
        said[speaker].append(clip.said)
        length += len(sound)
        if length >= seconds * RATE:
            break
    for speaker in (0, 1):
        yield _Side(" ".join(said[speaker]), np.concatenate(sounds[speaker]))
