"""The queue of hand-offs on PostgreSQL."""

from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock, system_clock
from tools.errors import HandOffNotFound, HandOffTaken
from tools.queues.hand_offs import HandOff, renewed
from tools.store import schema
from tools.store.database import Database
from tools.store.events import PostgresEventBus

HAND_OFF_CHANNEL = "hand_off"
ACCEPTED_CHANNEL = "hand_off_accepted"


class PostgresHandOffQueue:
    """Implements ``HandOffQueue``: each event leaves with the transaction that stores what it tells."""

    def __init__(self, database: Database, events: PostgresEventBus, clock: Clock = system_clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    async def add(self, hand_off: HandOff) -> None:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            stored = await _stored(connection, hand_off)
            if stored is not None:
                row = _row(stored)
                event = {**row.pop("body"), **row, "created_at": stored.created_at.isoformat()}
                await self._events.publish_with(connection, HAND_OFF_CHANNEL, event)

        await self._database.run(work)

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """See the port."""
        table = schema.hand_offs.c
        waiting = select(schema.hand_offs).where(table.accepted_at.is_(None))
        statement = waiting.order_by(table.urgent.desc(), table.created_at, table.id).limit(limit)
        return [_hand_off(row) for row in await self._database.run(lambda connection: connection.execute(statement))]

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


async def _stored(connection: AsyncConnection, hand_off: HandOff) -> HandOff | None:
    """As it waits now, for anybody: who accepted it has not seen what is new. None when nothing is."""
    table = schema.hand_offs
    fresh = insert(table).values(_row(hand_off)).on_conflict_do_nothing().returning(table.c.id)
    if (await connection.execute(fresh)).one_or_none() is not None:
        return hand_off
    known = await connection.execute(select(table).where(table.c.id == hand_off.id).with_for_update())
    waiting = _hand_off(known.one())
    if (now := renewed(waiting, hand_off)) == waiting:
        return None
    waits = {**_row(now), "accepted_at": None, "accepted_by": None}
    await connection.execute(update(table).where(table.c.id == hand_off.id).values(waits))
    return now


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
