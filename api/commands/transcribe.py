"""``isac transcribe``: what is said in files."""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.progress import Progress, TaskID

from api.commands.batch import json_line
from api.settings.settings import Settings, load_settings
from api.wiring.speech import build_reader, build_transcriber
from knowledge.languages import Language, parse_language
from speech.audio.files import AudioFile, open_audio
from speech.audio.vad import load_detector
from speech.calls.journal import Journal, sweep
from speech.errors import SpeechError
from speech.listening.lag import LagMeter, mean, p95
from speech.listening.offline import transcribe as read_offline
from speech.listening.paced import speak
from speech.listening.transcriber import TrackStart
from speech.segments import RATE, Samples, Segment

_SPEAKERS = ("left", "right")
_KEPT_S = 7 * 24 * 3600
"""The age, in seconds, at which the journal of an interrupted reading is deleted."""


@dataclass(slots=True)
class FileTranscript:
    """Of one file; ``meter``: when it was heard as if spoken now. ``flaws``: why words may be missing or wrong."""

    segments: list[tuple[str | None, Segment]] = field(default_factory=list)
    seconds: float = 0.0
    meter: LagMeter | None = None
    flaws: tuple[str, ...] = ()

    def line(self, file: str) -> dict[str, Any]:
        """As it is printed."""
        told = sorted(self.segments, key=lambda one: one[1].start)
        languages = Counter(segment.language for _, segment in told)
        return {
            "file": file,
            "language": languages.most_common(1)[0][0] if languages else None,
            "text": " ".join(segment.text for _, segment in told),
            "segments": [_segment(speaker, segment) for speaker, segment in told],
            "seconds": round(self.seconds, 3),
            "lag_mean_s": round(mean(self.meter.lags), 3) if self.meter else None,
            "lag_p95_s": round(p95(self.meter.lags), 3) if self.meter else None,
        }


def _segment(speaker: str | None, segment: Segment) -> dict[str, Any]:
    said = {} if speaker is None else {"speaker": speaker}
    times = {"start": round(segment.start, 3), "end": round(segment.end, 3)}
    return {**times, **said, "text": segment.text, "confidence": round(segment.confidence, 3)}


class _Way(Protocol):
    def __call__(self, path: Path, bar: "_Bar") -> FileTranscript: ...

    def forget_journals(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Bar:
    progress: Progress
    task: TaskID

    def follow(self, audio: AudioFile, track: int, transcript: FileTranscript) -> Iterator[Samples]:
        """The pieces of one track, counted as they are read."""
        self.progress.update(self.task, total=audio.seconds and audio.seconds * audio.tracks)
        done = 0
        for piece in audio.pieces():
            done += len(piece[track])
            transcript.seconds = done / RATE
            self.progress.advance(self.task, len(piece[track]) / RATE)
            yield piece[track]
        transcript.flaws = tuple(_flaws(audio))


def _flaws(audio: AudioFile) -> Iterator[str]:
    if audio.clipped:
        yield "it was recorded too loud, and is cut off at full scale: some words may be wrong"
    if audio.damaged:
        yield f"it is damaged, and {audio.damaged} pieces of it could not be read: some words may be missing"


def transcribe(files: list[Path], language: str | None, *, stream: bool, split: bool) -> int:
    """Print a JSON line for each file that could be read; 1 when one could not. Raises WeightsMissing."""
    known, settings, failed = parse_language(language) if language else None, load_settings(), 0
    way: _Way = _Streamed(settings, known) if stream else _Offline(settings, known, split=split)
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        for path in files:
            try:
                transcript = way(path, _Bar(progress, progress.add_task(path.name, total=None)))
            except (SpeechError, OSError) as error:
                sys.stderr.write(f"{path}: {error}\n")
                failed = 1
                continue
            sys.stdout.write(json_line(transcript.line(str(path))) + "\n")
            sys.stdout.flush()
            sys.stderr.writelines(f"{path}: {flaw}\n" for flaw in transcript.flaws)
    way.forget_journals()
    return failed


class _Offline:
    """Each utterance once, whole."""

    def __init__(self, settings: Settings, language: Language | None, split: bool) -> None:
        self._reader, self._detector = build_reader(settings, workers=1), load_detector()
        self._folder, self._model = settings.data_dir / "transcripts", settings.speech_model
        self._language, self._split = language, split
        self._read_whole: list[Journal] = []
        sweep(self._folder, before=time.time() - _KEPT_S)

    def forget_journals(self) -> None:
        """All files: whoever is interrupted before that begins again with the first, which is not read again."""
        for journal in self._read_whole:
            journal.forget()

    def __call__(self, path: Path, bar: _Bar) -> FileTranscript:
        transcript = FileTranscript()
        for track in range(self._tracks(path)):
            self._read(path, bar, track, transcript)
        return transcript

    def _tracks(self, path: Path) -> int:
        with open_audio(path, self._split) as audio:
            return audio.tracks

    def _read(self, path: Path, bar: _Bar, track: int, transcript: FileTranscript) -> None:
        journal = Journal.of(self._folder, path, f"{self._model} {self._language} {self._split} {track}")
        with open_audio(path, self._split) as audio:
            speaker = _SPEAKERS[track] if audio.tracks > 1 else None
            pieces = journal.rest(bar.follow(audio, track, transcript))
            start = TrackStart(self._language, at=journal.at, number=len(journal.segments))
            new = read_offline(pieces, self._reader, self._detector, start)
            transcript.segments += [(speaker, segment) for segment in journal.keep(new)]
        self._read_whole.append(journal)


class _Streamed:
    """In real time, as a call would be. The model is loaded once for all files."""

    def __init__(self, settings: Settings, language: Language | None) -> None:
        self._transcriber, self._language = build_transcriber(settings), language

    def forget_journals(self) -> None:
        """It keeps nothing."""

    def __call__(self, path: Path, bar: _Bar) -> FileTranscript:
        return asyncio.run(self._hear(path, bar))

    async def _hear(self, path: Path, bar: _Bar) -> FileTranscript:
        transcript = FileTranscript()
        with open_audio(path) as audio:
            track = self._transcriber.open(TrackStart(self._language))
            spoken = await speak(bar.follow(audio, 0, transcript), track, time.monotonic)
        transcript.meter = spoken.meter
        transcript.segments = [(None, segment) for segment in spoken.segments]
        return transcript
