"""Opens the database, runs work in transactions and reports when it is unavailable."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Self, TypeVar

from psycopg import Error
from psycopg.errors import DeadlockDetected, SerializationFailure
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from tools.errors import ToolUnavailable
from tools.store.embedded import EmbeddedServer
from tools.store.migrate import upgrade

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]

_TRIES = 4
_DYING_SECONDS = 0.25


class Database:
    """An open database. ``engine`` is for SQLAlchemy, ``url`` for users of psycopg."""

    def __init__(self, engine: AsyncEngine, url: str, embedded: EmbeddedServer | None = None) -> None:
        self.engine = engine
        self.url = url
        self._embedded = embedded
        self._revival: asyncio.Task[None] | None = None

    @classmethod
    async def start(
        cls, url: str | None, data_dir: Path, *, pool_size: int = 16, embedded: EmbeddedServer | None = None
    ) -> Self:
        """Open a server by URL, or the embedded one of ``data_dir``, and migrate it. Raises ToolUnavailable.

        ``embedded``: that server, where it was opened before.
        """
        embedded = None if url else embedded or EmbeddedServer(data_dir)
        if embedded is not None:
            url = await asyncio.to_thread(embedded.open)
        database = cls.connect(url or "", embedded, pool_size=pool_size)
        try:
            await upgrade(database.engine)
        except (DBAPIError, OSError) as error:
            await database.close()
            raise ToolUnavailable("the database cannot be opened") from error
        return database

    @classmethod
    def connect(cls, url: str, embedded: EmbeddedServer | None = None, *, pool_size: int = 16) -> Self:
        """Use a server that is migrated already. The first work opens a connection."""
        return cls(_engine(url, pool_size), plain_url(url), embedded)

    async def run(self, work: Work[T]) -> T:
        """Run ``work`` in one transaction, and again when the server says that it may.

        After a lost connection it runs again too (an embedded server is started first), so ``work`` has to be
        safe to repeat: whatever it writes carries a key. Raises ToolUnavailable.
        """
        for attempt in range(1, _TRIES + 1):
            try:
                async with self.engine.begin() as connection:
                    return await work(connection)
            except (DBAPIError, PoolTimeout, OSError) as error:
                if not await self._may_repeat(error, attempt):
                    raise
        raise AssertionError("the last attempt returns or raises")

    async def close(self) -> None:
        """Close the connections; the last user of an embedded server stops it."""
        await self.engine.dispose()
        if self._embedded is not None:
            await asyncio.to_thread(self._embedded.close)

    async def _may_repeat(self, error: Exception, attempt: int) -> bool:
        """Whether another attempt makes sense. Raises ToolUnavailable for an unavailable database, only here."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, DeadlockDetected | SerializationFailure):
            if attempt >= _TRIES:
                raise ToolUnavailable("the database is too busy") from error
            return True
        if not _is_away(error):
            return False
        if attempt >= (2 if self._embedded is None else _TRIES) or isinstance(error, PoolTimeout):
            raise ToolUnavailable("the database does not answer") from error
        await self._revive(attempt)
        return True

    async def _revive(self, attempt: int) -> None:
        """Start an embedded server that died; concurrent callers wait for the same start."""
        if self._embedded is None:
            return
        await asyncio.sleep(_DYING_SECONDS * (attempt - 1))  # a server that was just killed may still look alive
        if self._revival is None or self._revival.done():
            self._revival = asyncio.create_task(asyncio.to_thread(self._embedded.ensure))
        await asyncio.shield(self._revival)


def _is_away(error: Exception) -> bool:
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | PoolTimeout | OSError)


def plain_url(url: str) -> str:
    """The same URL without a driver, as psycopg and the PostgreSQL programs read it."""
    _, separator, rest = url.partition("://")
    return f"postgresql{separator}{rest}"


def _engine(url: str, pool_size: int) -> AsyncEngine:
    engine = create_async_engine(
        make_url(plain_url(url)).set(drivername="postgresql+psycopg"),
        hide_parameters=True,  # errors end in the log
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=30,
        connect_args={"connect_timeout": 5, "prepare_threshold": 2, "application_name": "isac"},
    )
    event.listen(engine.sync_engine, "handle_error", _quote_no_row)
    return engine


def _quote_no_row(context: ExceptionContext) -> None:
    """PostgreSQL quotes what it refuses below the first line of an error; only that line is left."""
    error, told = context.original_exception, context.sqlalchemy_exception
    if isinstance(error, Error) and told is not None and (reason := error.diag.message_primary):
        told.args = (told.args[0].replace(str(error), reason),)
        error.args = (reason,)
