"""``python -m evals.floor.run --minutes 2``: what became of everybody who asked for a person, as a line of JSON."""

import argparse
import asyncio
import json
import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from api.settings.settings import load_settings
from api.wiring.tokens import build_tokens
from evals.floor.servers import Line, Server
from tools.clock import system_clock
from tools.store.database import Database

_SAMPLE_S = 0.5


@dataclass
class Record:
    """What was seen: when each was asked for, taken and closed, by hand-off; and how long somebody waited in vain."""

    asked: dict[str, float] = field(default_factory=dict)
    taken: dict[str, list[tuple[float, str]]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    idle_s: float = 0.0
    longest_idle_s: float = 0.0
    samples: int = 0

    def figures(self) -> dict[str, object]:
        """The figures of a run. ``overtaken``: taken after one that asked later, of those no agent had before."""
        first = {name: found[0][0] for name, found in self.taken.items()}
        order = sorted((name for name in first if name in self.asked), key=lambda name: self.asked[name])
        overtaken = sum(first[one] > first[next_] + 1.0 for one, next_ in zip(order, order[1:], strict=False))
        waits = sorted(first[name] - self.asked[name] for name in order)
        return {
            "asked": len(self.asked), "taken": len(order), "closed": len(self.closed & set(self.asked)),
            "taken_by_two_at_once": sum(len({who for _, who in found}) > 1 for found in self.taken.values()),
            "lost": sorted(set(self.asked) - self.closed), "overtaken_by_more_than_1_s": overtaken,
            "wait_median_s": round(waits[len(waits) // 2], 2) if waits else None,
            "waited_with_a_free_agent_s": round(self.idle_s, 2), "longest_of_them_s": round(self.longest_idle_s, 2),
            "samples": self.samples,
        }  # fmt: skip


async def citizen(line: Line, record: Record, until: float) -> None:
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


async def agent(line: Line, who: str, record: Record, stop: asyncio.Event) -> None:
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


async def watch(line: Line, record: Record, stop: asyncio.Event) -> None:
    """Add up the time in which somebody waited unasked while an agent was free. Two readings in a row must agree."""
    since: float | None = None
    while not stop.is_set():
        total = int((await line.ask("GET", "/queue")).headers.get("X-Total-Count", 0))
        desks = (await line.ask("GET", "/desk/presence")).json()
        asked = sum(desk["asked"] for desk in desks)
        free = any(d["state"] == "available" and d["holds"] < d["most"] and not d["asked"] for d in desks)
        now = time.monotonic()
        if total > asked and free:
            since = since if since is not None else now
        elif since is not None:
            record.idle_s += now - since
            record.longest_idle_s = max(record.longest_idle_s, now - since)
            since = None
        record.samples += 1
        await asyncio.sleep(_SAMPLE_S)


async def kill_in_turn(servers: list[Server], seconds: float) -> None:
    """Each is killed once and started again, at a third and at two thirds."""
    for server in servers:
        await asyncio.sleep(seconds / (len(servers) + 1))
        await server.kill()
        await server.start()


async def run(minutes: float, citizens: int, agents: int, data: Path) -> dict[str, object]:
    """One run. The servers are stopped in the end."""
    servers = [Server(f"server-{number}", data) for number in range(2)]
    record, stop = Record(), asyncio.Event()
    try:
        for server in servers:
            await server.start()
        database = await Database.start(None, data)
        tokens = await build_tokens(load_settings(), database, system_clock)
        until = time.monotonic() + minutes * 60
        desk = [
            asyncio.create_task(agent(Line(servers, tokens.for_role("agent", who)), who, record, stop))
            for who in (f"agent-{number}" for number in range(agents))
        ]
        desk.append(asyncio.create_task(watch(Line(servers, tokens.for_role("admin", "watch")), record, stop)))
        killing = asyncio.create_task(kill_in_turn(servers, minutes * 60))
        people = [citizen(Line(servers), record, until) for _ in range(citizens)]
        done = asyncio.gather(*people)
        try:
            await asyncio.wait_for(done, minutes * 60 + 90)
        except TimeoutError:
            pass
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
    print(json.dumps(asyncio.run(run(asked.minutes, asked.citizens, asked.agents, data))))


if __name__ == "__main__":
    main()
