"""``isac eval speech``: word errors and lag of recordings streamed in real time, and errors of the same offline."""

import asyncio
import json
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.settings.settings import load_settings
from api.wiring.speech import build_transcriber, model_folder
from evals.speech.clips import Clip, load_clips
from evals.speech.hearing import HeardClip, hear, read_offline
from evals.speech.wer import Errors, errors
from knowledge.languages import LANGUAGES
from speech.listening.lag import mean, p95


@dataclass(frozen=True, slots=True)
class SpeechMeasurement:
    """``folder`` holds manifest.jsonl; ``quality`` and ``only`` choose clips; ``guess``: the language is not given;
    ``keep``: file for the transcripts.
    """

    folder: Path
    at_once: int
    quality: frozenset[str]
    only: str
    guess: bool
    keep: Path | None


def measure_speech(asked: SpeechMeasurement) -> None:
    """Print the table. Takes as long as the clips last, divided by ``at_once``, and the offline reading."""
    clips = [clip for clip in load_clips(asked.folder, asked.quality) if asked.only in str(clip.path)]
    settings = load_settings()
    heard = asyncio.run(_hear(clips, asked.at_once, told=not asked.guess))
    offline = read_offline(clips, model_folder(settings), os.cpu_count() or 1)
    if asked.keep:
        rows = [
            {"file": str(one.clip.path), "said": one.clip.said, "stream": one.spoken.text, "offline": text}
            for one, text in zip(heard, offline, strict=True)
        ]
        asked.keep.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    sys.stdout.write(speech_table(heard, offline) + "\n")


async def _hear(clips: Sequence[Clip], at_once: int, *, told: bool) -> list[HeardClip]:
    transcriber = build_transcriber(load_settings())
    try:
        return await hear(clips, transcriber, at_once, told=told)
    finally:
        await transcriber.close()


def speech_table(heard: Sequence[HeardClip], offline: Sequence[str]) -> str:
    """Markdown: a line for all clips, then one a language; times in seconds."""
    rows: dict[str, list[tuple[HeardClip, str]]] = defaultdict(list)
    for one, text in zip(heard, offline, strict=True):
        rows[one.clip.language].append((one, text))
        rows["all"].append((one, text))
    lines = [
        "| language | clips | words | WER stream | offline | final after s | p95 | shown after s | p95 | behind |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*lines, *(_line(name, rows[name]) for name in ("all", *LANGUAGES) if rows[name])])


def _line(name: str, rows: Sequence[tuple[HeardClip, str]]) -> str:
    stream = sum((errors(one.clip.said, one.spoken.text) for one, _ in rows), Errors())
    whole = sum((errors(one.clip.said, text) for one, text in rows), Errors())
    lags = [lag for one, _ in rows for lag in one.spoken.meter.lags]
    shown = [lag for one, _ in rows for lag in one.spoken.meter.shown]
    cells = [name, len(rows), stream.said, f"{stream.rate * 100:.1f}", f"{whole.rate * 100:.1f}"]
    cells += [f"{mean(lags):.2f}", f"{p95(lags):.2f}", f"{mean(shown):.2f}", f"{p95(shown):.2f}"]
    return f"| {' | '.join(map(str, [*cells, sum(one.spoken.behind for one, _ in rows)]))} |"
