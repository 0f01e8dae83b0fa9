"""Twilio's messages, read: tracks, positions, doubles, and what is none of them."""

import base64
import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.telephony.frames import BadFrame, Left, Opened, Sound
from api.telephony.twilio import TwilioStream


def start(**changed: Any) -> str:
    body = {
        "streamSid": "MZ1",
        "accountSid": "AC1",
        "callSid": "CA1",
        "tracks": ["inbound", "outbound"],
        "customParameters": {},
        "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        **changed,
    }
    return json.dumps({"event": "start", "sequenceNumber": "1", "streamSid": "MZ1", "start": body})


def media(chunk: int, at_ms: int, data: bytes = b"\xff" * 160, track: str = "inbound") -> str:
    body = {"track": track, "chunk": str(chunk), "timestamp": str(at_ms), "payload": base64.b64encode(data).decode()}
    return json.dumps({"event": "media", "sequenceNumber": str(chunk + 1), "streamSid": "MZ1", "media": body})


STOP = json.dumps({"event": "stop", "sequenceNumber": "9", "streamSid": "MZ1", "stop": {"callSid": "CA1"}})


def started(**changed: Any) -> TwilioStream:
    stream = TwilioStream()
    stream.receive(json.dumps({"event": "connected", "protocol": "Call", "version": "1.0.0"}))
    stream.receive(start(**changed))
    return stream


def test_a_stream_opens_a_call_with_both_sides() -> None:
    (opened,) = TwilioStream().receive(start(customParameters={"language": "ca"}))
    assert opened == Opened("twilio:CA1", ("citizen", "agent"), "mulaw", 8_000, "ca")


def test_when_the_agent_is_the_one_who_dialled_the_sides_are_swapped() -> None:
    stream = started(customParameters={"citizen": "outbound"})
    (sound,) = stream.receive(media(1, 0))
    assert isinstance(sound, Sound)
    assert sound.track == "agent"


@given(st.lists(st.integers(-15, 15), min_size=1, max_size=50))
def test_timestamps_that_waver_leave_no_seam(wavering: list[int]) -> None:
    stream = started()
    positions = [
        frame.position
        for n, late in enumerate(wavering)
        for frame in stream.receive(media(n + 1, max(0, 20 * n + late)))
        if isinstance(frame, Sound)
    ]
    assert positions == [160 * n for n in range(len(wavering))]


def test_what_was_lost_leaves_its_time_empty() -> None:
    stream = started()
    stream.receive(media(1, 0))
    assert stream.receive(media(52, 1020)) == [Sound("citizen", 8160, b"\xff" * 160)]


def test_a_message_that_comes_twice_is_heard_once() -> None:
    stream = started()
    assert len(stream.receive(media(1, 0))) == 1
    assert stream.receive(media(1, 0)) == []


def test_each_side_counts_for_itself() -> None:
    stream = started()
    stream.receive(media(1, 0))
    assert stream.receive(media(1, 5, track="outbound")) == [Sound("agent", 0, b"\xff" * 160)]


def test_keys_and_marks_are_no_sound() -> None:
    stream = started()
    assert stream.receive(json.dumps({"event": "dtmf", "dtmf": {"track": "inbound_track", "digit": "1"}})) == []
    assert stream.receive(json.dumps({"event": "mark", "mark": {"name": "m"}})) == []


def test_stop_ends_the_stream_once_and_perhaps_the_call() -> None:
    stream = started()
    assert stream.receive(STOP) == [Left("perhaps")]
    assert stream.receive(STOP) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[]",
        "null",
        "[" * 100_000,
        json.dumps({"event": "hangup"}),
        json.dumps({"event": "start"}),
        start(callSid=None),
        start(callSid=""),
        start(callSid="CA\0"),
        start(tracks=["both"]),
        start(tracks=[]),
        start(tracks=[{}]),
        start(customParameters=[]),
        start(mediaFormat={"encoding": "audio/x-l16", "sampleRate": 16000, "channels": 1}),
        media(1, 0),
    ],
)
def test_what_is_not_a_message_of_the_protocol_is_refused(text: str) -> None:
    with pytest.raises(BadFrame):
        TwilioStream().receive(text)


@pytest.mark.parametrize(
    "body",
    [
        {"track": "inbound", "chunk": "1", "timestamp": "0", "payload": "no base64!"},
        {"track": "inbound", "chunk": "1", "timestamp": "0"},
        {"track": "inbound", "chunk": "1", "timestamp": "-5", "payload": ""},
        {"track": "inbound", "chunk": "1" * 9000, "timestamp": "0", "payload": ""},
        {"track": "sideways", "chunk": "1", "timestamp": "0", "payload": ""},
        "media",
    ],
)
def test_sound_that_cannot_be_placed_is_refused(body: Any) -> None:
    with pytest.raises(BadFrame):
        started().receive(json.dumps({"event": "media", "media": body}))


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(BadFrame):
        TwilioStream().receive(text)
