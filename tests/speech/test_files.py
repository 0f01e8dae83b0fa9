"""Audio files: every kind, one track or two, and a sentence that names the file when it is none."""

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from speech.audio.files import open_audio
from speech.errors import AudioTooLong, NotAudio
from speech.segments import RATE
from tests.speech.sounds import loudest_hertz, tone, write

KINDS = [
    ("wav", "wav", "pcm_s16le"),
    ("wav", "wav", "pcm_s24le"),
    ("wav", "wav", "pcm_mulaw"),
    ("flac", "flac", "flac"),
    ("ogg", "ogg", "libopus"),
    ("mp3", "mp3", "libmp3lame"),
    ("m4a", "mp4", "aac"),
    ("webm", "webm", "libopus"),
]


def read(path: Path, split: bool = False) -> list[NDArray[np.float32]]:
    with open_audio(path, split=split) as audio:
        pieces = list(audio.pieces())
        return [np.concatenate([piece[track] for piece in pieces]) for track in range(audio.tracks)]


@pytest.mark.parametrize(("suffix", "kind", "codec"), KINDS)
def test_every_kind_of_file_is_heard(tmp_path: Path, suffix: str, kind: str, codec: str) -> None:
    write(tmp_path / f"call.{suffix}", kind, codec, tone(3.2, 48_000)[None], 48_000)
    (heard,) = read(tmp_path / f"call.{suffix}")
    assert len(heard) / 16_000 == pytest.approx(3.2, abs=0.1)
    assert loudest_hertz(heard) == pytest.approx(440, abs=1)
    assert np.sqrt(np.mean(heard[2000:-2000] ** 2)) == pytest.approx(0.354, abs=0.02)


@pytest.mark.parametrize("split", [False, True])
def test_recordings_put_together_are_read_on(tmp_path: Path, split: bool) -> None:
    parts = ((48_000, 1), (24_000, 2), (16_000, 1))
    for at, (rate, channels) in enumerate(parts if not split else parts[1:]):
        write(tmp_path / f"{at}.mp3", "mp3", "libmp3lame", np.stack([tone(2, rate)] * channels), rate)
    whole = tmp_path / "whole.mp3"
    whole.write_bytes(b"".join(part.read_bytes() for part in sorted(tmp_path.glob("?.mp3"))))
    tracks = read(whole, split=split)
    assert len(tracks) == (2 if split else 1)
    for heard in tracks:
        assert len(heard) / 16_000 == pytest.approx(4 if split else 6, abs=0.3)
        assert loudest_hertz(heard[-16_000:]) == pytest.approx(440, abs=2)


@pytest.mark.parametrize("rate", [16_000, 48_000])
def test_nothing_is_beyond_full_scale(tmp_path: Path, rate: int) -> None:
    write(tmp_path / "loud.wav", "wav", "pcm_f32le", tone(1, rate, loudness=1.5)[None], rate)
    assert np.abs(read(tmp_path / "loud.wav")[0]).max() == 1


def test_the_name_of_the_file_decides_nothing(tmp_path: Path) -> None:
    write(tmp_path / "call.txt", "flac", "flac", tone(1, 8_000)[None], 8_000)
    assert loudest_hertz(read(tmp_path / "call.txt")[0]) == pytest.approx(440, abs=2)


def test_two_channels_are_mixed_or_split(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    write(path, "wav", "pcm_s16le", np.stack([tone(1, 8_000, 300, 0.8), tone(1, 8_000, 1000, 0.4)]), 8_000)
    citizen, agent = read(path, split=True)
    assert (loudest_hertz(citizen), loudest_hertz(agent)) == (pytest.approx(300, abs=2), pytest.approx(1000, abs=2))
    (mixed,) = read(path)
    np.testing.assert_allclose(mixed, (citizen + agent) / 2, atol=1e-4)


def test_one_channel_cannot_be_split(tmp_path: Path) -> None:
    write(tmp_path / "call.wav", "wav", "pcm_s16le", tone(1, 8_000)[None], 8_000)
    assert len(read(tmp_path / "call.wav", split=True)) == 1


def test_the_declared_length_is_known_before_reading(tmp_path: Path) -> None:
    write(tmp_path / "call.flac", "flac", "flac", tone(2, 16_000)[None], 16_000)
    with open_audio(tmp_path / "call.flac") as audio:
        assert audio.seconds == pytest.approx(2, abs=0.01)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"This is a letter, not a recording.\n" * 50,
        b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9,\nfile:///etc/hostname\n",
        b"1\n00:00:01,000 --> 00:00:02,000\nA subtitle\n",
        b"RIFF\x24\x00\x00\x00WAVEfm",
        bytes(4000),
    ],
)
def test_what_is_not_audio_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "minutes.wav").write_bytes(content)
    with pytest.raises(NotAudio, match=r"minutes\.wav"):
        read(tmp_path / "minutes.wav")


