"""Sound over a wire: the same samples however it was cut, at every rate, and a clear word when it is not sound."""

import gc
import threading
import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from speech.audio import g711
from speech.audio.clipping import SURE_S
from speech.audio.encodings import RATES, Decoder, decoder_for
from speech.audio.pcm import to_s16le
from speech.errors import NotAudio, UnknownEncoding
from tests.speech.sounds import browser_recording, encoded, loudest_hertz, tone, worst_difference

CUTS = st.lists(st.integers(0, 4000), max_size=40)


def decoded(decoder: Decoder, data: bytes, cuts: list[int]) -> NDArray[np.float32]:
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    pieces = [decoder.decode(data[begin:end]) for begin, end in pairwise(edges)]
    return np.concatenate([*pieces, decoder.finish()])


@pytest.mark.parametrize("rate", RATES)
def test_a_tone_at_any_rate_is_the_same_tone_at_ours_however_it_was_cut(rate: int) -> None:
    data = to_s16le(tone(0.5, rate))
    heard = decoded(decoder_for("pcm_s16le", rate), data, list(range(1, len(data), 333)))
    assert worst_difference(heard, tone(0.5, 16_000)) < 1e-3


@pytest.mark.parametrize(("encoding", "rate"), [("pcm_s16le", 16_000), ("pcm_s16le", 8_000), ("mulaw", 8_000)])
@given(cuts=CUTS)
@settings(deadline=None, max_examples=40)
def test_where_the_bytes_were_cut_changes_no_sample(encoding: str, rate: int, cuts: list[int]) -> None:
    data = to_s16le(tone(0.1, 16_000, 300))
    whole = decoded(decoder_for(encoding, rate), data, [])
    np.testing.assert_allclose(decoded(decoder_for(encoding, rate), data, cuts), whole, atol=1e-6)


def test_half_a_sample_at_the_end_is_dropped() -> None:
    assert len(decoded(decoder_for("pcm_s16le", 16_000), bytes(9), [3])) == 4


@pytest.mark.parametrize("size", range(4))
def test_a_stream_shorter_than_any_header_is_sound_too(size: int) -> None:
    assert len(decoded(decoder_for("mulaw", 16_000), b"\xff" * size, [1])) == size


@pytest.mark.parametrize(
    ("encoding", "codec"), [("pcm_s16le", "pcm_s16le"), ("mulaw", "pcm_mulaw"), ("alaw", "pcm_alaw")]
)
def test_sound_that_came_cut_off_is_told_after_ten_seconds_and_that_of_the_filter_never(
    encoding: str, codec: str
) -> None:
    square = np.sign(tone(SURE_S, 8_000, 300))
    loud, quieter = (encoded(codec, (level * square).astype(np.float32), 8_000) for level in (1.0, 0.9))
    decoder = decoder_for(encoding, 8_000)
    decoder.decode(loud[:-2])
    assert not decoder.clipped
    decoder.decode(loud[-2:])
    assert decoder.clipped
    decoder = decoder_for(encoding, 8_000)
    assert np.max(np.abs(decoder.decode(quieter))) == 1  # the edges swing past full scale
    assert not decoder.clipped


@pytest.mark.parametrize(("loudness", "clipped"), [(0.9, False), (1.5, True)])
def test_a_browser_that_records_too_loud_is_told_too(loudness: float, clipped: bool) -> None:
    decoder = decoder_for("webm_opus", 0)
    decoder.decode(browser_recording(SURE_S + 1, loudness=loudness))
    assert decoder.clipped is clipped


@pytest.mark.parametrize(("codec", "ours"), [("pcm_mulaw", g711.mulaw), ("pcm_alaw", g711.alaw)])
def test_the_telephone_codes_mean_what_ffmpeg_says(codec: str, ours: object) -> None:
    import av

    coder = av.CodecContext.create(codec, "r")
    coder.sample_rate, coder.layout = 8_000, "mono"
    frames = coder.decode(av.Packet(bytes(range(256))))
    theirs = np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]) / 32_768
    np.testing.assert_array_equal(ours(bytes(range(256))), theirs.astype(np.float32))  # type: ignore[operator]


