"""``isac transcribe`` over real sound: files, bad files, two speakers, and as if it were spoken now."""

import io
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from api.commands import transcribe as commands_transcribe
from api.commands.transcribe import transcribe
from evals.bench.speech import CLIPS
from evals.speech.clips import load_clips
from evals.speech.wer import errors
from speech.segments import RATE, Samples, Segment
from tests.speech.levels import LevelModel, spoken
from tests.speech.sounds import tone, write

SPOKEN = {clip.path.name: clip for clip in load_clips(CLIPS)}
SPANISH, ENGLISH = SPOKEN["es-1.ogg"], SPOKEN["en-2.ogg"]


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_file_is_a_line_and_a_bad_one_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "notes.wav"
    bad.write_text("not sound", encoding="utf-8")
    assert transcribe([SPANISH.path, bad, ENGLISH.path], None, stream=False, split=False) == 1
    told = capsys.readouterr()
    assert "notes.wav" in told.err
    spanish, english = map(json.loads, told.out.splitlines())
    assert (spanish["language"], english["language"]) == ("es", "en")
    assert errors(SPANISH.said, spanish["text"]).rate <= 0.3
    assert errors(ENGLISH.said, english["text"]).rate <= 0.3
    assert spanish["seconds"] == pytest.approx(len(SPANISH.samples(0, 0)) / RATE, abs=0.2)
    assert spanish["lag_mean_s"] is None
    assert all(part["start"] < part["end"] and 0 <= part["confidence"] <= 1 for part in spanish["segments"])


def test_the_channels_of_a_stereo_file_are_two_speakers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = SPANISH.samples(0.2, 0.5), ENGLISH.samples(0.2, 0.5)
    length = len(one) + len(other)
    channels = np.zeros((2, length), np.float32)
    channels[0, : len(one)], channels[1, len(one) :] = one, other
    path = tmp_path / "call.wav"
    write(path, "wav", "pcm_s16le", channels, RATE)
    assert transcribe([path], None, stream=False, split=True) == 0
    (line,) = lines(capsys)
    assert [line["segments"][0]["speaker"], line["segments"][-1]["speaker"]] == ["left", "right"]


