"""The queue of hand-offs on PostgreSQL."""

from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock, system_clock
from tools.errors import HandOffNotFound, HandOffTaken
from tools.handoffs import HandOff
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
        body = _body(hand_off)
        statement = insert(schema.hand_offs).values(
            id=hand_off.id, urgent=hand_off.urgent, created_at=hand_off.created_at, body=body
        )
        stored = statement.on_conflict_do_nothing().returning(schema.hand_offs.c.id)
        event = {
            "id": hand_off.id,
            "urgent": hand_off.urgent,
            "created_at": hand_off.created_at.isoformat(),
            **body,
        }

        async def work(connection: AsyncConnection) -> None:
            if (await connection.execute(stored)).one_or_none() is not None:
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
