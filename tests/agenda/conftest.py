"""The adapter before the reference agenda, with little patience and no real pauses."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import pytest

from tests.agenda.process import RunningAgenda, running
from tools.appointments.agenda.book import AgendaBook
from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import Chance, Patience, open_http
from tools.appointments.book import BookingRequest
from tools.breaker import CircuitBreaker
from tools.offices.slots import Hold, SlotQuery

ANA = "12345678Z"
QUERY = SlotQuery("inss-28", "pensions", "in_person")
PATIENCE = Patience(attempts=3, connect=3.0, answer=1.0)


@dataclass
class Pauses:
    """Waits for nothing and remembers how long it should have."""

    taken: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)


@dataclass
class Adapter:
    """The book, what it speaks to, and the pauses it took."""

    book: AgendaBook
    agenda: RunningAgenda
    pauses: Pauses

    async def held(self, holder: str = "h") -> Hold:
        (slot,) = await self.book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=1))
        return await self.book.hold(slot.id, holder)


def request_for(hold: Hold, document: str = ANA, key: str = "k1") -> BookingRequest:
    return BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", document, key)


@pytest.fixture(scope="session")
def reference() -> Iterator[RunningAgenda]:
    with running() as agenda:
        yield agenda


@pytest.fixture
async def adapter(reference: RunningAgenda) -> AsyncIterator[Adapter]:
    reference.order(begin=True)
    reference.faults()
    pauses = Pauses()
    async with open_http(reference.url, "token", PATIENCE) as http:
        breaker = CircuitBreaker(lambda: 0.0, threshold=100)
        client = AgendaClient(http, breaker, PATIENCE, Chance(pauses.sleep, lambda: 1.0))
        yield Adapter(AgendaBook(client), reference, pauses)
