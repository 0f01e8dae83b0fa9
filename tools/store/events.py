"""Events between processes: a port, PostgreSQL's LISTEN/NOTIFY behind it, and one in memory for tests."""

import asyncio
import contextlib
import json
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from typing import Any, Protocol

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
    """Events of one channel from the moment it was made. A reader that falls far behind loses the oldest ones."""

    def __init__(self, listeners: set["Subscription"]) -> None:
        self._listeners = listeners
        self._queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue(_BACKLOG)
        listeners.add(self)

    async def __anext__(self) -> dict[str, Any]:
        """The next event; waits for it."""
        return await self._queue.get()

    def put(self, payload: dict[str, Any]) -> None:
        """Deliver without waiting."""
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(payload)

    def close(self) -> None:
        """Stop receiving."""
        self._listeners.discard(self)

    def __enter__(self) -> "Subscription":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class EventBus(Protocol):
    """Tells whoever listens now; nothing is kept for those who come later."""

    async def publish(self, channel: str, payload: Payload) -> None:
        """Send a JSON object to every subscriber of the channel, in any process. Raises ToolUnavailable."""
        ...

    def subscribe(self, channel: str) -> Subscription:
        """Listen from now on; close the subscription (or use it in ``with``) when done."""
        ...


class MemoryEventBus:
    """Within one event loop. Payloads go through JSON, as they do on the real one."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[Subscription]] = defaultdict(set)

    async def publish(self, channel: str, payload: Payload) -> None:
        """See the port."""
        self._deliver(channel, json.dumps(dict(payload)))

    def subscribe(self, channel: str) -> Subscription:
        """See the port."""
        return Subscription(self._listeners[channel])

    def _deliver(self, channel: str, body: str) -> None:
        for listener in tuple(self._listeners.get(channel, ())):
            listener.put(json.loads(body))
        if not self._listeners.get(channel):
            self._listeners.pop(channel, None)


class PostgresEventBus(MemoryEventBus):
    """One listening connection a process. Long payloads wait in a table and only their number is notified."""

    def __init__(self, database: Database, clock: Clock = system_clock) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self._listening = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> "PostgresEventBus":
        """Start listening; returns when events can no longer be missed."""
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
        """See the port."""
        await self._database.run(lambda connection: self.publish_with(connection, channel, payload))

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
        """For ever: a lost connection is opened again (what was notified meanwhile is lost, as the port says)."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._database.url, autocommit=True) as connection:
                    await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(_CHANNEL)))
                    self._listening.set()
                    async for notice in connection.notifies():
                        await self._receive(notice.payload)
            except Exception as error:  # whatever it is: nobody waits for this task, and without it nothing is heard
                _log.warning("listening again after %s", type(error).__name__)
            await asyncio.sleep(0.5)

    async def _receive(self, notice: str) -> None:
        """One that is not ours, or whose body cannot be had now, is lost; those behind it are not."""
        try:
            await self._pass_on(notice)
        except Exception as error:
            _log.warning("event lost: %s", type(error).__name__)

    async def _pass_on(self, notice: str) -> None:
        event = json.loads(notice)
        if "stored" in event:
            row = await self._stored(event["stored"])
            if row is None:
                return
            event = json.loads(row)
        self._deliver(event["channel"], json.dumps(event["payload"]))

    async def _stored(self, number: int) -> str | None:
        statement = text("SELECT body FROM events WHERE id = :id")
        result = await self._database.run(lambda connection: connection.execute(statement, {"id": number}))
        body: str | None = result.scalar_one_or_none()
        return body
