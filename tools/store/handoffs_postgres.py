"""The queue of hand-offs on PostgreSQL."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock, system_clock
from tools.errors import HandOffNotFound, HandOffTaken
from tools.queues.hand_offs import IN_FRONT, HandOff, QueuePage, QueuePlace, Waiting, renewed
from tools.store import schema
from tools.store.database import Database
from tools.store.events import PostgresEventBus

HAND_OFF_CHANNEL = "hand_off"
ACCEPTED_CHANNEL = "hand_off_accepted"

_LOCK_ORIGIN = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 20261125))")
"""Two hand-offs of the same origin are counted in turn."""

_AHEAD = text("""
    SELECT count(*) FROM hand_offs
    WHERE origin = :origin AND accepted_at IS NULL AND urgent = :urgent AND id <> :id
""")

_PAGE = text("""
    WITH waiting AS (
        SELECT *, CASE WHEN origin IS NOT NULL THEN count(*) OVER (PARTITION BY origin) END AS same_origin
        FROM hand_offs WHERE accepted_at IS NULL
    )
    SELECT * FROM waiting
    WHERE (NOT urgent, apart, created_at, id) > (:is_later, :apart, :created_at, :id)
    ORDER BY NOT urgent, apart, created_at, id LIMIT :limit
""")

_COUNTS = text("""
    SELECT count(*) AS total, count(*) FILTER (WHERE urgent) AS urgent FROM hand_offs WHERE accepted_at IS NULL
""")

_START = QueuePlace(False, False, datetime.min.replace(tzinfo=UTC), "")
"""A position before all waiting hand-offs."""


class PostgresHandOffQueue:
    """Implements ``HandOffQueue``: each event is published by the transaction that stores its change."""

    def __init__(self, database: Database, events: PostgresEventBus, clock: Clock = system_clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            if origin is not None:
                await connection.execute(_LOCK_ORIGIN, {"name": f"hand-offs:{origin}"})
            stored = await _stored(connection, hand_off, origin)
            if stored is not None:
                row = _row(stored)
                event = {**row.pop("body"), **row, "created_at": stored.created_at.isoformat()}
                await self._events.publish_with(connection, HAND_OFF_CHANNEL, event)

        await self._database.run(work)

    async def page(self, limit: int = 50, after: str | None = None) -> QueuePage:
        """See the port."""
        since = asdict(QueuePlace.parse(after) if after else _START)

        async def work(connection: AsyncConnection) -> QueuePage:
            rows = (await connection.execute(_PAGE, since | {"limit": limit + 1})).all()
            counts = (await connection.execute(_COUNTS)).one()
            shown = tuple(Waiting(_hand_off(row), row.apart, row.same_origin) for row in rows[:limit])
            more = QueuePlace.of(shown[-1]).cursor() if shown and len(rows) > limit else None
            return QueuePage(shown, counts.total, counts.urgent, more)

        return await self._database.run(work)

    async def accept(self, hand_off_id: str, who: str) -> HandOff:
        """See the port."""
        table, now = schema.hand_offs.c, self._clock()
        this = table.id == hand_off_id
        taken = update(schema.hand_offs).where(this, table.accepted_at.is_(None))
        take = taken.values(accepted_at=now, accepted_by=who).returning(schema.hand_offs)
        event = {"id": hand_off_id, "by": who, "at": now.isoformat()}

        async def work(connection: AsyncConnection) -> HandOff:
            if (row := (await connection.execute(take)).one_or_none()) is not None:
                await self._events.publish_with(connection, ACCEPTED_CHANNEL, event)
                return _hand_off(row)
            known = (await connection.execute(select(schema.hand_offs).where(this))).one_or_none()
            if known is None:
                raise HandOffNotFound(hand_off_id)
            if known.accepted_by != who:
                raise HandOffTaken(hand_off_id)
            return _hand_off(known)

        return await self._database.run(work)


async def _stored(connection: AsyncConnection, hand_off: HandOff, origin: str | None) -> HandOff | None:
    """Store the hand-off. One with news waits for any agent again, also when it was accepted. None without news."""
    table = schema.hand_offs
    place = {"origin": origin, "apart": await _comes_apart(connection, hand_off, origin)}
    fresh = insert(table).values({**_row(hand_off), **place}).on_conflict_do_nothing().returning(table.c.id)
    if (await connection.execute(fresh)).one_or_none() is not None:
        return hand_off
    known = (await connection.execute(select(table).where(table.c.id == hand_off.id).with_for_update())).one()
    waiting = _hand_off(known)
    if (now := renewed(waiting, hand_off)) == waiting:
        return None
    waits = {**_row(now), "accepted_at": None, "accepted_by": None}
    if now.urgent != waiting.urgent:
        waits["apart"] = await _comes_apart(connection, now, known.origin)
    await connection.execute(update(table).where(table.c.id == hand_off.id).values(waits))
    return now


async def _comes_apart(connection: AsyncConnection, hand_off: HandOff, origin: str | None) -> bool:
    """Whether as many hand-offs of its origin and urgency wait already as may go first."""
    if origin is None:
        return False
    asked = {"origin": origin, "urgent": hand_off.urgent, "id": hand_off.id}
    ahead: int = (await connection.execute(_AHEAD, asked)).scalar_one()
    return ahead >= IN_FRONT


def _row(hand_off: HandOff) -> dict[str, Any]:
    return {
        "id": hand_off.id,
        "urgent": hand_off.urgent,
        "created_at": hand_off.created_at,
        "body": _body(hand_off),
    }


def _body(hand_off: HandOff) -> dict[str, Any]:
    return {
        "conversation_id": hand_off.conversation_id,
        "reason": hand_off.reason,
        "language": hand_off.language,
        "need": hand_off.need,
        "unit": hand_off.unit,
        "summary": list(hand_off.summary),
        "slots": dict(hand_off.slots),
    }


def _hand_off(row: Row[Any]) -> HandOff:
    body = dict(row.body)
    summary = tuple(body.pop("summary"))
    return HandOff(id=row.id, urgent=row.urgent, created_at=row.created_at, summary=summary, **body)
