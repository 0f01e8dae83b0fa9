"""``isac transcribe`` over real sound: files, bad files, two speakers, and as if it were spoken now."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from api.commands_transcribe import transcribe
from evals.bench.speech import CLIPS
from evals.speech.clips import load_clips
from evals.speech.wer import errors
from speech.segments import RATE
from tests.speech.sounds import write

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
