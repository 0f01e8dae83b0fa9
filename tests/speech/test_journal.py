"""An interrupted reading goes on where it was."""

import os
from pathlib import Path

import numpy as np
import pytest

from speech.calls.journal import Journal, sweep
from speech.segments import RATE, Segment, Word


def segment(number: int, end: float) -> Segment:
    return Segment(number, "es", (Word("hola", end - 0.5, end, 0.8),))


def test_segments_on_disk_are_not_read_again(tmp_path: Path) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    kept = Journal.of(tmp_path / "j", sound, "base").keep([segment(0, 1.0), segment(1, 2.0), segment(2, 3.0)])
    assert [next(kept), next(kept)] == [segment(0, 1.0), segment(1, 2.0)]
    del kept  # interrupted
    again = Journal.of(tmp_path / "j", sound, "base")
    assert again.segments == (segment(0, 1.0), segment(1, 2.0))
    assert again.at == 2.0
    pieces = [np.full(RATE, second, np.float32) for second in range(4)]
    assert [float(piece[0]) for piece in again.rest(pieces)] == [2.0, 3.0]
    assert list(again.keep([segment(2, 3.0)])) == [segment(0, 1.0), segment(1, 2.0), segment(2, 3.0)]
    again.forget()
    assert Journal.of(tmp_path / "j", sound, "base").segments == ()


def test_sound_that_was_read_to_its_end_is_not_read_again(tmp_path: Path) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    list(Journal.of(tmp_path, sound, "base").keep([segment(0, 1.0)]))
    for _ in range(2):
        again = Journal.of(tmp_path, sound, "base")
        assert list(again.rest([np.zeros(RATE, np.float32)] * 3)) == []
        assert again.whole
        assert list(again.keep([])) == [segment(0, 1.0)]
    assert Journal.of(tmp_path, sound, "base").whole


def test_what_nobody_goes_on_with_is_deleted(tmp_path: Path) -> None:
    for name, at in (("old", 100.0), ("new", 300.0)):
        (tmp_path / f"{name}.jsonl").write_text("")
        os.utime(tmp_path / f"{name}.jsonl", (at, at))
    (tmp_path / "told.jsonl").symlink_to(tmp_path / "by another")
    sweep(tmp_path, before=200.0)
    (tmp_path / "told.jsonl").unlink()
    sweep(tmp_path / "none", before=200.0)
    assert [path.name for path in tmp_path.iterdir()] == ["new.jsonl"]


@pytest.mark.parametrize("half", [b'{"number": 1, "lang', b'{"number": 1, "words": [["\xc3', b'{"number": 1}'])
def test_half_a_line_is_read_again_and_what_follows_is_kept(tmp_path: Path, half: bytes) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    kept = Journal.of(tmp_path, sound, "base").keep([segment(0, 1.0), segment(1, 2.0)])
    assert next(kept) == segment(0, 1.0)
    del kept  # interrupted
    with Journal.of(tmp_path, sound, "base").path.open("ab") as lines:
        lines.write(half)
    again = Journal.of(tmp_path, sound, "base")
    assert again.segments == (segment(0, 1.0),)
    list(again.keep([segment(1, 2.0), segment(2, 3.0)]))  # interrupted once more
    assert Journal.of(tmp_path, sound, "base").segments == (segment(0, 1.0), segment(1, 2.0), segment(2, 3.0))


def test_another_file_or_another_way_begins_anew(tmp_path: Path) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    list(Journal.of(tmp_path, sound, "base").keep([segment(0, 1.0)]))
    assert Journal.of(tmp_path, sound, "large").segments == ()
    sound.write_bytes(b"xy")
    os.utime(sound, (1, 1))
    assert Journal.of(tmp_path, sound, "base").segments == ()
    with pytest.raises(FileNotFoundError):
        Journal.of(tmp_path, tmp_path / "none.wav", "base")


def test_two_that_read_a_file_at_once_write_nothing_twice(tmp_path: Path) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    said = [segment(number, number + 1.0) for number in range(4)]
    first = Journal.of(tmp_path, sound, "base").keep(said)
    next(first)
    second = Journal.of(tmp_path, sound, "base")
    assert second.segments == (said[0],)
    assert list(second.keep(said[1:])) == said
    assert next(first) == said[1]
    del first  # interrupted
    assert Journal.of(tmp_path, sound, "base").segments == (said[0], said[1])


def test_a_half_line_that_another_is_writing_is_left_to_it(tmp_path: Path) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    first = Journal.of(tmp_path, sound, "base")
    writing = first.keep([segment(0, 1.0)])
    next(writing)
    with first.path.open("ab") as line:
        line.write(b'{"number": 1')
    size = first.path.stat().st_size
    assert len(Journal.of(tmp_path, sound, "base").segments) == 1
    assert first.path.stat().st_size == size


def test_what_another_has_read_since_is_not_written_again(tmp_path: Path) -> None:
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"x")
    late = Journal.of(tmp_path, sound, "base")
    list(Journal.of(tmp_path, sound, "base").keep([segment(0, 1.0)]))
    assert list(late.keep([segment(0, 1.0)])) == [segment(0, 1.0)]
    assert Journal.of(tmp_path, sound, "base").segments == (segment(0, 1.0),)
