"""The sound of a track on disk, written as it comes, so that it survives the process that heard it.

A file is a header (mark, salt, sample of the call where it begins) and sealed pieces, each after its length. A piece
that a crash left half written is cut off when the file is opened again.
"""

import os
import secrets
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from speech.audio.pcm import BYTES, of_s16le, to_s16le
from speech.calls.sealing import OVERHEAD, SALT_BYTES, Seal, WrongKey, seal_of
from speech.errors import SoundUnreadable, SpeechUnavailable
from speech.locking import held_alone
from speech.segments import RATE, Samples

PIECE = RATE // 4
"""The most samples of a piece, which a crash may lose."""

_MARK = b"ISACSND1"
_HEADER = struct.Struct(f"<8s{SALT_BYTES}sQ")
_LENGTH = struct.Struct("<I")
_FULL = "the sound of the call cannot be written: free space in the data folder"


class TrackFileBusy(Exception):
    """Another process writes to the file."""


@dataclass(slots=True)
class TrackFile:
    """Positions are samples of the call at ``RATE``; ``begin`` is the track's first one. One writer at a time."""

    begin: int
    end: int
    """The sample after the last."""
    _file: int
    _seal: Seal
    _firsts: "array[int]" = field(default_factory=lambda: array("q"))
    _offsets: "array[int]" = field(default_factory=lambda: array("q"))
    """The first sample of each piece, and the place of its sealed bytes: a few megabytes for twelve hours."""

    def append(self, samples: Samples) -> None:
        """On disk when it returns. Raises SpeechUnavailable when the disk takes no more."""
        for start in range(0, len(samples), PIECE):
            self._write(samples[start : start + PIECE])

    def read(self, position: int, samples: int) -> Samples:
        """At most ``samples`` from a position; fewer at the end. Raises SoundUnreadable."""
        position = max(position, self.begin)
        end = min(position + samples, self.end)
        if position >= end:
            return np.zeros(0, dtype=np.float32)
        first, last = bisect_right(self._firsts, position) - 1, bisect_left(self._firsts, end)
        skip = position - self._firsts[first]
        return np.concatenate([self._open(piece) for piece in range(first, last)])[skip : skip + end - position]

    def check(self) -> None:
        """Raises SoundUnreadable when it was sealed with another key."""
        if self._firsts:
            self._open(0)

    def close(self) -> None:
        """Let another process write; idempotent."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _write(self, samples: Samples) -> None:
        sealed = self._seal.close(to_s16le(samples), _place(self.end))
        offset = os.lseek(self._file, 0, os.SEEK_END)
        try:
            _write_all(self._file, _LENGTH.pack(len(sealed)) + sealed)
        except OSError as error:
            os.ftruncate(self._file, offset)
            raise SpeechUnavailable(_FULL) from error
        self._note(offset + _LENGTH.size, len(samples))

    def _note(self, offset: int, samples: int) -> None:
        self._firsts.append(self.end)
        self._offsets.append(offset)
        self.end += samples

    def _open(self, piece: int) -> Samples:
        first, after = self._firsts[piece], piece + 1
        end = self._firsts[after] if after < len(self._firsts) else self.end
        sealed = os.pread(self._file, (end - first) * BYTES + OVERHEAD, self._offsets[piece])
        try:
            plain = self._seal.open(sealed, _place(first))
        except WrongKey:
            raise SoundUnreadable("the sound was sealed with another key, or altered: bring its key back") from None
        return of_s16le(plain)


def create_track_file(path: Path, key: bytes, begin: int) -> TrackFile:
    """A new file, or the one there (then ``begin`` is its own).

    Raises TrackFileBusy, SoundUnreadable, and SpeechUnavailable when the disk takes no more.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _locked(path, os.O_RDWR | os.O_CREAT)
        return _opened(file, _begun(file, begin), key)
    except OSError as error:
        raise SpeechUnavailable(_FULL) from error


def open_track_file(path: Path, key: bytes, *, write: bool = True) -> TrackFile:
    """A file that is there. To be written it must open, and no other process write it.

    Raises FileNotFoundError, TrackFileBusy, SoundUnreadable.
    """
    file = _locked(path, os.O_RDWR) if write else os.open(path, os.O_RDONLY)
    try:
        header = os.pread(file, _HEADER.size, 0)
        if len(header) < _HEADER.size:
            raise FileNotFoundError(path)
    except BaseException:
        os.close(file)
        raise
    return _opened(file, header, key, repair=write)


def _begun(file: int, begin: int) -> bytes:
    """Read its header, or write it when the file is new. A file without a valid header is released."""
    try:
        header = os.pread(file, _HEADER.size, 0)
        if len(header) < _HEADER.size:  # new, or the process died while it wrote the header: no sound is lost
            header = _HEADER.pack(_MARK, secrets.token_bytes(SALT_BYTES), begin)
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            _write_all(file, header)
    except BaseException:
        os.close(file)
        raise
    return header


def _opened(file: int, header: bytes, key: bytes, *, repair: bool = True) -> TrackFile:
    mark, salt, begin = _HEADER.unpack(header)
    spool = TrackFile(begin, begin, file, seal_of(key, salt))
    try:
        if mark != _MARK:
            raise SoundUnreadable("a file of the calls folder is not one of ours")
        whole = _HEADER.size
        for offset, samples in _scan(file):
            spool._note(offset, samples)
            whole = offset + samples * BYTES + OVERHEAD
        if repair:
            spool.check()
            os.ftruncate(file, whole)
    except BaseException:
        spool.close()
        raise
    return spool


def _scan(file: int) -> Iterator[tuple[int, int]]:
    """Offset and samples of the whole pieces; their lengths are enough to find them."""
    size, at = os.fstat(file).st_size, _HEADER.size
    while at + _LENGTH.size <= size:
        (length,) = _LENGTH.unpack(os.pread(file, _LENGTH.size, at))
        samples, rest = divmod(length - OVERHEAD, BYTES)
        if rest or not 0 < samples <= PIECE or at + _LENGTH.size + length > size:
            return
        yield at + _LENGTH.size, samples
        at += _LENGTH.size + length


def _locked(path: Path, flags: int) -> int:
    file = os.open(path, flags, 0o600)
    if not held_alone(file):
        os.close(file)
        raise TrackFileBusy(path.name)
    return file


def _write_all(file: int, data: bytes) -> None:
    while data:
        data = data[os.write(file, data) :]


def _place(first: int) -> bytes:
    return first.to_bytes(8, "little")
