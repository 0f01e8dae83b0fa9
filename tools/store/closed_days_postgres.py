"""Closed days on PostgreSQL: their seats are taken, and people left on them get free slots before all others."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.slots import SlotSpace
from tools.clock import Clock
from tools.letters.waiting_list import offer_notice_id
from tools.offices.closures import Closure
from tools.offices.slots import Slot, SlotQuery
from tools.store.database import Database
from tools.store.outbox_postgres import withdraw
from tools.store.seat_rows import placed
from tools.store.waiting_statements import TAKEN, WITHDRAW

_PATIENCE = timedelta(minutes=2)
"""For so long those of a closed day are left to whoever is closing it."""

_WITH_PEOPLE = text("""
    SELECT office_id, day, reason, who, at FROM closures
    WHERE at <= :settled AND day >= :since AND EXISTS (
        SELECT 1 FROM appointments
        JOIN seats ON seats.appointment_id = appointments.id
        WHERE appointments.status = 'booked' AND seats.office_id = closures.office_id AND seats.starts_at > :now
          AND seats.starts_at >= closures.day - 1 AND seats.starts_at < closures.day + 2
          AND (seats.starts_at AT TIME ZONE seats.timezone)::date = closures.day
    )
    ORDER BY at, office_id, day
""")

_RECORD = text("""
    INSERT INTO closures (office_id, day, reason, who, at) VALUES (:office, :day, :reason, :who, :now)
    ON CONFLICT DO NOTHING
""")

_STANDS = text("SELECT FROM closures WHERE office_id = :office AND day = :day FOR SHARE")

_LET_GO = text("DELETE FROM seats WHERE slot_id = ANY(:slots) AND state = 'held' RETURNING hold_id")

_TAKE = text("""
    INSERT INTO seats (slot_id, seat, office_id, channel, starts_at, ends_at, timezone,
                       state, hold_id, holder, appointment_id)
    SELECT :slot, desk.seat, :office, :channel, :starts_at, :ends_at, :timezone,
           'booked', :mark || desk.seat, 'closed', :mark || desk.seat
    FROM generate_series(0, CAST(:desks AS int) - 1) AS desk(seat)
    ON CONFLICT (slot_id, seat) DO NOTHING
""")

_STILL_HELD = text("SELECT EXISTS (SELECT 1 FROM seats WHERE slot_id = ANY(:slots) AND state = 'held')")

_REOPEN = text("DELETE FROM closures WHERE office_id = :office AND day = :day")

_GIVE_BACK = text("DELETE FROM seats WHERE office_id = :office AND state = 'booked' AND starts_with(hold_id, :mark)")

_KNOWN = text("SELECT * FROM closures WHERE office_id = :office AND day >= :since ORDER BY day")


class PostgresClosedDays:
    """Implements ``ClosedDays``."""

    def __init__(self, database: Database, slots: SlotSpace, clock: Clock) -> None:
        self._database, self._slots, self._clock = database, slots, clock

    async def add(self, closure: Closure) -> None:
        """See the port."""
        named = {
            "office": closure.office_id,
            "day": closure.day,
            "reason": closure.reason,
            "who": closure.who,
            "now": closure.at,
        }
        await self._database.run(lambda connection: connection.execute(_RECORD, named))

    async def take_seats(self, office_id: str, day: date, slots: Sequence[Slot]) -> bool:
        """See the port."""
        seats = [self._seat(slot, day) for slot in slots]
        names = {"office": office_id, "day": day, "slots": [slot.id for slot in slots]}

        async def take(connection: AsyncConnection) -> tuple[bool, bool]:
            if (await connection.execute(_STANDS, names)).first() is None:
                return False, False
            if seats:
                await self._let_go(connection, names)
                await connection.execute(_TAKE, seats)
            return True, bool((await connection.execute(_STILL_HELD, names)).scalar_one())

        closed, held = True, True
        while held:  # somebody held a seat between the two statements
            closed, held = await self._database.run(take)
        return closed

    async def reopen(self, office_id: str, day: date) -> None:
        """See the port."""
        named = {"office": office_id, "day": day, "mark": _mark(office_id, day)}

        async def give_back(connection: AsyncConnection) -> None:
            await connection.execute(_REOPEN, named)
            await connection.execute(_GIVE_BACK, named)

        await self._database.run(give_back)

    async def known(self, office_id: str, since: date) -> list[Closure]:
        """See the port."""
        named = {"office": office_id, "since": since}
        return [_closure(row) for row in await self._database.run(lambda connection: connection.execute(_KNOWN, named))]

    async def with_people(self) -> list[Closure]:
        """See the port."""
        now = self._clock()
        named = {"now": now, "settled": now - _PATIENCE, "since": now.date() - timedelta(days=1)}
        rows = await self._database.run(lambda connection: connection.execute(_WITH_PEOPLE, named))
        return [_closure(row) for row in rows]

    async def free(self, query: SlotQuery) -> list[Slot]:
        """See the port."""
        now = self._clock()
        here = {"office": query.office_id, "channel": query.channel, "now": now}
        rows = await self._database.run(lambda connection: connection.execute(TAKEN, here))
        taken = {row.slot_id: row.seats for row in rows}
        slots = self._slots.matching(query, now)
        return [slot for slot in slots if taken.get(slot.id, 0) < self._slots.desks(slot)]

    async def _let_go(self, connection: AsyncConnection, names: dict[str, object]) -> None:
        holds = (await connection.execute(_LET_GO, names)).scalars().all()
        offers = await connection.execute(WITHDRAW, {"holds": holds, "now": self._clock()})
        await withdraw(connection, [offer_notice_id(row.code, row.hold) for row in offers])

    def _seat(self, slot: Slot, day: date) -> dict[str, Any]:
        return placed(slot) | {
            "mark": f"{_mark(slot.office_id, day)}{slot.id}:",
            "desks": self._slots.desks(slot),
        }


def _closure(row: Row[Any]) -> Closure:
    return Closure(row.office_id, row.day, row.reason, row.who, row.at)


def _mark(office_id: str, day: date) -> str:
    return f"closed:{office_id}:{day.isoformat()}:"
