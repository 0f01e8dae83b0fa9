"""People left on a closed day: they get free slots before newcomers and before the waiting list."""

from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import text

from tools.appointments.slots import SlotSpace
from tools.clock import Clock
from tools.offices.slots import Slot, SlotQuery
from tools.store import waiting_statements
from tools.store.database import Database

_PATIENCE = timedelta(minutes=2)
"""For so long those of a closed day are left to whoever is closing it."""

_CLOSED = text("""
    SELECT office_id, day, reason, who FROM closures
    WHERE at <= :settled AND day >= :since AND EXISTS (
        SELECT 1 FROM appointments
        JOIN seats ON seats.appointment_id = appointments.id
        WHERE appointments.status = 'booked' AND seats.office_id = closures.office_id AND seats.starts_at > :now
          AND seats.starts_at >= closures.day - 1 AND seats.starts_at < closures.day + 2
          AND (seats.starts_at AT TIME ZONE seats.timezone)::date = closures.day
    )
    ORDER BY at, office_id, day
""")


class ClosedDay(NamedTuple):
    """A closed day on which somebody is still booked."""

    office_id: str
    day: date
    reason: str
    who: str


class Displaced:
    """Finds and places them. Methods may raise ToolUnavailable."""

    def __init__(self, database: Database, slots: SlotSpace, clock: Clock) -> None:
        self._database, self._slots, self._clock = database, slots, clock

    async def days(self) -> list[ClosedDay]:
        """Days with somebody left on them, the first closed first."""
        now = self._clock()
        named = {"now": now, "settled": now - _PATIENCE, "since": now.date() - timedelta(days=1)}
        rows = await self._database.run(lambda connection: connection.execute(_CLOSED, named))
        return [ClosedDay(row.office_id, row.day, row.reason, row.who) for row in rows]

    async def free(self, query: SlotQuery) -> list[Slot]:
        """Every slot with a seat that nobody has, in time order: what others do not see yet, or wait for, too."""
        now = self._clock()
        here = {"office": query.office_id, "channel": query.channel, "now": now}
        rows = await self._database.run(lambda connection: connection.execute(waiting_statements.TAKEN, here))
        taken = {row.slot_id: row.seats for row in rows}
        slots = self._slots.matching(query, now)
        return [slot for slot in slots if taken.get(slot.id, 0) < self._slots.desks(slot)]
