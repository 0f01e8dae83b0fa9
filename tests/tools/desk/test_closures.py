"""Closing a day on which people hold appointments."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from stdnum.es import dni

from tests.tools.desk.conftest import ACTOR, SECRET, PowerCut, World
from tools.appointments.book import Appointment, AppointmentBook, Asker, BookingRequest
from tools.desk.closures import Closures, detour
from tools.errors import HoldExpired, SlotTaken, ToolRetry
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.store.outbox_postgres import PostgresOutbox
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import WaitRequest

PEOPLE = [f"{number:08d}{dni.calc_check_digit(f'{number:08d}')}" for number in range(30_000_000, 30_000_100)]
DAY = date(2026, 12, 2)


async def both_seats(world: World, slot: Slot) -> list[Hold]:
    return [await world.book.hold(slot.id, f"somebody-{number}") for number in range(2)]


async def slots_of(world: World, day: date) -> list[Slot]:
    return await world.free(400, not_before=day, not_after=day)


async def test_everybody_of_the_day_gets_the_nearest_free_moment_after_it_and_keeps_the_locator(world: World) -> None:
    slots = await slots_of(world, DAY)
    booked = [await world.booked(slots[number], PEOPLE[number]) for number in range(3)]
    closing = await world.closures.close(world.office, DAY, ACTOR)
    assert closing.unplaced == ()
    assert [one.shown.locator for one in closing.moved] == [one.locator for one in booked]
    for before, after in zip(booked, closing.moved, strict=True):
        assert after.shown.slot.starts_at.date() == date(2026, 12, 3)
        assert after.shown.slot.channel == before.slot.channel
    # the first two share the first moment of the next morning: it has two desks
    assert Counter(one.shown.slot.starts_at.hour * 60 + one.shown.slot.starts_at.minute for one in closing.moved) == {
        540: 2, 555: 1,
    }  # fmt: skip
    assert [(notice.kind, notice.reason) for notice in world.notices.added] == [("moved_by_closure", ACTOR.reason)] * 3


async def test_a_full_day_is_moved_whole_each_person_once(world: World) -> None:
    slots = [slot for slot in await slots_of(world, DAY) for _ in range(2)]
    for slot, person in zip(slots, PEOPLE, strict=False):
        await world.booked(slot, person)
    closing = await world.closures.close(world.office, DAY, ACTOR)
    assert len(closing.moved) == len(slots) == len({one.id for one in closing.moved})
    assert all(one.shown.slot.starts_at.date() > DAY for one in closing.moved)
    assert max(Counter(one.shown.slot.id for one in closing.moved).values()) == 2


async def test_nothing_of_the_day_can_be_had_any_more(world: World) -> None:
    slots = await slots_of(world, DAY)
    hold = await world.book.hold(slots[5].id, "somebody")
    phone = world.slots.on("inss-28", DAY)[1]
    await world.closures.close(world.office, DAY, ACTOR)
    assert await slots_of(world, DAY) == []
    for slot in (slots[0], slots[5], phone):
        with pytest.raises(SlotTaken):
            await world.book.hold(slot.id, "other")
    assert phone.channel == "phone"
    with pytest.raises(HoldExpired):
        await world.book.book(_request(hold.id, PEOPLE[0]))


async def test_who_was_offered_a_time_of_the_day_keeps_their_turn_and_is_offered_another(world: World) -> None:
    rules = WaitingRules(SECRET, by_email=True)
    waiting = PostgresWaitingList(world.database, world.slots, lambda: world.now, rules)
    query = SlotQuery("inss-28", "pensions", "in_person", not_before=DAY)
    wish = WaitRequest(query, "jubilacion_ordinaria", PEOPLE[50], "wait", "es", "ana@example.org")
    ticket = await waiting.join(wish)
    told = PostgresOutbox(world.database, lambda: world.now)
    assert await waiting.offer() == 1
    offered = (await waiting.find(ticket.code, PEOPLE[50])).offer
    assert offered is not None
    await world.closures.close(world.office, DAY, ACTOR)
    back = await waiting.find(ticket.code, PEOPLE[50])
    assert (back.status, back.position, back.offer) == ("waiting", 1, None)
    assert [one.kind for one in await told.lease(10)] == ["waiting_joined"]
    for _ in range(2):  # the one that was taken away does not count as missed
        assert await waiting.offer() == 1
        world.now += timedelta(hours=1)
    assert (await waiting.find(ticket.code, PEOPLE[50])).status == "offered"
    letters = [one for one in await told.lease(10) if one.kind == "waiting_offer"]
    assert offered.slot.starts_at.isoformat() not in [one.values["starts_at"] for one in letters]


async def test_an_offer_that_had_run_out_before_the_day_was_closed_is_missed(world: World) -> None:
    waiting = PostgresWaitingList(world.database, world.slots, lambda: world.now, WaitingRules(SECRET))
    query = SlotQuery("inss-28", "pensions", "in_person", not_before=DAY, not_after=DAY)
    await waiting.join(WaitRequest(query, "jubilacion_ordinaria", PEOPLE[50], "wait", "es"))
    assert await waiting.offer() == 1
    world.now += timedelta(hours=1)
    await world.closures.close(world.office, DAY, ACTOR)
    offers = text("SELECT offers FROM waiting_list")
    assert await waiting.offer() == 0
    assert (await world.database.run(lambda connection: connection.execute(offers))).scalar_one() == 1


async def test_who_finds_nothing_keeps_the_appointment_and_is_named_until_something_is_free(world: World) -> None:
    slots = await slots_of(world, DAY)
    kept = await world.booked(slots[0], PEOPLE[0])
    for slot in await world.free(2000):
        for number in range(2):
            if slot != slots[0]:
                try:
                    await world.book.hold(slot.id, f"{slot.id}-{number}")
                except SlotTaken:
                    break
    closing = await world.closures.close(world.office, DAY, ACTOR)
    assert [one.shown for one in closing.unplaced] == [kept]
    assert (await world.book.find(kept.locator, PEOPLE[0])) == kept
    world.now += timedelta(minutes=11)
    again = await world.closures.close(world.office, DAY, ACTOR)
    assert (len(again.moved), again.unplaced) == (1, ())


async def test_a_crash_in_the_middle_leaves_nobody_out_and_tells_everybody_once(world: World) -> None:
    slots = await slots_of(world, DAY)
    for number in range(4):
        await world.booked(slots[number], PEOPLE[number])
    world.notices.dies_after = 1
    with pytest.raises(PowerCut):
        await world.closures.close(world.office, DAY, ACTOR)
    world.notices.dies_after = None
    closing = await world.closures.close(world.office, DAY, ACTOR)
    assert len(closing.moved) == 2
    told = Counter(notice.appointment_id for notice in world.notices.added)
    assert sorted(told.values()) == [1, 1, 1, 1]
    assert await world.records.trail.unfinished("inss-28", "move") == []


@pytest.mark.parametrize(
    ("old", "better", "worse"),
    [
        ((2, 10), (9, 12), (2, 16)),
        ((2, 17), (9, 16), (2, 12)),
        ((2, 10), (9, 10), (1, 10)),
        ((2, 10), (3, 9), (3, 10)),
        ((2, 10), (1, 12), (1, 9)),
    ],
    ids=["morning", "afternoon", "later before sooner", "nearest after", "nearest before"],
)
def test_what_is_the_nearest(old: tuple[int, int], better: tuple[int, int], worse: tuple[int, int]) -> None:
    def at(moment: tuple[int, int]) -> Slot:
        start = datetime(2026, 12, *moment, tzinfo=ZoneInfo("Europe/Madrid"))
        return Slot("S", "inss-28", "phone", start, 15)

    assert detour(at(old), at(better)) < detour(at(old), at(worse))


async def test_while_people_book_move_and_cancel_a_closed_day_ends_empty_and_no_seat_is_given_twice(
    world: World,
) -> None:
    slots = await slots_of(world, DAY)
    booked = [await world.booked(slots[number], PEOPLE[number]) for number in range(6)]

    async def newcomer(number: int) -> Appointment | None:
        try:
            hold = await world.book.hold(slots[number % len(slots)].id, f"n-{number}")
            await asyncio.sleep(0)
            return await world.book.book(_request(hold.id, PEOPLE[number]))
        except ToolRetry:
            return None

    made = await asyncio.gather(
        world.closures.close(world.office, DAY, ACTOR),
        *(newcomer(number) for number in range(20, 50)),
        world.book.cancel(booked[0].locator, PEOPLE[0]),
    )
    await world.closures.close(world.office, DAY, ACTOR)
    shown = await world.records.register.on(world.office, DAY)
    assert [one for one in shown if one.shown.status == "booked"] == []
    for number, appointment in zip(range(20, 50), made[1:-1], strict=True):
        if appointment is not None:  # what was confirmed is still there, on another day
            kept = await world.book.find(appointment.locator, PEOPLE[number])
            assert kept.slot.starts_at.date() != DAY
    statement = text(
        "SELECT slot_id, count(*) FROM appointments WHERE status = 'booked' GROUP BY 1 HAVING count(*) > 2"
    )
    assert (await world.database.run(lambda connection: connection.execute(statement))).all() == []
    orphans = text("""
        SELECT count(*) FROM appointments WHERE status = 'booked' AND NOT EXISTS (
            SELECT 1 FROM seats WHERE seats.appointment_id = appointments.id AND seats.slot_id = appointments.slot_id)
    """)
    assert (await world.database.run(lambda connection: connection.execute(orphans))).scalar_one() == 0


async def test_what_has_begun_today_is_left_alone(world: World) -> None:
    soon, later = (await slots_of(world, date(2026, 11, 25)))[:2]
    one, other = await world.booked(soon, PEOPLE[0]), await world.booked(later, PEOPLE[1])
    world.now = soon.starts_at + timedelta(minutes=5)
    closing = await world.closures.close(world.office, date(2026, 11, 25), ACTOR)
    assert [moved.shown.locator for moved in closing.moved] == [other.locator]
    assert (await world.book.find(one.locator, PEOPLE[0])).slot == soon


class InterruptedBook:
    """The book, where something happens just before each hold."""

    def __init__(self, book: AppointmentBook, happens: Callable[[], Awaitable[None]]) -> None:
        self._book, self._happens = book, happens

    async def hold(self, slot_id: str, holder: str, asker: Asker) -> Hold:
        await self._happens()
        return await self._book.hold(slot_id, holder, asker)


async def test_a_day_reopened_while_its_people_are_placed_stays_open(world: World) -> None:
    slots = await slots_of(world, DAY)
    first, second = [await world.booked(slot, person) for slot, person in zip(slots, PEOPLE[:2], strict=False)]
    placing = InterruptedBook(world.book, lambda: world.closures.reopen(world.office, DAY, ACTOR))
    closing = await Closures(placing, world.desk, world.slots, world.records, world.days).close(
        world.office, DAY, ACTOR
    )
    assert [one.shown.locator for one in closing.moved] == [first.locator]
    assert closing.unplaced == ()
    assert (await world.book.find(second.locator, PEOPLE[1])).slot == slots[1]
    assert await world.closures.list_closures(world.office, DAY) == []
    assert await slots_of(world, DAY) == slots
    assert len(await both_seats(world, slots[0])) == 2


@pytest.mark.parametrize("does", ["cancels", "moves"])
async def test_who_leaves_the_day_while_it_is_closed_is_neither_moved_nor_to_be_called(world: World, does: str) -> None:
    slots = await slots_of(world, DAY)
    first, second = [await world.booked(slot, person) for slot, person in zip(slots, PEOPLE[:2], strict=False)]
    own = await world.book.hold((await slots_of(world, date(2026, 12, 9)))[0].id, "own")

    async def leaves() -> None:
        if does == "cancels":
            await world.book.cancel(first.locator, PEOPLE[0])
        else:
            await world.book.move(first.locator, PEOPLE[0], own.id)

    placing = InterruptedBook(world.book, leaves)
    closing = await Closures(placing, world.desk, world.slots, world.records, world.days).close(
        world.office, DAY, ACTOR
    )
    assert [one.shown.locator for one in closing.moved] == [second.locator]
    assert closing.unplaced == ()
    assert [notice.kind for notice in world.notices.added] == ["moved_by_closure"]
    closed = (await world.trail())[-1]
    assert (closed.record.action, closed.outcome) == ("close", "done")
    assert closed.record.after == {"day": DAY.isoformat(), "moved": 1, "unplaced": []}


async def test_a_day_reopens_and_its_closure_is_in_the_trail(world: World) -> None:
    before = await slots_of(world, DAY)
    await world.closures.close(world.office, DAY, ACTOR)
    (known,) = await world.closures.list_closures(world.office, date(2026, 11, 25))
    assert (known.day, known.reason, known.who) == (DAY, ACTOR.reason, ACTOR.who)
    await world.closures.reopen(world.office, DAY, replace(ACTOR, reason="Se aplaza la obra"))
    assert await slots_of(world, DAY) == before
    assert await world.closures.list_closures(world.office, date(2026, 11, 25)) == []
    trail = [(entry.record.action, entry.outcome, entry.actor.reason) for entry in await world.trail()]
    assert trail[0] == ("close", "begun", ACTOR.reason)
    assert trail[-1] == ("reopen", "done", "Se aplaza la obra")


def _request(hold_id: str, document: str) -> BookingRequest:
    return BookingRequest(hold_id, "pensions", "jubilacion_ordinaria", document, f"key-{document}")
