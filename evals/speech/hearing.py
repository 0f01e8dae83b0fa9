"""Clips heard as they are spoken, several at once, and the same clips read offline."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faster_whisper import WhisperModel

from evals.speech.clips import Clip
from speech.lag import LagMeter
from speech.paced import speak
from speech.segments import Behind, Final
from speech.transcriber import TrackStart, Transcriber


@dataclass(frozen=True, slots=True)
class HeardClip:
    """``written`` as it was spoken; ``behind``: how often the machine did not keep up."""

    clip: Clip
    written: str
    meter: LagMeter
    behind: int


async def hear(clips: Sequence[Clip], transcriber: Transcriber, at_once: int, *, told: bool = True) -> list[HeardClip]:
    """Each in real time; ``told``: the language is given. Result in the order of the clips."""
    room = asyncio.Semaphore(at_once)

    async def one(clip: Clip) -> HeardClip:
        async with room:
            return await _hear(clip, transcriber, told)

    return await asyncio.gather(*map(one, clips))


async def _hear(clip: Clip, transcriber: Transcriber, told: bool) -> HeardClip:
    meter, written, behind = LagMeter(), list[str](), 0
    track = transcriber.open(TrackStart(clip.language if told else None))
    async for heard in speak([clip.samples()], track, time.monotonic):
        meter.hear(heard.heard, heard.at)
        if isinstance(heard.heard, Final):
            written.append(heard.heard.segment.text)
        behind += isinstance(heard.heard, Behind)
    return HeardClip(clip, " ".join(written), meter, behind)


def read_offline(clips: Sequence[Clip], folder: Path, threads: int) -> list[str]:
    """By faster-whisper at its best: whole windows of 30 s, beam of 5, the language given."""
    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)
    written = []
    for clip in clips:
        segments, _ = model.transcribe(
            clip.samples(), language=clip.language, beam_size=5, vad_filter=True, condition_on_previous_text=False
        )
        written.append(" ".join(segment.text.strip() for segment in segments))
    return written
