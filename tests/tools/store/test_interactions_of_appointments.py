"""Whoever books has an interaction with it."""

from tests.contracts.worlds import NOW, small_world
from tools.appointments.book import BookingRequest
from tools.appointments.keys import pseudonym_of
from tools.offices.slots import SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.register_postgres import PostgresRegister
from tools.store.timelines_postgres import PostgresTimelines


async def test_an_appointment_is_once_on_the_timeline_of_who_booked_it(database: Database) -> None:
    book = PostgresAppointmentBook(database, small_world(), lambda: NOW, b"secret")
    (slot,) = await book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=1))
    hold = await book.hold(slot.id, "somebody")
    for _ in range(2):
        booked = await book.book(BookingRequest(hold.id, "pensions", "viudedad", "12345678Z", "k"))
    (one,) = (await PostgresTimelines(database).page(pseudonym_of("12345678Z", b"secret"))).entries
    made = await PostgresRegister(database, b"secret").by_locator(booked.locator)
    assert (one.system, one.channel, one.need, one.outcome) == ("isac", "in_person", "viudedad", "appointment")
    assert (one.appointment, one.at) == (made.id, NOW)
