"""Sound that may still be read is the sound that came."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from speech.audio.sound_buffer import SoundBuffer
from speech.segments import RATE


@given(st.lists(st.tuples(st.integers(0, 5 * RATE), st.integers(0, 20 * RATE)), max_size=12))
def test_whatever_is_pushed_and_dropped(steps: list[tuple[int, int]]) -> None:
    buffer, sound, dropped = SoundBuffer(2.0), np.zeros(0, np.float32), 0
    for count, before in steps:
        new = np.arange(len(sound), len(sound) + count, dtype=np.float32)
        sound = np.concatenate([sound, new])
        buffer.push(new)
        buffer.drop(2.0 + before / RATE)
        dropped = min(len(sound), max(dropped, before))
        assert round(buffer.start * RATE) == 2 * RATE + dropped
        assert round(buffer.end * RATE) == 2 * RATE + len(sound)
        assert np.array_equal(buffer.between(0.0, 1e6), sound[dropped:])


def test_what_is_not_there_is_left_out() -> None:
    buffer = SoundBuffer(1.0)
    buffer.push(np.ones(RATE, np.float32))
    assert len(buffer.between(0.0, 1.5)) == RATE // 2
    assert len(buffer.between(1.5, 9.0)) == RATE // 2
    assert len(buffer.between(5.0, 9.0)) == 0
    assert len(buffer.between(1.8, 1.2)) == 0
