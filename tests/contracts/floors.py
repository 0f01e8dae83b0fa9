"""Queues and floors for contract tests: on PostgreSQL with a turning clock, and in memory."""

from tests.contracts.conftest import TurningClock
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.floor_changes import FloorChanges
from tools.store.floor_postgres import PostgresFloor
from tools.store.handoffs_postgres import PostgresHandOffQueue

UNITS = ("INSS", "TGSS")


def changes_of(database: Database, bus: PostgresEventBus, clock: TurningClock | None = None) -> FloorChanges:
    return FloorChanges(bus, PostgresContactLog(database, bus), clock)


def postgres_queue(
    database: Database, bus: PostgresEventBus | None = None, clock: TurningClock | None = None
) -> PostgresHandOffQueue:  # fmt: skip
    bus = bus or PostgresEventBus(database)
    return PostgresHandOffQueue(database, bus, changes_of(database, bus, clock))


def postgres_floor(
    database: Database, bus: PostgresEventBus | None = None, clock: TurningClock | None = None
) -> PostgresFloor:  # fmt: skip
    bus = bus or PostgresEventBus(database)
    return PostgresFloor(database, changes_of(database, bus, clock), UNITS)
