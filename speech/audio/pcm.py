"""Samples as whole numbers of 16 bits, the lowest byte first, as files, wires and the disk hold them."""

import numpy as np

from speech.segments import Samples

BYTES = 2
"""Bytes of a sample."""

_SCALE = 32_768


def to_s16le(samples: Samples) -> bytes:
    """Bytes of samples in [-1, 1]; larger ones are cut off."""
    return np.clip((samples * _SCALE).round(), -_SCALE, _SCALE - 1).astype("<i2").tobytes()


def of_s16le(data: bytes) -> Samples:
    """Samples in [-1, 1] of bytes. ``data``: whole samples."""
    return np.frombuffer(data, "<i2").astype(np.float32) / np.float32(_SCALE)
