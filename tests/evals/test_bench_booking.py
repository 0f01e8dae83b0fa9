from dataclasses import replace
from datetime import UTC, datetime

from evals.bench.booking import bench_booking
from tests import shipped
from tests.books import OpenBook
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.store.database import Database


async def test_the_bench_counts_what_was_committed_and_ends_when_the_seats_do(database: Database) -> None:
    office = replace(shipped.offices()["inss-28"], desks=1, channels=("phone",))
    offices = {office.id: office}
    clock = fixed(datetime(2026, 11, 25, 9, tzinfo=UTC))
    book = OpenBook(database, SlotSpace(offices, shipped.calendar(), BookingRules(days_ahead=1)), clock)
    figures = await bench_booking(book, offices, clients=5, seconds=60)
    assert (figures.committed, figures.double, figures.lost) == (28, 0, 0)
    assert figures.refused > 0


async def test_more_in_a_channel_than_it_attends_at_once_are_double_though_there_are_desks(database: Database) -> None:
    office = replace(shipped.offices()["inss-28"], desks=2, channels=("phone",))
    clock = fixed(datetime(2026, 11, 25, 9, tzinfo=UTC))
    space = SlotSpace({office.id: office}, shipped.calendar(), BookingRules(days_ahead=1))
    narrow = replace(office, desks_by_channel={"phone": 1})
    book = OpenBook(database, space, clock)
    figures = await bench_booking(book, {office.id: narrow}, clients=5, seconds=60)
    assert (figures.committed, figures.double) == (56, 28)
