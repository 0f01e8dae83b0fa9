"""Turns of one conversation never overlap, neither in this process nor between processes."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol
from weakref import WeakValueDictionary

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from api.problems.errors import Busy
from tools.errors import ToolUnavailable

_POLL_SECONDS, _LONGEST_POLL_SECONDS = 0.02, 0.1

_ENTER = """
    SELECT CASE WHEN pg_try_advisory_lock(:gate) THEN
        CASE WHEN pg_try_advisory_lock(:key) THEN pg_advisory_unlock(:gate) IS NOT NULL ELSE false END
    END
"""
"""True: the conversation is held. False: only the gate is. Null: another process waits there."""
_PASS = "SELECT CASE WHEN pg_try_advisory_lock(:key) THEN pg_advisory_unlock(:gate) IS NOT NULL ELSE false END"
_RELEASE = "SELECT pg_advisory_unlock(:key)"
_GIVE_UP = "SELECT pg_advisory_unlock(:key) OR pg_advisory_unlock(:gate)"
"""Whichever of the two is held: never both."""


class TurnLocks(Protocol):
    """A lock for each conversation."""

    def turn(self, conversation_id: str) -> AbstractAsyncContextManager[None]:
        """Hold the conversation. Raises Busy when it stays taken, ToolUnavailable when the database is down."""
        ...

    async def close(self) -> None:
        """Give back what is held."""
        ...


class ProcessTurnLocks:
    """Enough for one process."""

    def __init__(self, timeout_seconds: float = 20.0) -> None:
        self._timeout = timeout_seconds
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[None]:
        """See TurnLocks."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        try:
            await asyncio.wait_for(lock.acquire(), self._timeout)
        except TimeoutError:
            raise Busy(conversation_id) from None
        try:
            yield
        finally:
            lock.release()

    async def close(self) -> None:
        """Nothing is held outside the process."""


class DatabaseTurnLocks:
    """Advisory locks, all on one connection of this process.

    A turn therefore never keeps a connection of the pool while it asks for another one, and the locks of a process that
    dies go with its connection. Before each conversation is a gate: a process waits inside it, and one that has more to
    say in the same conversation waits outside, so that none is kept waiting for longer than a turn of the other.
    """

    def __init__(self, engine: AsyncEngine, timeout_seconds: float = 20.0) -> None:
        self._engine, self._timeout = engine, timeout_seconds
        self._local = ProcessTurnLocks(timeout_seconds)
        self._connection: AsyncConnection | None = None
        self._one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[None]:
        """See TurnLocks."""
        locks = {"key": _number(conversation_id), "gate": _number(f"gate|{conversation_id}")}
        async with self._local.turn(conversation_id):
            await self._acquire(locks)
            try:
                yield
            finally:
                await self._release(_RELEASE, locks)

    async def close(self) -> None:
        """Let go of the connection, and with it of every lock."""
        async with self._one_at_a_time:
            connection, self._connection = self._connection, None
            if connection is not None:
                await connection.execute(text("SELECT pg_advisory_unlock_all()"))
                await connection.close()

    async def _acquire(self, locks: dict[str, int]) -> None:
        deadline = asyncio.get_running_loop().time() + self._timeout
        inside, pause = False, _POLL_SECONDS
        try:
            while not (held := await self._ask(_PASS if inside else _ENTER, locks)):
                inside = inside or held is not None
                if asyncio.get_running_loop().time() > deadline:
                    raise Busy("another process is answering")
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_POLL_SECONDS)
        except BaseException:
            await self._release(_GIVE_UP, locks)
            raise

    async def _release(self, statement: str, locks: dict[str, int]) -> None:
        if self._connection is None:
            return  # gone, and the lock with it
        try:
            await self._ask(statement, locks)
        except ToolUnavailable:
            return

    async def _ask(self, statement: str, locks: dict[str, int]) -> bool | None:
        """Who leaves lets what was sent come to its end: the connection, and the locks of all others, stay."""
        asking = asyncio.create_task(self._asked(statement, locks))
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            await asyncio.wait([asking])
            raise

    async def _asked(self, statement: str, locks: dict[str, int]) -> bool | None:
        async with self._one_at_a_time:
            try:
                if self._connection is None:
                    connection = await self._engine.connect()
                    self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                answer: bool | None = (await self._connection.execute(text(statement), locks)).scalar()
                return answer
            except (SQLAlchemyError, OSError) as error:
                await self._drop()
                raise ToolUnavailable("database: no turn lock") from error
            except asyncio.CancelledError:
                await self._drop()  # half a conversation with the server is no use to the next turn
                raise

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()


def _number(name: str) -> int:
    """The lock of that name."""
    return int.from_bytes(hashlib.blake2s(name.encode(), digest_size=8).digest(), signed=True)
