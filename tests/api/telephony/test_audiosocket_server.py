"""Asterisk carries calls to their transcript over TCP."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from api.telephony.audiosocket_server import AudioSocketServer
from speech.calls.calls import Calls
from tests.api.telephony.asterisk import Asterisk
from tests.api.telephony.world import SCRIPT, call_of, connect, make_calls, said, until, until_ended, until_said

CALL = UUID("40325ec2-5efd-4bd3-805f-53576e581d13")
REFERENCE = f"audiosocket:{CALL}"


@dataclass
class World:
    calls: Calls
    server: AudioSocketServer
    citizens: int
    agents: int


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    calls = make_calls(tmp_path)
    server = AudioSocketServer(lambda: connect(calls, linger_s=0.05), silence_s=5)
    yield World(
        calls,
        server,
        await server.listen("citizen", "127.0.0.1", 0),
        await server.listen("agent", "127.0.0.1", 0),
    )
    await server.close()
    await calls.close()


@pytest.mark.parametrize("kind", [0x10, 0x12])
async def test_a_call_is_carried_to_its_transcript(world: World, kind: int) -> None:
    channel = await Asterisk.dial(world.citizens, CALL, kind)
    await channel.say(1.5)
    await channel.packet(0x03, b"5")
    await channel.say(2.0)
    await channel.hang_up()
    await until_said(world.calls, REFERENCE, 3)
    await until_ended(world.calls, REFERENCE)
    assert await said(world.calls, REFERENCE) == list(SCRIPT[:3])


async def test_two_channels_with_one_uuid_are_two_sides_of_one_call(world: World) -> None:
    citizen, agent = await Asterisk.dial(world.citizens, CALL), await Asterisk.dial(world.agents, CALL)
    await citizen.say(2.2)
    await agent.say(1.2)
    await until_said(world.calls, REFERENCE, 2)
    await until_said(world.calls, REFERENCE, 1, "agent")
    await agent.hang_up()
    await until(lambda: _joined_only(world, "citizen"))
    assert (await call_of(world.calls, REFERENCE)).ended is None
    await citizen.hang_up()
    await until_ended(world.calls, REFERENCE)


async def _joined_only(world: World, track: str) -> bool:
    return world.calls.joined((await call_of(world.calls, REFERENCE)).id) == {track}


async def test_a_channel_that_was_cut_goes_on_in_the_same_call(world: World) -> None:
    world.server.connection = lambda: connect(world.calls, linger_s=60)
    first = await Asterisk.dial(world.citizens, CALL)
    await first.say(2.2)
    await until_said(world.calls, REFERENCE, 2)
    await first.cut()
    second = await Asterisk.dial(world.citizens, CALL)
    await second.say(2.2)
    await second.hang_up()
    await until_ended(world.calls, REFERENCE)
    assert await said(world.calls, REFERENCE) == list(SCRIPT[:4])


async def test_a_newer_channel_takes_the_place_of_one_that_hangs(world: World) -> None:
    first = await Asterisk.dial(world.citizens, CALL)
    await first.say(1.2)
    await until_said(world.calls, REFERENCE, 1)
    second = await Asterisk.dial(world.citizens, CALL)
    await second.say(1.2)
    assert await first.let_go()
    await until_said(world.calls, REFERENCE, 2)
    await second.hang_up()
    await until_ended(world.calls, REFERENCE)


async def test_a_closed_connection_ends_the_call_when_nobody_comes_back(world: World) -> None:
    channel = await Asterisk.dial(world.citizens, CALL)
    await channel.say(1.2)
    channel.writer.close()
    await until_said(world.calls, REFERENCE, 1)
    await until_ended(world.calls, REFERENCE)


async def test_a_call_that_the_agent_ended_lets_the_channel_go(world: World) -> None:
    channel = await Asterisk.dial(world.citizens, CALL)
    await channel.say(1.2)
    await until_said(world.calls, REFERENCE, 1)
    await world.calls.end((await call_of(world.calls, REFERENCE)).id)
    assert await channel.let_go()
    late = await Asterisk.dial(world.citizens, CALL)
    await late.say(0.2)
    assert await late.let_go()


async def test_what_is_not_the_protocol_is_let_go_and_others_are_served(world: World) -> None:
    good = await Asterisk.dial(world.citizens, CALL)
    for garbage in (b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00", bytes(3)):
        reader, writer = await asyncio.open_connection("127.0.0.1", world.citizens)
        writer.write(garbage)
        assert await reader.read() == b""
        writer.close()
    await good.say(1.2)
    await until_said(world.calls, REFERENCE, 1)
    await good.hang_up()
    await until_ended(world.calls, REFERENCE)


async def test_a_channel_that_says_nothing_is_let_go(world: World) -> None:
    world.server.silence_s = 0.05
    assert await (await Asterisk.dial(world.citizens, CALL)).let_go()