def test_a_wav_without_a_sample_holds_no_sound(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "none.wav"), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", ""))
    with pytest.raises(NotAudio, match=r"none\.wav holds no sound"):
        read(tmp_path / "none.wav")


@pytest.mark.parametrize(("suffix", "kind", "codec"), [kind for kind in KINDS if kind[0] != "m4a"])
def test_a_file_cut_short_gives_what_it_has(tmp_path: Path, suffix: str, kind: str, codec: str) -> None:
    path = tmp_path / f"call.{suffix}"
    write(
        path,
        kind,
        codec,
        tone(4, 16_000 if codec != "libopus" else 48_000)[None],
        16_000 if codec != "libopus" else 48_000,
    )
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert 1 < len(read(path)[0]) / 16_000 < 3


def test_a_movie_file_without_its_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "call.m4a"
    write(path, "mp4", "aac", tone(2, 16_000)[None], 16_000)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(NotAudio, match=r"call\.m4a"):
        read(path)


def test_damage_in_the_middle_is_counted_and_the_rest_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "call.mp3"
    write(path, "mp3", "libmp3lame", tone(4, 16_000)[None], 16_000)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 3000] = bytes(range(250)) * 12
    path.write_bytes(bytes(data))
    assert 2 < len(read(path)[0]) / 16_000 < 4.5


@pytest.mark.parametrize("declared", [True, False])
def test_a_file_longer_than_allowed_is_refused(tmp_path: Path, declared: bool) -> None:
    path = tmp_path / "day.webm"
    write(path, "webm", "libopus", tone(3, 48_000)[None], 48_000, **({} if declared else {"live": "1"}))
    with (
        pytest.raises(AudioTooLong, match=r"day\.webm lasts more than 0\.0005"),
        open_audio(path, longest=1.8) as audio,
    ):
        list(audio.pieces())


@pytest.mark.parametrize(("loudness", "clipped"), [(0.5, False), (1.0, False), (1.5, True)])
def test_sound_cut_off_at_full_scale_is_noted(tmp_path: Path, loudness: float, clipped: bool) -> None:
    sound = np.clip(tone(2, 16_000, 300, loudness), -1, 1)
    write(tmp_path / "loud.wav", "wav", "pcm_s16le", sound[None], 16_000)
    with open_audio(tmp_path / "loud.wav") as audio:
        list(audio.pieces())
        assert audio.clipped is clipped


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf, 3e38])
@pytest.mark.parametrize("rate", [8_000, 16_000])
def test_a_sample_that_is_no_number_is_silent_and_told(tmp_path: Path, wrong: float, rate: int) -> None:
    sound = tone(3, rate)
    sound[rate] = wrong
    write(tmp_path / "call.wav", "wav", "pcm_f32le", sound[None], rate)
    with open_audio(tmp_path / "call.wav") as audio:
        heard = np.concatenate([piece for (piece,) in audio.pieces()])
        assert audio.damaged == 1
    assert np.isfinite(heard).all()
    assert loudest_hertz(heard[: RATE // 2]) == pytest.approx(440, abs=2)
    assert loudest_hertz(heard[-RATE:]) == pytest.approx(440, abs=2)


@pytest.mark.parametrize(("suffix", "kind", "codec"), KINDS)
def test_a_length_that_only_the_header_has_refuses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, kind: str, codec: str
) -> None:
    path = tmp_path / f"call.{suffix}"
    write(path, kind, codec, tone(3, 48_000)[None], 48_000)
    monkeypatch.setattr("speech.audio.files._declared", lambda container: 1e6)
    with open_audio(path) as audio:
        heard = np.concatenate([piece for (piece,) in audio.pieces()])
        assert audio.seconds is None
    assert len(heard) / RATE == pytest.approx(3, abs=0.1)
    assert loudest_hertz(heard) == pytest.approx(440, abs=1)
    with pytest.raises(AudioTooLong), open_audio(path, longest=2):
        pass


def test_a_flac_of_a_recorder_that_was_killed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "call.flac"
    write(path, "flac", "flac", tone(3, RATE)[None], RATE)
    flac = bytearray(path.read_bytes())
    flac[21] |= 0x0F
    flac[22:26] = b"\xff" * 4  # how many samples there are
    path.write_bytes(bytes(flac))
    (heard,) = read(path)
    assert len(heard) / RATE == pytest.approx(3, abs=0.1)
