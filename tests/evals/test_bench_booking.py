from dataclasses import replace
from datetime import UTC, datetime

from evals.bench.booking import bench_booking
from tools.appointments_memory import MemoryAppointmentBook
from tools.calendar import load_calendar
from tools.clock import fixed
from tools.office_files import load_offices
from tools.slots import BookingRules, SlotSpace


async def test_the_bench_counts_what_was_committed_and_ends_when_the_seats_do() -> None:
    office = replace(load_offices()["inss-28"], desks=1, channels=("phone",))
    offices = {office.id: office}
    clock = fixed(datetime(2026, 11, 25, 9, tzinfo=UTC))
    book = MemoryAppointmentBook(SlotSpace(offices, load_calendar(), BookingRules(days_ahead=1)), clock, b"secret")
    figures = await bench_booking(book, offices, clients=5, seconds=60)
    assert (figures.committed, figures.double, figures.lost) == (28, 0, 0)
    assert figures.refused > 0
