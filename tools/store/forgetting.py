"""Forgets what has served its purpose, so that no more is known of people than is needed."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.store.database import Database

_DAY = timedelta(days=1)

_RULES = (
    (text("DELETE FROM seats WHERE state = 'held' AND free_at <= :before"), _DAY),
    (text("DELETE FROM hold_counts WHERE day < CAST(:before AS timestamptz)::date"), _DAY),
    (text("DELETE FROM notices WHERE given_up_at <= :before"), 30 * _DAY),
    (text("DELETE FROM waiting_list WHERE status IN ('served', 'left', 'lapsed') AND queued_at <= :before"), 30 * _DAY),
    (text("DELETE FROM appointment_events WHERE at <= :before"), 90 * _DAY),
)


async def forget(database: Database, now: datetime) -> None:
    """Delete seats nobody holds, counts of past days, and old notices, tickets and events. Raises ToolUnavailable."""

    async def work(connection: AsyncConnection) -> None:
        for statement, age in _RULES:
            await connection.execute(statement, {"before": now - age})

    await database.run(work)