@pytest.mark.parametrize(("encoding", "codec"), [("mulaw", "pcm_mulaw"), ("alaw", "pcm_alaw")])
def test_a_telephone_tone_is_heard_through_its_code(encoding: str, codec: str) -> None:
    heard = decoded(decoder_for(encoding, 8_000), encoded(codec, tone(0.5, 8_000), 8_000), [7, 100, 2000])
    assert worst_difference(heard, tone(0.5, 16_000)) < 0.03  # eight bits


def test_loud_sound_stays_within_full_scale() -> None:
    square = np.sign(tone(0.2, 8_000, 500)).astype(np.float32)
    assert np.max(np.abs(decoded(decoder_for("pcm_s16le", 8_000), to_s16le(square), []))) <= 1


@pytest.mark.parametrize("head", [b"RIFF$\0\0\0WAVEfmt ", b'fLaC\0\0\0"', b"OggS\0\2\0\0", b"\x1aE\xdf\xa3\x9f"])
@pytest.mark.parametrize("encoding", ["pcm_s16le", "mulaw"])
def test_a_file_is_not_raw_samples(encoding: str, head: bytes) -> None:
    decoder = decoder_for(encoding, 8_000)
    decoder.decode(head[:2])
    with pytest.raises(NotAudio, match="raw samples were declared"):
        decoder.decode(head[2:])


@pytest.mark.parametrize(("encoding", "rate"), [("mp3", 16_000), ("pcm_s16le", 11_025), ("mulaw", 0), ("", 8_000)])
def test_what_is_not_served_is_refused_with_what_is(encoding: str, rate: int) -> None:
    with pytest.raises(UnknownEncoding, match=r"pcm_s16le, mulaw|8000, 12000"):
        decoder_for(encoding, rate)


@given(cuts=st.lists(st.integers(0, 12_000), max_size=30))
@settings(deadline=None, max_examples=15)
def test_a_browser_recording_is_the_same_however_it_was_cut(cuts: list[int]) -> None:
    data = browser_recording(1)
    whole = decoded(decoder_for("webm_opus", 48_000), data, [])
    np.testing.assert_allclose(decoded(decoder_for("webm_opus", 48_000), data, cuts), whole, atol=1e-6)
    assert loudest_hertz(whole) == pytest.approx(440, abs=3)
    assert len(whole) / 16_000 == pytest.approx(1, abs=0.03)


def test_a_browser_recording_is_heard_as_it_comes() -> None:
    data, decoder, heard, worst = browser_recording(5), decoder_for("webm_opus", 0), 0, 0.0
    for begin in range(0, len(data), 100):
        heard += len(decoder.decode(data[begin : begin + 100]))
        worst = max(worst, min(1, (begin + 100) / len(data)) * 5 - heard / 16_000)
    assert worst < 0.3
    decoder.finish()


@pytest.mark.parametrize(
    "data", [b"hello, is this the audio socket?", bytes(5000), b"\x1aE\xdf\xa3" + bytes(range(256)) * 40]
)
def test_what_is_not_webm_is_refused(data: bytes) -> None:
    decoder = decoder_for("webm_opus", 48_000)
    with pytest.raises(NotAudio):
        decoder.decode(data)
    assert len(decoder.finish()) == 0


def test_nothing_at_all_is_no_sound() -> None:
    assert len(decoder_for("webm_opus", 48_000).finish()) == 0


def test_a_recording_cut_in_the_middle_keeps_what_came() -> None:
    data = browser_recording(2)
    heard = decoded(decoder_for("webm_opus", 48_000), data[: len(data) // 2], [10])
    assert len(heard) / 16_000 == pytest.approx(1, abs=0.2)


@pytest.mark.parametrize("finished", [True, False])
def test_no_thread_outlives_its_decoder(finished: bool) -> None:
    decoder = decoder_for("webm_opus", 48_000)
    decoder.decode(browser_recording(1)[:900])
    if finished:
        decoder.finish()
    del decoder
    gc.collect()
    while any(thread.name == "webm" for thread in threading.enumerate()):
        time.sleep(0.01)
