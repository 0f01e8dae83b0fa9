"""Conversations with a write of unknown outcome, on PostgreSQL. Only their ids are kept: they hold the write."""

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.unsettled import GRACE, PAUSES
from tools.clock import Clock
from tools.store.database import Database
from tools.store.schema import unsettled

_LEASE = text("""
    WITH due AS (
        SELECT conversation_id, due_at AS was_due FROM unsettled WHERE due_at <= :now
        ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    UPDATE unsettled SET
        due_at = :now + (CAST(:pauses AS interval[]))[LEAST(attempts + 1, :last)],
        attempts = LEAST(attempts + 1, :last)
    FROM due WHERE unsettled.conversation_id = due.conversation_id
    RETURNING unsettled.conversation_id, was_due
""")


class PostgresUnsettled:
    """Implements ``Unsettled``. A lease is a later ``due_at``, so a process that dies with it needs no cleaning up."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def add(self, conversation_id: str) -> None:
        """See the port."""
        row = {"conversation_id": conversation_id, "due_at": self._clock() + GRACE, "attempts": 0}
        statement = insert(unsettled).values(row).on_conflict_do_nothing()
        await self._database.run(lambda connection: connection.execute(statement))

    async def lease(self, limit: int) -> list[str]:
        """See the port."""
        named = {"now": self._clock(), "limit": limit, "pauses": list(PAUSES), "last": len(PAUSES)}

        async def take(connection: AsyncConnection) -> list[str]:
            rows = (await connection.execute(_LEASE, named)).all()
            return [row.conversation_id for row in sorted(rows, key=lambda row: row.was_due)]

        return await self._database.run(take)

    async def done(self, conversation_id: str) -> None:
        """See the port."""
        statement = delete(unsettled).where(unsettled.c.conversation_id == conversation_id)
        await self._database.run(lambda connection: connection.execute(statement))