def test_as_if_spoken_now_it_tells_how_late_words_come(capsys: pytest.CaptureFixture[str]) -> None:
    assert transcribe([ENGLISH.path], "en", stream=True, split=False) == 0
    (line,) = lines(capsys)
    assert errors(ENGLISH.said, line["text"]).rate <= 0.3
    assert 0 < line["lag_mean_s"] <= line["lag_p95_s"]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LevelModel:
    one = LevelModel()
    monkeypatch.setenv("ISAC_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(commands_transcribe, "build_reader", lambda settings, workers: one.reader)
    monkeypatch.setattr(commands_transcribe, "load_detector", lambda: one.detector)
    return one


def recording(path: Path, *channels: str) -> Path:
    """Of utterances, a comma after each."""
    sound = [np.concatenate([spoken(said, silence=2) for said in channel.split(", ")]) for channel in channels]
    write(path, "wav", "pcm_s16le", np.stack(sound), RATE)
    return path


def interrupted(model: LevelModel, files: list[Path], *, at: int, split: bool = False) -> None:
    model.interrupt_at = at
    with pytest.raises(KeyboardInterrupt):
        transcribe(files, "es", stream=False, split=split)
    model.interrupt_at, model.windows = None, []


def test_of_a_file_that_was_interrupted_only_the_rest_is_read(
    tmp_path: Path, model: LevelModel, capsys: pytest.CaptureFixture[str]
) -> None:
    path = recording(tmp_path / "long.wav", "paca pade, meca mede, sica side")
    interrupted(model, [path], at=2)
    assert transcribe([path], "es", stream=False, split=False) == 0
    (line,) = lines(capsys)
    assert (line["text"], line["seconds"]) == ("paca pade meca mede sica side", 9.0)
    assert model.windows == ["sica side"]
    assert list((tmp_path / "data" / "transcripts").iterdir()) == []  # another time it is read anew


def test_a_channel_that_was_read_before_the_other_was_interrupted_is_not_read_again(
    tmp_path: Path, model: LevelModel, capsys: pytest.CaptureFixture[str]
) -> None:
    path = recording(tmp_path / "call.wav", "paca pade, meca mede", "toca tode, luca lude")
    interrupted(model, [path], at=3, split=True)
    assert transcribe([path], "es", stream=False, split=True) == 0
    (line,) = lines(capsys)
    told = [(part["speaker"], part["text"]) for part in line["segments"]]
    assert sorted(told) == [
        ("left", "meca mede"),
        ("left", "paca pade"),
        ("right", "luca lude"),
        ("right", "toca tode"),
    ]
    assert model.windows == ["luca lude"]


def test_a_file_that_was_read_before_another_was_interrupted_is_told_and_not_read_again(
    tmp_path: Path, model: LevelModel, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [recording(tmp_path / "a.wav", "paca pade"), recording(tmp_path / "b.wav", "meca mede, sica side")]
    interrupted(model, files, at=2)
    capsys.readouterr()
    assert transcribe(files, "es", stream=False, split=False) == 0
    assert [(line["text"], line["seconds"]) for line in lines(capsys)] == [
        ("paca pade", 3.0),
        ("meca mede sica side", 6.0),
    ]
    assert model.windows == ["sica side"]


def test_a_name_that_is_not_utf8_keeps_no_file_from_being_read(
    tmp_path: Path, model: LevelModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    old = recording(tmp_path / os.fsdecode(b"grabaci\xf3n.wav"), "paca pade")
    new = recording(tmp_path / "nueva.wav", "meca mede")
    assert transcribe([old, new], "es", stream=False, split=False) == 0
    told = [json.loads(line) for line in written.getvalue().decode().splitlines()]
    assert [(line["file"], line["text"]) for line in told] == [(str(old), "paca pade"), (str(new), "meca mede")]


def test_at_a_terminal_a_bar_tells_how_much_of_both_channels_was_read(
    tmp_path: Path, model: LevelModel, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = recording(tmp_path / "call.wav", "paca pade, meca mede", "toca tode, luca lude")
    transcribe([path], "es", stream=False, split=True)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    model.windows = []
    interrupted(model, [path], at=2, split=True)  # after three of six seconds of the second one
    shown = capsys.readouterr().err
    assert "call.wav" in shown
    assert "75%" in shown
    assert "100%" not in shown


@pytest.mark.parametrize("split", [False, True])
def test_sound_that_is_cut_off_or_damaged_is_told_once(
    tmp_path: Path,
    model: LevelModel,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    split: bool,
) -> None:
    def nobody(pieces: Iterable[Samples], *of: object) -> list[Segment]:
        assert len(list(pieces)) > 0
        return []

    monkeypatch.setattr(commands_transcribe, "read_offline", nobody)
    loud, damaged = tmp_path / "loud.wav", tmp_path / "damaged.mp3"
    write(loud, "wav", "pcm_s16le", np.stack([np.clip(tone(2, RATE, 300, 1.5), -1, 1)] * 2), RATE)
    write(damaged, "mp3", "libmp3lame", np.stack([tone(4, RATE)] * 2), RATE)
    data = bytearray(damaged.read_bytes())
    half = len(data) // 2
    data[half : half + 3000] = bytes(range(250)) * 12
    damaged.write_bytes(bytes(data))
    fine = recording(tmp_path / "fine.wav", "paca pade", "meca mede")
    transcribe([loud, damaged, fine], "es", stream=False, split=split)
    told = [line.removeprefix(f"{tmp_path}/") for line in capsys.readouterr().err.splitlines()]
    assert [line.split(",")[0] for line in told] == [
        "loud.wav: it was recorded too loud",
        "damaged.mp3: it is damaged",
    ]
