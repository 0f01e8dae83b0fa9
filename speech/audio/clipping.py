"""Sound that is cut off at full scale, so that some of its words may be written wrong."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CLIPPED = 0.001
"""Share of samples cut off at full scale from which a listener hears it."""

SURE_S = 10.0
"""Seconds of a stream before it is told of: in less, a receiver that is picked up looks the same."""

_FULL_SCALE = 32_766.5 / 32_768
_TELEPHONE = np.array([32_124, 32_256], np.float32) / 32_768  # the loudest of μ-law and A-law, often sent on in 16 bits


@dataclass(slots=True)
class Clipping:
    """Counts clipped samples of one stream, before any resampling, which smooths clipped peaks and clips others.

    ``least``: samples that must have come before it is decided.
    """

    least: int = 0
    _heard: int = 0
    _cut: int = 0

    @property
    def clipped(self) -> bool:
        """Whether what came so far is cut off at full scale often enough to be heard."""
        return self._heard >= self.least and self._cut > CLIPPED * self._heard

    def push(self, samples: NDArray[np.float32]) -> None:
        """Count the next samples, shaped (samples,) or (samples, channels)."""
        loudness = np.abs(samples)
        full = (loudness >= _FULL_SCALE) | np.isin(loudness, _TELEPHONE)
        self._heard += samples.size
        self._cut += int(np.count_nonzero(full[1:] & full[:-1]))  # a single sample is a peak, not clipping
