from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from tests.agenda.conftest import ANA, QUERY
from tests.agenda.process import RunningAgenda, running
from tests.books import OpenBook
from tests.contracts.worlds import NOW, small_world
from tools.appointments.agenda.open import Agendas, open_books
from tools.appointments.book import BookingRequest
from tools.clock import fixed
from tools.store.database import Database


@pytest.fixture
def own(database: Database) -> OpenBook:
    return OpenBook(database, small_world(), fixed(NOW))


async def test_without_addresses_appointments_stay_here(own: OpenBook) -> None:
    async with AsyncExitStack() as opened:
        assert await open_books(own, Agendas(), opened) == (own, {"in_person", "phone"})


async def test_with_both_each_channel_goes_to_its_agenda_and_earlier_appointments_are_still_found(
    reference: RunningAgenda, own: OpenBook
) -> None:
    reference.order(begin=True)
    slot = (await own.availability(QUERY))[0]
    hold = await own.hold(slot.id, "before")
    before = await own.book(BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", ANA, "before"))
    with running("video") as rooms:
        async with AsyncExitStack() as opened:
            book, channels = await open_books(own, Agendas(reference.url, rooms.url, "token"), opened)
            assert channels == {"in_person", "phone", "video"}
            assert (await book.find(before.locator, ANA)).locator == before.locator
            for channel in ("phone", "video"):
                slot = (await book.availability(replace(QUERY, channel=channel)))[0]
                hold = await book.hold(slot.id, channel)
                made = await book.book(BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", ANA, channel))
                assert (made.room_url is not None) == (channel == "video")
                assert await book.find(made.locator, ANA) == made
            assert (reference.booked, rooms.booked) == (1, 1)
