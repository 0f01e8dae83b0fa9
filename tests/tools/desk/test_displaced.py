"""Who is left on a closed day gets what is free before the waiting list and before newcomers."""

import asyncio
from datetime import date, timedelta

import pytest

from tests.tools.desk.conftest import ACTOR, SECRET, World
from tests.tools.desk.test_closures import DAY, PEOPLE, slots_of
from tools.appointments.book import Appointment
from tools.errors import SlotAwaited
from tools.offices.slots import Slot, SlotQuery
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import Ticket, WaitRequest

LINE = SlotQuery("inss-28", "pensions", "in_person")
CANCELLED = PEOPLE[90:]


def list_of(world: World) -> PostgresWaitingList:
    return PostgresWaitingList(world.database, world.slots, lambda: world.now, WaitingRules(SECRET))


async def wait(world: World, document: str, query: SlotQuery = LINE) -> Ticket:
    request = WaitRequest(query, "jubilacion_ordinaria", document, f"wait-{document}", "es")
    return await list_of(world).join(request)


async def full_world(world: World, kept: int) -> tuple[list[Appointment], dict[str, Appointment]]:
    """``kept`` people on the day to be closed; every other seat booked, some of them by people who may cancel."""
    others = [slot for slot in await world.free(2000) if slot.starts_at.date() != DAY]
    for slot in others[len(CANCELLED) :]:
        for number in range(2):
            await world.book.hold(slot.id, f"{slot.id}-{number}")
    leaving = {}
    for slot, person in zip(others, CANCELLED, strict=False):
        leaving[person] = await world.booked(slot, person)
        await world.book.hold(slot.id, f"{slot.id}-1")
    slots = await slots_of(world, DAY)
    return [await world.booked(slots[number], PEOPLE[number]) for number in range(kept)], leaving


async def test_they_are_given_slots_that_the_list_waits_for(world: World) -> None:
    slots = await slots_of(world, DAY)
    booked = [await world.booked(slots[number], PEOPLE[number]) for number in range(3)]
    ticket = await wait(world, PEOPLE[50])
    closing = await world.closures.close(world.office, DAY, ACTOR)
    assert (len(closing.moved), closing.unplaced) == (len(booked), ())
    assert {one.shown.slot.starts_at.date() for one in closing.moved} == {date(2026, 12, 3)}
    assert await list_of(world).offer() == 1
    offered = await list_of(world).find(ticket.code, PEOPLE[50])
    assert offered.offer is not None


async def test_what_becomes_free_goes_to_them_and_then_to_the_list(world: World) -> None:
    kept, leaving = await full_world(world, 2)
    ticket = await wait(world, PEOPLE[50])
    closing = await world.closures.close(world.office, DAY, ACTOR)
    assert len(closing.unplaced) == 2
    world.now += timedelta(minutes=3)
    for number, (person, appointment) in enumerate(list(leaving.items())[:3]):
        await world.book.cancel(appointment.locator, person)
        assert await list_of(world).offer() == (1 if number == 2 else 0)
        assert await world.closures.place_displaced() == (0 if number == 2 else 1)
    assert (await list_of(world).find(ticket.code, PEOPLE[50])).status == "offered"
    found = [await world.book.find(one.locator, PEOPLE[number]) for number, one in enumerate(kept)]
    assert {one.slot.starts_at for one in found} == {one.slot.starts_at for one in list(leaving.values())[:2]}
    assert [notice.kind for notice in world.notices.added] == ["moved_by_closure"] * 2
    assert {entry.actor.who for entry in await world.trail() if entry.record.action == "move"} == {ACTOR.who}


async def test_newcomers_wait_until_they_are_placed(world: World) -> None:
    _, leaving = await full_world(world, 1)
    await world.closures.close(world.office, DAY, ACTOR)
    person, appointment = next(iter(leaving.items()))
    await world.book.cancel(appointment.locator, person)
    assert await world.free() == []
    with pytest.raises(SlotAwaited):
        await world.book.hold(appointment.slot.id, "newcomer")


async def test_what_they_cannot_be_given_is_offered_to_the_list(world: World) -> None:
    await full_world(world, 1)
    await world.closures.close(world.office, DAY, ACTOR)
    by_phone = SlotQuery("inss-28", "pensions", "phone")
    ticket = await wait(world, PEOPLE[50], by_phone)
    assert await list_of(world).offer() == 1
    assert (await list_of(world).find(ticket.code, PEOPLE[50])).status == "offered"


async def test_a_seat_that_is_not_seen_yet_is_theirs_at_once(world: World) -> None:
    world.slots.rules = world.slots.rules.__class__(delay=lambda: timedelta(minutes=5))
    _, leaving = await full_world(world, 1)
    await world.closures.close(world.office, DAY, ACTOR)
    world.now += timedelta(minutes=3)
    person, appointment = next(iter(leaving.items()))
    await world.book.cancel(appointment.locator, person)
    assert await world.closures.place_displaced() == 1


async def test_many_who_place_them_at_once_move_and_tell_each_person_once(world: World) -> None:
    kept, leaving = await full_world(world, 4)
    await world.closures.close(world.office, DAY, ACTOR)
    world.now += timedelta(minutes=3)
    for person, appointment in leaving.items():
        await world.book.cancel(appointment.locator, person)
    await asyncio.gather(
        *(world.closures.place_displaced() for _ in range(3)),
        *(list_of(world).offer() for _ in range(3)),
        world.closures.close(world.office, DAY, ACTOR),
    )
    await world.closures.place_displaced()
    moved: list[Slot] = [(await world.book.find(one.locator, PEOPLE[number])).slot for number, one in enumerate(kept)]
    assert all(slot.starts_at.date() != DAY for slot in moved)
    assert len(world.notices.added) == len({one.appointment_id for one in world.notices.added}) == len(kept)
