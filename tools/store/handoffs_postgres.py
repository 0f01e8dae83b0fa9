"""The queue of hand-offs on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.queues import steps
from tools.queues.floor import Standing
from tools.queues.hand_offs import IN_FRONT, HandOff, Prospect, QueuePage, QueuePlace, Waiting
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.floor_changes import FloorChanges
from tools.store.hand_off_rows import load_hand_off, standing_of, standing_row

HAND_OFF_CHANNEL = "hand_off"

_AHEAD = text("""
    SELECT count(*) FROM hand_offs
    WHERE origin = :origin AND state IN ('waiting', 'offered') AND urgent = :urgent AND id <> :id
""")

_PAGE = text("""
    WITH waiting AS (
        SELECT *, CASE WHEN origin IS NOT NULL THEN count(*) OVER (PARTITION BY origin) END AS same_origin
        FROM hand_offs WHERE state IN ('waiting', 'offered')
    )
    SELECT * FROM waiting WHERE (place, id) > (:at, :id) ORDER BY place, id LIMIT :limit
""")

_COUNTS = text("""
    SELECT count(*) AS total, count(*) FILTER (WHERE urgent) AS urgent, min(created_at) AS oldest
    FROM hand_offs WHERE state IN ('waiting', 'offered')
""")

_ORIGIN = text("SELECT origin FROM hand_offs WHERE id = :id")

_START = QueuePlace(datetime.min.replace(tzinfo=UTC), "")
"""A position before all waiting hand-offs."""


class PostgresHandOffQueue:
    """Implements ``HandOffQueue``: each event is published by the transaction that stores its change."""

    def __init__(self, database: Database, events: PostgresEventBus, changes: FloorChanges) -> None:
        self._database, self._events, self._changes = database, events, changes

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            now = await self._changes.begin(connection)
            before = await standing_of(connection, hand_off.id)
            columns: dict[str, Any] = {}
            if before is None:
                apart = await _comes_apart(connection, hand_off, origin)
                after, columns = Standing(hand_off, "waiting", now, apart=apart), {"origin": origin}
            else:
                after = await _again(connection, before, hand_off, now)
                if after.state != before.state:
                    columns = {"accepted_at": None}
            if after != before:
                await self._changes.store(connection, before, after, **columns)
                await self._events.publish_with(connection, HAND_OFF_CHANNEL, _event(after))

        await self._database.run(work)

    async def withdraw(self, hand_off_id: str) -> bool:
        """See the port."""

        async def work(connection: AsyncConnection) -> bool:
            await self._changes.begin(connection)
            standing = await standing_of(connection, hand_off_id)
            if standing is None or not standing.waits or standing.hand_off.urgent:
                return False
            await self._changes.withdraw(connection, standing)
            return True

        return await self._database.run(work)

    async def prospect(self, hand_off_id: str) -> Prospect:
        """See the port."""

        async def work(connection: AsyncConnection) -> Prospect:
            standing = await standing_of(connection, hand_off_id)
            if standing is None or not standing.waits:
                return Prospect()
            outlook = await self._changes.outlook(connection, standing)
            return Prospect(outlook.ahead, outlook.wait)

        return await self._database.run(work)

    async def page(self, limit: int = 50, after: str | None = None) -> QueuePage:
        """See the port."""
        since = QueuePlace.parse(after) if after else _START

        async def work(connection: AsyncConnection) -> QueuePage:
            asked = {"at": since.at, "id": since.id, "limit": limit + 1}
            rows = (await connection.execute(_PAGE, asked)).all()
            counts = (await connection.execute(_COUNTS)).one()
            shown = tuple(Waiting(load_hand_off(row), row.apart, row.same_origin, row.front) for row in rows[:limit])
            more = QueuePlace.of(shown[-1]).cursor() if shown and len(rows) > limit else None
            return QueuePage(shown, counts.total, counts.urgent, more, counts.oldest)

        return await self._database.run(work)


async def _again(connection: AsyncConnection, before: Standing, hand_off: HandOff, now: datetime) -> Standing:
    """Renewed; one that waits anew, or is urgent now, is counted among those of its origin again."""
    after = steps.added_again(before, hand_off, now)
    if after.waits and (after.state, after.hand_off.urgent) != (before.state, before.hand_off.urgent):
        origin = (await connection.execute(_ORIGIN, {"id": hand_off.id})).scalar_one()
        after = replace(after, apart=await _comes_apart(connection, after.hand_off, origin))
    return after


async def _comes_apart(connection: AsyncConnection, hand_off: HandOff, origin: str | None) -> bool:
    """Whether as many hand-offs of its origin and urgency wait already as may go first."""
    if origin is None:
        return False
    asked = {"origin": origin, "urgent": hand_off.urgent, "id": hand_off.id}
    ahead: int = (await connection.execute(_AHEAD, asked)).scalar_one()
    return ahead >= IN_FRONT


def _event(standing: Standing) -> dict[str, Any]:
    """What other systems are told of it."""
    row, hand_off = standing_row(standing), standing.hand_off
    return {
        **row["body"],
        "id": hand_off.id,
        "urgent": hand_off.urgent,
        "created_at": hand_off.created_at.isoformat(),
    }  # fmt: skip
