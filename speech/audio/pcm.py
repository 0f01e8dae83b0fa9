"""Samples as whole numbers of 16 bits, the lowest byte first, as files, wires and the disk hold them."""

import numpy as np

from speech.segments import Samples

BYTES = 2
"""Of a sample."""

_SCALE = 32_768


def to_s16le(samples: Samples) -> bytes:
    """From [-1, 1]; what is beyond is cut off."""
    return np.clip((samples * _SCALE).round(), -_SCALE, _SCALE - 1).astype("<i2").tobytes()


def of_s16le(data: bytes) -> Samples:
    """To [-1, 1]. ``data``: whole samples."""
    return np.frombuffer(data, "<i2").astype(np.float32) / np.float32(_SCALE)
