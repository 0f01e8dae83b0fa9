"""The voice reception's first step: how long after people stop speaking the agent sees what they need."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from agents.reception.call_needs import PolicyNeedReader
from api.commands.call_client import CallClient, begin_call
from api.settings.settings import Settings
from api.wiring.models import build_models
from evals.bench.server import Server, agent_token, data_folder
from evals.bench.talk import CLIPS
from evals.bench.timing import Figures
from evals.speech.clips import Clip, load_clips
from evals.speech.wav import mono_wav
from speech.audio.pcm import to_s16le
from speech.listening.lag import mean, p95
from speech.segments import RATE, Samples
from tools.clock import system_clock

IN_TIME_S = 2.0
_AFTER_S = 5.0
"""The line stays open so long after the question, as it does while somebody waits for an answer."""
_QUIET = 0.02
"""Of the loudest sample: what is less is the silence that a recording ends in."""


@dataclass(frozen=True, slots=True)
class Answered:
    """``after_s``: from the end of the words until the need that stayed was told; None when none was. ``written``:
    the need read in the text of the same words.
    """

    need: str | None
    after_s: float | None
    written: str | None


def bench_open_question(settings: Settings, seconds: float) -> Figures:
    """Questions of synthetic voices for about ``seconds``, one after the other, each a call in its language.

    Raises ServerDidNotStart, CallRefused, ServiceAway.
    """
    models = build_models(settings)
    reader = PolicyNeedReader(
        models.administration, models.understander, models.knowledge_base.catalogue, models.phrases
    )
    with data_folder(settings) as folder, ExitStack() as running:
        server = Server(folder, settings)
        running.callback(server.stop)
        server.start()
        return figures(asyncio.run(_ask_all(settings, server, folder, reader, seconds)))


def figures(answered: Sequence[Answered]) -> Figures:
    """Over all; times over those with a need."""
    late = [one.after_s for one in answered if one.after_s is not None]
    return {
        "questions": len(answered),
        "need_told": len(late),
        "as_written": sum(one.need is not None and one.need == one.written for one in answered),
        "mean_s": round(mean(late), 2),
        "p95_s": round(p95(late), 2),
        "in_time": sum(after <= IN_TIME_S for after in late),
    }


async def _ask_all(
    settings: Settings, server: Server, folder: Path, reader: PolicyNeedReader, seconds: float
) -> list[Answered]:
    headers = {"Authorization": f"Bearer {await agent_token(settings, folder)}"}
    clips = load_clips(CLIPS)
    order = [clips[place] for place in np.random.default_rng(0).permutation(len(clips))]
    answered, began = list[Answered](), time.monotonic()
    async with httpx.AsyncClient(base_url=server.address, headers=headers, timeout=60) as http:
        for clip in order:
            if time.monotonic() - began > seconds:
                break
            need, after = await _spoken(http, folder, clip)
            written = await asyncio.to_thread(
                reader.read_need, clip.said, clip.language, clip.language, None, system_clock()
            )
            answered.append(Answered(need, after, written.need if written else None))
    return answered


async def _spoken(http: httpx.AsyncClient, folder: Path, clip: Clip) -> tuple[str | None, float | None]:
    """The need that stayed, and when it was told, from the end of the words."""
    words = _without_silence_after(clip.samples(after=0.0))
    file = _write(folder / "question.wav", words)
    client = await begin_call(http, clip.language)
    async with _needs(client) as told:
        began = time.monotonic()
        await client.speak("citizen", file)
        await client.end()
    at, need = None, None
    for moment, body in told:
        if body["need"] != need:
            at, need = moment, body["need"]
    return need, None if at is None else at - began - len(words) / RATE


@asynccontextmanager
async def _needs(client: CallClient) -> AsyncIterator[list[tuple[float, dict[str, Any]]]]:
    """When each need was told; complete when the call has ended."""
    told: list[tuple[float, dict[str, Any]]] = []

    async def follow() -> None:
        async for event in client.events():
            if event.kind == "need":
                told.append((time.monotonic(), event.body))

    following = asyncio.create_task(follow())
    try:
        yield told
        await following
    finally:
        following.cancel()


def _without_silence_after(samples: Samples) -> Samples:
    loud = np.flatnonzero(np.abs(samples) > _QUIET * np.abs(samples).max(initial=0.0))
    return samples[: loud[-1] + 1] if len(loud) else samples


def _write(file: Path, words: Samples) -> Path:
    with mono_wav(file) as sound:
        sound.writeframes(to_s16le(np.concatenate([words, np.zeros(int(_AFTER_S * RATE), np.float32)])))
    return file
