"""AudioHook's messages, read: the opening, two sides in one stream, pauses, and what is none of them."""

import contextlib
import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.telephony.audiohook import AudioHook
from api.telephony.frames import BadFrame, Frame, Left, Opened, ReplyFrame, Sound, Spoken

SESSION, ORGANIZATION = "30b0e395-84d3-4570-ac13-9a62d8f514c0", "d7934305-0972-4844-938e-9060eef73d05"
BOTH = {"type": "audio", "format": "PCMU", "channels": ["external", "internal"], "rate": 8000}
ONE = {**BOTH, "channels": ["external"]}


OPENING = {
    "version": "2",
    "id": SESSION,
    "type": "open",
    "seq": 1,
    "serverseq": 0,
    "position": "PT0S",
    "parameters": {"organizationId": ORGANIZATION, "conversationId": ORGANIZATION, "media": [BOTH]},
}


class Client:
    """Numbers its messages as a client does."""

    def __init__(self) -> None:
        self.hook, self.seq, self.serverseq = AudioHook(SESSION, ORGANIZATION), 0, 0

    def send(self, kind: str, parameters: dict[str, Any], **changed: Any) -> list[Frame]:
        self.seq += 1
        message = {
            "version": "2",
            "id": SESSION,
            "type": kind,
            "seq": self.seq,
            "serverseq": self.serverseq,
            "position": "PT0S",
            "parameters": parameters,
            **changed,
        }
        frames = list(self.hook.receive(json.dumps(message)))
        self.serverseq += sum(isinstance(frame, ReplyFrame) for frame in frames)
        return frames

    def open(self, **changed: Any) -> list[Frame]:
        parameters = {
            "organizationId": ORGANIZATION,
            "conversationId": "090eaa2f-72fa-480a-83e0-8667ff89c0ec",
            "participant": {"id": SESSION, "ani": "+34600000000", "aniName": "", "dnis": "+34900000000"},
            "media": [ONE, BOTH],
            "language": "gl-ES",
            **changed,
        }
        return self.send("open", parameters)


def answer(frame: Frame) -> dict[str, Any]:
    assert isinstance(frame, ReplyFrame)
    message: dict[str, Any] = json.loads(frame.message)
    return message


def test_a_session_opens_with_both_sides_when_they_are_offered() -> None:
    opened, reply = Client().open(supportedLanguages=True)
    reference = "audiohook:090eaa2f-72fa-480a-83e0-8667ff89c0ec"
    assert opened == Opened(reference, ("citizen", "agent"), "mulaw", 8_000, "gl")
    assert answer(reply)["type"] == "opened"
    assert answer(reply)["parameters"]["media"] == [BOTH]
    assert "eu-ES" in answer(reply)["parameters"]["supportedLanguages"]


def test_what_genesys_sends_to_try_the_connection_opens_no_call() -> None:
    client = Client()
    (reply,) = client.open(conversationId="00000000-0000-0000-0000-000000000000")
    assert answer(reply)["type"] == "opened"
    (closed,) = client.send("close", {"reason": "end"})
    assert answer(closed)["type"] == "closed"


def test_samples_of_both_sides_come_in_turn() -> None:
    client = Client()
    client.open()
    frames = client.hook.receive_sound(bytes([1, 101, 2, 102, 3, 103]))
    assert frames == [Sound("citizen", 0, bytes([1, 2, 3])), Sound("agent", 0, bytes([101, 102, 103]))]
    assert client.hook.receive_sound(bytes([4, 104]))[0] == Sound("citizen", 3, bytes([4]))


def test_linear_samples_of_both_sides_come_in_turn() -> None:
    client = Client()
    client.open(media=[{**BOTH, "format": "L16"}])
    samples = np.array([[1, -1], [2, -2], [300, -300]], "<i2")
    citizen, agent = client.hook.receive_sound(samples.tobytes())
    assert isinstance(citizen, Sound)
    assert isinstance(agent, Sound)
    assert (citizen.data, agent.data) == (samples[:, 0].tobytes(), samples[:, 1].tobytes())


def test_what_was_paused_or_discarded_leaves_its_time_empty() -> None:
    client = Client()
    client.open(media=[ONE])
    client.hook.receive_sound(bytes(8000))
    client.send("paused", {})
    client.send("resumed", {"start": "PT1S", "discarded": "PT2.5S"})
    assert client.hook.receive_sound(bytes(8000)) == [Sound("citizen", 28_000, bytes(8000))]
    client.send("discarded", {"start": "PT4.5S", "discarded": "PT0.5S"})
    assert client.hook.receive_sound(bytes(1)) == [Sound("citizen", 40_000, bytes(1))]


def test_a_time_may_have_as_many_decimals_as_a_client_counts_with() -> None:
    client = Client()
    client.open(media=[ONE])
    client.send("discarded", {"start": "PT0S", "discarded": "PT0.30000000000000004S"}, position="PT0.1234567890123S")
    assert client.hook.receive_sound(bytes(1)) == [Sound("citizen", 2400, bytes(1))]


