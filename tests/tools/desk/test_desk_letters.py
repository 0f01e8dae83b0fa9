"""What the desk changes goes by e-mail to who gave one, in their language, with the change."""

from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.tools.desk.conftest import ACTOR, PowerCut, World
from tests.tools.desk.test_closures import DAY, PEOPLE, slots_of
from tools.appointments.book import Appointment, BookingRequest
from tools.desk.closures import Closures
from tools.desk.desk import Desk
from tools.letters.notifications import Notice
from tools.store.desk_notices import AllNotices, DeskLetters, DeskNotice
from tools.store.outbox_postgres import PostgresOutbox


def lettered(world: World) -> World:
    """The same desk, with letters before the notices of the test."""
    records = replace(world.records, notices=AllNotices((DeskLetters("es"), world.notices)))
    desk = Desk(world.book, records, lambda: world.now)
    return replace(
        world, desk=desk, records=records, closures=Closures(world.book, desk, world.slots, records, world.days)
    )


async def booked(world: World, number: int, language: str | None = None, email: str | None = None) -> Appointment:
    slot, person = (await slots_of(world, DAY))[number], PEOPLE[number]
    hold = await world.book.hold(slot.id, f"holder-{person}")
    request = BookingRequest(
        hold.id, "pensions", "jubilacion_ordinaria", person, f"k-{person}", email=email, language=language
    )
    return await world.book.book(request)


async def letters(world: World) -> list[Notice]:
    return await PostgresOutbox(world.database, lambda: world.now).lease(50)


async def test_a_move_and_a_cancellation_are_told_once_in_the_language_of_the_appointment(world: World) -> None:
    world = lettered(world)
    made = await booked(world, 0, "eu", "ane@example.org")
    (other,) = await world.free(1)
    for _ in range(2):
        await world.desk.move(made.locator, other.id, ACTOR)
    (moved,) = await letters(world)
    assert (moved.kind, moved.language, moved.recipient) == ("appointment_moved", "eu", "ane@example.org")
    assert moved.values["before"] == made.slot.starts_at.isoformat()
    assert moved.values["starts_at"] == other.starts_at.isoformat()
    assert (moved.values["code"], moved.useless_after) == (made.locator, other.starts_at)
    assert "reason" not in moved.values
    for _ in range(2):
        await world.desk.cancel(made.locator, ACTOR)
    (cancelled,) = [one for one in await letters(world) if one.id != moved.id]
    assert cancelled.kind == "appointment_cancelled"


async def test_a_closure_tells_its_reason_and_who_gave_no_address_gets_no_letter(world: World) -> None:
    world = lettered(world)
    await booked(world, 0, None, "ana@example.org")
    await booked(world, 1, "fr", None)
    await world.closures.close(world.office, DAY, ACTOR)
    (told,) = await letters(world)
    assert (told.kind, told.language, told.values["reason"]) == ("appointment_closed", "es", ACTOR.reason)
    assert len(world.notices.added) == 2


async def test_a_letter_leaves_only_with_its_change(world: World) -> None:
    world = lettered(world)
    made = await booked(world, 0, "gl", "ana@example.org")
    world.notices.dies_after = 0
    with pytest.raises(PowerCut):
        await world.desk.cancel(made.locator, ACTOR)
    assert await letters(world) == []


async def test_a_booking_at_the_desk_needs_no_letter(world: World) -> None:
    made = await booked(world, 0, "gl", "ana@example.org")
    found = await world.records.register.by_locator(made.locator)
    assert found.language == "gl"

    async def add(connection: AsyncConnection) -> None:
        await DeskLetters("es").add(DeskNotice("booked", found.id, world.now), connection)

    await world.database.run(add)
    assert await letters(world) == []
