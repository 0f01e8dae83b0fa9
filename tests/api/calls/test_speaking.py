"""The sound of calls over a real WebSocket."""

import asyncio
from dataclasses import replace

import numpy as np
import pytest

from speech.audio.clipping import SURE_S
from speech.listening.transcriber import Transcriber
from tests.api.calls.conftest import SCRIPT, Client, sound, texts, until
from tests.speech.sounds import browser_recording


async def test_a_call_is_spoken_written_down_and_read(client: Client) -> None:
    call = await client.begin(language="es")
    citizen, agent = await call.speak("citizen"), await call.speak("agent", rate=8000)
    assert citizen.ready == {"type": "ready", "track": "citizen", "received_s": 0.0}
    await citizen.send(sound(3.2), piece=777)  # cut inside samples
    await agent.send(sound(1.2, 8000))
    told = await citizen.end()
    assert told[-1] == {"type": "ack", "received_s": 3.2}
    assert citizen.code == 1000
    assert agent.code is None
    ended = await call.end()
    assert (ended["state"], texts(ended), texts(ended, "agent")) == ("ended", list(SCRIPT[:3]), [SCRIPT[0]])
    assert (await agent.rest())[-1]["code"] == "call_ended"
    assert agent.code == 4410
    assert [segment["start"] for segment in ended["segments"]] == sorted(s["start"] for s in ended["segments"])
    assert set(ended["segments"][0]["words"][0]) == {"text", "start", "end", "confidence", "suspect"}


@pytest.mark.parametrize(("encoding", "rate"), [("mulaw", 8000), ("alaw", 8000), ("pcm_s16le", 48000)])
async def test_other_encodings(client: Client, encoding: str, rate: int) -> None:
    call = await client.begin()
    citizen = await call.speak(encoding=encoding, rate=rate)
    await citizen.send(sound(2.1, rate) if encoding == "pcm_s16le" else b"\x55" * round(2.1 * rate))
    await citizen.end()
    assert texts(await call.get()) == list(SCRIPT[:2])


async def test_a_browser_that_is_cut_records_anew_and_goes_on(client: Client) -> None:
    call = await client.begin()
    for seconds in (1.3, 1.0):
        citizen = await call.speak(encoding="webm_opus")
        await citizen.send(browser_recording(seconds), piece=333)
        if seconds == 1.0:
            await citizen.end()
        else:
            await citizen.socket.close()
            await until(lambda: not client.services.calls.joined(call.id))
            assert client.services.calls.received(call.id, "citizen") == pytest.approx(1.3, abs=0.05)
    assert texts(await call.get()) == list(SCRIPT[:2])


async def test_a_line_that_is_cut_goes_on_from_what_the_server_has(client: Client) -> None:
    call, said, sent = await client.begin(), sound(4), 0
    for cut in (1.5, 2.25, 4.0):
        citizen = await call.speak()
        sent = round(citizen.ready["received_s"] * 16_000) * 2
        await citizen.send(said[sent : round(cut * 16_000) * 2])
        citizen.socket.transport.abort()
        await until(lambda: not client.services.calls.joined(call.id))
    citizen = await call.speak()
    await citizen.send(said[round(citizen.ready["received_s"] * 16_000) * 2 :])
    await citizen.end()
    await call.end()
    assert texts(await call.get()) == list(SCRIPT)


async def test_a_server_that_dies_goes_on_from_the_disk(client: Client) -> None:
    call = await client.begin()
    citizen = await call.speak()
    await citizen.send(sound(2.5))
    await until(lambda: (client.services.calls.received(call.id, "citizen") or 0) >= 2.5)
    await client.services.calls.close()  # what a process leaves behind: the record, and the sound on disk
    assert (await citizen.rest())[-1]["code"] == "call_elsewhere"
    again = await call.speak()
    assert again.ready["received_s"] == 2.5
    await again.send(sound(1.5))
    await again.end()
    assert texts(await call.end()) == list(SCRIPT)


async def test_the_newer_of_two_lines_of_a_track_wins(client: Client) -> None:
    call = await client.begin()
    first = await call.speak()
    await first.send(sound(1.3))
    await until(lambda: (client.services.calls.received(call.id, "citizen") or 0) >= 1.3)
    second = await call.speak()
    assert second.ready["received_s"] == pytest.approx(1.3)
    assert (await first.rest())[-1]["code"] == "taken_over"
    assert first.code == 4409
    await second.send(sound(0.9))
    await second.end()
    assert texts(await call.get()) == list(SCRIPT[:2])