def test_a_ping_is_answered_in_its_turn() -> None:
    client = Client()
    client.open()
    (reply,) = client.send("ping", {"rtt": "PT0.05S"})
    assert answer(reply) == {
        "version": "2",
        "type": "pong",
        "id": SESSION,
        "seq": 2,
        "clientseq": 2,
        "parameters": {},
    }


@pytest.mark.parametrize(
    ("parameters", "spoken"), [({"language": "ca-ES"}, [Spoken("ca")]), ({"language": "de-DE"}, []), ({}, [])]
)
def test_the_language_may_be_told_later(parameters: Any, spoken: list[Frame]) -> None:
    client = Client()
    client.open()
    *frames, reply = client.send("update", parameters)
    assert (frames, answer(reply)["type"]) == (spoken, "updated")


def test_before_the_opening_there_is_no_call_to_tell_a_language_of() -> None:
    assert [answer(frame)["type"] for frame in Client().send("update", {"language": "ca-ES"})] == ["updated"]


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [("dtmf", {"digit": "5"}), ("playback_started", {}), ("playback_completed", {}), ("shout", {"loud": True})],
)
def test_keys_played_sound_and_what_is_not_known_do_not_end_the_session(kind: str, parameters: Any) -> None:
    client = Client()
    client.open(media=[ONE])
    assert client.send(kind, parameters) == []
    assert client.hook.receive_sound(b"1") == [Sound("citizen", 0, b"1")]
    assert [answer(frame)["type"] for frame in client.send("ping", {})] == ["pong"]


@pytest.mark.parametrize(("reason", "over"), [("end", "yes"), ("reconnect", "no"), ("error", "no")])
def test_only_the_end_of_the_conversation_ends_the_call(reason: str, over: Any) -> None:
    client = Client()
    client.open()
    left, reply = client.send("close", {"reason": reason})
    assert left == Left(over)
    assert answer(reply)["type"] == "closed"
    assert client.send("close", {"reason": reason}) == []


@pytest.mark.parametrize(
    ("kind", "parameters", "changed"),
    [
        ("open", {}, {}),
        ("ping", {}, {"seq": 7}),
        ("ping", {}, {"serverseq": 7}),
        ("ping", {}, {"version": "1"}),
        ("ping", {}, {"id": ORGANIZATION}),
        ("ping", [], {}),
        ("ping", {}, {"position": "a while"}),
        ("discarded", {"start": "PT1S"}, {}),
        ("close", {"reason": "because"}, {}),
    ],
)
def test_what_is_not_a_message_of_the_protocol_is_refused(kind: str, parameters: Any, changed: Any) -> None:
    client = Client()
    with pytest.raises(BadFrame):
        client.send(kind, parameters, **changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"organizationId": SESSION},
        {"media": []},
        {"media": [{**BOTH, "rate": 16000}]},
        {"media": [{**BOTH, "channels": ["external", "external"]}]},
        {"media": ["sound"]},
        {"conversationId": 5},
        {"conversationId": "\0" * 36},
    ],
)
def test_an_opening_that_cannot_be_served_is_refused(changed: Any) -> None:
    with pytest.raises(BadFrame):
        Client().open(**changed)


def test_sound_before_the_opening_or_in_a_pause_is_refused() -> None:
    client = Client()
    with pytest.raises(BadFrame):
        client.hook.receive_sound(bytes(2))
    client.open()
    client.send("paused", {})
    with pytest.raises(BadFrame):
        client.hook.receive_sound(bytes(2))


def test_a_sample_of_one_side_without_the_other_is_refused() -> None:
    client = Client()
    client.open()
    with pytest.raises(BadFrame):
        client.hook.receive_sound(bytes(3))


def test_a_call_that_cannot_be_opened_is_refused_with_the_number_that_follows() -> None:
    client = Client()
    opening = client.hook.receive(json.dumps(OPENING))
    assert isinstance(next(opening), Opened)
    assert answer(client.hook.refuse("completed", "the call has ended"))["seq"] == 1


def test_a_client_is_told_to_leave_with_the_reason() -> None:
    reply = AudioHook(SESSION, ORGANIZATION).refuse("error", "no")
    assert answer(reply)["parameters"] == {"reason": "error", "info": "no"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.text() | json_values.map(json.dumps))
@settings(deadline=None, max_examples=50)
def test_any_text_is_refused_before_the_opening(text: str) -> None:
    with pytest.raises(BadFrame):
        list(AudioHook(SESSION, ORGANIZATION).receive(text))


@given(json_values)
def test_any_parameters_are_read_or_refused(parameters: Any) -> None:
    for kind in ("open", "paused", "resumed", "discarded", "update", "close", "error"):
        with contextlib.suppress(BadFrame):
            Client().send(kind, parameters)
