"""Builds the desk, for the routes and the commands."""

from api.services.desk import DeskServices
from api.settings.settings import Settings
from tools.appointments.slots import SlotSpace
from tools.clock import LocalClock
from tools.desk.closures import Closures
from tools.desk.desk import Desk
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.audit_postgres import PostgresAuditTrail
from tools.store.closed_days_postgres import PostgresClosedDays
from tools.store.database import Database
from tools.store.desk_notices import AllNotices, DeskLetters, EventNotices, Notices
from tools.store.desk_records_postgres import PostgresRecords
from tools.store.events import PostgresEventBus
from tools.store.quality_postgres import PostgresQuality
from tools.store.register_postgres import PostgresRegister


def build_notices(settings: Settings, events: PostgresEventBus) -> Notices:
    """An event for whoever follows, and a letter when there is a mail server."""
    told = EventNotices(events)
    return told if settings.smtp_url is None else AllNotices((told, DeskLetters(settings.language)))


def build_desk(
    slots: SlotSpace, database: Database, notices: Notices, secret: bytes, clock: LocalClock
) -> DeskServices:
    """The desk over the book of this database; ``secret`` is its signing key."""
    book = PostgresAppointmentBook(database, slots, clock, secret)
    trail = PostgresAuditTrail(database, clock)
    records = PostgresRecords(database, PostgresRegister(database, secret), trail, notices, clock)
    desk = Desk(book, records, clock)
    closures = Closures(book, desk, slots, records, PostgresClosedDays(database, slots, clock))
    return DeskServices(desk, closures, trail, PostgresQuality(database))
