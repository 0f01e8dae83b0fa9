"""Clips heard as they are spoken, several at once, and the same clips read offline."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faster_whisper import WhisperModel

from evals.speech.clips import Clip
from speech.listening.paced import PacedTranscript, speak
from speech.listening.transcriber import TrackStart, Transcriber


@dataclass(frozen=True, slots=True)
class HeardClip:
    """A clip, and what was heard of it."""

    clip: Clip
    spoken: PacedTranscript


async def hear(clips: Sequence[Clip], transcriber: Transcriber, at_once: int, *, told: bool = True) -> list[HeardClip]:
    """Each in real time; ``told``: the language is given. Result in the order of the clips."""
    room = asyncio.Semaphore(at_once)

    async def one(clip: Clip) -> HeardClip:
        async with room:
            track = transcriber.open(TrackStart(clip.language if told else None))
            return HeardClip(clip, await speak([clip.samples()], track, time.monotonic))

    return await asyncio.gather(*map(one, clips))


def read_offline(clips: Sequence[Clip], folder: Path, threads: int) -> list[str]:
    """Transcribe with faster-whisper at its best: windows of 30 s, beam of 5, the language given."""
    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)
    written = []
    for clip in clips:
        segments, _ = model.transcribe(
            clip.samples(), language=clip.language, beam_size=5, vad_filter=True, condition_on_previous_text=False
        )
        written.append(" ".join(segment.text.strip() for segment in segments))
    return written
