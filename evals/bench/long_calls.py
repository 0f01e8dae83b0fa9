"""Calls that last, both sides over their sockets: the memory of the server that writes them down."""

import asyncio
import json
import statistics
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx

from api.commands.call_client import begin_call
from api.settings.settings import Settings
from evals.bench.server import Server, agent_token, data_folder
from evals.bench.talk import CLIPS, language_of, turns
from evals.bench.timing import Figures, resident_mb
from evals.speech.clips import load_clips
from evals.speech.wav import mono_wav
from evals.speech.wer import Errors, errors
from speech.audio.pcm import to_s16le
from speech.calls.record import TRACKS, Track

WARM_S = 300.0
"""Seconds until caches are full and threads have their room, a third of the calls at most: then growth is counted."""

_EVERY_S = 5.0
_SHARE = 10
"""Of the samples after that: so many in one are the first, as many the last."""


@dataclass(frozen=True, slots=True)
class Sample:
    """``at``: seconds from the beginning of the calls; ``mb``: resident."""

    at: float
    mb: float


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A call as it was written. ``behind``: how often the machine did not keep up."""

    wrong: Errors
    behind: int


def bench_long_calls(settings: Settings, calls: int, seconds: float) -> Figures:
    """So many calls at once, each of two sides that stay open for ``seconds``.

    Raises ServerDidNotStart, CallRefused when the server takes no more of them, ServiceAway.
    """
    with data_folder(settings) as folder, ExitStack() as running:
        server = Server(folder, settings)
        running.callback(server.stop)
        server.start()
        return asyncio.run(_measure(settings, server, folder, (calls, seconds)))


async def _measure(settings: Settings, server: Server, folder: Path, load: tuple[int, float]) -> Figures:
    calls, seconds = load
    headers = {"Authorization": f"Bearer {await agent_token(settings, folder)}"}
    async with httpx.AsyncClient(base_url=server.address, headers=headers, timeout=60) as http:
        said = [await asyncio.to_thread(_write_sides, folder, number, seconds) for number in range(calls)]
        began, samples = time.monotonic(), list[Sample]()
        watching = asyncio.create_task(_watch(server.process, began, samples))
        try:
            spoken = await asyncio.gather(*(_call(http, folder, number, said[number]) for number in range(calls)))
        finally:
            watching.cancel()
    wrong = sum((one.wrong for one in spoken), Errors())
    return {
        "calls": calls,
        "seconds": round(time.monotonic() - began),
        **growth(samples, min(WARM_S, seconds / 3)),
        "words": wrong.said,
        "wer": round(wrong.rate, 3),
        "behind": sum(one.behind for one in spoken),
    }


def growth(samples: Sequence[Sample], warm: float) -> Figures:
    """Medians of the first and of the last tenth after ``warm`` seconds; NaN when there is none."""
    after = [sample.mb for sample in samples if sample.at >= warm]
    if not after:
        return dict.fromkeys(("resident_warm_mb", "resident_end_mb", "growth_mb", "resident_most_mb"), float("nan"))
    few = -(-len(after) // _SHARE)
    first, last = statistics.median(after[:few]), statistics.median(after[-few:])
    return {
        "resident_warm_mb": round(first, 1),
        "resident_end_mb": round(last, 1),
        "growth_mb": round(last - first, 1),
        "resident_most_mb": max(after),
    }


async def _watch(process: int, began: float, samples: list[Sample]) -> None:
    while True:
        samples.append(Sample(time.monotonic() - began, resident_mb(process)))
        await asyncio.sleep(_EVERY_S)


async def _call(http: httpx.AsyncClient, folder: Path, number: int, said: dict[Track, str]) -> _Spoken:
    """Raises ServiceAway, CallRefused."""
    client = await begin_call(http, language_of(number))

    async def behind() -> int:
        times, late = 0, dict.fromkeys(TRACKS, 0.0)
        async for event in client.events():
            if event.kind == "behind":
                track, seconds = event.body["track"], event.body["seconds"]
                times += bool(seconds and not late[track])
                late[track] = seconds
        return times

    following = asyncio.create_task(behind())
    await asyncio.gather(*(client.speak(track, _file(folder, number, track)) for track in TRACKS))
    await client.end()
    segments = json.loads(await client.transcript("json"))["segments"]
    written = {track: " ".join(one["text"] for one in segments if one["track"] == track) for track in TRACKS}
    return _Spoken(sum((errors(said[track], written[track]) for track in TRACKS), Errors()), await following)


def _write_sides(folder: Path, number: int, seconds: float) -> dict[Track, str]:
    """A file for each side, turn by turn, and what is said in it."""
    said: dict[Track, list[str]] = {track: [] for track in TRACKS}
    with ExitStack() as files:
        sides = {track: files.enter_context(mono_wav(_file(folder, number, track))) for track in TRACKS}
        for turn in turns(load_clips(CLIPS), number, seconds):
            for place, track in enumerate(TRACKS):
                sides[track].writeframes(to_s16le(turn.heard_on(place)))
            said[TRACKS[turn.side]].append(turn.said)
    return {track: " ".join(texts) for track, texts in said.items()}


def _file(folder: Path, number: int, track: Track) -> Path:
    return folder / f"call-{number}-{track}.wav"
