"""Puts pieces of sound in order by position, without duplicates; holes are filled after a while."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from speech.calls.rules import LONGEST_GAP_S
from speech.errors import NotAudio

PATIENCE_S = 0.5
"""Seconds of later sound after which a missing piece is given up."""

_SILENCE_S = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece in order. ``missing``: silence in place of sound that did not come."""

    data: bytes
    missing: bool = False


@dataclass(slots=True)
class Positioned:
    """Positions and lengths in samples of the declared rate. Pure.

    ``next``: the first sample that has not been given out. ``silence``: one sample of it, in the encoding.
    """

    rate: int
    silence: bytes
    next: int = 0
    _waiting: dict[int, bytes] = field(default_factory=dict)
    _newest: int = 0

    @property
    def _width(self) -> int:
        return len(self.silence)

    def put(self, position: int, data: bytes) -> Iterator[Piece]:
        """Add a piece; yield the pieces now in order. Raises NotAudio for half samples and leaps of over an hour."""
        if len(data) % self._width:
            raise NotAudio(f"a piece of {len(data)} bytes holds no whole number of samples of {self._width} bytes")
        end = position + len(data) // self._width
        if position - max(self.next, self._newest) > self.rate * LONGEST_GAP_S:
            raise NotAudio(
                f"sound at sample {position} where {self.next} follows: they count from the track's first one"
            )
        if len(data) > len(self._waiting.get(position, b"")):
            self._waiting[position] = data
        self._newest = max(self._newest, end)
        yield from self._ready()
        yield from self._until(self._newest - round(PATIENCE_S * self.rate))

    def flush(self) -> Iterator[Piece]:
        """Return the waiting pieces with holes filled, at the end of the sound."""
        yield from self._until(self._newest)

    def _ready(self) -> Iterator[Piece]:
        """The pieces that go on from ``next``."""
        while self._waiting and (first := min(self._waiting)) <= self.next:
            data = self._waiting.pop(first)[(self.next - first) * self._width :]
            self.next += len(data) // self._width
            if data:
                yield Piece(data)

    def _until(self, due: int) -> Iterator[Piece]:
        """Silence for what is missing before ``due``."""
        while self.next < due:
            hole = min(min(self._waiting, default=due), due) - self.next
            missing = min(hole, _SILENCE_S * self.rate)
            self.next += missing
            yield Piece(self.silence * missing, missing=True)
            yield from self._ready()
