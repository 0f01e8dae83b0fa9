"""The other side, heard again."""

import numpy as np
import pytest

from evals.bench.speech import CLIPS
from evals.speech.clips import load_clips
from speech.listening.echo import LONGEST, is_echo
from speech.segments import RATE, Samples

SPOKEN = {clip.path.name: clip.samples(0, 0)[: 3 * RATE] for clip in load_clips(CLIPS) if clip.language in ("es", "en")}
ONE, ANOTHER = SPOKEN["es-0.ogg"], SPOKEN["en-0.ogg"]
NOISE = np.random.default_rng(0).normal(0, 0.003, 3 * RATE).astype(np.float32)


def before(sound: Samples) -> Samples:
    return np.concatenate([np.zeros(int(LONGEST * RATE), np.float32), sound])


def late(sound: Samples, seconds: float, share: float) -> Samples:
    shift = int(seconds * RATE)
    return np.asarray(share * np.concatenate([np.zeros(shift, np.float32), sound])[: len(sound)], np.float32)


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2, 0.5])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.9])
def test_a_delayed_and_weaker_copy_with_noise_is_an_echo(seconds: float, share: float) -> None:
    assert is_echo(late(ONE, seconds, share) + 0.3 * share * NOISE, before(ONE))


def test_a_filtered_copy_is_an_echo() -> None:
    dull = np.convolve(late(ONE, 0.12, 0.5), np.ones(8) / 8, "same").astype(np.float32)
    assert is_echo(dull, before(ONE))


def test_two_people_who_speak_at_once_are_two() -> None:
    assert not is_echo(0.5 * ANOTHER[: len(ONE)], before(ONE))
    assert not is_echo(0.5 * ONE, before(ANOTHER[: len(ONE)]))


def test_a_voice_over_an_echo_is_heard() -> None:
    assert not is_echo(0.6 * ANOTHER[: len(ONE)] + late(ONE, 0.1, 0.1), before(ONE))


def test_silence_and_clips_too_short_are_no_echo() -> None:
    assert not is_echo(np.zeros(RATE, np.float32), before(np.zeros(RATE, np.float32)))
    assert not is_echo(ONE[:100], before(ONE[:100]))
