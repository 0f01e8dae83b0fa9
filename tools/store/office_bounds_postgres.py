"""Bounds on the first free moments of offices, read from the seats that are taken."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import text

from tools.appointments.slots import SlotSpace
from tools.clock import Clock
from tools.offices.slots import Slot, SlotQuery
from tools.store.database import Database

_FULL = text("""
    SELECT slot_id FROM seats
    JOIN unnest(CAST(:offices AS text[]), CAST(:desks AS int[])) AS office(id, desks) ON seats.office_id = office.id
    WHERE channel = :channel AND starts_at BETWEEN :first AND :last AND (state = 'booked' OR expires_at > :now)
    GROUP BY slot_id, office.desks HAVING count(*) >= office.desks
""")


class PostgresBounds:
    """Reads the seats that are taken, of all offices in one statement."""

    def __init__(self, database: Database, slots: SlotSpace, clock: Clock) -> None:
        self._database, self._slots, self._clock = database, slots, clock

    async def earliest(self, queries: Sequence[SlotQuery]) -> Mapping[str, datetime]:
        """See the port."""
        now = self._clock()
        found = {query.office_id: self._slots.matching(query, now) for query in queries}
        possible = {office: slots for office, slots in found.items() if slots}
        full = await self._full(possible, now) if possible else frozenset()
        first = {
            office: next((slot for slot in slots if slot.id not in full), None) for office, slots in possible.items()
        }
        return {office: slot.starts_at for office, slot in first.items() if slot is not None}

    async def _full(self, possible: Mapping[str, list[Slot]], now: datetime) -> frozenset[str]:
        parameters = {
            "offices": list(possible),
            "desks": [self._slots.desks(slots[0]) for slots in possible.values()],
            "channel": next(iter(possible.values()))[0].channel,
            "first": min(slots[0].starts_at for slots in possible.values()),
            "last": max(slots[-1].starts_at for slots in possible.values()),
            "now": now,
        }
        rows = await self._database.run(lambda connection: connection.execute(_FULL, parameters))
        return frozenset(row.slot_id for row in rows)
