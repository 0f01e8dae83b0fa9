"""Bookings committed a second, and whether any seat was given twice or any booking lost."""

import asyncio
import random
import statistics
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from stdnum.es import dni

from tools.appointments.book import Appointment, AppointmentBook, BookingRequest
from tools.errors import AppointmentNotFound, HoldExpired, SlotTaken
from tools.offices.offices import Office
from tools.offices.slots import Slot, SlotQuery


@dataclass(frozen=True, slots=True)
class BookingFigures:
    """``double``: bookings beyond the seats of their slot. ``lost``: confirmed, then not found. Times in ms."""

    clients: int
    seconds: float
    committed: int
    committed_per_s: float
    refused: int
    double: int
    lost: int
    p50_ms: float
    p95_ms: float


@dataclass(slots=True)
class _Run:
    """State shared by the clients."""

    book: AppointmentBook
    slots: list[Slot]
    services: Mapping[str, str]
    deadline: float
    first_person: int
    refused: int = 0
    booked: list[tuple[Appointment, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


async def bench_booking(
    book: AppointmentBook, offices: Mapping[str, Office], *, clients: int = 200, seconds: float = 10
) -> BookingFigures:
    """Let ``clients`` hold and book at once, each time as a new person, in random slots of the offices.

    With few offices the seats run out and clients fight for the rest: that is the scarce case, and it ends when none is
    left. Afterwards every confirmation is looked up again.
    """
    run = _Run(
        book=book,
        slots=[slot for office in offices.values() for slot in await _open_slots(book, office)],
        services={office.id: office.services[0] for office in offices.values()},
        deadline=time.perf_counter() + seconds,
        first_person=random.randrange(10_000_000, 60_000_000),
    )
    started = time.perf_counter()
    await asyncio.gather(*(_client(run, number) for number in range(clients)))
    took = time.perf_counter() - started
    lost = [await _is_lost(book, *one) for one in run.booked]
    taken = Counter(appointment.slot.id for appointment, _ in run.booked)
    seats = {slot.id: offices[slot.office_id].capacity(slot.channel) for slot in run.slots}
    cuts = statistics.quantiles(run.times, n=20) if len(run.times) > 1 else [float("nan")] * 19
    return BookingFigures(
        clients=clients,
        seconds=round(took, 2),
        committed=len(run.booked),
        committed_per_s=round(len(run.booked) / took, 1),
        refused=run.refused,
        double=sum(max(0, count - seats[slot]) for slot, count in taken.items()),
        lost=sum(lost),
        p50_ms=round(cuts[9] * 1000, 1),
        p95_ms=round(cuts[18] * 1000, 1),
    )


async def _open_slots(book: AppointmentBook, office: Office) -> list[Slot]:
    queries = [SlotQuery(office.id, office.services[0], channel, limit=10_000) for channel in office.channels]
    return [slot for query in queries for slot in await book.availability(query)]


async def _client(run: _Run, number: int) -> None:
    chance = random.Random(number)
    attempt = 0
    slots = list(run.slots)
    while slots and time.perf_counter() < run.deadline:
        attempt += 1
        position = chance.randrange(len(slots))
        started = time.perf_counter()
        try:
            booked = await _book_once(run, slots[position], f"{number}-{attempt}")
        except (SlotTaken, HoldExpired):
            run.refused += 1
            slots[position] = slots[-1]
            slots.pop()
            continue
        run.times.append(time.perf_counter() - started)
        run.booked.append(booked)


async def _book_once(run: _Run, slot: Slot, name: str) -> tuple[Appointment, str]:
    number, attempt = (int(part) for part in name.split("-"))
    digits = f"{(run.first_person + number * 100_003 + attempt) % 100_000_000:08d}"
    document = digits + dni.calc_check_digit(digits)
    hold = await run.book.hold(slot.id, f"bench-{run.first_person}-{name}")
    service = run.services[slot.office_id]
    request = BookingRequest(
        hold_id=hold.id, service=service, need="bench", document=document, key=f"bench-{run.first_person}-{name}"
    )
    return await run.book.book(request), document


async def _is_lost(book: AppointmentBook, appointment: Appointment, document: str) -> bool:
    try:
        return await book.find(appointment.locator, document) != appointment
    except AppointmentNotFound:
        return True
