"""Sound cut off at full scale is told from sound that is only loud, on every wire."""

from collections.abc import Callable

import numpy as np
import pytest

from speech.audio import g711
from speech.audio.clipping import Clipping
from speech.audio.pcm import of_s16le, to_s16le
from speech.segments import Samples
from tests.speech.sounds import encoded, tone

RATE = 8_000

Wire = Callable[[Samples], Samples]


def sixteen_bits(sound: Samples) -> Samples:
    return of_s16le(to_s16le(sound))


def mulaw(sound: Samples) -> Samples:
    return g711.mulaw(encoded("pcm_mulaw", sound, RATE))


def alaw(sound: Samples) -> Samples:
    return g711.alaw(encoded("pcm_alaw", sound, RATE))


def gateway(sound: Samples) -> Samples:
    """A-law that an exchange sends on in 16 bits."""
    return sixteen_bits(alaw(sound))


def speech(gain: float) -> Samples:
    """Syllables of noise, four a second; the loudest sample is at ``gain``."""
    noise = np.random.default_rng(1).laplace(size=5 * RATE) * np.sin(np.arange(5 * RATE) * np.pi * 4 / RATE) ** 2
    return np.clip(gain * noise / np.abs(noise).max(), -1, 1).astype(np.float32)


def clipped(sound: Samples, least: int = 0) -> bool:
    clipping = Clipping(least)
    for begin in range(0, len(sound), 160):
        clipping.push(sound[begin : begin + 160])
    return clipping.clipped


@pytest.mark.parametrize("wire", [sixteen_bits, mulaw, alaw, gateway])
def test_sound_that_was_overdriven_is_clipped_and_speech_up_to_full_scale_is_not(wire: Wire) -> None:
    assert not clipped(wire(speech(1.0)))
    assert clipped(wire(speech(6.0)))
    assert clipped(wire(np.clip(tone(2, RATE, 300, 1.5), -1, 1)))


@pytest.mark.parametrize(("wire", "loudness"), [(sixteen_bits, 0.999), (mulaw, 0.96), (alaw, 0.96)])
def test_a_loud_tone_just_under_the_last_step_is_not(wire: Wire, loudness: float) -> None:
    assert not clipped(wire(tone(2, RATE, 300, loudness)))


def test_one_sample_alone_at_full_scale_is_a_peak() -> None:
    sound = np.zeros(RATE, np.float32)
    sound[::20] = 1
    assert not clipped(sound)


def test_silence_and_no_sound_at_all_are_not() -> None:
    assert not clipped(np.zeros(RATE, np.float32))
    assert not Clipping().clipped


def test_before_enough_has_come_it_is_not_decided() -> None:
    loud = np.ones(RATE, np.float32)
    assert not clipped(loud, least=RATE + 1)
    assert clipped(loud, least=RATE)
