"""A folder of dictated clips turned into words by the model, one line for each, so that reading them again is cheap."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.dictated.cases import Case
from evals.dictated.voice import VOICE_RATE, Voice, save
from knowledge.languages import Language
from speech.segments import Word

CASES, HEARD = "cases.jsonl", "heard.jsonl"
_BEAMS = 5


class Ear:
    """Whisper as it hears best: whole windows, five beams, the language given."""

    def __init__(self, model: Path, threads: int = 1) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(model), device="cpu", compute_type="int8", cpu_threads=threads)

    def hear(self, clip: Path, language: Language) -> list[Word]:
        """The words of a sound file."""
        segments, _ = self._model.transcribe(
            str(clip), language=language, beam_size=_BEAMS, word_timestamps=True, condition_on_previous_text=False
        )
        return [
            Word(word.word.strip(), word.start, word.end, word.probability)
            for segment in segments
            for word in segment.words or ()
        ]


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of JSON; none when there is no file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write_cases(folder: Path, drawn: Sequence[Case]) -> None:
    """``cases.jsonl``: what is said in each clip."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / CASES).open("w", encoding="utf-8") as file:
        for case in drawn:
            row = {"name": case.name, "language": case.language, "kind": case.kind, "value": case.value}
            file.write(json.dumps(row | {"said": case.said}, ensure_ascii=False) + "\n")


def speak_cases(folder: Path) -> Iterator[str]:
    """Makes the clips that are missing; the name of each when it is there."""
    voice = Voice()
    for row in rows(folder / CASES):
        clip = folder / f"{row['name']}.wav"
        if not clip.exists():
            save(voice.speak(row["said"], row["language"]), VOICE_RATE, clip)
            yield row["name"]


def hear_cases(folder: Path, ear: Ear) -> Iterator[str]:
    """Hears the clips that were not heard yet; the name of each when it is written."""
    done = {row["name"] for row in rows(folder / HEARD)}
    for row in rows(folder / CASES):
        clip = folder / f"{row['name']}.wav"
        if row["name"] in done or not clip.exists():
            continue
        words = [[word.text, word.start, word.end, word.confidence] for word in ear.hear(clip, row["language"])]
        with (folder / HEARD).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"name": row["name"], "words": words}, ensure_ascii=False) + "\n")
        yield row["name"]


def heard_cases(folder: Path) -> Iterator[tuple[dict[str, Any], list[Word]]]:
    """What each clip says, and the words heard in it."""
    told = {row["name"]: row for row in rows(folder / CASES)}
    for row in rows(folder / HEARD):
        yield told[row["name"]], [Word(*word) for word in row["words"]]
