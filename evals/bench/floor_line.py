"""A client of several servers: what gets no answer is sent again elsewhere, and a stream goes on elsewhere."""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx

from evals.bench.server import Server

_PAUSE_S = 0.1
_SECONDS = httpx.Timeout(60, pool=None)


def open_client() -> httpx.AsyncClient:
    """For any number of lines: each citizen keeps a stream open."""
    return httpx.AsyncClient(timeout=_SECONDS, limits=httpx.Limits(max_connections=None))


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """An event of a stream."""

    kind: str
    data: Any
    id: str | None


class ServerLine:
    """One person's. ``turn`` says which server is asked next, the others after it."""

    def __init__(self, client: httpx.AsyncClient, servers: Sequence[Server], headers: dict[str, str]) -> None:
        self._client, self._servers, self._headers, self._turns = client, servers, headers, count()

    async def ask(self, method: str, path: str, key: str | None = None, **body: object) -> httpx.Response:
        """The answer, which may be a refusal."""
        headers = {**self._headers, **({"Idempotency-Key": key} if key else {})}
        while True:
            with suppress(httpx.TransportError):
                answer = await self._client.request(method, self._url(path), headers=headers, json=body or None)
                if answer.status_code < 500 and not _is_busy(answer):
                    return answer
            await asyncio.sleep(_PAUSE_S)

    async def follow(self, path: str, last: str | None = None) -> AsyncGenerator[ServerEvent]:
        """The events after ``last``, across servers, until it is refused."""
        while True:
            headers = {**self._headers, **({"Last-Event-ID": last} if last else {})}
            with suppress(httpx.TransportError):
                async with self._client.stream("GET", self._url(path), headers=headers) as answer:
                    if 400 <= answer.status_code < 500:
                        return
                    async for event in _events(answer):
                        last = event.id or last
                        yield event
            await asyncio.sleep(_PAUSE_S)

    def _url(self, path: str) -> str:
        return f"{self._servers[next(self._turns) % len(self._servers)].address}/v1{path}"


def _is_busy(answer: httpx.Response) -> bool:
    """Refused only because another turn of the conversation is under way: nothing was done, and it is said again."""
    return answer.status_code == httpx.codes.CONFLICT and answer.json().get("code") == "busy"


async def _events(answer: httpx.Response) -> AsyncGenerator[ServerEvent]:
    """One that was cut in two is none."""
    fields: dict[str, str] = {}
    async for line in answer.aiter_lines():
        name, _, value = line.partition(": ")
        if name:
            fields[name] = value
        elif line == "" and "data" in fields:
            yield ServerEvent(fields.get("event", "message"), json.loads(fields["data"]), fields.get("id"))
            fields = {}
