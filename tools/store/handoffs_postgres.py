"""The queue of hand-offs on PostgreSQL."""

from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.handoffs import HandOff, renewed
from tools.store import schema
from tools.store.database import Database
from tools.store.events import EventBus

HAND_OFF_CHANNEL = "hand_off"


class PostgresHandOffQueue:
    """Implements ``HandOffQueue``; what is new is published on ``HAND_OFF_CHANNEL`` once it is stored."""

    def __init__(self, database: Database, events: EventBus) -> None:
        self._database = database
        self._events = events

    async def add(self, hand_off: HandOff) -> None:
        """See the port."""
        stored = await self._database.run(lambda connection: _stored(connection, hand_off))
        if stored is not None:
            row = _row(stored)
            event = {**row.pop("body"), **row, "created_at": stored.created_at.isoformat()}
            await self._events.publish(HAND_OFF_CHANNEL, event)

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """See the port."""
        table = schema.hand_offs.c
        statement = select(schema.hand_offs).order_by(table.urgent.desc(), table.created_at, table.id).limit(limit)
        return [_hand_off(row) for row in await self._database.run(lambda connection: connection.execute(statement))]


async def _stored(connection: AsyncConnection, hand_off: HandOff) -> HandOff | None:
    """As it waits now; None when that is how it waited before."""
    table = schema.hand_offs
    fresh = insert(table).values(_row(hand_off)).on_conflict_do_nothing().returning(table.c.id)
    if (await connection.execute(fresh)).one_or_none() is not None:
        return hand_off
    known = await connection.execute(select(table).where(table.c.id == hand_off.id).with_for_update())
    waiting = _hand_off(known.one())
    if (now := renewed(waiting, hand_off)) == waiting:
        return None
    await connection.execute(update(table).where(table.c.id == hand_off.id).values(_row(now)))
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
