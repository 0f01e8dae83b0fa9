"""The segments of a long file, kept while it is read, so that an interrupted reading goes on where it was."""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from speech.calls.words_json import words_of_json, words_to_json
from speech.locking import held_alone
from speech.segments import RATE, Samples, Segment

_END = "null\n"
"""The line after the last segment."""


@dataclass(frozen=True, slots=True)
class Journal:
    """``segments``: read before. One line of JSON each, written as soon as it is read. ``whole``: all was read.

    ``size``: bytes of their lines. A second process that reads the same file writes nothing.
    """

    path: Path
    segments: tuple[Segment, ...]
    whole: bool = False
    size: int = 0

    @classmethod
    def of(cls, folder: Path, file: Path, how: str) -> "Journal":
        """The journal of a file as it is now, read in one way (model, language, track). Raises OSError."""
        state = file.stat()
        name = f"{file.resolve()} {state.st_size} {state.st_mtime_ns} {how}"
        path = folder / f"{sha256(os.fsencode(name)).hexdigest()[:32]}.jsonl"
        return _read(path) if path.exists() else cls(path, ())

    @property
    def at(self) -> float:
        """Seconds of the file that need not be read again."""
        return self.segments[-1].end if self.segments else 0.0

    def rest(self, pieces: Iterable[Samples]) -> Iterator[Samples]:
        """The pieces after ``at``; none when all was read."""
        skip = round(self.at * RATE)
        for piece in pieces:
            if skip < len(piece) and not self.whole:
                yield piece[skip:]
            skip = max(0, skip - len(piece))

    def keep(self, new: Iterable[Segment]) -> Iterator[Segment]:
        """Segments read before, then the new ones, each once it is on disk. Raises OSError."""
        yield from self.segments
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as lines:
            if not (held_alone(lines) and lines.tell() == self.size):
                yield from new
                return
            for segment in new:
                line = {"number": segment.number, "language": segment.language, "words": words_to_json(segment)}
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
                lines.flush()
                yield segment
            if not self.whole:
                lines.write(_END)

    def forget(self) -> None:
        """Delete the journal: its segments were told."""
        self.path.unlink(missing_ok=True)


def sweep(folder: Path, before: float) -> None:
    """Delete journals written before a time, in seconds of the epoch: nobody went on with them. Raises OSError."""
    for path in folder.glob("*.jsonl"):
        with contextlib.suppress(FileNotFoundError):  # another has told what it read
            if path.stat().st_mtime < before:
                path.unlink()


def _read(path: Path) -> Journal:
    """Of the whole lines. The one being written when it was interrupted is cut off: the next begins there."""
    segments, size, whole = list[Segment](), 0, False
    with path.open("r+b") as lines:
        alone = held_alone(lines)
        for line in lines:
            try:
                row = json.loads(line)
            except ValueError:  # cut in the middle, of a letter even
                break
            if not line.endswith(b"\n"):
                break
            size += len(line)
            if whole := row is None:
                break
            segments.append(Segment(row["number"], row["language"], words_of_json(row["words"])))
        if alone:
            lines.truncate(size)
    return Journal(path, tuple(segments), whole, size)
