"""The sound of a track on disk, written as it comes, so that what was said survives the process that heard it.

A file is a header (mark, salt, sample of the call where it begins) and sealed pieces, each after its length. A piece
that a crash left half written is cut off when the file is opened again.
"""

import fcntl
import os
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from speech.calls.sealing import OVERHEAD, SALT_BYTES, Seal, WrongKey, seal_of
from speech.errors import SpeechUnavailable
from speech.segments import RATE, Samples

PIECE = RATE // 4
"""Samples of a piece at most: what a crash may cost."""

_MARK = b"ISACSND1"
_HEADER = struct.Struct(f"<8s{SALT_BYTES}sQ")
_LENGTH = struct.Struct("<I")
_BYTES = 2
_SCALE = 32767.0


class SpoolBusy(Exception):
    """Another process writes to it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where it is: byte in the file, sample of the call, samples in it."""

    offset: int
    first: int
    samples: int

    @property
    def end(self) -> int:
        return self.first + self.samples


@dataclass(slots=True)
class Spool:
    """Positions are samples of the call at ``RATE``; ``begin`` is the track's first one. One writer at a time."""

    begin: int
    _file: int
    _seal: Seal
    _pieces: list[_Piece] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The sample after the last."""
        return self._pieces[-1].end if self._pieces else self.begin

    def append(self, samples: Samples) -> None:
        """On disk when it returns. Raises SpeechUnavailable when the disk takes no more."""
        for start in range(0, len(samples), PIECE):
            self._write(samples[start : start + PIECE])

    def read(self, position: int, samples: int) -> Samples:
        """At most so many from there; fewer at the end. Raises SpeechUnavailable when they do not open."""
        position = max(position, self.begin)
        end = min(position + samples, self.end)
        found = [self._open(piece) for piece in self._over(position, end)]
        if not found:
            return np.zeros(0, dtype=np.float32)
        skip = position - next(self._over(position, end)).first
        return np.concatenate(found)[skip : skip + end - position]

    def close(self) -> None:
        """Lets another process write; idempotent."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _over(self, position: int, end: int) -> Iterator[_Piece]:
        # Pieces are of one length but for the last of each connection, so this is near, never past.
        nearest = max(0, (position - self.begin) // PIECE)
        while nearest > 0 and (nearest >= len(self._pieces) or self._pieces[nearest].first > position):
            nearest -= 1
        for piece in self._pieces[nearest:]:
            if piece.first >= end:
                return
            if piece.end > position:
                yield piece

    def _write(self, samples: Samples) -> None:
        plain = (np.clip(samples, -1.0, 1.0) * _SCALE).round().astype("<i2").tobytes()
        first = self.end
        sealed = self._seal.close(plain, _place(first))
        offset = os.lseek(self._file, 0, os.SEEK_END)
        try:
            _write_all(self._file, _LENGTH.pack(len(sealed)) + sealed)
        except OSError as error:
            os.ftruncate(self._file, offset)
            raise SpeechUnavailable("the sound of the call cannot be written: free space in the data folder") from error
        self._pieces.append(_Piece(offset + _LENGTH.size, first, len(samples)))

    def _open(self, piece: _Piece) -> Samples:
        sealed = os.pread(self._file, piece.samples * _BYTES + OVERHEAD, piece.offset)
        try:
            plain = self._seal.open(sealed, _place(piece.first))
        except WrongKey:
            raise SpeechUnavailable("the sound of the call was sealed with another key: bring its key back") from None
        return (np.frombuffer(plain, dtype="<i2") / _SCALE).astype(np.float32)


def create_spool(path: Path, key: bytes, begin: int) -> Spool:
    """A new one, or that which is there (then ``begin`` is its own). Raises SpoolBusy."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = _locked(path, os.O_RDWR | os.O_CREAT)
    header = os.pread(file, _HEADER.size, 0)
    if len(header) < _HEADER.size:  # new, or the process died while it wrote the header: no sound is lost
        header = _HEADER.pack(_MARK, secrets.token_bytes(SALT_BYTES), begin)
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        _write_all(file, header)
    return _opened(file, header, key)


def open_spool(path: Path, key: bytes, *, write: bool = True) -> Spool:
    """One that is there. Raises FileNotFoundError; SpoolBusy when it is to be written and another process does."""
    file = _locked(path, os.O_RDWR) if write else os.open(path, os.O_RDONLY)
    header = os.pread(file, _HEADER.size, 0)
    if len(header) < _HEADER.size:
        os.close(file)
        raise FileNotFoundError(path)
    return _opened(file, header, key, repair=write)


def _opened(file: int, header: bytes, key: bytes, *, repair: bool = True) -> Spool:
    mark, salt, begin = _HEADER.unpack(header)
    if mark != _MARK:
        os.close(file)
        raise SpeechUnavailable("a file of the calls folder is not one of ours: move it away")
    spool = Spool(begin, file, seal_of(key, salt))
    whole = _HEADER.size
    for piece in _scan(file, begin):
        spool._pieces.append(piece)
        whole = piece.offset + piece.samples * _BYTES + OVERHEAD
    if repair:
        os.ftruncate(file, whole)
    return spool


def _scan(file: int, begin: int) -> Iterator[_Piece]:
    """The whole pieces; lengths are enough."""
    size, at = os.fstat(file).st_size, _HEADER.size
    while at + _LENGTH.size <= size:
        (length,) = _LENGTH.unpack(os.pread(file, _LENGTH.size, at))
        samples, rest = divmod(length - OVERHEAD, _BYTES)
        if rest or not 0 < samples <= PIECE or at + _LENGTH.size + length > size:
            return
        yield _Piece(at + _LENGTH.size, begin, samples)
        begin, at = begin + samples, at + _LENGTH.size + length


def _locked(path: Path, flags: int) -> int:
    file = os.open(path, flags, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        raise SpoolBusy(path.name) from None
    return file


def _write_all(file: int, data: bytes) -> None:
    while data:
        data = data[os.write(file, data) :]


def _place(first: int) -> bytes:
    return first.to_bytes(8, "little")
