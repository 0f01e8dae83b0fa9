"""Call-backs on PostgreSQL."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.errors import CallBackNotFound, WindowFull
from tools.queues.call_backs import OPEN, CallBack, CallBackState
from tools.queues.hand_offs import HandOff
from tools.spans import Span
from tools.store.call_backs_schema import call_backs
from tools.store.database import Database

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('call-backs', 20261202))")
_IS_OPEN = call_backs.c.state.in_(sorted(OPEN))


class PostgresCallBacks:
    """Implements ``CallBacks``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, call_back: CallBack, room: int) -> CallBack:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(_LOCK)  # two who want the last place come one after the other
            if await _others(connection, call_back) >= room:
                raise WindowFull(call_back.id)
            row = _row(call_back)
            kept = insert(call_backs).values(row)
            await connection.execute(kept.on_conflict_do_update(index_elements=["id"], set_=row))

        await self._database.run(work)
        return call_back

    async def find(self, call_back_id: str) -> CallBack:
        """See the port."""
        this = select(call_backs).where(call_backs.c.id == call_back_id)
        row = (await self._database.run(lambda connection: connection.execute(this))).one_or_none()
        if row is None:
            raise CallBackNotFound(call_back_id)
        return _load(row)

    async def taken(self, unit: str, language: str, since: datetime) -> Mapping[datetime, int]:
        """See the port."""
        table = call_backs.c
        counts = (
            select(table.begins, func.count())
            .where(_IS_OPEN, table.unit == unit, table.language == language, table.begins >= since)
            .group_by(table.begins)
        )
        rows = await self._database.run(lambda connection: connection.execute(counts))
        return {begins.astimezone(UTC): number for begins, number in rows.all()}

    async def open(self) -> tuple[CallBack, ...]:
        """See the port."""
        statement = select(call_backs).where(_IS_OPEN).order_by(call_backs.c.begins, call_backs.c.id)
        rows = await self._database.run(lambda connection: connection.execute(statement))
        return tuple(_load(row) for row in rows)

    async def settle(self, call_back_id: str, state: CallBackState) -> CallBack:
        """See the port."""
        values = {"state": state} if state in OPEN else {"state": state, "phone": ""}
        this = update(call_backs).where(call_backs.c.id == call_back_id, _IS_OPEN).values(values)
        await self._database.run(lambda connection: connection.execute(this))
        return await self.find(call_back_id)


async def _others(connection: AsyncConnection, call_back: CallBack) -> int:
    table, hand_off = call_backs.c, call_back.hand_off
    others = select(func.count()).where(
        _IS_OPEN,
        table.id != call_back.id,
        table.unit == hand_off.unit,
        table.language == hand_off.language,
        table.begins == call_back.window.begins,
    )
    count: int = (await connection.execute(others)).scalar_one()
    return count


def _row(call_back: CallBack) -> dict[str, Any]:
    hand_off = call_back.hand_off
    body = asdict(hand_off) | {"slots": dict(hand_off.slots), "created_at": hand_off.created_at.isoformat()}
    return {
        "id": call_back.id,
        "unit": hand_off.unit,
        "language": hand_off.language,
        "begins": call_back.window.begins,
        "ends": call_back.window.ends,
        "phone": call_back.phone,
        "state": call_back.state,
        "tries": call_back.tries,
        "body": body,
    }


def _load(row: Row[Any]) -> CallBack:
    created = datetime.fromisoformat(row.body["created_at"])
    body = {**row.body, "summary": tuple(row.body["summary"]), "created_at": created}
    window = Span(row.begins.astimezone(UTC), row.ends.astimezone(UTC))
    return CallBack(HandOff(**body), row.phone, window, row.state, row.tries)
