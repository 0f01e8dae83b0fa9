"""What every AppointmentBook does so that a few cannot keep what is everybody's. The agenda keeps limits of its own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from tests.contracts.conftest import TurningClock, World, small_world
from tests.contracts.test_appointment_book import ANA, LUIS, QUERY, book_first, first_slots, request_for
from tools.appointments.book import Asker
from tools.appointments.fairness import HoldLimits
from tools.appointments.slots import BookingRules
from tools.errors import AlreadyBooked, BadIdentifier, HoldExpired, SlotTaken, TooManyHolds
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database

FIVE_MINUTES = timedelta(minutes=5)
HERE, THERE = Asker(origin="here"), Asker(origin="there")
NewWorld = Callable[..., World]


@pytest.fixture
def new_world(database: Database) -> NewWorld:
    def build(limits: HoldLimits | None = None, delay: timedelta = timedelta(), desks: int = 3) -> World:
        rules = BookingRules(limits=limits or HoldLimits(), delay=lambda: delay)
        clock, slots = TurningClock(), small_world(desks, rules)
        return World(PostgresAppointmentBook(database, slots, clock, b"secret"), clock, slots)

    return build


async def test_a_person_keeps_so_many_seats_at_once_across_conversations(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(live_per_person=2))
    slots = await first_slots(world, 4)
    for number in range(2):
        await world.book.hold(slots[number].id, f"conversation-{number}", Asker(ANA))
    with pytest.raises(TooManyHolds):
        await world.book.hold(slots[2].id, "conversation-2", Asker("12.345.678-z"))
    await world.book.hold(slots[2].id, "conversation-3", Asker(LUIS))
    await world.book.hold(slots[3].id, "conversation-1", Asker(ANA))  # lets the other one go first
    world.clock.turn(timedelta(minutes=11))
    await world.book.hold(slots[2].id, "conversation-2", Asker(ANA))


async def test_a_refused_hold_keeps_no_seat_and_loses_none(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(live_per_person=1), desks=1)
    one, other = await first_slots(world, 2)
    kept = await world.book.hold(one.id, "a", Asker(ANA))
    with pytest.raises(TooManyHolds):
        await world.book.hold(other.id, "b", Asker(ANA))
    await world.book.hold(other.id, "c", Asker(LUIS))
    assert (await world.book.book(request_for(kept.id))).slot == one


async def test_a_document_that_becomes_known_is_counted_when_the_hold_is_renewed(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(live_per_person=1))
    one, other = await first_slots(world, 2)
    await world.book.hold(one.id, "a", Asker(ANA))
    await world.book.hold(other.id, "b")
    with pytest.raises(TooManyHolds):
        await world.book.hold(other.id, "b", Asker(ANA))


async def test_a_document_that_becomes_known_is_counted_for_the_day_once(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(daily_per_person=2))
    one, other, third = await first_slots(world, 3)
    for slot in (one, other):
        for asker in (Asker(), Asker(ANA), Asker(ANA), Asker()):
            await world.book.hold(slot.id, f"holder-{slot.id}", asker)
    await world.book.hold(third.id, "c")
    with pytest.raises(TooManyHolds):
        await world.book.hold(third.id, "c", Asker(ANA))


@pytest.mark.parametrize("seed", range(12))
async def test_however_late_documents_are_given_nobody_keeps_more_than_allowed(new_world: NewWorld, seed: int) -> None:
    cap, chance = 2, Random(seed)
    world = new_world(HoldLimits(live_per_person=cap), desks=1)
    slots = await first_slots(world, 8)
    mine: dict[str, str] = {}  # the slot that each conversation keeps, and whose document it last gave
    given: dict[str, str] = {}
    for _ in range(40):
        holder = f"conversation-{chance.randrange(6)}"
        renews = holder in mine and chance.random() < 0.6
        slot_id = mine[holder] if renews else chance.choice(slots).id
        document = chance.choice([None, None, ANA, LUIS])
        try:
            await world.book.hold(slot_id, holder, Asker(document))
        except (TooManyHolds, SlotTaken):
            continue
        known = given.get(holder) if mine.get(holder) == slot_id else None
        mine[holder] = slot_id
        given.pop(holder, None)
        if document or known:
            given[holder] = document or known or ""
        assert max(Counter(given.values()).values(), default=0) <= cap


async def test_an_origin_keeps_so_many_seats_at_once_whoever_asks(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(live_per_origin=2))
    slots = await first_slots(world, 3)
    await world.book.hold(slots[0].id, "a", HERE)
    await world.book.hold(slots[1].id, "b", replace(HERE, document=ANA))
    with pytest.raises(TooManyHolds):
        await world.book.hold(slots[2].id, "c", HERE)
    await world.book.hold(slots[2].id, "c", THERE)


@pytest.mark.parametrize("asker", [HERE, Asker(ANA)])
async def test_a_day_has_so_many_new_holds_and_renewals_are_none(new_world: NewWorld, asker: Asker) -> None:
    world = new_world(HoldLimits(daily_per_person=2, daily_per_origin=2))
    one, other = await first_slots(world, 2)
    for slot in (one, one, other, other):
        await world.book.hold(slot.id, "a", asker)
    with pytest.raises(TooManyHolds):
        await world.book.hold(one.id, "a", asker)
    world.clock.turn(timedelta(days=1))
    (later,) = await first_slots(world)
    await world.book.hold(later.id, "a", asker)


async def test_nobody_is_counted_who_is_not_known(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(1, 1, 1, 1))
    for number, slot in enumerate(await first_slots(world, 5)):
        await world.book.hold(slot.id, f"holder-{number}")


async def test_a_hold_cannot_be_renewed_for_ever(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(longest=timedelta(minutes=15)))
    (slot,) = await first_slots(world)
    first = await world.book.hold(slot.id, "a")
    for _ in range(2):
        world.clock.turn(timedelta(minutes=6))
        renewed = await world.book.hold(slot.id, "a")
    assert renewed.expires_at == first.expires_at + FIVE_MINUTES
    world.clock.turn(timedelta(minutes=3))
    with pytest.raises(HoldExpired):
        await world.book.book(request_for(first.id))


async def test_a_wrong_document_holds_nothing(new_world: NewWorld) -> None:
    world = new_world(desks=1)
    (slot,) = await first_slots(world)
    with pytest.raises(BadIdentifier):
        await world.book.hold(slot.id, "a", Asker("12345678A"))
    await world.book.hold(slot.id, "b")


@pytest.mark.parametrize("how", ["released", "ran out", "exchanged"])
async def test_a_seat_let_go_is_seen_by_others_after_the_delay_and_by_its_holder_at_once(
    new_world: NewWorld, how: str
) -> None:
    world = new_world(delay=FIVE_MINUTES, desks=1)
    _, one, other = await first_slots(world, 3)
    hold = await world.book.hold(one.id, "a")
    if how == "released":
        await world.book.release(hold.id)
    elif how == "exchanged":
        await world.book.hold(other.id, "a")
    else:
        world.clock.turn(timedelta(minutes=10))
    with pytest.raises(SlotTaken):
        await world.book.hold(one.id, "b")
    assert one not in await first_slots(world, 400)
    again = await world.book.hold(one.id, "a")
    await world.book.release(again.id)
    world.clock.turn(FIVE_MINUTES)
    assert one in await first_slots(world, 400)
    await world.book.hold(one.id, "b")
    with pytest.raises(SlotTaken):
        await world.book.hold(one.id, "a")


@pytest.mark.parametrize("how", ["cancelled", "moved"])
async def test_a_seat_that_was_booked_is_seen_by_all_after_the_delay(new_world: NewWorld, how: str) -> None:
    world = new_world(delay=FIVE_MINUTES, desks=1)
    booked = await book_first(world)
    if how == "cancelled":
        await world.book.cancel(booked.locator, ANA)
    else:
        (other,) = await first_slots(world)
        await world.book.move(booked.locator, ANA, (await world.book.hold(other.id, "holder-k1")).id)
    for holder in ("holder-k1", "b"):
        with pytest.raises(SlotTaken):
            await world.book.hold(booked.slot.id, holder)
    world.clock.turn(FIVE_MINUTES)
    await world.book.hold(booked.slot.id, "b")


async def test_cancelling_twice_or_releasing_twice_frees_one_seat(new_world: NewWorld) -> None:
    world = new_world(desks=1)
    booked = await book_first(world)
    await world.book.cancel(booked.locator, ANA)
    await world.book.cancel(booked.locator, ANA)
    hold = await world.book.hold(booked.slot.id, "b")
    await world.book.cancel(booked.locator, ANA)
    with pytest.raises(SlotTaken):
        await world.book.hold(booked.slot.id, "c")
    await world.book.release(hold.id)
    await world.book.release(hold.id)
    with pytest.raises(HoldExpired):
        await world.book.book(request_for(hold.id, LUIS, "k9"))


async def test_one_appointment_for_each_person_and_service_whatever_is_held(new_world: NewWorld) -> None:
    world = new_world(HoldLimits(live_per_person=2))
    await book_first(world)
    (slot,) = await world.book.availability(replace(QUERY, limit=1))
    hold = await world.book.hold(slot.id, "again", Asker(ANA))
    with pytest.raises(AlreadyBooked):
        await world.book.book(request_for(hold.id, ANA, "k2"))
