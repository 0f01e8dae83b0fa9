"""The floor under a crowd: citizens and agents on two server processes, each killed and started again once."""

import asyncio
import os
import time
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from api.settings.settings import Settings
from api.wiring.tokens import build_tokens
from evals.bench.floor_line import ServerLine, open_client
from evals.bench.floor_people import DeskAgent, FloorCitizen, bearer
from evals.bench.floor_record import Record, Watched
from evals.bench.server import Server, data_folder
from evals.bench.timing import Figures
from knowledge.languages import Language
from tools.clock import system_clock
from tools.errors import ToolUnavailable
from tools.queues.floor import Presence, Standing
from tools.queues.round import counted, heard
from tools.store.database import Database
from tools.store.floor_changes import all_presences, open_standings

_SERVERS = 2
_LOOK_S = 0.1
_END_S = 120.0
"""For conversations under way, once nobody comes any more."""


@dataclass(frozen=True, slots=True)
class FloorCrowd:
    """Every fourth agent serves Basque too, and every fifth citizen speaks it."""

    citizens: int = 50
    agents: int = 10

    @staticmethod
    def agent_languages(number: int) -> list[Language]:
        """Of that agent."""
        return ["es", "eu"] if number % 4 == 0 else ["es"]

    @staticmethod
    def citizen_language(number: int) -> Language:
        """Of that citizen."""
        return "eu" if number % 5 == 0 else "es"


def bench_floor(settings: Settings, seconds: float, crowd: FloorCrowd | None = None) -> Figures:
    """Let the crowd come for so long, and finish what is under way. Raises ServerDidNotStart, ToolUnavailable."""
    with data_folder(settings) as folder, _running(folder, settings) as servers:
        return asyncio.run(_measure(settings, folder, servers, seconds, crowd or FloorCrowd()))


@contextmanager
def _running(folder: Path, settings: Settings) -> Iterator[list[Server]]:
    """One after the other: the first makes the database."""
    with ExitStack() as running:
        servers = []
        for _ in range(_SERVERS):
            server = Server(folder, settings)
            running.callback(server.stop)
            servers.append(server.start())
        yield servers


async def _measure(
    settings: Settings, folder: Path, servers: Sequence[Server], seconds: float, crowd: FloorCrowd
) -> Figures:  # fmt: skip
    record, watched = Record(), Watched()
    database = await Database.start(None, folder)
    tokens = await build_tokens(settings, database, system_clock)
    async with open_client() as client:

        def line(headers: dict[str, str]) -> ServerLine:
            return ServerLine(client, servers, headers)

        desk = [
            DeskAgent(f"agent-{n}", crowd.agent_languages(n), line(bearer(tokens.for_role("agent", f"agent-{n}"))),
                      record).work()
            for n in range(crowd.agents)
        ]  # fmt: skip
        staff = [asyncio.create_task(one) for one in (*desk, _watch(database, watched))]
        until = time.monotonic() + seconds
        citizens = [FloorCitizen(n, crowd.citizen_language(n), line, record).come(until) for n in range(crowd.citizens)]
        killing = asyncio.create_task(_kill_in_turn(servers, seconds))
        unfinished = await _finished(citizens, seconds + _END_S)
        await killing
        for task in staff:
            task.cancel()
        await asyncio.gather(*staff, return_exceptions=True)
    await database.close()
    ran = {"citizens": crowd.citizens, "agents": crowd.agents, "servers": _SERVERS, "seconds": seconds}
    return {**ran, "unfinished": unfinished, **record.figures(), **watched.figures(), **_load()}


def _load() -> Figures:
    """What else the machine did in those minutes is in it too."""
    return {"load_average": round(os.getloadavg()[1], 1), "cores": os.cpu_count() or 0}


async def _finished(citizens: Sequence[Coroutine[None, None, None]], seconds: float) -> int:
    """How many had not come to an end by then."""
    tasks = [asyncio.create_task(one) for one in citizens]
    done, pending = await asyncio.wait(tasks, timeout=seconds)
    for task in pending:
        task.cancel()
    for task in done:
        task.result()  # a fault of the bench is not a figure
    return len(pending)


async def _kill_in_turn(servers: Sequence[Server], seconds: float) -> None:
    """Each once, at a third and at two thirds, and started again at once, as its supervisor would."""
    for server in servers:
        await asyncio.sleep(seconds / (len(servers) + 1))
        server.kill()
        await asyncio.to_thread(server.start)


async def _watch(database: Database, watched: Watched) -> None:
    """Look at the floor as it is stored, until cancelled."""

    async def look(connection: AsyncConnection) -> tuple[list[Standing], list[Presence]]:
        standings = await open_standings(connection)
        now = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
        return standings, counted(heard(await all_presences(connection), now), standings)

    while True:
        with suppress(ToolUnavailable):
            standings, desks = await database.run(look)
            watched.look(standings, desks, time.monotonic())
        await asyncio.sleep(_LOOK_S)
