"""What the model is given."""

import numpy as np

from speech.listening.whisper import LONGEST, with_silence
from speech.segments import RATE


def test_windows_of_any_length_have_a_second_of_silence_and_few_lengths() -> None:
    windows = {size: with_silence(np.ones(size, np.float32)) for size in range(1, int(LONGEST * RATE) + 1, 997)}
    assert all(not window[size:].any() and len(window) - size >= RATE for size, window in windows.items())
    assert max(map(len, windows.values())) <= 30 * RATE
    assert len({len(window) for window in windows.values()}) <= 2 * LONGEST
