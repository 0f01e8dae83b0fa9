"""Sound written to a file that any client reads."""

import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from speech.segments import RATE


@contextmanager
def mono_wav(file: Path, rate: int = RATE) -> Iterator[wave.Wave_write]:
    """To be written to in frames of 16 bits, ``rate`` a second. Raises OSError."""
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        yield sound
