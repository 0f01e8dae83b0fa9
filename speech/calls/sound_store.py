"""The sound of calls on this machine: a folder for each call, a file for each track."""

import asyncio
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import structlog

from speech.calls.record import TRACKS, Track
from speech.calls.track_file import TrackFile, create_track_file, open_track_file
from speech.errors import AudioNotKept, SoundNotDeleted, SoundUnreadable
from speech.segments import RATE, Samples

_log = structlog.get_logger("speech.calls")


async def opened(opening: Callable[[], TrackFile]) -> TrackFile:
    """Open a file in a thread, since it is read whole. A cancelled caller leaves no file open and locked."""
    thread = asyncio.ensure_future(asyncio.to_thread(opening))
    try:
        return await asyncio.shield(thread)
    except asyncio.CancelledError:
        thread.add_done_callback(_closed)
        raise


def _closed(thread: "asyncio.Future[TrackFile]") -> None:
    if not thread.cancelled() and thread.exception() is None:
        thread.result().close()


@dataclass(frozen=True, slots=True)
class SoundStore:
    """``key``: the 32 bytes that seal every file in the folder."""

    folder: Path
    key: bytes

    def begin(self, call_id: str, track: Track, at: int) -> TrackFile:
        """The file of a track to write on, or a new one from sample ``at`` of the call. Raises TrackFileBusy."""
        try:
            return create_track_file(self._file(call_id, track), self.key, at)
        except SoundUnreadable:
            self.set_aside(call_id, track)
            return create_track_file(self._file(call_id, track), self.key, at)

    def calls(self) -> list[str]:
        """Calls that have a folder here."""
        return sorted(entry.name for entry in self.folder.iterdir() if entry.is_dir()) if self.folder.exists() else []

    def tracks(self, call_id: str) -> list[Track]:
        """Tracks of a call that have sound here."""
        return [track for track in TRACKS if self._file(call_id, track).exists()]

    def resume(self, call_id: str, track: Track) -> TrackFile:
        """The file of a track that is there, to write on. Raises FileNotFoundError, TrackFileBusy, SoundUnreadable."""
        return open_track_file(self._file(call_id, track), self.key)

    def touched(self, call_id: str) -> datetime | None:
        """The time its last sound was written; None when there is none here."""
        times = [self._file(call_id, track).stat().st_mtime for track in self.tracks(call_id)]
        return datetime.fromtimestamp(max(times), UTC) if times else None

    def received(self, call_id: str, track: Track) -> float | None:
        """Seconds of sound of the track; None when there is none here."""
        try:
            spool = open_track_file(self._file(call_id, track), self.key, write=False)
        except (FileNotFoundError, SoundUnreadable):
            return None
        spool.close()
        return (spool.end - spool.begin) / RATE

    def sound(self, call_id: str, track: Track) -> "TrackSound":
        """A track to listen to. Raises AudioNotKept, SoundUnreadable."""
        try:
            spool = open_track_file(self._file(call_id, track), self.key, write=False)
        except FileNotFoundError:
            raise AudioNotKept(call_id) from None
        try:
            spool.check()
        finally:
            spool.close()
        return TrackSound(self._file(call_id, track), self.key, spool.begin, spool.end)

    def delete(self, call_id: str) -> None:
        """Delete all sound of a call but that set aside; idempotent. Raises SoundNotDeleted."""
        try:
            shutil.rmtree(self.folder / call_id)
        except FileNotFoundError:
            return
        except OSError as error:
            _log.error("sound that is to be deleted stays on the disk", call=call_id, reason=str(error))
            raise SoundNotDeleted(call_id) from error

    def delete_unknown(self, call_id: str, before: datetime) -> None:
        """Delete sound of unknown calls written before then; later sound may belong to a call of another database.

        Raises SoundNotDeleted.
        """
        touched = self.touched(call_id)
        if touched is not None and touched < before:
            self.delete(call_id)
            _log.warning("sound of an unknown call is deleted", call=call_id)

    def set_aside(self, call_id: str, track: Track) -> None:
        """Set aside sound that cannot be decrypted, for the owner of its key."""
        place = self._aside / f"{call_id}.{track}.{secrets.token_hex(4)}.spool"
        place.parent.mkdir(parents=True, exist_ok=True)
        self._file(call_id, track).rename(place)
        _log.error("sound set aside: it does not open with this key", file=str(place))

    def aside(self, call_id: str = "*") -> list[Path]:
        """Files set aside, of one call or of all."""
        return sorted(self._aside.glob(f"{call_id}.*.spool"))

    def delete_aside(self, before: datetime) -> None:
        """Delete files set aside that were written before then."""
        for file in self.aside():
            if datetime.fromtimestamp(file.stat().st_mtime, UTC) < before:
                file.unlink()
                _log.warning("sound that was set aside is deleted", file=str(file))

    @property
    def _aside(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}-aside")

    def _file(self, call_id: str, track: Track) -> Path:
        return self.folder / call_id / f"{track}.spool"


@dataclass(frozen=True, slots=True)
class TrackSound:
    """A track as it is heard from the beginning of the call: silent until ``begin``. The file is open while it is read.

    ``begin``, ``samples``: at ``RATE``.
    """

    file: Path
    key: bytes
    begin: int
    samples: int

    def pieces(self) -> Iterator[Samples]:
        """All of it, ten seconds at a time. Raises FileNotFoundError when it was deleted meanwhile, SoundUnreadable."""
        size, position = 10 * RATE, 0
        spool = open_track_file(self.file, self.key, write=False)
        try:
            while position < self.begin:
                silent = min(size, self.begin - position)
                yield np.zeros(silent, dtype=np.float32)
                position += silent
            while len(piece := spool.read(position, size)):
                yield piece
                position += len(piece)
        finally:
            spool.close()
