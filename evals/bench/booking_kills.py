"""Kills at random moments: a server, or PostgreSQL with all its processes. Only what this run started."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from evals.bench.server import Server

WAIT_SECONDS = (4.0, 12.0)
"""Between one kill and the next, drawn evenly: sometimes in the middle of getting up, sometimes in full work."""


@dataclass(slots=True)
class Kills:
    """Kills that hit a running process."""

    servers: int = 0
    databases: int = 0


async def kill_at_random(servers: Sequence[Server], folder: Path, until: float, chance: random.Random) -> Kills:
    """Until that Unix time; then every server listens again.

    A killed server is started again at once, as its supervisor would; an embedded database is started again by the
    servers themselves. Raises ServerDidNotStart.
    """
    kills, starting = Kills(), dict[int, asyncio.Task[Server]]()
    while time.time() + (wait := chance.uniform(*WAIT_SECONDS)) < until:
        await asyncio.sleep(wait)
        alive = [number for number in range(len(servers)) if number not in starting or starting[number].done()]
        if alive and chance.random() < 0.5:
            number = chance.choice(alive)
            servers[number].kill()
            starting[number] = asyncio.create_task(asyncio.to_thread(servers[number].start))
            kills.servers += 1
        else:
            kills.databases += kill_database(folder)
    await asyncio.gather(*starting.values())
    return kills


def kill_database(folder: Path) -> bool:
    """SIGKILL to the server of the data folder and to each of its processes; whether there was one."""
    processes = database_processes(folder)
    for process in processes:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue  # it went with its postmaster
    return bool(processes)


def database_processes(folder: Path) -> list[psutil.Process]:
    """The postmaster first, then its children; empty while none runs."""
    try:
        pid = int((folder / "postgres" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        postmaster = psutil.Process(pid)
        return [postmaster, *postmaster.children(recursive=True)] if "postgres" in postmaster.name() else []
    except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
        return []  # killed a moment ago, or about to write the file
