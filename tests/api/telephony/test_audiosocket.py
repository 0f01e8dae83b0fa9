"""AudioSocket's packets, read: the same however TCP cut them."""

import contextlib
import struct
from itertools import pairwise
from typing import Literal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.telephony.audiosocket import RATES, AudioSocket
from api.telephony.frames import BadFrame, Frame, Left, Opened, Sound

CALL = UUID("40325ec2-5efd-4bd3-805f-53576e581d13")


def packet(kind: int, payload: bytes = b"") -> bytes:
    return struct.pack(">BH", kind, len(payload)) + payload


IDENTITY = packet(0x01, CALL.bytes)


def read(data: bytes, cuts: list[int]) -> list[Frame]:
    socket, edges = AudioSocket("citizen"), [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    return [frame for begin, end in pairwise(edges) for frame in socket.receive(data[begin:end])]


@given(st.lists(st.binary(max_size=40).map(lambda b: b + b), max_size=12), st.lists(st.integers(0, 600), max_size=30))
def test_where_tcp_cut_the_packets_changes_nothing(payloads: list[bytes], cuts: list[int]) -> None:
    packets = b"".join(packet(0x10, payload) for payload in payloads)
    frames = read(IDENTITY + packets + packet(0x00), cuts)
    sound = [frame for frame in frames if isinstance(frame, Sound)]
    assert b"".join(frame.data for frame in sound) == b"".join(payloads)
    assert [frame.position for frame in sound] == [
        sum(len(p.data) for p in sound[:n]) // 2 for n, _ in enumerate(sound)
    ]
    assert frames[-1] == Left("yes")


@pytest.mark.parametrize(("kind", "rate"), RATES.items())
def test_the_kind_of_the_sound_tells_its_rate(kind: int, rate: int) -> None:
    opened, sound = read(IDENTITY + packet(kind, b"\1\0\2\0"), [])
    assert opened == Opened(f"audiosocket:{CALL}", ("citizen",), "pcm_s16le", rate)
    assert sound == Sound("citizen", 0, b"\1\0\2\0")


def test_keys_and_silence_are_no_sound() -> None:
    assert read(IDENTITY + packet(0x03, b"5") + packet(0x02), []) == []


@pytest.mark.parametrize(("code", "over"), [(b"", "no"), (b"\2", "no"), (b"\4", "no"), (b"\1", "yes"), (b"\3", "yes")])
def test_an_error_of_asterisk_leaves_the_call_open_unless_it_has_hung_up(
    code: bytes, over: Literal["yes", "no"]
) -> None:
    assert read(IDENTITY + packet(0xFF, code), []) == [Left(over)]


def test_a_connection_that_is_closed_perhaps_ends_the_call() -> None:
    socket = AudioSocket("citizen")
    list(socket.receive(IDENTITY))
    assert list(socket.closed()) == [Left("perhaps")]


def test_nothing_is_read_after_the_hangup() -> None:
    assert read(IDENTITY + packet(0x00) + b"whatever follows", []) == [Left("yes")]


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n",
        b"\x16\x03\x01\x02\x00",
        packet(0x10, b"\0\0"),
        packet(0x00),
        packet(0x01, b"short"),
        IDENTITY + IDENTITY,
        IDENTITY + packet(0x10, b"odd"),
        IDENTITY + packet(0x10, b"\0\0") + packet(0x12, b"\0\0"),
    ],
)
def test_what_is_not_the_protocol_is_refused(data: bytes) -> None:
    with pytest.raises(BadFrame):
        read(data, [])


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(BadFrame):
        read(data, [])
