"""Word errors and latencies of recordings become the right cells, and manifests are read with their lines."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.speech.clips import Clip, load_clips, load_words
from evals.speech.hearing import HeardClip
from evals.speech.measured import speech_table
from evals.speech.wer import Errors, errors
from knowledge.languages import Language
from speech.listening.lag import LagMeter
from speech.listening.paced import PacedTranscript
from speech.segments import Segment, Word

WORDS = st.lists(st.sampled_from(["pensión", "de", "viudedad", "cita", "Lugo"]), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("said", "written", "wrong", "total"),
    [
        ("quiero una cita", "Quiero una cita.", 0, 3),
        ("pensión de viudedad", "pension de viudedad", 0, 3),
        ("quiero una cita", "quiero cita", 1, 3),
        ("quiero una cita", "no quiero una cita ya", 2, 3),
        ("quiero una cita", "", 3, 3),
        ("", "hola", 1, 0),
    ],
)
def test_words_wrong_missing_and_too_many_are_errors_but_marks_are_not(
    said: str, written: str, wrong: int, total: int
) -> None:
    assert errors(said, written) == Errors(wrong, total)


@given(WORDS, WORDS)
def test_errors_are_bounded_by_the_words_of_both(said: str, written: str) -> None:
    found = errors(said, written)
    assert errors(said, said).wrong == 0
    assert abs(len(said.split()) - len(written.split())) <= found.wrong <= max(len(said.split()), len(written.split()))


def test_nothing_said_has_no_rate_and_errors_add_up() -> None:
    assert Errors(1, 0).rate == 0.0
    assert (Errors(1, 4) + Errors(1, 4)).rate == 0.25


def heard(language: Language, said: str, written: str, lags: list[float], behind: int = 0) -> HeardClip:
    words = tuple(Word(word, float(at), at + 0.5, 0.9) for at, word in enumerate(written.split()))
    spoken = PacedTranscript([Segment(0, language, words)], LagMeter(lags, [lag / 2 for lag in lags]), behind)
    return HeardClip(Clip(Path("x.wav"), language, said), spoken)


def test_the_table_has_a_line_for_all_and_each_language_that_was_heard() -> None:
    clips = [
        heard("es", "quiero una cita hoy", "quiero una cita ayer", [1.0, 2.0], behind=1),
        heard("fr", "je veux partir", "je veux partir", [3.0]),
    ]
    lines = speech_table(clips, ["quiero una cita hoy", "je peux"]).splitlines()
    cells = {line.split(" | ")[0].strip("| "): line.strip("| ").split(" | ") for line in lines[2:]}
    assert list(cells) == ["all", "es", "fr"]
    assert cells["all"][1:6] == ["2", "7", "14.3", "28.6", "2.00"]
    assert cells["es"][1:5] == ["1", "4", "25.0", "0.0"]
    assert cells["fr"][-1] == "0"
    assert cells["es"][-1] == "1"


def manifest(folder: Path, *rows: object) -> None:
    (folder / "manifest.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def test_clips_are_of_served_languages_and_more_than_a_word(tmp_path: Path) -> None:
    manifest(
        tmp_path,
        {"file": "a.wav", "lang": "es", "transcript": "quiero una cita", "transcript_quality": "gold"},
        {"file": "b.wav", "lang": "es", "transcript": "siete"},
        {"file": "c.wav", "lang": "de", "transcript": "guten Tag"},
        {"file": "d.wav", "lang": "eu", "transcript": "egun on", "transcript_quality": "silver"},
    )
    assert [clip.path.name for clip in load_clips(tmp_path)] == ["a.wav", "d.wav"]
    assert [clip.path.name for clip in load_clips(tmp_path, frozenset({"gold"}))] == ["a.wav"]
    assert [clip.said for clip in load_words(tmp_path)] == ["siete"]


def test_a_line_that_is_no_clip_is_told_with_its_number(tmp_path: Path) -> None:
    manifest(tmp_path, {"file": "a.wav", "lang": "es", "transcript": "hola, buenas"}, {"file": "b.wav"})
    with pytest.raises(ValueError, match=r"manifest\.jsonl:2"):
        load_clips(tmp_path)
