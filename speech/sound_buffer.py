"""The sound of a track that may still be read."""

import numpy as np

from speech.segments import RATE, Samples


class SoundBuffer:
    """Positions are seconds of the track. Memory holds what ``drop`` has not let go."""

    def __init__(self, at: float) -> None:
        self._first = round(at * RATE)
        self._samples = np.zeros(0, np.float32)

    @property
    def start(self) -> float:
        """Of what is still held."""
        return self._first / RATE

    def push(self, samples: Samples) -> None:
        """The next samples."""
        self._samples = np.concatenate([self._samples, samples])

    def between(self, start: float, end: float) -> Samples:
        """A copy; what is no longer or not yet there is left out."""
        first = max(0, round(start * RATE) - self._first)
        return self._samples[first : max(first, round(end * RATE) - self._first)].copy()

    def drop(self, before: float) -> None:
        """Let go what came before."""
        count = min(len(self._samples), max(0, round(before * RATE) - self._first))
        self._samples = self._samples[count:]
        self._first += count
