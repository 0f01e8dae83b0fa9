"""What every AppointmentBook does. Every adapter runs all of it."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.contracts.conftest import World
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.slots import slot_id
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotTaken,
    UnknownSlot,
)
from tools.offices.slots import Hold, Slot, SlotQuery

ANA, LUIS = "12345678Z", "X1234567L"
QUERY = SlotQuery("inss-28", "pensions", "in_person")


def request_for(hold_id: str, document: str = ANA, key: str = "k1") -> BookingRequest:
    return BookingRequest(hold_id=hold_id, service="pensions", need="jubilacion_ordinaria", document=document, key=key)


async def first_slots(world: World, count: int = 1) -> list[Slot]:
    return await world.book.availability(replace(QUERY, limit=count))


async def book_first(world: World, document: str = ANA, key: str = "k1") -> Appointment:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, f"holder-{key}")
    return await world.book.book(request_for(hold.id, document, key))


async def test_availability_is_in_time_order_on_different_days_and_not_too_soon(world: World) -> None:
    slots = await first_slots(world, 3)
    assert slots == sorted(slots, key=lambda slot: slot.starts_at)
    assert len({slot.starts_at.date() for slot in slots}) == 3
    assert slots[0].starts_at >= world.clock() + timedelta(hours=2)


@pytest.mark.parametrize(
    "query",
    [
        replace(QUERY, office_id="nowhere"),
        replace(QUERY, service="maritime_medical"),
        replace(QUERY, part_of_day="afternoon"),
        replace(QUERY, not_before=date(2027, 6, 1)),
        replace(QUERY, not_before=date(2026, 12, 8), not_after=date(2026, 12, 8)),
        replace(QUERY, office_id="ism-15", service="maritime_medical", channel="phone"),
    ],
)
async def test_availability_is_empty_where_nothing_can_be_booked(world: World, query: SlotQuery) -> None:
    assert await world.book.availability(query) == []


async def test_a_booking_is_found_with_locator_and_document_however_they_are_written(world: World) -> None:
    booked = await book_first(world)
    assert booked.document_hint == "***678Z"
    assert await world.book.find(booked.locator.lower(), "12.345.678-z") == booked


async def test_wrong_locator_and_wrong_document_get_the_same_answer(world: World) -> None:
    booked = await book_first(world)
    errors = []
    for locator, document in ((booked.locator, LUIS), ("AAAAAAA2", ANA), ("nonsense", ANA), (booked.locator, "x")):
        with pytest.raises(AppointmentNotFound) as caught:
            await world.book.find(locator, document)
        errors.append(str(caught.value))
    assert len(set(errors)) <= 2


async def test_invented_and_past_slots_are_unknown(world: World) -> None:
    (slot,) = await first_slots(world)
    with pytest.raises(UnknownSlot):
        await world.book.hold("SAAAAAAAAAAAAAAAA", "h")
    world.clock.turn(timedelta(days=1))
    with pytest.raises(UnknownSlot):
        await world.book.hold(slot.id, "h")


@pytest.mark.parametrize("day", [date(2026, 12, 28), date(2027, 11, 26)])
async def test_a_slot_beyond_the_horizon_is_unknown_though_its_id_is_right(world: World, day: date) -> None:
    beyond = slot_id("inss-28", "in_person", datetime.combine(day, time(9), ZoneInfo("Europe/Madrid")))
    with pytest.raises(UnknownSlot):
        await world.book.hold(beyond, "h")
    assert await world.book.availability(replace(QUERY, not_before=day)) == []


async def test_a_clock_put_back_or_forward_loses_no_booking_and_gives_no_seat_twice(world: World) -> None:
    booked = await book_first(world, LUIS, "k0")
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    world.clock.turn(-timedelta(hours=1))
    kept = await world.book.book(request_for(hold.id))
    assert await world.book.book(request_for(hold.id)) == kept
    late = await world.book.hold(slot.id, "late")
    world.clock.turn(timedelta(hours=2))
    with pytest.raises(HoldExpired):
        await world.book.book(request_for(late.id, "00000000T", "k2"))
    assert await world.book.find(booked.locator, LUIS) == booked
    assert await world.book.find(kept.locator, ANA) == kept


async def test_thousands_of_holds_take_every_seat_once_and_all_run_out(world: World) -> None:
    slots = world.slots.matching(QUERY, world.clock())
    seats = sum(world.slots.desks(slot) for slot in slots)
    wanted = [slots[number % len(slots)].id for number in range(seats + len(slots))]  # one too many for each slot
    answers: list[Hold | BaseException] = []
    for first in range(0, len(wanted), 200):  # as many at once as a busy server has
        some = enumerate(wanted[first : first + 200], first)
        holds = (world.book.hold(slot, f"hoarder {number}") for number, slot in some)
        answers += await asyncio.gather(*holds, return_exceptions=True)
    assert Counter(map(type, answers)) == {Hold: seats, SlotTaken: len(wanted) - seats}
    assert len({answer.id for answer in answers if isinstance(answer, Hold)}) == seats
    assert await first_slots(world, 3) == []
    world.clock.turn(world.slots.rules.hold + timedelta(seconds=1))
    assert len(await first_slots(world, 3)) == 3
    await book_first(world)


async def test_holding_again_renews_the_same_hold(world: World) -> None:
    (slot,) = await first_slots(world)
    first = await world.book.hold(slot.id, "h")
    world.clock.turn(timedelta(minutes=5))
    second = await world.book.hold(slot.id, "h")
    assert second.id == first.id
    assert second.expires_at == first.expires_at + timedelta(minutes=5)


async def test_holding_another_slot_releases_the_first(world: World) -> None:
    one, other = await first_slots(world, 2)
    first = await world.book.hold(one.id, "h")
    await world.book.hold(other.id, "h")
    with pytest.raises(HoldExpired):
        await world.book.book(request_for(first.id))
    for holder in "abc":
        await world.book.hold(one.id, holder)


async def test_a_failed_second_hold_keeps_the_first(world: World) -> None:
    one, other = await first_slots(world, 2)
    for holder in "abc":
        await world.book.hold(other.id, holder)
    first = await world.book.hold(one.id, "h")
    with pytest.raises(SlotTaken):
        await world.book.hold(other.id, "h")
    assert (await world.book.book(request_for(first.id))).slot == one


async def test_a_slot_takes_as_many_as_there_are_desks_and_is_then_not_offered(world: World) -> None:
    (slot,) = await first_slots(world)
    for holder in "abc":
        await world.book.hold(slot.id, holder)
    with pytest.raises(SlotTaken):
        await world.book.hold(slot.id, "d")
    assert slot not in await first_slots(world, 400)


async def test_released_and_expired_holds_free_the_seat(world: World) -> None:
    (slot,) = await first_slots(world)
    holds = [await world.book.hold(slot.id, holder) for holder in "abc"]
    await world.book.release(holds[0].id)
    await world.book.release(holds[0].id)
    await world.book.hold(slot.id, "d")
    world.clock.turn(timedelta(minutes=11))
    for holder in "efg":
        await world.book.hold(slot.id, holder)
    with pytest.raises(HoldExpired):
        await world.book.book(request_for(holds[1].id))


async def test_the_same_key_returns_the_first_booking(world: World) -> None:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    first = await world.book.book(request_for(hold.id))
    world.clock.turn(timedelta(hours=1))
    assert await world.book.book(request_for(hold.id)) == first


async def test_what_became_of_a_request_is_told_to_its_person_only(world: World) -> None:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    assert await world.book.outcome(request_for(hold.id)) is None
    booked = await world.book.book(request_for(hold.id))
    assert await world.book.outcome(request_for(hold.id)) == booked
    assert await world.book.outcome(request_for(hold.id, LUIS)) is None
    cancelled = await world.book.cancel(booked.locator, ANA)
    assert await world.book.outcome(request_for(hold.id)) == cancelled


async def test_after_a_release_nothing_is_booked_with_the_hold(world: World) -> None:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    await world.book.release(hold.id)
    with pytest.raises(HoldExpired):
        await world.book.book(request_for(hold.id))
    assert await world.book.outcome(request_for(hold.id)) is None


async def test_a_key_with_another_request_is_refused(world: World) -> None:
    await book_first(world)
    one = (await first_slots(world))[0]
    hold = await world.book.hold(one.id, "other")
    with pytest.raises(KeyReused):
        await world.book.book(request_for(hold.id, LUIS, "k1"))


async def test_one_active_appointment_per_person_and_service(world: World) -> None:
    first = await book_first(world)
    with pytest.raises(AlreadyBooked):
        await book_first(world, key="k2")
    await world.book.cancel(first.locator, ANA)
    assert (await book_first(world, key="k3")).locator != first.locator


async def test_an_appointment_that_is_over_is_in_nobodys_way(world: World) -> None:
    first = await book_first(world)
    world.clock.turn(timedelta(days=2))
    with pytest.raises(AppointmentNotFound):
        await world.book.find(first.locator, ANA)
    assert (await book_first(world, key="k2")).status == "booked"


async def test_a_wrong_document_is_refused_and_the_hold_stays(world: World) -> None:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    with pytest.raises(BadIdentifier):
        await world.book.book(request_for(hold.id, "12345678A"))
    assert (await world.book.book(request_for(hold.id))).status == "booked"


async def test_a_service_the_office_does_not_give_is_refused(world: World) -> None:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    with pytest.raises(UnknownSlot):
        await world.book.book(replace(request_for(hold.id), service="maritime_medical"))


async def test_moving_frees_the_old_seat_and_twice_is_once(world: World) -> None:
    booked = await book_first(world)
    other = (await first_slots(world, 2))[1]
    hold = await world.book.hold(other.id, "mover")
    moved = await world.book.move(booked.locator, ANA, hold.id)
    assert moved == replace(booked, slot=other)
    assert await world.book.move(booked.locator, ANA, hold.id) == moved
    again = await world.book.hold(other.id, "mover")
    assert await world.book.move(booked.locator, ANA, again.id) == moved
    for holder in "abc":
        await world.book.hold(booked.slot.id, holder)
    for holder in "de":
        await world.book.hold(other.id, holder)
    with pytest.raises(SlotTaken):
        await world.book.hold(other.id, "f")


async def test_moving_needs_a_live_hold_and_changes_nothing_without_it(world: World) -> None:
    booked = await book_first(world)
    with pytest.raises(HoldExpired):
        await world.book.move(booked.locator, ANA, "none")
    assert await world.book.find(booked.locator, ANA) == booked


async def test_cancelling_frees_the_seat_and_twice_is_once(world: World) -> None:
    booked = await book_first(world)
    cancelled = await world.book.cancel(booked.locator, ANA)
    assert cancelled == replace(booked, status="cancelled")
    assert await world.book.cancel(booked.locator, ANA) == cancelled
    with pytest.raises(AppointmentNotFound):
        await world.book.find(booked.locator, ANA)
    with pytest.raises(AppointmentNotFound):
        await world.book.cancel(booked.locator, LUIS)
    for holder in "abc":
        await world.book.hold(booked.slot.id, holder)


async def test_times_are_the_offices_own(world: World) -> None:
    (slot,) = await world.book.availability(SlotQuery("inss-35", "imv", "phone", limit=1))
    assert str(slot.starts_at.tzinfo) == "Atlantic/Canary"
    hold = await world.book.hold(slot.id, "h")
    booked = await world.book.book(replace(request_for(hold.id), service="imv"))
    assert booked.slot == slot
    assert str((await world.book.find(booked.locator, ANA)).slot.starts_at.tzinfo) == "Atlantic/Canary"


async def test_concurrent_attempts_with_one_key_make_one_booking(world: World) -> None:
    (slot,) = await first_slots(world)
    hold = await world.book.hold(slot.id, "h")
    booked = await asyncio.gather(*(world.book.book(request_for(hold.id)) for _ in range(8)))
    assert len({one.locator for one in booked}) == 1


async def test_concurrent_holds_of_one_holder_leave_one(world: World) -> None:
    slots = await first_slots(world, 6)
    holds = await asyncio.gather(*(world.book.hold(slot.id, "h") for slot in slots))
    alive = 0
    for number, hold in enumerate(holds):
        try:
            await world.book.book(replace(request_for(hold.id, key=f"k{number}")))
            alive += 1
        except HoldExpired:
            pass
    assert alive == 1


async def book_with(world: World, number: int, document: str = ANA, **contact: str) -> Appointment:
    slot = (await first_slots(world, 3))[number]
    hold = await world.book.hold(slot.id, f"holder-{number}")
    service = ("pensions", "imv", "birth")[number]
    return await world.book.book(replace(request_for(hold.id, document, f"k{number}"), service=service, **contact))


@pytest.mark.parametrize("contact", ["600 123 456", "+34600123456", " Ana@Example.org "])
async def test_document_and_contact_find_the_appointments_booked_with_it(world: World, contact: str) -> None:
    later = await book_with(world, 1, phone="600123456", email="ana@example.org")
    first = await book_with(world, 0, phone="+34 600 12 34 56", email="ana@example.org")
    await book_with(world, 2, phone="600999999")
    assert await world.book.find_by_person("12.345.678-z", contact) == [first, later]


async def test_a_document_alone_tells_nothing(world: World) -> None:
    mine = await book_with(world, 0, phone="600123456")
    await book_with(world, 1)
    for document, contact in (
        (ANA, "600123457"), (ANA, ""), (ANA, "ana@example.org"), (ANA, "x"), (LUIS, "600123456"), ("x", "600123456"),
    ):  # fmt: skip
        assert await world.book.find_by_person(document, contact) == []
    await world.book.cancel(mine.locator, ANA)
    assert await world.book.find_by_person(ANA, "600123456") == []


@pytest.mark.parametrize("contact", [{"phone": "600123456"}, {"email": "ana@example.org"}])
async def test_a_visit_finds_nothing_that_was_booked_with_a_contact(world: World, contact: dict[str, str]) -> None:
    mine = await book_with(world, 0, **contact)
    start = mine.slot.starts_at.date()
    assert await world.book.find_by_visit(ANA, mine.slot.office_id, start) == []


@pytest.mark.parametrize("world", ["postgres"], indirect=True)  # an external agenda cannot be asked so
async def test_a_visit_finds_what_was_booked_without_one(world: World) -> None:
    mine = await book_with(world, 0)
    office, day = mine.slot.office_id, mine.slot.starts_at.date()
    assert await world.book.find_by_visit("12.345.678-z", office, day) == [mine]
    for document, where, when in ((LUIS, office, day), (ANA, "elsewhere", day), (ANA, office, day + timedelta(days=1))):
        assert await world.book.find_by_visit(document, where, when) == []
    await world.book.cancel(mine.locator, ANA)
    assert await world.book.find_by_visit(ANA, office, day) == []


async def test_what_is_over_is_not_found_by_person(world: World) -> None:
    await book_with(world, 0, phone="600123456")
    world.clock.turn(timedelta(days=2))
    assert await world.book.find_by_person(ANA, "600123456") == []
