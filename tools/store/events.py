"""Notifications between processes: PostgreSQL's LISTEN/NOTIFY."""

import asyncio
import contextlib
import json
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock, system_clock
from tools.store.database import Database

Payload = Mapping[str, Any]

_log = logging.getLogger(__name__)
_CHANNEL = "isac"
_LONGEST = 7_900
_BACKLOG = 1_000
_KEPT = "INTERVAL '1 hour'"


class Subscription(AsyncIterator[dict[str, Any]]):
    """Payloads of one channel from now on. A reader that falls far behind loses the oldest."""

    def __init__(self, listeners: set["Subscription"]) -> None:
        self._listeners = listeners
        self._queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue(_BACKLOG)
        listeners.add(self)

    async def __anext__(self) -> dict[str, Any]:
        """Wait for the next payload."""
        return await self._queue.get()

    def put(self, payload: dict[str, Any]) -> None:
        """Deliver without waiting."""
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(payload)

    def drop(self) -> None:
        """Forget what has come and was not read."""
        while not self._queue.empty():
            self._queue.get_nowait()

    def close(self) -> None:
        """Stop receiving."""
        self._listeners.discard(self)

    def __enter__(self) -> "Subscription":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class PostgresEventBus:
    """Notifications between processes, over one listening connection each. A process that is away misses them.

    What must not be missed is stored and read by number (``tools.contacts``): a notification only wakes the reader.
    Payloads too long for NOTIFY are stored in a table, and their number is sent.
    """

    def __init__(self, database: Database, clock: Clock = system_clock) -> None:
        self._listeners: defaultdict[str, set[Subscription]] = defaultdict(set)
        self._database = database
        self._clock = clock
        self._listening = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> "PostgresEventBus":
        """Start listening; returns once the server sends what is published."""
        self._task = asyncio.create_task(self._listen())
        await asyncio.wait_for(self._listening.wait(), 10)
        return self

    async def close(self) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def publish(self, channel: str, payload: Payload) -> None:
        """Send a JSON object to every subscriber of the channel, in any process. Raises ToolUnavailable."""
        await self._database.run(lambda connection: self.publish_with(connection, channel, payload))

    def subscribe(self, channel: str) -> Subscription:
        """Listen from now on; used in ``with``."""
        return Subscription(self._listeners[channel])

    async def publish_with(self, connection: AsyncConnection, channel: str, payload: Payload) -> None:
        """Publish when, and only when, the transaction of the connection is committed."""
        body = json.dumps({"channel": channel, "payload": dict(payload)})
        notice = body if len(body.encode()) <= _LONGEST else json.dumps({"stored": await self._store(connection, body)})
        await connection.execute(text("SELECT pg_notify(:channel, :notice)"), {"channel": _CHANNEL, "notice": notice})

    async def _store(self, connection: AsyncConnection, body: str) -> int:
        now = self._clock()
        await connection.execute(text(f"DELETE FROM events WHERE created_at < :now - {_KEPT}"), {"now": now})
        statement = text("INSERT INTO events (body, created_at) VALUES (:body, :now) RETURNING id")
        return int((await connection.execute(statement, {"body": body, "now": now})).scalar_one())

    async def _listen(self) -> None:
        """Listen for ever: a lost connection is opened again; notifications sent meanwhile are lost."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._database.url, autocommit=True) as connection:
                    await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(_CHANNEL)))
                    self._listening.set()
                    async for notice in connection.notifies():
                        await self._receive(notice.payload)
            except Exception as error:  # any error: nobody awaits this task, and without it no notification arrives
                _log.warning("listening again after %s", type(error).__name__)
            await asyncio.sleep(0.5)

    async def _receive(self, notice: str) -> None:
        """Deliver one notification; one that cannot be read is logged and dropped, and the next is delivered."""
        try:
            await self._pass_on(notice)
        except Exception as error:
            _log.warning("notification lost: %s", type(error).__name__)

    async def _pass_on(self, notice: str) -> None:
        event = json.loads(notice)
        if "stored" in event:
            row = await self._stored(event["stored"])
            if row is None:
                return
            event = json.loads(row)
        self._deliver(event["channel"], event["payload"])

    def _deliver(self, channel: str, payload: dict[str, Any]) -> None:
        for listener in tuple(self._listeners.get(channel, ())):
            listener.put(payload)
        if not self._listeners.get(channel):
            self._listeners.pop(channel, None)

    async def _stored(self, number: int) -> str | None:
        statement = text("SELECT body FROM events WHERE id = :id")
        result = await self._database.run(lambda connection: connection.execute(statement, {"id": number}))
        body: str | None = result.scalar_one_or_none()
        return body
