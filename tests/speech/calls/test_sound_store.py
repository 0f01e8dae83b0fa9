"""Sound that was kept, to listen to."""

import os
from pathlib import Path

import numpy as np
import pytest

from speech.calls.sound_store import SoundStore
from speech.errors import AudioNotKept, SoundUnreadable
from speech.segments import RATE


def kept(folder: Path) -> SoundStore:
    shelf = SoundStore(folder, b"k" * 32)
    spool = shelf.begin("c1", "citizen", RATE)
    spool.append(np.full(25 * RATE, 0.25, np.float32))
    spool.close()
    return shelf


def test_a_track_is_silent_until_it_begins(tmp_path: Path) -> None:
    sound = kept(tmp_path).sound("c1", "citizen")
    heard = np.concatenate(list(sound.pieces()))
    assert len(heard) == sound.samples == 26 * RATE
    assert (heard[:RATE].max(), heard[RATE:].min()) == (0, 0.25)


def test_no_file_stays_open_for_who_does_not_listen_to_the_end(tmp_path: Path) -> None:
    shelf = kept(tmp_path)
    before = os.listdir("/dev/fd")
    shelf.sound("c1", "citizen")
    for _ in shelf.sound("c1", "citizen").pieces():
        break
    for missing in (SoundStore(tmp_path, b"x" * 32), SoundStore(tmp_path / "none", b"k" * 32)):
        with pytest.raises((SoundUnreadable, AudioNotKept)):
            missing.sound("c1", "citizen")
    assert os.listdir("/dev/fd") == before
