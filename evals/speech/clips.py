"""Clips of speech with what is said in them: a folder with a ``manifest.jsonl``."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.languages import LANGUAGES, Language
from speech.audio.files import open_audio
from speech.segments import RATE, Samples

_QUIET = 1.0


@dataclass(frozen=True, slots=True)
class Clip:
    """``said``: the reference."""

    path: Path
    language: Language
    said: str

    def samples(self, before: float = _QUIET / 2, after: float = _QUIET) -> Samples:
        """The whole clip between seconds of silence. Raises NotAudio."""
        with open_audio(self.path) as audio:
            sound = [piece[0] for piece in audio.pieces()]
        quiet = [np.zeros(int(seconds * RATE), np.float32) for seconds in (before, after)]
        return np.concatenate([quiet[0], *sound, quiet[1]])


def load_clips(folder: Path, qualities: frozenset[str] = frozenset()) -> list[Clip]:
    """Load clips of more than one word in served languages, of these ``transcript_quality`` if given.

    Each line of the manifest: ``file``, ``lang``, ``transcript``. Raises OSError, ValueError naming the line.
    """
    return [
        clip
        for clip, row in _rows(folder)
        if len(clip.said.split()) > 1 and (not qualities or row.get("transcript_quality") in qualities)
    ]


def load_words(folder: Path) -> list[Clip]:
    """The clips of one word, such as figures and letters. Raises as ``load_clips``."""
    return [clip for clip, _ in _rows(folder) if len(clip.said.split()) == 1]


def _rows(folder: Path) -> Iterator[tuple[Clip, dict[str, object]]]:
    manifest = folder / "manifest.jsonl"
    for number, line in enumerate(manifest.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            language, said, path = row["lang"], row["transcript"] or "", folder / row["file"]
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{manifest}:{number}: a clip has file, lang and transcript; {error!r}") from error
        if language in LANGUAGES:
            yield Clip(path, language, said), row
