"""A folder of dictated clips turned into words by the model, one line for each, so that reading them again is cheap."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evals.dictated.cases import DictatedCase
from evals.dictated.grading import HeardPart
from evals.dictated.human import HumanVoice
from evals.dictated.terms import load_terms
from evals.dictated.voice import VOICE_RATE, Voice, manner_of, save
from knowledge.languages import Language
from speech.audio.files import open_audio
from speech.audio.vad import load_detector
from speech.listening.offline import transcribe
from speech.listening.reader import SpeechReader
from speech.listening.transcriber import TrackStart
from speech.listening.whisper import Whisper
from speech.segments import RATE, Samples, Word

CASES, HEARD, LIVE = "cases.jsonl", "heard.jsonl", "live.jsonl"
"""Files of a folder: the cases, the transcripts of files, the transcripts of calls."""


class FileTranscriber:
    """The transcriber of files, the language given."""

    def __init__(self, model: Path) -> None:
        self._reader, self._detector = SpeechReader(Whisper(model, device="cpu"), load_terms()), load_detector()

    def hear(self, clip: Path, language: Language) -> list[HeardPart]:
        """All of a sound file as one."""
        pieces = [sound_of(clip), np.zeros(RATE, np.float32)]
        segments = transcribe(pieces, self._reader, self._detector, TrackStart(language))
        return [HeardPart(language, tuple(word for segment in segments for word in segment.words))]


def sound_of(clip: Path) -> Samples:
    """All of a file. Raises NotAudio."""
    with open_audio(clip) as audio:
        return np.concatenate([piece[0] for piece in audio.pieces()])


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of JSON; none when there is no file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write_cases(folder: Path, drawn: Sequence[DictatedCase]) -> None:
    """``cases.jsonl``: what is said in each clip."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / CASES).open("w", encoding="utf-8") as file:
        for case in drawn:
            row = {"name": case.name, "language": case.language, "kind": case.kind, "value": case.value}
            file.write(json.dumps(row | {"said": case.sentence}, ensure_ascii=False) + "\n")


def speak_cases(folder: Path) -> Iterator[str]:
    """Makes the clips that are missing; the name of each when it is there."""
    voice = Voice()
    for row in rows(folder / CASES):
        clip = folder / f"{row['name']}.wav"
        if not clip.exists():
            save(voice.speak(row["said"], row["language"], manner_of(row["name"])), VOICE_RATE, clip)
            yield row["name"]


def put_together(folder: Path, voice: HumanVoice, drawn: Sequence[DictatedCase]) -> Iterator[str]:
    """Makes the clips that are missing of those drawn for a voice; the name of each when it is there."""
    for case in drawn:
        clip = folder / f"{case.name}.wav"
        if not clip.exists():
            save(voice.say(case.groups, random.Random(case.name)), RATE, clip)
            yield case.name


def hear_cases(folder: Path, ear: FileTranscriber, each: int) -> Iterator[str]:
    """Hears the clips that were not heard yet; the name of each when it is written."""
    for row in unheard(folder, HEARD, each):
        keep(folder / HEARD, row["name"], ear.hear(folder / f"{row['name']}.wav", row["language"]))
        yield row["name"]


def unheard(folder: Path, file: str, each: int) -> list[dict[str, Any]]:
    """The first ``each`` cases of a language that have a clip and are not in ``file``."""
    done, first = {row["name"] for row in rows(folder / file)}, Counter[str]()
    found = []
    for row in rows(folder / CASES):
        first[row["language"]] += 1
        clip = folder / f"{row['name']}.wav"
        if first[row["language"]] <= each and row["name"] not in done and clip.exists():
            found.append(row)
    return found


def keep(file: Path, name: str, heard: Sequence[HeardPart]) -> None:
    """A line for the clip."""
    utterances = [
        {"language": one.language, "words": [[word.text, word.start, word.end, word.confidence] for word in one.words]}
        for one in heard
    ]
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"name": name, "utterances": utterances}, ensure_ascii=False) + "\n")


def heard_cases(folder: Path, file: str) -> Iterator[tuple[dict[str, Any], list[HeardPart]]]:
    """Each case with its transcript."""
    told = {row["name"]: row for row in rows(folder / CASES)}
    for row in rows(folder / file):
        heard = [HeardPart(one["language"], tuple(Word(*word) for word in one["words"])) for one in row["utterances"]]
        yield told[row["name"]], heard
