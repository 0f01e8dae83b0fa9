"""A real server over stand-ins, in the loop of the test, and a client that speaks to it."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from api.app import create_app
from api.services.services import Services
from api.settings.settings import Settings
from speech.listening.transcriber import Transcriber
from tests.api.fakes import ListTrail, make_calls, make_services, with_parts
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.transcriber import ScriptedTranscriber
from tools.clock import system_clock

SCRIPT = ("buenos días quiero jubilarme", "tengo sesenta y tres años", "y vivo en Girona", "gracias por todo")
RATE = 16_000


def sound(seconds: float, rate: int = RATE) -> bytes:
    """A tone."""
    return (np.sin(np.arange(round(seconds * rate)) / 9) * 9000).astype("<i2").tobytes()


@dataclass
class Speaking:
    """A socket of a track; ``ready`` is the server's first message."""

    socket: ClientConnection
    ready: dict[str, Any]

    async def send(self, data: bytes, piece: int = 3200) -> None:
        for start in range(0, len(data), piece):
            await self.socket.send(data[start : start + piece])

    async def place(self, position: int, data: bytes) -> None:
        await self.socket.send(position.to_bytes(8, "little") + data)

    async def end(self) -> list[dict[str, Any]]:
        """Says that the track ends; what the server says until it closes."""
        await self.socket.send(json.dumps({"type": "end"}))
        return await self.rest()

    async def rest(self) -> list[dict[str, Any]]:
        told = []
        try:
            while True:
                told.append(json.loads(await self.socket.recv()))
        except ConnectionClosed:
            return told

    @property
    def code(self) -> int | None:
        return self.socket.close_code


@dataclass
class Client:
    """A member of staff and their call."""

    http: httpx.AsyncClient
    services: Services
    port: int
    id: str = ""
    token: str = ""

    async def begin(self, **body: Any) -> "Client":
        opened = (await self.http.post("/v1/calls", json=body)).raise_for_status().json()
        return replace(self, id=opened["id"], token=opened["token"])

    async def speak(self, track: str | None = "citizen", token: str | None = None, **query: Any) -> Speaking:
        wanted = {**({"track": track} if track else {}), **query}
        address = f"ws://127.0.0.1:{self.port}/v1/calls/{self.id}/audio?{httpx.QueryParams(wanted)}"
        headers = {"Authorization": f"Bearer {self.token if token is None else token}"} if token != "" else {}
        opened = await connect(address, additional_headers=headers, proxy=None, max_size=None)
        return Speaking(opened, json.loads(await opened.recv()))

    async def get(self) -> dict[str, Any]:
        return dict((await self.http.get(f"/v1/calls/{self.id}")).raise_for_status().json())

    async def end(self) -> dict[str, Any]:
        return dict((await self.http.post(f"/v1/calls/{self.id}/end")).raise_for_status().json())

    async def events(self, after: int | None = None, until: str = "ended") -> list[tuple[str, str | None, Any]]:
        """(kind, id, body) up to the first of the kind ``until``."""
        headers = {} if after is None else {"Last-Event-ID": str(after)}
        found: list[tuple[str, str | None, Any]] = []
        async with self.http.stream("GET", f"/v1/calls/{self.id}/events", headers=headers) as stream:
            event: dict[str, str] = {}
            async for line in stream.aiter_lines():
                name, _, value = line.partition(": ")
                if name in ("event", "data", "id"):
                    event[name] = value
                elif not line and "event" in event:
                    found.append((event["event"], event.get("id"), json.loads(event["data"])))
                    event = {}
                    if found[-1][0] == until:
                        break
        return found


def texts(call: dict[str, Any], track: str = "citizen") -> list[str]:
    return [segment["text"] for segment in call["segments"] if segment["track"] == track]


async def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


@pytest.fixture
def transcriber() -> Transcriber | None:
    return ScriptedTranscriber(SCRIPT)


@pytest.fixture
def services(tmp_path: Path, transcriber: Transcriber | None) -> Services:
    settings, contacts = Settings(_env_file=None, data_dir=tmp_path), MemoryContactLog()
    made = make_services(settings)
    calls, desk = make_calls(settings, contacts, transcriber), replace(made.desk, trail=ListTrail())
    return with_parts(made, clock=system_clock, contacts=contacts, calls=calls, desk=desk)


@pytest.fixture
async def client(services: Services) -> AsyncIterator[Client]:
    port = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(services), log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[port]))
    await until(lambda: server.started)
    number = port.getsockname()[1]
    staff = {"Authorization": f"Bearer {services.tokens.for_role('agent', 'ane')}"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{number}", headers=staff, timeout=30) as http:
        yield Client(http, services, number)
    server.should_exit = True
    await running
    await services.calls.close()
