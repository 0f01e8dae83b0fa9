"""The appointment book that tests look into and turn."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, text

from tools.appointments.slots import SlotSpace
from tools.clock import Clock
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.schema import seats
from tools.store.seat_rows import placed
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import OfferRules

SECRET = b"k" * 32


class OpenBook(PostgresAppointmentBook):
    """A book with its parts in reach; ``slots`` and ``clock`` may be changed."""

    def __init__(self, database: Database, slots: SlotSpace, clock: Clock, secret: bytes = SECRET) -> None:
        super().__init__(database, slots, lambda: self.clock(), secret)
        self.database, self.clock, self.secret = database, clock, secret

    @property
    def slots(self) -> SlotSpace:
        return self._slots

    @slots.setter
    def slots(self, slots: SlotSpace) -> None:
        self._slots = slots

    async def holders(self) -> list[str]:
        """Of the seats that are held now."""
        statement = text("SELECT holder FROM seats WHERE state = 'held' AND expires_at > :now ORDER BY holder")
        return list((await self._rows(statement)).scalars())

    async def locators(self) -> list[str]:
        """Of the appointments that are booked."""
        return list((await self._rows(text("SELECT locator FROM appointments WHERE status = 'booked'"))).scalars())

    async def pass_on(self, holder: str, to: str) -> None:
        """Another holder has the seat."""
        await self._rows(
            text("UPDATE seats SET holder = :to, hold_id = :to WHERE holder = :holder"), holder=holder, to=to
        )

    async def slot_held_by(self, holder: str) -> Slot:
        statement = text("SELECT slot_id FROM seats WHERE state = 'held' AND expires_at > :now AND holder = :holder")
        return self.slots.resolve((await self._rows(statement, holder=holder)).scalar_one(), self.clock())

    async def fill(self, query: SlotQuery) -> list[Hold]:
        """Somebody else keeps every seat that answers the query, in one statement."""
        now = self.clock()
        kept = [
            (seat, Hold(f"{slot.id}-{seat}", slot, now + self.slots.rules.hold))
            for slot in self.slots.matching(query, now)
            for seat in range(self.slots.desks(slot))
        ]
        rows = [_row(seat, hold, now) for seat, hold in kept]
        await self.database.run(lambda connection: connection.execute(insert(seats), rows))
        return [hold for _, hold in kept]

    def waiting_list(self, offers: OfferRules | None = None, *, by_email: bool = False) -> PostgresWaitingList:
        """The list of those who wait for this book's seats."""
        rules = WaitingRules(self.secret, offers or OfferRules(), by_email=by_email)
        return PostgresWaitingList(self.database, self.slots, self.clock, rules)

    async def _rows(self, statement: Any, **named: object) -> Any:
        parameters = {"now": self.clock()} | named if ":now" in str(statement) else named
        return await self.database.run(lambda connection: connection.execute(statement, parameters))


def _row(seat: int, hold: Hold, now: datetime) -> dict[str, Any]:
    columns = placed(hold.slot)
    return {
        "slot_id": columns.pop("slot"),
        "office_id": columns.pop("office"),
        **columns,
        "seat": seat,
        "state": "held",
        "hold_id": hold.id,
        "holder": hold.id,
        "held_since": now,
        "expires_at": hold.expires_at,
        "free_at": hold.expires_at,
    }
