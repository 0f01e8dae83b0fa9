"""Twilio and Genesys carry calls to their transcript over real WebSockets, and nobody else does."""

import asyncio
import dataclasses
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import uvicorn
from pydantic import SecretStr
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from api.app import create_app
from speech.calls.calls import Calls
from tests.api.fakes import make_services
from tests.api.telephony.contact_centres import Genesys, Twilio, genesys_headers, twilio_signature
from tests.api.telephony.world import SCRIPT, call_of, make_calls, said, until, until_said
from tools.clock import fixed

TOKEN, KEY, SECRET = "account-token", "api-key", "Y2xpZW50LXNlY3JldA=="


@dataclass(frozen=True)
class World:
    calls: Calls
    address: str
    agent: str

    @property
    def twilio(self) -> str:
        return f"{self.address}/v1/telephony/twilio"

    @property
    def audiohook(self) -> str:
        return f"{self.address}/v1/telephony/audiohook"


async def serve(calls: Calls, **settings: SecretStr) -> AsyncIterator[World]:
    services = make_services()
    changed = services.settings.model_copy(update=settings)
    app = create_app(dataclasses.replace(services, calls=calls, settings=changed, clock=calls.clock))
    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off", timeout_graceful_shutdown=0)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield World(calls, f"ws://127.0.0.1:{port}", services.tokens.for_role("agent"))
    server.should_exit = True
    await serving
    await calls.close()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    client = SecretStr(f"{KEY}:{SECRET}")
    async for world in serve(make_calls(tmp_path), twilio_auth_token=SecretStr(TOKEN), audiohook_client=client):
        yield world


async def test_twilio_carries_both_sides_of_a_call(world: World) -> None:
    async with Twilio.call(world.twilio, TOKEN, "CA1", language="eu") as stream:
        await stream.say(1.5)
        await stream.press("1")
        await stream.say(1.0)
        await stream.stop()
        await stream.socket.wait_closed()
    assert (await call_of(world.calls, "twilio:CA1")).language == "eu"
    for track in ("citizen", "agent"):
        assert await said(world.calls, "twilio:CA1", track) == list(SCRIPT[:2])


async def test_a_twilio_stream_that_was_cut_goes_on_in_the_same_call(world: World) -> None:
    async with Twilio.call(world.twilio, TOKEN, "CA1", ("inbound",)) as stream:
        await stream.say(2.2)
        await until_said(world.calls, "twilio:CA1", 2)
        stream.socket.transport.abort()
    async with Twilio.call(world.twilio, TOKEN, "CA1", ("inbound",)) as stream:
        await stream.say(2.2)
        await stream.stop()
        await stream.socket.wait_closed()
    assert await said(world.calls, "twilio:CA1") == list(SCRIPT[:4])


async def test_another_stream_of_the_same_call_goes_on_in_it(world: World) -> None:
    for _ in range(2):
        async with Twilio.call(world.twilio, TOKEN, "CA1", ("inbound",)) as stream:
            await stream.say(2.2)
            await stream.stop()
            await stream.socket.wait_closed()
    assert await said(world.calls, "twilio:CA1") == list(SCRIPT[:4])


async def test_an_agent_reads_what_was_said_in_a_call_from_the_exchange(world: World) -> None:
    async with Twilio.call(world.twilio, TOKEN, "CA1") as stream:
        await stream.say(2.2)
        await stream.stop()
        await stream.socket.wait_closed()
    headers = {"Authorization": f"Bearer {world.agent}"}
    async with httpx.AsyncClient(base_url=world.address.replace("ws", "http", 1), headers=headers) as client:
        (call,) = (await client.get("/v1/calls")).json()
        assert call["reference"] == "twilio:CA1"
        text = (await client.get(f"/v1/calls/{call['id']}/transcript")).text
        assert all(text.count(line) == 2 for line in SCRIPT[:2])
        assert (await client.post(f"/v1/calls/{call['id']}/end")).json()["state"] == "ended"


@pytest.mark.parametrize("garbage", ["hello", b"\x00\x01", json.dumps({"event": "media"})])
async def test_a_stream_that_is_not_the_protocol_is_closed_and_others_are_served(
    world: World, garbage: str | bytes
) -> None:
    async with Twilio.call(world.twilio, TOKEN, "CA1") as good, Twilio.call(world.twilio, TOKEN, "CA2") as bad:
        await bad.say(0.2)
        await bad.socket.send(garbage)
        with pytest.raises(ConnectionClosed) as closed:
            await bad.socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1008
        await good.say(1.2)
        await until_said(world.calls, "twilio:CA1", 1)


