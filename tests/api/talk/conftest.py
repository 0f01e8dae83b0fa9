"""Two servers over one database, as two processes are, and the people who talk through them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest
import uvicorn

from agents.reception.checkpoints import Checkpoints
from agents.reception.conversation import Conversations
from agents.reception.turns.deps import Deps
from agents.translation.translator import Translator
from agents.understanding.reading import Reading
from api.app import create_app
from api.services.calling import CallingService
from api.services.chat import ChatServices
from api.services.consulting import Consulting
from api.services.desk_view import read_floor
from api.services.people import People
from api.services.services import Services
from api.services.shared_read import SharedRead
from api.services.translating import Translations
from api.services.turn_locks import DatabaseTurnLocks
from knowledge.languages import Language
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import MENTIONS, NOW
from tests.agents.conftest import Archive, book_of, reading
from tests.api.fakes import HOURS, ListTrail, make_services
from tests.fakes.gap_log import MemoryGapLog
from tests.fakes.scripted_reader import ScriptedReader
from tools.appointments.slots import BookingRules
from tools.clock import fixed
from tools.gaps.gaps import GapKeeper
from tools.queues.floor import Agent
from tools.queues.hand_offs import HandOffQueue
from tools.store.consultations_postgres import PostgresConsultations
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.floor_changes import FloorChanges
from tools.store.floor_postgres import PostgresFloor
from tools.store.handoffs_postgres import PostgresHandOffQueue

DNI = "12345678Z"
AGENTS = (Agent("ana", "Ana, de pensiones", ("es",), most=20), Agent("bea", "Bea", ("es", "eu")))
SCRIPT: Mapping[str, Reading] = {
    "kaixo": reading("greeting", language="eu"),
    "pertsona batekin hitz egin nahi dut": reading("person", language="eu"),
    "quiero hablar con una persona": reading("person"),
    "jubilación": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "erretiroa": reading("question", need="jubilacion_ordinaria", aspect="requirements", language="eu"),
    f"es {DNI}": reading(slots={"document": DNI}),
}


@dataclass(frozen=True)
class Process:
    """One server, and how it is spoken to."""

    services: Services
    client: httpx.AsyncClient

    def staff(self, who: str, role: Any = "agent") -> "Speaker":
        return Speaker(self.client, self.services.tokens.for_role(role, who), "")

    async def citizen(self, language: Language) -> "Speaker":
        opened = (await self.client.post("/v1/conversations", json={"language": language})).raise_for_status().json()
        return Speaker(self.client, opened["token"], opened["id"])


@dataclass(frozen=True)
class Speaker:
    """A citizen or a member of staff, at one of the servers."""

    client: httpx.AsyncClient
    token: str
    id: str

    def at(self, process: Process) -> "Speaker":
        return replace(self, client=process.client)

    def of(self, conversation_id: str) -> "Speaker":
        return replace(self, id=conversation_id)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def path(self) -> str:
        return f"/v1/conversations/{self.id}"

    async def post(self, what: str, body: dict[str, Any] | None = None, key: str | None = None) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}", **({"Idempotency-Key": key} if key else {})}
        path = f"/v1/{what}" if what.startswith(("queue/", "consultations/")) else f"{self.path}/{what}"
        return await self.client.post(path, json=body, headers=headers)

    async def say(self, text: str, key: str | None = None) -> dict[str, Any]:
        turn: dict[str, Any] = (await self.post("messages", {"text": text}, key)).raise_for_status().json()
        return turn

    async def answer(self, text: str, key: str | None = None) -> dict[str, Any]:
        said: dict[str, Any] = (await self.post("agent-messages", {"text": text}, key)).raise_for_status().json()
        return said

    async def read(self) -> dict[str, Any]:
        found = await self.client.get(self.path, headers={"Authorization": f"Bearer {self.token}"})
        body: dict[str, Any] = found.raise_for_status().json()
        return body

    async def events(self, last: str | None = None) -> AsyncIterator[tuple[str, str, dict[str, Any]]]:
        """Kind, id and data of each event, until nobody reads on."""
        headers = {"Authorization": f"Bearer {self.token}", **({"Last-Event-ID": last} if last else {})}
        async with self.client.stream("GET", f"{self.path}/events", headers=headers) as stream:
            kind = number = ""
            async for line in stream.aiter_lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    kind = value
                elif name == "id":
                    number = value
                elif name == "data":
                    yield kind, number, json.loads(value)
                    kind = number = ""


async def until(events: AsyncIterator[Any], wanted: Callable[[Any], bool]) -> list[Any]:
    """The events up to the first that is wanted, with it."""
    seen: list[Any] = []
    async with asyncio.timeout(20):
        async for event in events:
            seen.append(event)
            if wanted(event):
                return seen
    raise AssertionError(f"the stream ended: {seen}")


def deps_of(database: Database, hand_offs: HandOffQueue) -> Deps:
    return Deps(
        administration=SEGURIDAD_SOCIAL, catalogue=shipped.knowledge_base().catalogue,
        knowledge_base=shipped.knowledge_base(), reader=ScriptedReader(SCRIPT),
        book=book_of(database, BookingRules()), offices=shipped.offices(), calendar=shipped.calendar(),
        places=shipped.places(), hand_offs=hand_offs, citations=Archive(),
        gaps=GapKeeper(MemoryGapLog(), fixed(NOW), days=180), phrases=shipped.phrases(), mentions=MENTIONS,
        clock=fixed(NOW), new_id=lambda: uuid4().hex,
    )  # fmt: skip


async def build(
    database: Database, opened: AsyncExitStack, translator: Translator | None = None, **changes: Any
) -> Services:
    """The services of one process, with its own connections; ``changes``: of what the reception has."""
    bus = await PostgresEventBus(database).open()
    opened.push_async_callback(bus.close)
    log, locks = PostgresContactLog(database, bus), DatabaseTurnLocks(database.engine)
    opened.push_async_callback(locks.close)
    checkpoints = await Checkpoints.open(database.url)
    opened.push_async_callback(checkpoints.close)
    told = FloorChanges(bus, log)
    floor = PostgresFloor(database, told, SEGURIDAD_SOCIAL.units)
    deps = replace(deps_of(database, PostgresHandOffQueue(database, bus, told)), **changes)
    conversations = Conversations(shipped.reception(checkpoints.saver), deps, checkpoints, log, floor)
    people = People(floor, deps.hand_offs, conversations, locks, HOURS)
    asked = PostgresConsultations(database, told, SEGURIDAD_SOCIAL.units)
    now = SharedRead(partial(read_floor, floor, deps.hand_offs, asked))
    translations, calls = Translations(log, floor, translator), deps.means.call_backs
    opened.push_async_callback(translations.close)
    calling = CallingService(deps, calls, deps.hand_offs, floor, people) if calls is not None else None
    consulting = Consulting(asked, people)
    chat = ChatServices(
        conversations, locks, deps.hand_offs, log, floor, people, consulting, now, translations, calling
    )
    made = make_services(database=database)
    return replace(made, chat=chat, desk=replace(made.desk, trail=ListTrail()))


async def served(services: Services, opened: AsyncExitStack) -> Process:
    config = uvicorn.Config(create_app(services), port=0, log_config=None, lifespan="off", timeout_graceful_shutdown=0)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    async def stop() -> None:
        server.should_exit = True
        await serving

    opened.push_async_callback(stop)
    client = await opened.enter_async_context(httpx.AsyncClient(base_url=address, timeout=20))
    return Process(services, client)


@pytest.fixture
async def processes(database: Database) -> AsyncIterator[tuple[Process, Process]]:
    async with AsyncExitStack() as opened:
        here, there = [await served(await build(database, opened), opened) for _ in range(2)]
        for agent in AGENTS:
            await there.services.chat.floor.enter(agent, "available")
        yield here, there
