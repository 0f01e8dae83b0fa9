"""Resamples any rate to the one rate used inside ``speech``, without a seam between pieces."""

import numpy as np
import soxr
from numpy.typing import NDArray

from speech.segments import RATE


class Resampler:
    """Resamples a stream of ``channels``: pieces have shape (samples,) for one channel, (samples, channels) for more.

    The output lags the input by up to 0.12 s until ``finish``, because the filter looks ahead.
    """

    def __init__(self, rate: int, channels: int = 1) -> None:
        self._stream = None if rate == RATE else soxr.ResampleStream(rate, RATE, channels, dtype="float32")
        self._shape = (0,) if channels == 1 else (0, channels)

    def push(self, piece: NDArray[np.float32]) -> NDArray[np.float32]:
        """The next piece at ``RATE``, in [-1, 1]; may be empty."""
        return self._run(piece, last=False)

    def finish(self) -> NDArray[np.float32]:
        """Return the samples that were still held back; no piece comes after."""
        return self._run(np.zeros(self._shape, np.float32), last=True)

    def _run(self, piece: NDArray[np.float32], last: bool) -> NDArray[np.float32]:
        # A band-limited edge swings past full scale, here as in the output of lossy codecs.
        return np.clip(piece if self._stream is None else self._stream.resample_chunk(piece, last=last), -1, 1)
