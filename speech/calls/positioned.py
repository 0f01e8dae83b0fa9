"""Pieces of sound that say where they belong: put in order, without doubles, holes filled after a while."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from speech.errors import NotAudio

PATIENCE_S = 0.5
"""How long a missing piece is waited for, in sound that came after it."""

_LONGEST_S = 24 * 3600
_SILENCE_S = 1


@dataclass(slots=True)
class Positioned:
    """Positions and lengths in samples of the declared rate; a sample is ``width`` bytes. Pure.

    ``next``: the first sample that has not been given out. ``silence``: one sample of it, in the encoding.
    """

    rate: int
    width: int
    silence: bytes
    next: int = 0
    _waiting: dict[int, bytes] = field(default_factory=dict)
    _newest: int = 0

    def put(self, position: int, data: bytes) -> Iterator[bytes]:
        """Sound that is now in order, in pieces. Raises NotAudio for half samples and for positions beyond a day."""
        if len(data) % self.width:
            raise NotAudio(f"a piece of {len(data)} bytes holds no whole number of samples of {self.width} bytes")
        end = position + len(data) // self.width
        if end > self.rate * _LONGEST_S:
            raise NotAudio(f"position {position} is beyond a day: positions count samples of this track from 0")
        if len(data) > len(self._waiting.get(position, b"")):
            self._waiting[position] = data
        self._newest = max(self._newest, end)
        yield from self._ready()
        yield from self._until(self._newest - round(PATIENCE_S * self.rate))

    def flush(self) -> Iterator[bytes]:
        """What still waits, its holes filled: nothing more comes."""
        yield from self._until(self._newest)

    def _ready(self) -> Iterator[bytes]:
        """Whatever goes on from ``next``."""
        while self._waiting and (first := min(self._waiting)) <= self.next:
            data = self._waiting.pop(first)[(self.next - first) * self.width :]
            self.next += len(data) // self.width
            if data:
                yield data

    def _until(self, due: int) -> Iterator[bytes]:
        """Silence for what is missing before ``due``."""
        while self.next < due:
            hole = min(min(self._waiting, default=due), due) - self.next
            missing = min(hole, _SILENCE_S * self.rate)
            self.next += missing
            yield self.silence * missing
            yield from self._ready()
