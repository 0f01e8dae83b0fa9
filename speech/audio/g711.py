"""G.711: the eight bits of the telephone network, to samples, by table."""

import numpy as np

from speech.segments import Samples

_CODES = np.arange(256)


def _mulaw_table() -> Samples:
    code = ~_CODES & 0xFF
    exponent, mantissa = (code >> 4) & 7, code & 15
    magnitude = (((mantissa << 3) + 0x84) << exponent) - 0x84
    return (np.where(code & 0x80, -magnitude, magnitude) / 32_768).astype(np.float32)


def _alaw_table() -> Samples:
    code = _CODES ^ 0x55
    exponent, mantissa = (code >> 4) & 7, (code & 15) << 4
    magnitude = np.where(exponent == 0, mantissa + 8, (mantissa + 0x108) << np.maximum(exponent - 1, 0))
    return (np.where(code & 0x80, magnitude, -magnitude) / 32_768).astype(np.float32)


_MULAW, _ALAW = _mulaw_table(), _alaw_table()


def mulaw(data: bytes) -> Samples:
    """μ-law, one byte a sample, to [-1, 1]."""
    return _MULAW[np.frombuffer(data, np.uint8)]


def alaw(data: bytes) -> Samples:
    """A-law, one byte a sample, to [-1, 1]."""
    return _ALAW[np.frombuffer(data, np.uint8)]
