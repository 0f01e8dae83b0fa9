"""``python -m evals.floor.run --minutes 2``: what became of everybody who asked for a person, as a line of JSON."""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from api.settings.settings import load_settings
from api.wiring.tokens import build_tokens
from evals.floor.servers import ApiLine, KilledServer
from tools.clock import system_clock
from tools.store.database import Database

_SAMPLE_S = 0.1
_FREE = text("""
    SELECT who FROM presences AS desk
    WHERE state = 'available' AND EXISTS (SELECT FROM hand_offs WHERE state = 'waiting' AND NOT declined ? desk.who)
        AND NOT EXISTS (SELECT FROM hand_offs WHERE state = 'offered' AND who = desk.who)
        AND (SELECT count(*) FROM hand_offs WHERE state = 'held' AND who = desk.who) < (desk.agent ->> 'most')::int
""")


@dataclass
class Record:
    """What was seen: when each was asked for, taken and closed, by hand-off; and how long somebody waited in vain."""

    asked: dict[str, float] = field(default_factory=dict)
    taken: dict[str, list[tuple[float, str]]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    free_spans: list[float] = field(default_factory=list)
    samples: int = 0

    def figures(self) -> dict[str, object]:
        """The figures of a run. ``overtaken``: taken after one that asked later, of those no agent had before."""
        first = {name: found[0][0] for name, found in self.taken.items()}
        order = sorted((name for name in first if name in self.asked), key=lambda name: self.asked[name])
        overtaken = sum(first[one] > first[next_] + 1.0 for one, next_ in pairwise(order))
        spans = sorted(self.free_spans)
        waits = sorted(first[name] - self.asked[name] for name in order)
        return {
            "asked": len(self.asked), "taken": len(order), "closed": len(self.closed & set(self.asked)),
            "taken_by_two_at_once": sum(len({who for _, who in found}) > 1 for found in self.taken.values()),
            "lost": sorted(set(self.asked) - self.closed), "overtaken_by_more_than_1_s": overtaken,
            "wait_median_s": round(waits[len(waits) // 2], 2) if waits else None,
            "free_while_somebody_waits": len(spans), "median_s": round(spans[len(spans) // 2], 2) if spans else 0,
            "p95_s": round(spans[len(spans) * 95 // 100], 2) if spans else 0,
            "longest_s": round(spans[-1], 2) if spans else 0, "samples": self.samples,
        }  # fmt: skip


async def citizen(line: ApiLine, record: Record, until: float) -> None:
    """Ask for a person, wait until somebody closed it, come again."""
    while time.monotonic() < until:
        opened = (await line.ask("POST", "/conversations", language="es")).json()
        theirs = f"Bearer {opened['token']}"
        line.headers = {"Authorization": theirs}
        path, key = f"/conversations/{opened['id']}/messages", uuid4().hex
        turn = (await line.ask("POST", path, key, text="quiero hablar con una persona")).json()
        name = turn["hand_off"]["id"]
        record.asked[name] = time.monotonic()
        while name not in record.closed:
            await asyncio.sleep(0.1)
        await asyncio.sleep(random.uniform(0, 2))


async def agent(line: ApiLine, who: str, record: Record, stop: asyncio.Event) -> None:
    """Take what is offered, talk for some seconds, close it."""
    heard = 0.0
    while not stop.is_set():
        if time.monotonic() - heard > 5:
            heard = time.monotonic()
            await line.ask("PUT", "/desk/presence", state="available", name=who, languages=["es"], most=2)
        for standing in (await line.ask("GET", "/queue/mine")).json():
            name = standing["hand_off"]["id"]
            if standing["state"] == "offered":
                answer = await line.ask("POST", f"/queue/{name}/accept")
                if answer.status_code == 200:
                    record.taken.setdefault(name, []).append((time.monotonic(), who))
            elif time.monotonic() - record.taken.get(name, [(0.0, who)])[-1][0] > random.uniform(2, 5):
                done = await line.ask("POST", f"/queue/{name}/close", disposition="resolved")
                if done.status_code == 200:
                    record.closed.add(name)
        await asyncio.sleep(0.2)


async def watch(database: Database, record: Record, stop: asyncio.Event) -> None:
    """For each agent, how long at a stretch they were free while somebody waited unasked; read as it is stored."""
    since: dict[str, float] = {}
    while not stop.is_set():
        rows = await database.run(lambda connection: connection.execute(_FREE))
        free, now = {row.who for row in rows}, time.monotonic()
        record.free_spans += [now - since.pop(who) for who in set(since) - free]
        since |= {who: now for who in free - set(since)}
        record.samples += 1
        await asyncio.sleep(_SAMPLE_S)


async def kill_in_turn(servers: list[KilledServer], seconds: float) -> None:
    """Each is killed once and started again, at a third and at two thirds."""
    for server in servers:
        await asyncio.sleep(seconds / (len(servers) + 1))
        await server.kill()
        await server.start()


async def run(minutes: float, citizens: int, agents: int, data: Path) -> dict[str, object]:
    """One run. The servers are stopped in the end."""
    servers = [KilledServer(f"server-{number}", data) for number in range(2)]
    record, stop = Record(), asyncio.Event()
    try:
        for server in servers:
            await server.start()
        database = await Database.start(None, data)
        tokens = await build_tokens(load_settings(), database, system_clock)
        until = time.monotonic() + minutes * 60
        desk = [
            asyncio.create_task(agent(ApiLine(servers, tokens.for_role("agent", who)), who, record, stop))
            for who in (f"agent-{number}" for number in range(agents))
        ]
        desk.append(asyncio.create_task(watch(database, record, stop)))
        killing = asyncio.create_task(kill_in_turn(servers, minutes * 60))
        people = [citizen(ApiLine(servers), record, until) for _ in range(citizens)]
        done = asyncio.gather(*people)
        with suppress(TimeoutError):
            await asyncio.wait_for(done, minutes * 60 + 90)
        killing.cancel()
        stop.set()
        await asyncio.gather(*desk)
        await database.close()
        return record.figures()
    finally:
        for server in servers:
            await server.stop()


def main() -> None:
    """From the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--citizens", type=int, default=50)
    parser.add_argument("--agents", type=int, default=10)
    parser.add_argument("--data", type=Path, help="a data folder, with models; a new one is made when left out")
    asked = parser.parse_args()
    data = asked.data or Path(tempfile.mkdtemp(prefix="floor-"))
    figures = asyncio.run(run(asked.minutes, asked.citizens, asked.agents, data))
    sys.stdout.write(f"{json.dumps(figures)}\n")


if __name__ == "__main__":
    main()
