"""Books of both kinds over the same small world: one office, three desks, a clock that the test turns."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tools.appointments import AppointmentBook
from tools.appointments_memory import MemoryAppointmentBook
from tools.appointments_postgres import PostgresAppointmentBook
from tools.calendar import load_calendar
from tools.office_files import load_offices
from tools.slots import BookingRules, SlotSpace
from tools.store.database import Database
from tools.store.embedded import EmbeddedServer

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)


@dataclass
class TurningClock:
    """A clock the test moves by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def turn(self, by: timedelta) -> None:
        self.now += by


@dataclass
class World:
    """What a contract test is given."""

    book: AppointmentBook
    clock: TurningClock
    slots: SlotSpace = field(repr=False)


def small_world(desks: int = 3, rules: BookingRules | None = None) -> SlotSpace:
    offices = load_offices()
    chosen = {name: replace(offices[name], desks=desks) for name in ("inss-28", "inss-35", "ism-15")}
    return SlotSpace(chosen, load_calendar(), rules or BookingRules())


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose server lives as long as the test session."""
    folder = tmp_path_factory.mktemp("data")
    server = EmbeddedServer(folder)
    server.open()
    yield folder
    server.close()


@pytest.fixture
async def database(data_dir: Path) -> AsyncIterator[Database]:
    database = await Database.start(None, data_dir)
    await database.run(
        lambda connection: connection.execute(
            text("TRUNCATE seats, appointments, hold_counts, waiting_list, notices, appointment_events")
        )
    )
    yield database
    await database.close()


@pytest.fixture(params=["memory", "postgres"])
def world(request: pytest.FixtureRequest) -> World:
    clock, slots = TurningClock(), small_world()
    if request.param == "memory":
        return World(MemoryAppointmentBook(slots, clock, b"secret"), clock, slots)
    database = request.getfixturevalue("database")
    return World(PostgresAppointmentBook(database, slots, clock, b"secret"), clock, slots)


@pytest.fixture
def new_postgres_book(database: Database) -> Callable[[SlotSpace, TurningClock], AppointmentBook]:
    return lambda slots, clock: PostgresAppointmentBook(database, slots, clock, b"secret")
