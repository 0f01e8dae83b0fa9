"""Conversations with a write of unknown outcome, on PostgreSQL. Only their ids: what was written is in them."""

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock
from tools.store.database import Database
from tools.store.schema import unsettled
from tools.unsettled import GRACE, pause


class PostgresUnsettled:
    """Implements ``Unsettled``. A lease is a later ``due_at``: who dies with it needs no cleaning up after."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def add(self, conversation_id: str) -> None:
        """See the port."""
        row = {"conversation_id": conversation_id, "due_at": self._clock() + GRACE, "attempts": 0}
        statement = insert(unsettled).values(row).on_conflict_do_nothing()
        await self._database.run(lambda connection: connection.execute(statement))

    async def lease(self, limit: int) -> list[str]:
        """See the port."""
        now, columns = self._clock(), unsettled.c
        due = select(unsettled).where(columns.due_at <= now).order_by(columns.due_at).limit(limit)

        async def take(connection: AsyncConnection) -> list[str]:
            rows = (await connection.execute(due.with_for_update(skip_locked=True))).all()
            for row in rows:
                later = {"due_at": now + pause(row.attempts + 1), "attempts": min(row.attempts + 1, 1000)}
                mine = columns.conversation_id == row.conversation_id
                await connection.execute(update(unsettled).where(mine).values(later))
            return [row.conversation_id for row in rows]

        return await self._database.run(take)

    async def done(self, conversation_id: str) -> None:
        """See the port."""
        statement = delete(unsettled).where(unsettled.c.conversation_id == conversation_id)
        await self._database.run(lambda connection: connection.execute(statement))
