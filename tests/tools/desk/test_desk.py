"""What staff do to appointments, and the trail it leaves."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.tools.desk.conftest import ACTOR, SECRET, PowerCut, World
from tools.appointments.book import BookingRequest
from tools.appointments.keys import Pseudonym, pseudonym_of
from tools.audit import Actor, AuditRecord
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    KeyReused,
    MarkedTooSoon,
    SlotTaken,
)
from tools.store.timelines_postgres import PostgresTimelines

ANA, LUIS = "12345678Z", "X1234567L"
REQUEST = BookingRequest("", "pensions", "jubilacion_ordinaria", ANA, "k1", name="Ana", phone="600123456")


async def outcomes(world: World) -> list[tuple[str, str]]:
    return [(entry.record.action, entry.outcome) for entry in await world.trail()]


async def test_a_day_shows_whom_to_call_in_and_its_list_is_in_the_trail(world: World) -> None:
    first, second = (await world.free(400))[:2]
    await world.booked(second, LUIS)
    await world.booked(first, ANA, name="Ana", phone="600123456")
    day = first.starts_at.date()
    shown = await world.desk.day(world.office, day, ACTOR)
    assert [one.shown.slot for one in shown] == [first, second]
    assert (shown[0].name, shown[0].phone, shown[0].shown.document_hint) == ("Ana", "600123456", "***678Z")
    assert await world.desk.day(world.office, day + timedelta(days=1), ACTOR) == []
    assert await outcomes(world) == [("list", "done")] * 2


async def test_appointments_are_found_by_locator_and_by_identity_also_when_they_are_cancelled(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    await world.book.cancel(booked.locator, ANA)
    found = await world.desk.by_locator(booked.locator.lower(), ACTOR)
    assert (found.shown.locator, found.shown.status) == (booked.locator, "cancelled")
    assert await world.desk.by_person("12.345.678-z", ACTOR) == [found]
    assert await world.desk.by_person(LUIS, ACTOR) == []
    with pytest.raises(AppointmentNotFound):
        await world.desk.by_locator("AAAAAAA2", ACTOR)
    with pytest.raises(BadIdentifier):
        await world.desk.by_person("12345678A", ACTOR)


async def test_an_appointment_while_the_hour_changes_is_as_long_as_it_is(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)

    async def last_october(connection: AsyncConnection) -> None:
        night = "UPDATE appointments SET starts_at = '2026-10-25 00:45Z', ends_at = '2026-10-25 01:15Z'"
        await connection.execute(text(night))
        await connection.execute(text("SET TIME ZONE 'Europe/Madrid'"))

    await world.database.run(last_october)
    assert (await world.desk.by_locator(booked.locator, ACTOR)).shown.slot.minutes == 30


async def test_booking_for_somebody_happens_once_however_often_it_is_sent(world: World) -> None:
    slot, other = await world.free(2)
    made = await world.desk.book(slot.id, REQUEST, ACTOR)
    assert (made.shown.slot, made.name) == (slot, "Ana")
    assert await world.desk.book(slot.id, REQUEST, ACTOR) == made
    with pytest.raises(KeyReused):
        await world.desk.book(other.id, REQUEST, ACTOR)
    with pytest.raises(KeyReused):
        await world.desk.book(slot.id, replace(REQUEST, document=LUIS), ACTOR)
    begun, done = await world.trail()
    assert (begun.outcome, done.outcome, begun.deed_id) == ("begun", "done", done.deed_id)
    assert done.record.appointment_id == made.id
    assert [notice.kind for notice in world.notices.added] == ["booked"]


async def test_a_booking_that_was_refused_leaves_its_reason_and_may_be_corrected_with_the_same_key(
    world: World,
) -> None:
    (slot,) = await world.free(1)
    with pytest.raises(BadIdentifier):
        await world.desk.book(slot.id, replace(REQUEST, document="12345678A"), ACTOR)
    assert (await world.trail())[-1].record.after == {"problem": "bad_identifier"}
    assert (await world.desk.book(slot.id, REQUEST, ACTOR)).shown.status == "booked"
    with pytest.raises(AlreadyBooked):
        await world.desk.book((await world.free(1))[0].id, replace(REQUEST, key="k2"), ACTOR)


async def test_a_booking_that_was_refused_keeps_no_seat(world: World) -> None:
    mine, slot = await world.free(2)
    await world.booked(mine, ANA)
    for key in ("k1", "k2", "k3"):
        with pytest.raises(AlreadyBooked):
            await world.desk.book(slot.id, replace(REQUEST, key=key), ACTOR)
    for holder in "ab":
        await world.book.hold(slot.id, holder)


async def test_a_booking_cut_in_the_middle_is_taken_up_with_the_same_key(world: World) -> None:
    (slot,) = await world.free(1)
    made = await world.desk.book(slot.id, REQUEST, ACTOR)
    await _forget_results(world)
    assert await world.desk.book(slot.id, REQUEST, ACTOR) == made
    assert await outcomes(world) == [("book", "begun"), ("book", "done")]


async def test_moving_keeps_the_locator_frees_the_old_seat_and_says_what_changed(world: World) -> None:
    one, other = await world.free(2)
    booked = await world.booked(one, ANA)
    moved = await world.desk.move(booked.locator, other.id, ACTOR)
    assert (moved.shown.locator, moved.shown.slot) == (booked.locator, other)
    assert await world.book.find(booked.locator, ANA) == moved.shown
    assert await world.desk.move(booked.locator, other.id, ACTOR) == moved
    begun, done = await world.trail()
    assert (begun.outcome, done.outcome) == ("begun", "done")
    assert done.actor == ACTOR
    assert (done.record.before or {})["slot_id"] == one.id
    assert (done.record.after or {})["slot_id"] == other.id
    (notice,) = world.notices.added
    assert (notice.kind, notice.appointment_id, notice.reason) == ("moved", moved.id, None)


async def test_a_move_that_cannot_be_is_refused_in_the_trail_and_changes_nothing(world: World) -> None:
    one, other = await world.free(2)
    booked = await world.booked(one, ANA)
    for holder in "ab":
        await world.book.hold(other.id, holder)
    with pytest.raises(SlotTaken):
        await world.desk.move(booked.locator, other.id, ACTOR)
    third = (await world.free(3))[2]
    await world.book.cancel(booked.locator, ANA)
    with pytest.raises(AppointmentNotFound):
        await world.desk.move(booked.locator, third.id, ACTOR)
    assert await outcomes(world) == [("move", "begun"), ("move", "refused")]
    assert world.notices.added == []
    for holder in "ab":
        await world.book.hold(third.id, f"again-{holder}")  # what was held for the move was let go


async def test_cancelling_frees_the_seat_and_is_told_once(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    assert (await world.desk.cancel(booked.locator, ACTOR)).shown.status == "cancelled"
    assert (await world.desk.cancel(booked.locator, ACTOR)).shown.status == "cancelled"
    assert [notice.kind for notice in world.notices.added] == ["cancelled"]
    assert await outcomes(world) == [("cancel", "begun"), ("cancel", "done")]
    for holder in "ab":
        await world.book.hold(slot.id, holder)


async def cut(world: World, change: Callable[[], Awaitable[object]]) -> None:
    """The process dies between the change of the book and what is written of it."""
    world.notices.dies_after = len(world.notices.added)
    with pytest.raises(PowerCut):
        await change()
    world.notices.dies_after = None


async def test_a_cancellation_cut_in_the_middle_is_told_a_minute_later_and_once(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    await cut(world, lambda: world.desk.cancel(booked.locator, ACTOR))
    await world.desk.cancel(booked.locator, ACTOR)
    assert await world.closures.settle() == 0  # whoever did it may still be at it
    world.now += timedelta(minutes=1)
    await asyncio.gather(*(world.closures.settle() for _ in range(3)))
    assert await world.closures.settle() == 0
    assert [notice.kind for notice in world.notices.added] == ["cancelled"]
    assert await outcomes(world) == [("cancel", "begun"), ("cancel", "done")]


async def test_a_move_cut_in_the_middle_is_told_unless_a_later_move_has_been(world: World) -> None:
    one, other, third = await world.free(3)
    booked = await world.booked(one, ANA)
    await cut(world, lambda: world.desk.move(booked.locator, other.id, ACTOR))
    world.now += timedelta(minutes=1)
    assert await world.closures.settle() == 1
    assert [(notice.kind, (notice.after or {})["slot_id"]) for notice in world.notices.added] == [("moved", other.id)]
    await cut(world, lambda: world.desk.move(booked.locator, third.id, ACTOR))
    await world.desk.move(booked.locator, one.id, ACTOR)
    await world.desk.move(booked.locator, third.id, ACTOR)
    world.now += timedelta(minutes=1)
    assert await world.closures.settle() == 0
    assert len(world.notices.added) == 3


async def test_of_two_who_cancel_at_once_the_person_hears_once(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    current = await world.desk.by_locator(booked.locator, ACTOR)
    record = AuditRecord("cancel", "inss-28", current.id, current.snapshot(), {"kind": "cancelled"})
    both = [await world.records.begin(ACTOR, record) for _ in range(2)]
    await world.book.cancel(booked.locator, ANA)
    await asyncio.gather(*(world.records.finish(begun, current.id) for begun in both))
    assert [notice.kind for notice in world.notices.added] == ["cancelled"]
    assert [outcome for _, outcome in (await outcomes(world))[1:]] == ["begun", "begun", "done", "done"]


async def test_who_came_is_marked_from_the_day_and_who_did_not_from_the_hour(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    world.now = slot.starts_at - timedelta(days=1)
    with pytest.raises(MarkedTooSoon):
        await world.desk.mark(booked.locator, "attended", ACTOR)
    world.now = slot.starts_at - timedelta(minutes=5)
    with pytest.raises(MarkedTooSoon):
        await world.desk.mark(booked.locator, "no_show", ACTOR)
    assert (await world.desk.mark(booked.locator, "attended", ACTOR)).attendance == "attended"
    world.now = slot.starts_at
    assert (await world.desk.mark(booked.locator, "no_show", ACTOR)).attendance == "no_show"
    assert (await world.desk.by_locator(booked.locator, ACTOR)).attendance == "no_show"
    await world.book.cancel(booked.locator, ANA)
    with pytest.raises(AppointmentNotFound):
        await world.desk.mark(booked.locator, "attended", ACTOR)


async def test_the_trail_holds_no_document_contact_or_locator_and_cannot_be_rewritten(world: World) -> None:
    slot, other = await world.free(2)
    made = await world.desk.book(slot.id, replace(REQUEST, email="ana@example.org"), ACTOR)
    await world.desk.by_person(ANA, ACTOR)
    await world.desk.move(made.shown.locator, other.id, ACTOR)
    await world.desk.cancel(made.shown.locator, ACTOR)
    rows = await world.database.run(lambda connection: connection.execute(text("SELECT audit::text FROM audit")))
    whole = "\n".join(rows.scalars())
    for secret in (ANA, "678Z", "600123456", "ana@example.org", "Ana", made.shown.locator, str(made.person)):
        assert secret not in whole
    for statement in ("UPDATE audit SET who = 'nobody'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="neither altered nor deleted"):
            await world.database.run(lambda connection, sql=statement: connection.execute(text(sql)))


async def test_the_trail_is_read_by_who_appointment_office_day_and_page(world: World) -> None:
    one, other = await world.free(2)
    booked = await world.booked(one, ANA)
    moved = await world.desk.move(booked.locator, other.id, ACTOR)
    await world.desk.by_person(LUIS, Actor("agent-8", "agent", "Llamada"))
    assert [entry.actor.who for entry in await world.trail()] == ["agent-7", "agent-7", "agent-8"]
    assert len(await world.trail(who="agent-8")) == 1
    assert len(await world.trail(appointment_id=moved.id)) == 2
    assert len(await world.trail(office_id="inss-28")) == 2
    assert await world.trail(office_id="inss-08") == []
    assert len(await world.trail(since=date(2026, 11, 25), until=date(2026, 11, 25))) == 3
    assert await world.trail(since=date(2026, 11, 26)) == []
    (newest,) = await world.trail(limit=1)
    assert newest.actor.who == "agent-8"
    assert [entry.outcome for entry in await world.trail(before_id=newest.id)] == ["begun", "done"]


async def test_only_what_the_store_gave_stands_for_a_document(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    person = (await world.desk.by_locator(booked.locator, ACTOR)).person
    assert isinstance(person, Pseudonym)
    assert await world.book.find(booked.locator, person) == booked
    with pytest.raises(AppointmentNotFound):
        await world.book.find(booked.locator, str(person))


async def _forget_results(world: World) -> None:
    """As if the process had died before it could write them."""
    for statement in ("ALTER TABLE audit DISABLE TRIGGER audit_only_grows", "DELETE FROM audit WHERE outcome = 'done'",
                      "ALTER TABLE audit ENABLE TRIGGER audit_only_grows"):  # fmt: skip
        await world.database.run(lambda connection, sql=statement: connection.execute(text(sql)))


async def test_the_last_day_of_the_calendar_is_a_day_like_any_other(world: World) -> None:
    assert await world.records.register.on(world.office, date.max) == []


async def test_a_visit_is_on_the_timeline_as_it_was_marked_last(world: World) -> None:
    (slot,) = await world.free(1)
    booked = await world.booked(slot, ANA)
    timelines = PostgresTimelines(world.database)
    for mark, outcome, agent in (("attended", None, "agent-7"), ("no_show", "abandoned", None)):
        world.now = booked.slot.starts_at
        await world.desk.mark(booked.locator, mark, ACTOR)
        entries = (await timelines.page(pseudonym_of(ANA, SECRET))).entries
        (visit,) = [one for one in entries if one.reference.startswith("visit:")]
        assert (visit.outcome, visit.agent, visit.at) == (outcome, agent, booked.slot.starts_at)
        assert (visit.channel, visit.need, visit.appointment) == (
            booked.slot.channel, booked.need, visit.reference.removeprefix("visit:"),
        )  # fmt: skip


async def test_who_gave_a_reason_to_look_somebody_up_did_so_for_a_while(world: World) -> None:
    await world.records.trail.note(ACTOR, AuditRecord("find", after={"citizen": "a"}))
    for who, citizen, ago, found in (
        ("agent-7", "a", 1, True), ("agent-7", "b", 1, False), ("agent-8", "a", 1, False), ("agent-7", "a", -1, False),
    ):  # fmt: skip
        since = world.now - timedelta(hours=ago)
        assert await world.records.trail.looked_up(who, citizen, since) == found