async def test_positioned_pieces_are_put_in_order_and_holes_are_silent(client: Client) -> None:
    call = await client.begin(keep_audio=True)
    citizen, said = await call.speak(framing="positioned"), sound(2)
    step = 1600
    for number in (1, 0, 0, 2, 4, 3, *range(6, 20)):  # 5 is lost
        await citizen.place(number * step, said[number * step * 2 : (number + 1) * step * 2])
    await citizen.end()
    track = client.services.calls.shelf.sound(call.id, "citizen")
    heard = np.concatenate(list(track.pieces()))[track.begin :]
    expected = np.frombuffer(said, "<i2").astype(np.float32) / 32768
    expected[5 * step : 6 * step] = 0
    assert np.allclose(heard, expected, atol=1e-4)


async def test_after_minutes_without_a_line_what_is_said_is_heard_at_once(client: Client) -> None:
    call = await client.begin()
    citizen = await call.speak(framing="positioned")
    await citizen.place(0, sound(1))
    await citizen.place(120 * 16_000, sound(5))  # positions go on with the clock
    await until(lambda: (client.services.calls.received(call.id, "citizen") or 0) > 124, seconds=5)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"track": None}, "bad_audio_request"),
        ({"track": "supervisor"}, "bad_audio_request"),
        ({"rate": "loud"}, "bad_audio_request"),
        ({"encoding": "mp3"}, "bad_audio_request"),
        ({"encoding": "webm_opus", "framing": "positioned"}, "bad_audio_request"),
        ({"rate": 11}, "unknown_encoding"),
    ],
)
async def test_what_is_declared_wrongly_is_named(client: Client, query: dict[str, str], code: str) -> None:
    call = await client.begin()
    refused = await call.speak(**query)
    assert (refused.ready["type"], refused.ready["code"], refused.ready["status"]) == ("problem", code, 400)
    assert refused.ready["reason"]
    await refused.rest()
    assert refused.code == 4400


@pytest.mark.parametrize(
    "sent", ["hello", '{"type": "start"}', "[]", "[" * 100_000, b"RIFF\x00\x00\x00\x00WAVE", b"\x00" * 3]
)
async def test_what_is_no_sound_is_refused_and_the_call_goes_on(client: Client, sent: str | bytes) -> None:
    call = await client.begin()
    citizen = await call.speak(framing="positioned" if sent == b"\x00" * 3 else "plain")
    await citizen.socket.send(sent)
    problem = (await citizen.rest())[-1]
    assert (problem["type"], problem["code"], citizen.code) == ("problem", "not_audio", 4400)
    again = await call.speak()
    assert again.ready["received_s"] == 0
    await again.send(sound(1.1))
    await again.end()
    assert texts(await call.get()) == [SCRIPT[0]]


async def test_half_a_sample_of_positioned_sound_is_told(client: Client) -> None:
    call = await client.begin()
    citizen = await call.speak(framing="positioned")
    await citizen.place(0, b"\0\0\0")
    assert "whole number of samples" in (await citizen.rest())[-1]["reason"]


async def test_an_empty_track_says_nothing(client: Client) -> None:
    call = await client.begin()
    citizen = await call.speak()
    await citizen.end()
    assert citizen.code == 1000
    assert (await call.end())["segments"] == []


async def test_tokens_open_what_is_theirs(client: Client) -> None:
    call, other = await client.begin(), await client.begin()
    tokens = client.services.tokens
    for token, code in (
        ("", 4401), ("nonsense", 4401), (other.token, 4403), (tokens.for_conversation("c"), 4403),
        (tokens.for_role("agent"), None), (call.token, None),
    ):  # fmt: skip
        spoken = await call.speak(token=token)
        if code is None:
            assert spoken.ready["type"] == "ready"
            continue
        await spoken.rest()
        assert (spoken.ready["type"], spoken.code) == ("problem", code)
    missing = await replace(call, id="none").speak(token=tokens.for_role("agent"))
    await missing.rest()
    assert missing.code == 4404


async def test_a_browser_gives_its_token_as_a_subprotocol(client: Client) -> None:
    from websockets.asyncio.client import connect

    call = await client.begin()
    address = f"ws://127.0.0.1:{client.port}/v1/calls/{call.id}/audio?track=citizen"
    offered = ["isac.audio", f"isac.bearer.{call.token}"]
    async with connect(address, subprotocols=offered, proxy=None) as opened:  # type: ignore[arg-type]
        assert opened.subprotocol == "isac.audio"
        assert '"ready"' in str(await opened.recv())


