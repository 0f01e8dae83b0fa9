"""The server is killed in the middle of calls, and started again."""

import asyncio
import multiprocessing
import socket
from collections.abc import AsyncIterator, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import httpx
import pytest

from api.services.services import Services
from tests.api.calls.conftest import SCRIPT, Client, Speaking, sound, texts
from tests.api.calls.mortal_server import run
from tests.api.fakes import make_services
from tests.embedded import served
from tools.store.database import Database

pytestmark = pytest.mark.process


class MortalServer:
    """Killed and started again at the same address, over the same database and disk."""

    def __init__(self, url: str, data_dir: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._url, self._data_dir = url, data_dir
        self._process: BaseProcess | None = None

    async def start(self) -> None:
        """Forked from the test, which has read and imported all that it needs."""
        arguments = (self._url, self._data_dir, self.port)
        self._process = multiprocessing.get_context("fork").Process(target=run, args=arguments)
        self._process.start()
        async with asyncio.timeout(120), httpx.AsyncClient() as http:
            while True:
                try:
                    await http.get(f"http://127.0.0.1:{self.port}/healthz")
                    return
                except httpx.TransportError:
                    assert self._process.is_alive()
                    await asyncio.sleep(0.1)

    def kill(self) -> None:
        """As a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.join()


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield from served(tmp_path_factory, "calls")


@pytest.fixture
def services() -> Services:
    """Of the test itself: its tokens have the key of the server's."""
    return make_services()


@pytest.fixture
async def server(data_dir: Path) -> AsyncIterator[MortalServer]:
    database = await Database.start(None, data_dir)
    mortal = MortalServer(database.url, data_dir)
    await mortal.start()
    yield mortal
    mortal.kill()
    await database.close()


@pytest.fixture
async def client(server: MortalServer, services: Services) -> AsyncIterator[Client]:
    staff = {"Authorization": f"Bearer {services.tokens.for_role('agent')}"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", headers=staff, timeout=30) as http:
        yield Client(http, services, server.port)


async def spoken(speaking: Speaking, said: bytes, until: float) -> None:
    """From what the server has to a second of the track; returns when some of it is acknowledged."""
    done = round(speaking.ready["received_s"] * 16_000) * 2
    await speaking.send(said[done : round(until * 16_000) * 2])
    await speaking.socket.recv()


async def test_killed_at_any_point_the_transcript_is_whole(server: MortalServer, client: Client) -> None:
    call, said = await client.begin(), sound(4)
    for cut in (0.4, 2.6, 3.9):
        citizen = await call.speak()
        await spoken(citizen, said, cut)
        server.kill()
        await server.start()
    citizen = await call.speak()
    assert citizen.ready["received_s"] >= 3.9 - 0.25
    await spoken(citizen, said, 4.0)
    await citizen.end()
    ended = await call.end()
    assert (ended["state"], texts(ended)) == ("ended", list(SCRIPT))
    kinds = [(kind, number) for kind, number, _ in await call.events() if number]
    assert [int(number or 0) for _, number in kinds] == list(range(1, len(kinds) + 1))
    assert [kind for kind, _ in kinds].count("final") == 4
    assert [kind for kind, _ in kinds].count("need") == 1


async def test_a_call_nobody_takes_up_again_is_completed_from_the_disk(
    server: MortalServer, client: Client, data_dir: Path
) -> None:
    call = await client.begin()
    await spoken(await call.speak(), sound(3), 2.5)
    server.kill()
    await server.start()
    async with asyncio.timeout(60):
        while (await call.get())["state"] == "live":
            await asyncio.sleep(0.2)
    assert texts(await call.get()) == list(SCRIPT[:2])
    assert not (data_dir / "calls" / call.id).exists()  # it was not to be kept


async def test_an_event_stream_goes_on_after_a_kill(server: MortalServer, client: Client) -> None:
    call, said = await client.begin(), sound(4)
    await spoken(await call.speak(), said, 1.5)
    before = [(kind, number) for kind, number, _ in await call.events(until="final")]
    last = int(before[-1][1] or 0)
    server.kill()
    await server.start()
    following = asyncio.create_task(call.events(after=last))
    citizen = await call.speak()
    await spoken(citizen, said, 4.0)
    await citizen.end()
    await call.end()
    finals = [body["text"] for kind, _, body in await following if kind == "final"]
    assert finals == list(SCRIPT[1:])
