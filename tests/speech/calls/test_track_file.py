import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speech.calls.sealing import key_of_folder
from speech.calls.track_file import PIECE, TrackFile, TrackFileBusy, create_track_file, open_track_file
from speech.errors import SoundUnreadable, SpeechUnavailable
from speech.segments import RATE, Samples

KEY = b"k" * 32
STEP = 1 / 32768


def tone(count: int) -> Samples:
    return np.sin(np.arange(count) / 7).astype(np.float32) * np.float32(0.5)


def written(path: Path, *lengths: int, begin: int = 0) -> TrackFile:
    spool = create_track_file(path, KEY, begin)
    at = 0
    for length in lengths:
        spool.append(tone(sum(lengths))[at : at + length])
        at += length
    return spool


def test_what_was_written_is_read_again_by_the_next_process(tmp_path: Path) -> None:
    written(tmp_path / "c" / "citizen.spool", 10, 3 * RATE, 1, begin=500).close()
    spool = open_track_file(tmp_path / "c" / "citizen.spool", KEY)
    assert (spool.begin, spool.end) == (500, 500 + 3 * RATE + 11)
    assert np.allclose(spool.read(0, 10 * RATE), tone(3 * RATE + 11), atol=STEP)


@settings(max_examples=30, deadline=None)
@given(lengths=st.lists(st.integers(1, 2 * PIECE), min_size=1, max_size=12), data=st.data())
def test_any_stretch_is_read(tmp_path_factory: pytest.TempPathFactory, lengths: list[int], data: st.DataObject) -> None:
    spool = written(tmp_path_factory.mktemp("s") / "s", *lengths)
    total = sum(lengths)
    start = data.draw(st.integers(0, total))
    count = data.draw(st.integers(0, total))
    assert np.allclose(spool.read(start, count), tone(total)[start : start + count], atol=STEP)
    spool.close()


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_piece_cut_by_a_crash_costs_that_piece_and_no_more(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "s"
    written(path, 2 * PIECE).close()
    os.truncate(path, path.stat().st_size - cut)
    spool = create_track_file(path, KEY, 0)
    assert spool.end == PIECE
    spool.append(tone(2 * PIECE)[PIECE:])
    assert np.allclose(spool.read(0, 2 * PIECE), tone(2 * PIECE), atol=STEP)


@pytest.mark.parametrize("size", [0, 1, 31])
def test_a_header_cut_by_a_crash_is_written_again(tmp_path: Path, size: int) -> None:
    path = tmp_path / "s"
    written(path).close()
    os.truncate(path, size)
    assert create_track_file(path, KEY, 77).begin == 77


def test_one_process_writes_at_a_time_and_others_may_read(tmp_path: Path) -> None:
    path = tmp_path / "s"
    first = written(path, 100)
    with pytest.raises(TrackFileBusy):
        create_track_file(path, KEY, 0)
    assert len(open_track_file(path, KEY, write=False).read(0, 100)) == 100
    first.close()
    create_track_file(path, KEY, 0)


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("size", [0, 20])
def test_a_full_disk_is_told_and_leaves_the_call_to_the_next_try(tmp_path: Path, size: int) -> None:
    path, before = tmp_path / "s", os.listdir("/dev/fd")
    with full_disk(size), pytest.raises(SpeechUnavailable, match="free space"):
        create_track_file(path, KEY, 5)
    assert os.listdir("/dev/fd") == before
    spool = create_track_file(path, KEY, 77)
    assert spool.begin == 77
    with full_disk(100), pytest.raises(SpeechUnavailable, match="free space"):
        spool.append(tone(PIECE))
    spool.append(tone(PIECE))
    assert np.allclose(spool.read(77, PIECE), tone(PIECE), atol=STEP)


def test_where_there_is_no_room_for_a_folder_it_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "calls").write_bytes(b"")
    with pytest.raises(SpeechUnavailable):
        create_track_file(tmp_path / "calls" / "a" / "s", KEY, 0)


def test_nothing_of_the_sound_can_be_read_without_the_key(tmp_path: Path) -> None:
    path = tmp_path / "s"
    spool = create_track_file(path, KEY, 0)
    spool.append(np.full(PIECE, 0.25, dtype=np.float32))
    spool.close()
    assert np.int16(round(0.25 * 32768)).tobytes() * 4 not in path.read_bytes()
    with pytest.raises(SoundUnreadable, match="another key"):
        open_track_file(path, b"x" * 32).read(0, PIECE)


def test_a_piece_moved_within_the_file_does_not_open(tmp_path: Path) -> None:
    path = tmp_path / "s"
    written(path, 2 * PIECE).close()
    data = path.read_bytes()
    header, size = 32, (len(data) - 32) // 2
    path.write_bytes(data[:header] + data[header + size :] + data[header : header + size])
    with pytest.raises(SoundUnreadable):
        open_track_file(path, KEY).read(0, PIECE)


def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s"
    path.write_bytes(b"RIFF" * 20)
    with pytest.raises(SoundUnreadable, match="not one of ours"):
        create_track_file(path, KEY, 0)
    assert path.read_bytes() == b"RIFF" * 20


@pytest.mark.parametrize("content", [b"", b"0" * 31, b"0" * 64 + b"\n"])
def test_a_file_that_holds_no_key_is_named_and_not_used(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "audio.key").write_bytes(content)
    with pytest.raises(SoundUnreadable, match=rf"audio\.key has {len(content)} bytes"):
        key_of_folder(tmp_path)
    assert (tmp_path / "audio.key").read_bytes() == content


def test_the_key_is_made_once_and_is_its_owners(tmp_path: Path) -> None:
    key = key_of_folder(tmp_path / "data")
    assert len(key) == 32
    assert key_of_folder(tmp_path / "data") == key
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["audio.key"]
    assert (tmp_path / "data" / "audio.key").stat().st_mode & 0o777 == 0o600