@pytest.mark.parametrize("signature", ["", "bm90IGhpcw==", twilio_signature("wss://elsewhere/", TOKEN)])
async def test_a_stream_that_twilio_did_not_sign_is_turned_away(world: World, signature: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with connect(world.twilio, additional_headers={"X-Twilio-Signature": signature}):
            pass
    assert refused.value.response.status_code == 403


async def test_without_their_settings_nobody_is_served(tmp_path: Path) -> None:
    async for world in serve(make_calls(tmp_path)):
        with pytest.raises(InvalidStatus):
            async with Twilio.call(world.twilio, "", "CA1"):
                pass
        with pytest.raises(InvalidStatus):
            async with Genesys.connect(world.audiohook, "", ""):
                pass


async def test_genesys_carries_both_sides_of_a_call(world: World) -> None:
    conversation = str(uuid4())
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        assert (await session.open(conversation, "gl-ES"))["type"] == "opened"
        await session.say(1.5)
        await session.send("ping", rtt="PT0.02S")
        assert (await session.receive())["type"] == "pong"
        await session.say(1.0)
        assert (await session.close())["type"] == "closed"
    reference = f"audiohook:{conversation}"
    assert (await call_of(world.calls, reference)).ended is not None
    for track in ("citizen", "agent"):
        assert await said(world.calls, reference, track) == list(SCRIPT[:2])


async def test_a_pause_of_genesys_keeps_its_time(world: World) -> None:
    world.calls.clock = fixed(world.calls.clock())  # a busy machine loses no time
    conversation = str(uuid4())
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        await session.open(conversation)
        await session.say(1.0)
        await session.send("paused")
        await session.send("resumed", start="PT1S", discarded="PT3S")
        await session.say(1.0)
        await until_said(world.calls, f"audiohook:{conversation}", 4)
        call = await call_of(world.calls, f"audiohook:{conversation}")

        async def arrived() -> bool:
            return world.calls.received(call.id, "citizen") > 4.7

        await until(arrived)
        assert world.calls.received(call.id, "citizen") == pytest.approx(5.0, abs=0.3)


@pytest.mark.parametrize("cut", [True, False])
async def test_a_conversation_that_genesys_connects_again_goes_on(world: World, cut: bool) -> None:
    conversation = str(uuid4())
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        await session.open(conversation)
        await session.say(2.2)
        await until_said(world.calls, f"audiohook:{conversation}", 2)
        if cut:
            session.socket.transport.abort()
        else:
            assert (await session.close("reconnect"))["type"] == "closed"
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        await session.open(conversation)
        await session.say(2.2)
        await session.close()
    assert await said(world.calls, f"audiohook:{conversation}") == list(SCRIPT[:4])


async def test_genesys_tries_the_connection_without_a_call(world: World) -> None:
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        assert (await session.open("00000000-0000-0000-0000-000000000000"))["type"] == "opened"
        assert (await session.close())["type"] == "closed"
    assert await world.calls.record.latest(10) == []


async def test_genesys_is_told_when_the_agent_has_ended_the_call(world: World) -> None:
    conversation = str(uuid4())
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        await session.open(conversation)
        await session.say(1.2)
        await world.calls.end((await call_of(world.calls, f"audiohook:{conversation}")).id)
        told = await session.receive()
        assert (told["type"], told["parameters"]["reason"]) == ("disconnect", "completed")
        await session.say(0.2)
        assert (await session.close("disconnect"))["type"] == "closed"
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        assert (await session.open(conversation))["type"] == "disconnect"


@pytest.mark.parametrize("garbage", ["hello", "{}", b"\x00"])
async def test_a_session_that_is_not_the_protocol_is_told_to_leave(world: World, garbage: str | bytes) -> None:
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        await session.socket.send(garbage)
        told = await session.receive()
        assert (told["type"], told["parameters"]["reason"]) == ("disconnect", "error")


async def test_a_session_of_another_organization_than_signed_is_told_to_leave(world: World) -> None:
    async with Genesys.connect(world.audiohook, KEY, SECRET) as session:
        session.organization = str(uuid4())
        assert (await session.open(str(uuid4())))["type"] == "disconnect"


@pytest.mark.parametrize(("key", "secret"), [(KEY, "d3Jvbmc="), ("wrong", SECRET)])
async def test_a_session_that_is_not_signed_by_the_client_is_turned_away(world: World, key: str, secret: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with Genesys.connect(world.audiohook, key, secret):
            pass
    assert refused.value.response.status_code == 403


async def test_a_signature_for_another_path_is_turned_away(world: World) -> None:
    host = world.address.removeprefix("ws://")
    signed = genesys_headers("/v1/elsewhere", host, KEY, SECRET, str(uuid4()), str(uuid4()))
    with pytest.raises(InvalidStatus):
        async with connect(world.audiohook, additional_headers=signed):
            pass
