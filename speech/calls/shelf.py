"""Where the sound of calls is on this machine: a folder for each call, a spool for each track."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from speech.calls.record import TRACKS, Track
from speech.calls.spool import Spool, create_spool, open_spool
from speech.errors import AudioNotKept
from speech.segments import RATE, Samples


@dataclass(frozen=True, slots=True)
class Shelf:
    """``key``: 32 bytes, of every file in it."""

    folder: Path
    key: bytes

    def begin(self, call_id: str, track: Track, at: int) -> Spool:
        """To write on: that which is there, or a new one from sample ``at`` of the call. Raises SpoolBusy."""
        return create_spool(self._file(call_id, track), self.key, at)

    def calls(self) -> list[str]:
        """Those that have a folder here."""
        return sorted(entry.name for entry in self.folder.iterdir() if entry.is_dir()) if self.folder.exists() else []

    def tracks(self, call_id: str) -> list[Track]:
        """Those that had sound here."""
        return [track for track in TRACKS if self._file(call_id, track).exists()]

    def resume(self, call_id: str, track: Track) -> Spool:
        """One that is there. Raises FileNotFoundError, SpoolBusy."""
        return open_spool(self._file(call_id, track), self.key)

    def touched(self, call_id: str) -> datetime | None:
        """When its last sound was written; None when there is none here."""
        times = [self._file(call_id, track).stat().st_mtime for track in self.tracks(call_id)]
        return datetime.fromtimestamp(max(times), UTC) if times else None

    def received(self, call_id: str, track: Track) -> float | None:
        """Seconds of sound of the track; None when there is none here."""
        try:
            spool = open_spool(self._file(call_id, track), self.key, write=False)
        except FileNotFoundError:
            return None
        spool.close()
        return (spool.end - spool.begin) / RATE

    def sound(self, call_id: str, track: Track) -> "Sound":
        """To listen to. Raises AudioNotKept."""
        try:
            return Sound(open_spool(self._file(call_id, track), self.key, write=False))
        except FileNotFoundError:
            raise AudioNotKept(call_id) from None

    def delete(self, call_id: str) -> None:
        """All its sound; idempotent."""
        shutil.rmtree(self.folder / call_id, ignore_errors=True)

    def _file(self, call_id: str, track: Track) -> Path:
        return self.folder / call_id / f"{track}.spool"


@dataclass(frozen=True, slots=True)
class Sound:
    """A track as it is heard from the beginning of the call: silent until the track began."""

    spool: Spool

    @property
    def samples(self) -> int:
        """At ``RATE``."""
        return self.spool.end

    def pieces(self) -> Iterator[Samples]:
        """All of it, ten seconds at a time; then the file is closed."""
        size, position = 10 * RATE, 0
        try:
            while position < self.spool.begin:
                silent = min(size, self.spool.begin - position)
                yield np.zeros(silent, dtype=np.float32)
                position += silent
            while len(piece := self.spool.read(position, size)):
                yield piece
                position += len(piece)
        finally:
            self.spool.close()