async def test_a_line_without_sound_is_let_go_and_the_call_stays(client: Client) -> None:
    calls = client.services.calls
    calls.rules = replace(calls.rules, silence_s=0.05)
    call = await client.begin()
    citizen = await call.speak()
    assert (await citizen.rest())[-1]["code"] == "nothing_heard"
    assert citizen.code == 4408
    assert (await call.get())["state"] == "live"


async def test_one_call_too_many_is_told(client: Client) -> None:
    calls = client.services.calls
    calls.rules = replace(calls.rules, most=1)
    first, second = await client.begin(), await client.begin()
    await first.speak()
    refused = await second.speak()
    await refused.rest()
    assert (refused.ready["code"], refused.code) == ("too_many_calls", 1013)
    await first.end()
    assert (await second.speak()).ready["type"] == "ready"


async def test_a_call_has_a_longest(client: Client) -> None:
    calls = client.services.calls
    calls.rules = replace(calls.rules, longest_s=1.0)
    call = await client.begin()
    citizen = await call.speak()
    await citizen.send(sound(1.5))
    assert (await citizen.rest())[-1]["code"] == "audio_too_long"
    assert citizen.code == 4400
    assert texts(await call.end()) == [SCRIPT[0]]


async def test_nobody_speaks_in_a_call_that_has_ended(client: Client) -> None:
    call = await client.begin()
    await call.end()
    late = await call.speak()
    await late.rest()
    assert (late.ready["code"], late.code) == ("call_ended", 4410)


async def test_sound_faster_than_speech_waits_and_none_is_lost(client: Client) -> None:
    calls = client.services.calls
    calls.rules = replace(calls.rules, ahead_s=1.0, catch_up=20.0)
    call = await client.begin()
    citizen = await call.speak()
    sending = asyncio.create_task(citizen.send(sound(8)))
    await until(lambda: (calls.received(call.id, "citizen") or 0) >= 1)
    assert (calls.received(call.id, "citizen") or 0) < 8
    await sending
    told = await citizen.end()
    assert told[-1]["received_s"] == 8


@pytest.mark.parametrize("encoding", ["pcm_s16le", "webm_opus"])
async def test_a_recording_in_one_message_is_taken_a_little_at_a_time(client: Client, encoding: str) -> None:
    calls = client.services.calls
    calls.rules = replace(calls.rules, ahead_s=1.0, catch_up=20.0)
    call = await client.begin()
    citizen = await call.speak(encoding=encoding)
    await citizen.socket.send(sound(20) if encoding == "pcm_s16le" else browser_recording(20))
    await until(lambda: (calls.received(call.id, "citizen") or 0) >= 1)
    assert (calls.received(call.id, "citizen") or 0) < 4
    told = await citizen.end()
    assert told[-1]["received_s"] == pytest.approx(20, abs=0.05)


@pytest.mark.parametrize(("encoding", "loud"), [("pcm_s16le", b"\xff\x7f"), ("mulaw", b"\x80")])
async def test_sound_cut_off_at_full_scale_is_told_once_and_not_of_a_short_side(
    client: Client, encoding: str, loud: bytes
) -> None:
    calls = client.services.calls
    calls.rules = replace(calls.rules, ahead_s=60.0)
    call, samples = await client.begin(), round(SURE_S * 8_000)
    for _ in range(2):
        citizen = await call.speak(encoding=encoding, rate=8_000)
        await citizen.send(loud * (samples + 8_000), piece=4_000)
        await citizen.end()
    agent = await call.speak("agent", encoding=encoding, rate=8_000)
    await agent.send(loud * (samples - 8_000), piece=4_000)
    await agent.end()
    await call.end()
    told = [body for _, _, body in await call.events() if body.get("state") == "clipped"]
    assert told == [{"track": "citizen", "state": "clipped"}]


@pytest.mark.parametrize("transcriber", [None])
async def test_without_a_model_it_is_said_what_to_do(client: Client, transcriber: Transcriber | None) -> None:
    refused = await client.http.post("/v1/calls", json={}, headers={"Accept-Language": "eu"})
    assert refused.status_code == 503
    assert refused.json()["code"] == "speech_unavailable"
    assert "isac models fetch" in refused.json()["detail"]
