"""The load test of the booking: real server processes over one database, a crowd of HTTP clients, and kills."""

import asyncio
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from api.settings.settings import Settings
from evals.bench.booking_audit import StoredAppointment, judge, read_book
from evals.bench.booking_clients import ClientPlan
from evals.bench.booking_kills import Kills, database_processes, kill_at_random
from evals.bench.booking_record import BookingOutcome, read_records
from evals.bench.server import Server, data_folder
from evals.bench.timing import Figures, percentile
from evals.bookable import load_bookable
from knowledge.administration import load_administration
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import system_clock
from tools.offices.calendar import load_calendar
from tools.offices.office_files import load_offices
from tools.offices.slots import Slot, SlotQuery
from tools.store.database import Database

CLIENT_PROCESSES = 2
"""A single process would be the bottleneck; ``client_busy`` says whether these are."""


class ClientsFailed(RuntimeError):
    """A process of clients ended with an error, shown above: a fault of the test, not of the service."""


@dataclass(frozen=True, slots=True)
class Load:
    """Size of the load. ``seed`` fixes the clients, their wishes and the kills."""

    servers: int = 2
    clients: int = 200
    seconds: float = 60
    kill: bool = False
    seed: int = 1


def bench_booking_load(settings: Settings, load: Load) -> Figures:
    """Start everything, let the crowd book, compare, stop. Raises ServerDidNotStart, ClientsFailed, ToolUnavailable."""
    with data_folder(settings) as folder, ExitStack() as running:
        servers = []
        for _ in range(load.servers):  # one after the other: the first makes the database
            server = Server(folder, settings)
            running.callback(server.stop)
            servers.append(server.start())
        return asyncio.run(_measure(settings, load, servers, folder))


async def _measure(settings: Settings, load: Load, servers: Sequence[Server], folder: Path) -> Figures:
    slots, seats = _slots(settings)
    before, started = _cpu_seconds(servers, folder), time.time()
    clients = [asyncio.create_task(_run_clients(plan)) for plan in _plans(load, servers, slots, folder)]
    kills = Kills()
    if load.kill:
        kills = await kill_at_random(servers, folder, started + load.seconds, random.Random(load.seed))
    busy = await asyncio.gather(*clients)
    took, after = time.time() - started, _cpu_seconds(servers, folder)
    outcomes = read_records(sorted(folder.glob("record-*.jsonl")))
    verdict = judge(outcomes, *await _read(folder), seats)
    used = {name: after[name] - before[name] for name in after} | {"clients": sum(busy)}
    return {
        "servers": load.servers,
        "clients": load.clients,
        **_what_was_told(outcomes),
        **asdict(verdict),
        "server_kills": kills.servers,
        "database_kills": kills.databases,
        **({} if load.kill else _cpu(outcomes, used)),  # of a killed process nobody knows it
        "client_busy": round(max(busy) / took, 2),
        "load_average": round(os.getloadavg()[0], 1),
    }


async def _read(folder: Path) -> tuple[list[StoredAppointment], int]:
    database = await Database.start(None, folder)
    try:
        return await read_book(database)
    finally:
        await database.close()


def _cpu(outcomes: Sequence[BookingOutcome], used: Mapping[str, float]) -> Figures:
    """CPU of each part for one booking, its share of refused attempts included: it hardly moves with other load."""
    committed = sum(one.ending == "confirmed" for one in outcomes) or float("nan")
    return {f"{name}_cpu_ms": round(seconds * 1000 / committed, 2) for name, seconds in used.items()}


def _slots(settings: Settings) -> tuple[list[Slot], dict[str, int]]:
    """Every slot a citizen could be offered for the service, the soonest first, and how many people each takes."""
    administration = load_administration(settings.administration)
    offices = load_offices(administration)
    space = SlotSpace(offices, load_calendar(administration), BookingRules(days_ahead=settings.booking_window_days))
    now, service = system_clock(), load_bookable().service
    queries = [SlotQuery(office.id, service, channel) for office in offices.values() for channel in office.channels]
    slots = [slot for query in queries for slot in space.matching(query, now)]
    # from tomorrow on: the notice runs on while the test does
    soonest = sorted((slot for slot in slots if slot.starts_at.date() > now.date()), key=lambda slot: slot.starts_at)
    return soonest, {slot.id: space.desks(slot) for slot in slots}


def _plans(load: Load, servers: Sequence[Server], slots: Sequence[Slot], folder: Path) -> list[Path]:
    files = []
    for process in range(CLIENT_PROCESSES):
        plan = ClientPlan(
            servers=[server.address for server in servers],
            slots=[slot.id for slot in slots],
            clients=load.clients // CLIENT_PROCESSES + (process < load.clients % CLIENT_PROCESSES),
            seconds=load.seconds,
            process=process,
            seed=load.seed,
            record=str(folder / f"record-{process}.jsonl"),
        )
        files.append(folder / f"plan-{process}.json")
        plan.write(files[-1])
    return files


async def _run_clients(plan: Path) -> float:
    """CPU seconds of the process."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "evals.bench.booking_clients", str(plan), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    if process.returncode != 0:
        raise ClientsFailed(f"status {process.returncode}")
    return float(json.loads(out)["cpu_seconds"])


def _what_was_told(outcomes: Sequence[BookingOutcome]) -> Figures:
    confirmed = [one for one in outcomes if one.ending == "confirmed"]
    refused = Counter(one.code for one in outcomes if one.ending == "refused")
    took = max(one.at for one in outcomes) - min(one.at - one.seconds for one in outcomes if one.at)
    times = [one.seconds for one in confirmed]
    return {
        "seconds": round(took, 1),
        "committed": len(confirmed),
        "committed_per_s": round(len(confirmed) / took, 1),
        **{f"refused_{code}": count for code, count in refused.most_common()},
        "retries": sum(one.retries for one in outcomes),
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "longest_ms": round(max(times, default=float("nan")) * 1000, 1),
    }


def _cpu_seconds(servers: Sequence[Server], folder: Path) -> dict[str, float]:
    """CPU seconds so far, by kind of process."""
    return {
        "servers": sum(map(_of, (psutil.Process(server.process) for server in servers))),
        "database": sum(map(_of, database_processes(folder))),
    }


def _of(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system)
