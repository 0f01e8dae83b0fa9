"""``python -m evals.speech FOLDER``: errors and lag of clips heard as they are spoken, errors of the same offline."""

import asyncio
import json
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.settings.settings import load_settings
from api.wiring.speech import build_transcriber, model_folder
from evals.speech.clips import Clip, load_clips
from evals.speech.hearing import HeardClip, hear, read_offline
from evals.speech.wer import Errors, errors
from knowledge.languages import LANGUAGES
from speech.listening.lag import mean, p95


def main(  # noqa: PLR0913 - typer reads the options from here
    folder: Annotated[Path, typer.Argument(help="Holds manifest.jsonl: file, lang, transcript.")],
    at_once: Annotated[int, typer.Option(min=1, help="Clips spoken at the same time.")] = 4,
    quality: Annotated[list[str] | None, typer.Option(help="Of these transcript_quality only.")] = None,
    only: Annotated[str, typer.Option(help="Files whose name contains this.")] = "",
    guess: Annotated[bool, typer.Option(help="The language is not given but heard.")] = False,
    keep: Annotated[Path | None, typer.Option(help="Where to write what was written, a line a clip.")] = None,
) -> None:
    """Takes as long as the clips last, divided by ``--at-once``, and the offline reading."""
    clips = [clip for clip in load_clips(folder, frozenset(quality or ())) if only in str(clip.path)]
    settings = load_settings()
    heard = asyncio.run(_hear(clips, at_once, told=not guess))
    offline = read_offline(clips, model_folder(settings), os.cpu_count() or 1)
    if keep:
        rows = [
            {"file": str(one.clip.path), "said": one.clip.said, "stream": one.spoken.text, "offline": text}
            for one, text in zip(heard, offline, strict=True)
        ]
        keep.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    typer.echo(_table(heard, offline))


async def _hear(clips: Sequence[Clip], at_once: int, *, told: bool) -> list[HeardClip]:
    transcriber = build_transcriber(load_settings())
    try:
        return await hear(clips, transcriber, at_once, told=told)
    finally:
        await transcriber.close()


def _table(heard: Sequence[HeardClip], offline: Sequence[str]) -> str:
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


if __name__ == "__main__":
    typer.run(main)
