"""What can go wrong between two programs, done to an ASGI application on request.

``PUT /faults`` takes a list of faults; each is spent on one request whose method it names. ``POST /faults``
lets requests that were held up arrive at last. Both answer how many requests ever came.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

FAULTS = {
    "late": "does it, answers late",
    "held_up": "answers nothing, arrives when it is let",
    "error": "500, not done",
    "error_after": "does it, 500",
    "not_json": "does it, answers a page",
    "other_shape": "does it, answers JSON unlike the contract",
    "drop": "closes the connection, not done",
    "drop_after": "does it, closes the connection",
    "two_answers": "does it, writes its answer twice",
    "delivered_twice": "the request arrives twice",
    "busy": "429, not done",
}
INSTEAD: dict[str | None, tuple[int, bytes]] = {
    "error_after": (500, b"oops"),
    "not_json": (200, b"<html>Under maintenance</html>"),
    "other_shape": (200, b'{"reservation": {"ok": true, "locator": 7}}'),
}
LATE = 3.0


class Answered:
    """An answer as it was going to be sent."""

    def __init__(self) -> None:
        self.status, self.headers, self.body = 500, [], b""

    async def keep(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], message["headers"]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    async def send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})

    def raw(self) -> bytes:
        head = b"".join(b"%s: %s\r\n" % pair for pair in self.headers)
        return b"HTTP/1.1 %d Fine\r\n%s\r\n%s" % (self.status, head, self.body)


class Faulty:
    """The application, with the faults that wait for it."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._waiting: list[tuple[str, str]] = []
        self._held_up: list[tuple[Scope, bytes]] = []
        self._came = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await _whole(receive)
        if scope["path"] == "/faults":
            await self._ordered(scope["method"], body)
            await _said(send, 200, json.dumps({"came": self._came}).encode())
            return
        ours = scope["path"].startswith("/v1/")
        self._came += ours
        await self._served(self._spent(scope["method"]) if ours else None, scope, body, send)

    async def _ordered(self, method: str, body: bytes) -> None:
        if method == "PUT":
            self._waiting = [tuple(one) for one in json.loads(body)]
        elif method == "POST":
            for scope, late in self._held_up:
                await self._done(scope, late)
            self._held_up = []

    def _spent(self, method: str) -> str | None:
        for index, (wanted, fault) in enumerate(self._waiting):
            if wanted == method:
                del self._waiting[index]
                return fault
        return None

    async def _served(self, fault: str | None, scope: Scope, body: bytes, send: Send) -> None:
        if fault in ("error", "busy", "drop", "held_up"):
            await self._undone(fault, scope, body, send)
            return
        answered = await self._done(scope, body)
        if fault == "delivered_twice":
            answered = await self._done(scope, body)
        if fault == "late":
            await asyncio.sleep(LATE)
        if fault in INSTEAD:
            await _said(send, *INSTEAD[fault])
        elif fault == "drop_after":
            _transport(send).abort()
        elif fault == "two_answers":
            _transport(send).write(answered.raw() * 2)
            await asyncio.sleep(LATE)  # the connection stays open, as if it could be used again
            _transport(send).close()
        else:
            await answered.send(send)

    async def _undone(self, fault: str, scope: Scope, body: bytes, send: Send) -> None:
        if fault == "error":
            await _said(send, 500, b"oops")
        elif fault == "busy":
            await _said(send, 429, b"{}", (b"retry-after", b"1"))
        elif fault == "drop":
            _transport(send).abort()
        else:
            self._held_up.append((dict(scope), body))
            await asyncio.sleep(LATE)
            _transport(send).abort()

    async def _done(self, scope: Scope, body: bytes) -> Answered:
        answered = Answered()
        messages = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> Message:
            return next(messages, {"type": "http.disconnect"})

        await self._app(scope, receive, answered.keep)
        return answered


async def _whole(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body


async def _said(send: Send, status: int, body: bytes, *extra: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body)), *extra]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _transport(send: Send) -> asyncio.Transport:
    """The connection itself: what these faults do, no ASGI message can."""
    transport: asyncio.Transport = send.__self__.transport  # type: ignore[attr-defined]
    return transport
