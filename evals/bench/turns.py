"""Latency of a turn over HTTP, and how many turns a second the server takes."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import httpx

from api.settings.settings import Settings
from evals.bench.server import Server, running_server
from evals.bench.timing import Figures, percentile, resident_mb, timed
from evals.citizens import person
from evals.scenario import Phrasebook
from evals.suite_files import load_suite_file
from knowledge.languages import LANGUAGES, Language

CLIENTS = 32
BOOKING = ("book_retirement", "place", "first", "document", "yes")


class Mix:
    """Words of citizens at a reception: one conversation in three books, the others ask two or three questions."""

    def __init__(self) -> None:
        self._phrases = Phrasebook()
        self._questions = [entry["ask"] for entry in load_suite_file("answers.yaml")["answered"].values()]

    def turns(self, number: int, language: Language) -> Sequence[str]:
        """The words of one conversation; the same number says the same."""
        if number % 3 == 0:
            values = {"place": self._phrases.homes[language].place, "document": person(number).document}
            return [self._phrases.say(name, language, number, values) for name in BOOKING]
        chance = random.Random(number)
        return [asked[language] for asked in chance.sample(self._questions, chance.choice((2, 3)))]


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers conversations, whoever takes them."""

    numbers: Iterator[int]
    mix: Mix


def bench_turns(settings: Settings, seconds: float) -> Figures:
    """Run one conversation at a time for latency, then 32 at once for throughput. Raises ServerDidNotStart."""
    with running_server(settings) as server:
        return asyncio.run(_both(server, seconds))


async def _both(server: Server, seconds: float) -> Figures:
    words = Words(count(1), Mix())
    await _load(server, words, clients=1, seconds=min(seconds, 2))
    alone, _ = await _load(server, words, clients=1, seconds=seconds)
    crowd, took = await _load(server, words, clients=CLIENTS, seconds=seconds)
    return {
        "turns": len(alone),
        "p50_ms": percentile(alone, 50),
        "p95_ms": percentile(alone, 95),
        "concurrent": CLIENTS,
        "turns_per_s": round(len(crowd) / took, 1),
        "concurrent_p50_ms": percentile(crowd, 50),
        "concurrent_p95_ms": percentile(crowd, 95),
        "rss_mb": resident_mb(server.process),
    }


async def _load(server: Server, words: Words, *, clients: int, seconds: float) -> tuple[list[float], float]:
    """Times of all turns, and how long it took."""
    times: list[float] = []
    started = time.perf_counter()
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(base_url=server.address, timeout=60, limits=limits) as client:
        await asyncio.gather(*(_citizen(client, words, started + seconds, times) for _ in range(clients)))
    return times, time.perf_counter() - started


async def _citizen(client: httpx.AsyncClient, words: Words, deadline: float, times: list[float]) -> None:
    """Hold one conversation after another until the deadline: a turn at least, however slow the machine is."""
    while time.perf_counter() < deadline:
        number = next(words.numbers)
        language = LANGUAGES[number % len(LANGUAGES)]
        opened = (await client.post("/v1/conversations", json={"language": language})).raise_for_status().json()
        headers = {"Authorization": f"Bearer {opened['token']}"}
        for text in words.mix.turns(number, language):
            with timed(times):
                reply = await client.post(
                    f"/v1/conversations/{opened['id']}/messages", json={"text": text}, headers=headers
                )
            reply.raise_for_status()
            if time.perf_counter() >= deadline:
                return
