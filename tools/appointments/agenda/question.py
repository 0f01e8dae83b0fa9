"""Requests to the external agenda, with their timeouts and connection."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field

import httpx


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """A request that may be repeated unchanged. ``writes``: without an answer its outcome is unknown."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, object] | None = None
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to ``connect`` and for the whole ``answer``, in each of ``attempts``.

    Between attempts, up to ``pause`` seconds, doubled each time; ``longest`` limits it, and what the agenda asks for.
    """

    attempts: int = 3
    connect: float = 1.5
    answer: float = 4.0
    pause: float = 0.25
    longest: float = 2.0


@dataclass(frozen=True, slots=True)
class Chance:
    """Waiting and dice, so that tests own them: ``sleep`` takes seconds, ``draw`` gives a number from 0 to 1."""

    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    draw: Callable[[], float] = random.random

    def pauses(self, patience: Patience) -> Iterator[float]:
        """Seconds before each attempt but the first: at random, so that clients do not all come back together."""
        for number in range(patience.attempts - 1):
            yield min(patience.pause * 2**number, patience.longest) * self.draw()


def open_http(url: str, token: str | None, patience: Patience) -> httpx.AsyncClient:
    """A client of the agenda at ``url``. Close it.

    Connections are used once: a second answer to an old question can then not be taken for the answer to a new one.
    """
    return httpx.AsyncClient(
        base_url=url,
        headers={"Accept": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {}),
        timeout=httpx.Timeout(patience.answer, connect=patience.connect),
        limits=httpx.Limits(max_connections=50, max_keepalive_connections=0),
        follow_redirects=False,
    )
