"""Echo: the other side of the call, heard again through this side's microphone. Pure."""

import numpy as np
from numpy.typing import NDArray

from speech.segments import RATE, Samples

LONGEST = 0.6
"""Seconds by which an echo may come late."""

_STEP = 4
_ALIKE = 0.35
_LOUDER = 1.0


def is_echo(own: Samples, other: Samples) -> bool:
    """Whether ``own`` repeats ``other``, later and not louder.

    ``other``: the sound of the same time, with ``LONGEST`` seconds more before it. Alike means a normalised
    cross-correlation over ``_ALIKE`` at some delay; two people who speak at once stay under 0.1, and where both an echo
    and a voice are heard the voice lowers it.
    """
    mine, theirs = own[::_STEP], other[::_STEP]
    if len(mine) < RATE // _STEP // 4 or len(theirs) < len(mine):
        return False
    loudness = float(np.sqrt(np.mean(own**2)))
    if loudness > _LOUDER * float(np.sqrt(np.mean(other**2))):
        return False
    return _likeness(mine, theirs) >= _ALIKE


def _likeness(mine: Samples, theirs: Samples) -> float:
    """The highest correlation of ``mine`` with a stretch of ``theirs`` that is as long."""
    products = _correlations(mine, theirs)
    squares = np.concatenate([[0.0], np.cumsum(theirs.astype(np.float64) ** 2)])
    energies = squares[len(mine) :] - squares[: len(theirs) - len(mine) + 1]
    scale = np.sqrt(np.maximum(energies, 1e-9) * max(float(np.sum(mine.astype(np.float64) ** 2)), 1e-9))
    return float(np.max(np.abs(products) / scale))


def _correlations(mine: Samples, theirs: Samples) -> NDArray[np.float64]:
    """The sum of products of ``mine`` and ``theirs`` at each delay that leaves ``mine`` inside ``theirs``.

    By Fourier transforms that are long enough for no such delay to wrap around. (``scipy.signal`` has it ready made,
    and takes longer to import than the rest of the service.)
    """
    size = 1 << (len(theirs) - 1).bit_length()
    spectrum = np.fft.rfft(theirs, size) * np.conj(np.fft.rfft(mine, size))
    correlations: NDArray[np.float64] = np.fft.irfft(spectrum, size)[: len(theirs) - len(mine) + 1]
    return correlations
