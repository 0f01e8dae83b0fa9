"""From any rate to the one rate of everything inside ``speech``, without a seam between pieces."""

import numpy as np
import soxr
from numpy.typing import NDArray

from speech.segments import RATE


class Resampler:
    """Of one stream of ``channels``, each piece shaped (samples,) for one channel and (samples, channels) for more.

    What it gives is behind what it got by up to 0.12 s until ``finish``: the filter waits for what comes next.
    """

    def __init__(self, rate: int, channels: int = 1) -> None:
        self._stream = None if rate == RATE else soxr.ResampleStream(rate, RATE, channels, dtype="float32")
        self._shape = (0,) if channels == 1 else (0, channels)

    def push(self, piece: NDArray[np.float32]) -> NDArray[np.float32]:
        """The next piece at ``RATE``, in [-1, 1]; may be empty."""
        return self._run(piece, last=False)

    def finish(self) -> NDArray[np.float32]:
        """What was still inside; nothing comes after."""
        return self._run(np.zeros(self._shape, np.float32), last=True)

    def _run(self, piece: NDArray[np.float32], last: bool) -> NDArray[np.float32]:
        # A band-limited edge swings past full scale, here as in what lossy codecs decode.
        return np.clip(piece if self._stream is None else self._stream.resample_chunk(piece, last=last), -1, 1)
