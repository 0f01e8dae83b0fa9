"""Books of every kind over the same small world: one office, three desks, a clock that the test turns."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.agenda.process import RunningAgenda, running
from tests.contracts.worlds import NOW, small_world
from tools.appointments.agenda.book import AgendaBook
from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import Patience, open_http
from tools.appointments.book import AppointmentBook
from tools.appointments.slots import SlotSpace
from tools.breaker import CircuitBreaker
from tools.queues.hand_offs import HandOff, HandOffQueue
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database

PATIENT = Patience(connect=300.0, answer=300.0)
"""What a book answers is tested here, not how soon: on a busy machine the agenda is waited for."""


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


@dataclass
class AgendaClock(TurningClock):
    """Turns the clock of another process too."""

    agenda: RunningAgenda | None = None

    def turn(self, by: timedelta) -> None:
        super().turn(by)
        assert self.agenda is not None
        self.agenda.order(now=self.now)


async def shown(queue: HandOffQueue, limit: int = 50) -> list[HandOff]:
    """The first page of the queue."""
    return [entry.hand_off for entry in (await queue.page(limit)).entries]


@pytest.fixture(scope="session")
def agenda_process() -> Iterator[RunningAgenda]:
    """The reference agenda, in a process of its own."""
    with running() as agenda:
        yield agenda


@pytest.fixture
async def agenda_world(agenda_process: RunningAgenda) -> AsyncIterator[World]:
    agenda_process.order(begin=True)
    async with open_http(agenda_process.url, None, PATIENT) as http:
        book = AgendaBook(AgendaClient(http, CircuitBreaker(lambda: 0.0), PATIENT))
        yield World(book, AgendaClock(agenda=agenda_process), small_world())


@pytest.fixture(params=["postgres", "agenda"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "agenda":
        agenda: World = request.getfixturevalue("agenda_world")
        return agenda
    clock, slots = TurningClock(), small_world()
    database = request.getfixturevalue("database")
    return World(PostgresAppointmentBook(database, slots, clock, b"secret"), clock, slots)


@pytest.fixture
def new_postgres_book(database: Database) -> Callable[[SlotSpace, TurningClock], AppointmentBook]:
    return lambda slots, clock: PostgresAppointmentBook(database, slots, clock, b"secret")
