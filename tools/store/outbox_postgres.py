"""The outbox on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock
from tools.letters.notifications import LEASE, Notice, pause
from tools.store import schema
from tools.store.database import Database

_DROP_USELESS = text("DELETE FROM notices WHERE useless_after <= :now")

_LEASE = text("""
    WITH due AS (
        SELECT id FROM notices WHERE due_at <= :now AND given_up_at IS NULL
        ORDER BY created_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    UPDATE notices SET due_at = :until, attempts = attempts + 1 FROM due WHERE notices.id = due.id
    RETURNING notices.*
""")

_LATER = text("UPDATE notices SET due_at = :at WHERE id = :id")
_NEVER = text("UPDATE notices SET given_up_at = :at WHERE id = :id")
_DELETE = text("DELETE FROM notices WHERE id = :id")
_WITHDRAW = text("DELETE FROM notices WHERE id = ANY(:ids)")


async def put(connection: AsyncConnection, notice: Notice) -> None:
    """Write a notice in the transaction of the change it announces; once for each id."""
    row = {
        "id": notice.id,
        "kind": notice.kind,
        "recipient": notice.recipient,
        "language": notice.language,
        "body": dict(notice.values),
        "useless_after": notice.useless_after,
        "created_at": notice.created_at,
        "due_at": notice.created_at,
        "attempts": 0,
    }
    await connection.execute(insert(schema.notices).values(row).on_conflict_do_nothing())


async def withdraw(connection: AsyncConnection, notice_ids: Sequence[str]) -> None:
    """Withdraw notices not sent yet, in the transaction of the change that makes them untrue."""
    await connection.execute(_WITHDRAW, {"ids": list(notice_ids)})


class PostgresOutbox:
    """Implements ``Outbox``. A lease is a later ``due_at``, so a process that dies with it needs no cleaning up."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def lease(self, limit: int) -> list[Notice]:
        """See the port."""
        now = self._clock()
        parameters = {"now": now, "until": now + LEASE, "limit": limit}

        async def take(connection: AsyncConnection) -> list[Notice]:
            await connection.execute(_DROP_USELESS, parameters)
            return [_notice(row) for row in await connection.execute(_LEASE, parameters)]

        return sorted(await self._database.run(take), key=lambda notice: notice.created_at)

    async def delivered(self, notice_id: str) -> None:
        """See the port."""
        await self._database.run(lambda connection: connection.execute(_DELETE, {"id": notice_id}))

    async def failed(self, notice: Notice, *, for_good: bool) -> None:
        """See the port."""
        wait, now = pause(notice.attempts), self._clock()
        at: datetime = now if for_good or wait is None else now + wait
        statement = _NEVER if for_good or wait is None else _LATER
        await self._database.run(lambda connection: connection.execute(statement, {"id": notice.id, "at": at}))


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        id=row.id,
        kind=row.kind,
        recipient=row.recipient,
        language=row.language,
        values=row.body,
        created_at=row.created_at,
        useless_after=row.useless_after,
        attempts=row.attempts,
    )
