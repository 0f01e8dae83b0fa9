import struct
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speech.calls.positioned import PATIENCE_S, Piece, Positioned
from speech.errors import NotAudio

RATE = 100
PATIENCE = int(PATIENCE_S * RATE)


def buffer(at: int = 0) -> Positioned:
    return Positioned(RATE, b"\0\0", at)


def samples(first: int, count: int) -> bytes:
    """Every sample tells its own position, from 1, so that silence is told apart."""
    return struct.pack(f"<{count}H", *range(first + 1, first + count + 1))


def numbers(pieces: Iterable[Piece]) -> list[int]:
    data = b"".join(piece.data for piece in pieces)
    return list(struct.unpack(f"<{len(data) // 2}H", data))


@st.composite
def arrivals(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Pieces (position, length) of a track: some lost, some doubled or overlapping, none later than the patience."""
    lengths = draw(st.lists(st.integers(1, 20), min_size=1, max_size=40))
    pieces, at = [], 0
    for length in lengths:
        if draw(st.integers(0, 9)):
            pieces.append((at, length))
            if draw(st.booleans()) and at:
                pieces.append((at - 1, 1))
        at += length
    keys = [(position + draw(st.integers(0, PATIENCE - 21)), n) for n, (position, _) in enumerate(pieces)]
    order = [pieces[n] for _, n in sorted(keys)]
    return order + draw(st.lists(st.sampled_from(order), max_size=3)) if order else order


@given(arrivals())
def test_any_order_doubling_and_loss_gives_the_same_samples(pieces: list[tuple[int, int]]) -> None:
    held = buffer()
    out = [piece for position, count in pieces for piece in held.put(position, samples(position, count))]
    out += held.flush()
    end = max((position + count for position, count in pieces), default=0)
    sent = {n for position, count in pieces for n in range(position, position + count)}
    assert numbers(out) == [n + 1 if n in sent else 0 for n in range(end)]


def test_a_missing_piece_is_waited_for_no_longer_than_the_patience() -> None:
    held = buffer()
    assert list(held.put(10, samples(10, PATIENCE - 10))) == []
    assert numbers(held.put(PATIENCE, samples(PATIENCE, 9))) == [0] * 9
    assert numbers(held.put(PATIENCE + 9, samples(PATIENCE + 9, 1))) == [0, *range(11, PATIENCE + 11)]
    assert list(held.put(0, samples(0, 10))) == []  # too late: its silence is out already


def test_it_goes_on_from_where_the_track_is() -> None:
    held = buffer(at=50)
    assert numbers(held.put(40, samples(40, 15))) == [51, 52, 53, 54, 55]


@pytest.mark.parametrize(("position", "data"), [(0, b"abc"), (RATE * 3600 + 1, b"ab"), (2**64 - 1, b"ab")])
def test_what_cannot_be_is_refused(position: int, data: bytes) -> None:
    with pytest.raises(NotAudio):
        list(buffer().put(position, data))


def test_an_hour_counts_from_the_last_sound_that_came() -> None:
    held = buffer(at=RATE * 5 * 3600)
    assert list(held.put(RATE * 5 * 3600, samples(0, 1)))
    assert list(held.put(RATE * 6 * 3600, samples(0, 1)))
    with pytest.raises(NotAudio):
        list(held.put(RATE * 8 * 3600, samples(0, 1)))


def test_a_long_hole_comes_in_small_pieces() -> None:
    held = buffer()
    out = [*held.put(RATE * 3600, samples(0, 1)), *held.flush()]
    assert max(len(piece.data) for piece in out) <= RATE * 2
    assert len(numbers(out)) == RATE * 3600 + 1


def test_silence_for_what_is_missing_is_told_from_what_came() -> None:
    held = buffer()
    out = [*held.put(0, bytes(2 * 5)), *held.put(8, samples(8, 2)), *held.flush()]
    assert [(len(piece.data) // 2, piece.missing) for piece in out] == [(5, False), (3, True), (2, False)]
