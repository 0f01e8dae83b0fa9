"""A desk over a real database: one office with two desks and mornings only, a clock that the test turns."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tests import shipped
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.slots import BookingRules, SlotSpace
from tools.audit import Actor, AuditEntry, AuditQuery
from tools.clock import LocalClock
from tools.desk.closures import Closures
from tools.desk.desk import Desk
from tools.offices.offices import Office
from tools.offices.slots import Slot, SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.audit_postgres import PostgresAuditTrail
from tools.store.closed_days_postgres import PostgresClosedDays
from tools.store.database import Database
from tools.store.desk_notices import DeskNotice
from tools.store.desk_records_postgres import PostgresRecords
from tools.store.register_postgres import PostgresRegister

SECRET = b"secret"
ACTOR = Actor("agent-7", "agent", "La persona lo pide en el mostrador")


class PowerCut(Exception):
    """Nothing after this happens."""


class ListedNotices:
    """Keeps what was added. After ``dies_after`` notices the process dies, as far as its transaction can tell."""

    def __init__(self) -> None:
        self.added: list[DeskNotice] = []
        self.dies_after: int | None = None

    async def add(self, notice: DeskNotice, connection: AsyncConnection) -> None:
        if len(self.added) == self.dies_after:
            raise PowerCut
        self.added.append(notice)


@dataclass
class World:
    """Everything a test of the desk touches."""

    database: Database
    book: PostgresAppointmentBook
    desk: Desk
    closures: Closures
    records: PostgresRecords
    notices: ListedNotices
    slots: SlotSpace
    days: PostgresClosedDays
    now: datetime = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)

    @property
    def office(self) -> Office:
        office = self.slots.office("inss-28")
        assert office is not None
        return office

    async def free(self, limit: int = 3, **narrowed: Any) -> list[Slot]:
        return await self.book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=limit, **narrowed))

    async def booked(self, slot: Slot, document: str, **contact: str) -> Appointment:
        hold = await self.book.hold(slot.id, f"holder-{document}")
        request = BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", document, f"key-{document}", **contact)
        return await self.book.book(request)

    async def trail(self, **narrowed: Any) -> list[AuditEntry]:
        """Oldest first."""
        return (await self.records.trail.find(AuditQuery(**narrowed)))[::-1]


@pytest.fixture
def world(database: Database) -> World:
    offices = {"inss-28": replace(shipped.offices()["inss-28"], desks=2)}
    slots, notices = SlotSpace(offices, shipped.calendar(), BookingRules()), ListedNotices()

    clock = LocalClock(lambda: world.now, ZoneInfo("Europe/Madrid"))

    book = PostgresAppointmentBook(database, slots, clock, SECRET)
    trail = PostgresAuditTrail(database, clock)
    records = PostgresRecords(database, PostgresRegister(database, SECRET), trail, notices, clock)
    desk = Desk(book, records, clock)
    days = PostgresClosedDays(database, slots, clock)
    world = World(database, book, desk, Closures(book, desk, slots, records, days), records, notices, slots, days)
    return world
