"""What the desk is made of, for the routes and the commands."""

from dataclasses import dataclass

from tools.appointments_postgres import PostgresAppointmentBook
from tools.clock import Clock
from tools.closures import Closures
from tools.desk import Desk
from tools.desk_notices import EventNotices
from tools.desk_records import Records
from tools.slots import SlotSpace
from tools.store.audit_postgres import PostgresAuditTrail
from tools.store.database import Database
from tools.store.desk_register import DeskRegister
from tools.store.events import PostgresEventBus


@dataclass(frozen=True, slots=True)
class DeskParts:
    """Appointments for staff, days that close, and the trail of it all."""

    desk: Desk
    closures: Closures
    trail: PostgresAuditTrail


def build_desk(
    slots: SlotSpace, database: Database, events: PostgresEventBus, secret: bytes, clock: Clock
) -> DeskParts:
    """The desk over the book of this database; ``secret`` is its signing key."""
    book = PostgresAppointmentBook(database, slots, clock, secret)
    trail = PostgresAuditTrail(database, clock)
    records = Records(database, DeskRegister(database, secret), trail, EventNotices(events), clock)
    desk = Desk(book, records, clock)
    return DeskParts(desk, Closures(book, desk, slots, records), trail)
