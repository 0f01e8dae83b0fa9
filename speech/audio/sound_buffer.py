"""The sound of a track that may still be read."""

import numpy as np

from speech.segments import RATE, Samples

_ROOM = 8 * RATE


class SoundBuffer:
    """Positions are seconds of the track. Memory holds what ``drop`` has not let go, and room for as much again."""

    def __init__(self, at: float) -> None:
        self._first = round(at * RATE)
        self._room = np.zeros(_ROOM, np.float32)
        self._from = self._to = 0

    @property
    def start(self) -> float:
        """The position of the first sample still held."""
        return self._first / RATE

    @property
    def end(self) -> float:
        """The position after the last sample."""
        return (self._first + self._to - self._from) / RATE

    def push(self, samples: Samples) -> None:
        """The next samples."""
        if self._to + len(samples) > len(self._room):
            self._make_room(len(samples))
        self._room[self._to : self._to + len(samples)] = samples
        self._to += len(samples)

    def between(self, start: float, end: float) -> Samples:
        """A copy of the sound between two positions, as far as it is held."""
        first = max(0, round(start * RATE) - self._first)
        last = min(self._to - self._from, max(first, round(end * RATE) - self._first))
        return self._room[self._from + first : self._from + last].copy()

    def drop(self, before: float) -> None:
        """Let go of the sound before a position."""
        count = min(self._to - self._from, max(0, round(before * RATE) - self._first))
        self._from += count
        self._first += count

    def _make_room(self, count: int) -> None:
        held = self._room[self._from : self._to]
        room = np.zeros(max(_ROOM, 2 * (len(held) + count)), np.float32)
        room[: len(held)] = held
        self._room, self._from, self._to = room, 0, len(held)
