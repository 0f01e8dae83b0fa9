"""A receiver of webhooks on this machine, which answers as a test tells it: at once, wrongly, late or never."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Request:
    """What came in."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.body)
        return told


async def fine(request: Request) -> bytes:
    return b"HTTP/1.1 204 No Content\r\n\r\n"


async def never(request: Request) -> bytes:
    await asyncio.Event().wait()
    return b""


def status(number: int, *headers: str) -> "Answering":
    lines = "\r\n".join([f"HTTP/1.1 {number} x", "Content-Length: 0", *headers])

    async def answer(request: Request) -> bytes:
        return f"{lines}\r\n\r\n".encode()

    return answer


Answering = Callable[[Request], Awaitable[bytes]]


@dataclass
class Receiver:
    """``answer`` decides; ``open`` counts requests that have no answer yet."""

    answer: Answering = fine
    url: str = ""
    requests: list[Request] = field(default_factory=list)
    open: int = 0
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until(self, count: int) -> None:
        """Wait for that many requests."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(lambda: len(self.requests) >= count), 30)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            request = Request(head[0].split()[1], headers, body)
            self.open += 1
            async with self._news:
                self.requests.append(request)
                self._news.notify_all()
            writer.write(await self.answer(request))
            self.open -= 1
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def receiving(answer: Answering = fine, **options: Any) -> AsyncIterator[Receiver]:
    """A receiver that listens."""
    receiver, busy = Receiver(answer), set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        busy.add(task)
        await receiver.serve(reader, writer)
        busy.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0, **options)
    port = server.sockets[0].getsockname()[1]
    receiver.url = f"{'https' if options.get('ssl') else 'http'}://localhost:{port}/isac?from=1"
    try:
        yield receiver
    finally:
        server.close()
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
