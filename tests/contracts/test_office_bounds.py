"""The bounds read from the seats never hide a free moment: the answer is that of asking every office."""

import random
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import shipped
from tests.contracts.conftest import TurningClock
from tools.appointments.office_search import NoBounds, OfficeQuery, OfficeSearch
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import LocalClock
from tools.offices.distances import load_gazetteer
from tools.offices.slots import SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.office_bounds_postgres import PostgresBounds

QUERY = OfficeQuery("pensions", "in_person", near=shipped.places().by_name("Teruel")[0], limit=4)
NAMES = ("inss-08", "inss-28", "inss-35", "inss-44", "inss-46", "inss-50")


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_answer_is_that_of_asking_every_office(database: Database, seed: int) -> None:
    turning, chance = TurningClock(), random.Random(seed)
    clock = LocalClock(turning, ZoneInfo("Europe/Madrid"))
    offices = {name: office for name, office in shipped.offices().items() if name in NAMES}
    slots = SlotSpace(offices, shipped.calendar(), BookingRules(days_ahead=8))
    book = PostgresAppointmentBook(database, slots, clock, b"secret")
    for name in NAMES:
        free = slots.matching(SlotQuery(name, "pensions", "in_person"), clock())
        for slot in free[: chance.choice((0, 3, 40, len(free)))]:
            for seat in range(chance.choice((1, 3, 3, 3))):
                await book.hold(slot.id, f"{slot.id}-{seat}")
    bounds = PostgresBounds(database, slots, clock)
    quick = OfficeSearch(book, offices, bounds, load_gazetteer(), clock)
    thorough = OfficeSearch(book, offices, NoBounds(), load_gazetteer(), clock)
    assert await quick.soonest(QUERY) == await thorough.soonest(QUERY)
    turning.turn(timedelta(minutes=11))
    freed = await quick.soonest(QUERY)
    assert freed == await thorough.soonest(QUERY)
    assert len(freed) == 4
