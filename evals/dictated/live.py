"""Streams the clips in real time into the transcriber of calls."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import numpy as np

from evals.dictated.grading import HeardPart
from evals.dictated.hearing import LIVE, keep, sound_of, unheard
from evals.dictated.terms import load_terms
from speech.audio.vad import load_detector
from speech.listening.live import TranscriberLoad, WhisperTranscriber
from speech.listening.paced import speak
from speech.listening.reader import SpeechReader
from speech.listening.transcriber import TrackStart, Transcriber
from speech.listening.whisper import Whisper
from speech.segments import RATE

_BEFORE, _AFTER = 0.5, 2.0
"""Seconds of silence around a clip."""


def live_transcriber(model: Path, at_once: int) -> WhisperTranscriber:
    """Build the transcriber of the running event loop. Raises SpeechUnavailable."""
    workers = min(2, at_once)
    whisper = Whisper(model, device="cpu", workers=workers)
    return WhisperTranscriber(SpeechReader(whisper, load_terms()), load_detector(), TranscriberLoad(workers=workers))


async def speak_clips(
    folder: Path, transcriber: Transcriber, each: int, at_once: int, clock: Callable[[], float] = time.monotonic
) -> AsyncIterator[str]:
    """Stream the clips not heard yet, each in a call of its language; yield its name when it is kept."""
    room = asyncio.Semaphore(at_once)

    async def one(row: dict[str, Any]) -> str:
        async with room:
            track = transcriber.open(TrackStart(expected=(row["language"],)))
            quiet = [np.zeros(int(seconds * RATE), np.float32) for seconds in (_BEFORE, _AFTER)]
            sound = sound_of(folder / f"{row['name']}.wav")
            spoken = await speak([quiet[0], sound, quiet[1]], track, clock)
        keep(folder / LIVE, row["name"], [HeardPart(one.language, one.words) for one in spoken.segments])
        return str(row["name"])

    try:
        for done in asyncio.as_completed([one(row) for row in unheard(folder, LIVE, each)]):
            yield await done
    finally:
        await transcriber.close()
