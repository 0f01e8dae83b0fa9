"""No interleaving of hold, commit, change, cancel, expiry and offer leaves two people in one place or loses one."""

import asyncio
from collections import Counter
from dataclasses import dataclass, replace
from datetime import time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tests import shipped
from tests.contracts.conftest import TurningClock
from tests.contracts.test_appointment_races import PEOPLE, _assert_nothing_is_half_made
from tests.embedded import EmptyDatabase
from tools.appointments.book import Appointment, AppointmentBook, Asker, BookingRequest
from tools.appointments.fairness import HoldLimits
from tools.appointments.slots import BookingRules, SlotSpace
from tools.errors import AppointmentNotFound, ToolError
from tools.offices.slots import Hold, SlotQuery
from tools.store import waiting_statements as sql
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.seat_rows import placed
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import Ticket, WaitingList, WaitRequest

QUERY = SlotQuery("inss-28", "pensions", "in_person", limit=10)
RULES = BookingRules(days_ahead=1, limits=HoldLimits(live_per_person=2), delay=lambda: timedelta(minutes=2))
CROWD = 5

OFTEN = ("cancel", "offer", "accept", "join") * 2
ACTIONS = ("book", "hold", "commit", "move", "leave", "wait", "wait long", *OFTEN)
START = [("book", 0), ("book", 1), ("join", 0)]
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, CROWD - 1), st.integers(0, 1)), min_size=5, max_size=40
)
Steps = list[tuple[str, int, int]]


def two_seats(closes: time = time(9, 30)) -> SlotSpace:
    """An office with one desk and, in the days that can be booked, two slots; more when it closes later."""
    office = replace(shipped.offices()["inss-28"], desks=1, opens=time(9), closes=closes, channels=("in_person",))
    return SlotSpace({office.id: office}, shipped.calendar(), RULES)


@dataclass
class Scene:
    """The book, its list and the clock of all."""

    book: AppointmentBook
    waiting: WaitingList
    clock: TurningClock
    slots: list[str]


class Person:
    """Does things in order; several of them at once make the interleavings. Remembers what was confirmed."""

    def __init__(self, scene: Scene, number: int) -> None:
        self.scene, self.number, self.document = scene, number, PEOPLE[number]
        self.mine: Appointment | None = None
        self.held: Hold | None = None
        self.ticket: Ticket | None = None
        self.times = 0

    async def play(self, steps: Steps) -> None:
        for action, _, slot in steps:
            self.times += 1
            try:
                await self._do(action, slot)
            except ToolError:
                continue

    async def _do(self, action: str, slot: int) -> None:
        if action.startswith("wait"):
            self.scene.clock.turn(timedelta(minutes=61 if action == "wait long" else 6))
            await asyncio.sleep(0)
        elif action == "offer":
            await self.scene.waiting.offer()
        elif action in ("join", "leave", "accept"):
            await self._in_line(action)
        elif action in ("hold", "book", "commit"):
            await self._booking(action, slot)
        elif self.mine is not None:
            await self._change(action, slot)

    async def _booking(self, action: str, slot: int) -> None:
        if action in ("hold", "book"):
            self.held = await self._hold(slot)
        if action in ("commit", "book") and self.held is not None:
            await self._commit(self.held)

    async def _hold(self, slot: int) -> Hold:
        asker = Asker(self.document, f"origin-{self.number % 2}")
        return await self.scene.book.hold(self.scene.slots[slot], f"holder-{self.number}", asker)

    async def _commit(self, hold: Hold) -> None:
        key = f"key-{self.number}-{self.times}"
        self.mine = await self.scene.book.book(
            BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", self.document, key)
        )

    async def _offer(self) -> Hold | None:
        if self.ticket is None:
            return None
        return (await self.scene.waiting.find(self.ticket.code, self.document)).offer

    async def _change(self, action: str, slot: int) -> None:
        assert self.mine is not None
        if action == "cancel":
            await self.scene.book.cancel(self.mine.locator, self.document)
            self.mine = None
        else:
            hold = await self._hold(slot)
            self.mine = await self.scene.book.move(self.mine.locator, self.document, hold.id)

    async def _in_line(self, action: str) -> None:
        waiting = self.scene.waiting
        if action == "join":
            key = f"wait-{self.number}-{self.times}"
            self.ticket = await waiting.join(WaitRequest(QUERY, "jubilacion_ordinaria", self.document, key, "es"))
        elif self.ticket is not None and action == "leave":
            await waiting.leave(self.ticket.code, self.document)
        elif self.ticket is not None:
            offer = await self._offer()
            if offer is not None and self.mine is not None:
                self.mine = await self.scene.book.move(self.mine.locator, self.document, offer.id)
            elif offer is not None:
                await self._commit(offer)

    async def check(self) -> None:
        """What was confirmed is there, or is over."""
        if self.mine is None:
            return
        try:
            found = await self.scene.book.find(self.mine.locator, self.document)
        except AppointmentNotFound:
            assert self.mine.slot.starts_at <= self.scene.clock()
        else:
            assert found == self.mine


async def play(scene: Scene, steps: Steps) -> None:
    people = [Person(scene, number) for number in range(CROWD)]
    for one in people:
        await one.play([(action, one.number, slot) for action, slot in START])
    await asyncio.gather(*(one.play([step for step in steps if step[1] == one.number]) for one in people))
    for one in people:
        await one.check()
    taken = Counter(one.mine.slot.id for one in people if one.mine is not None)
    assert all(count == 1 for count in taken.values())
    await nobody_waits_beside_a_free_seat(scene, people)


async def nobody_waits_beside_a_free_seat(scene: Scene, people: list[Person]) -> None:
    await scene.waiting.offer()
    tickets = [await scene.waiting.find(one.ticket.code, one.document) for one in people if one.ticket]
    offers = [ticket.offer.slot.id for ticket in tickets if ticket.offer is not None]
    taken = {one.mine.slot.id for one in people if one.mine is not None}
    assert len(offers) == len(set(offers))
    assert not taken & set(offers)
    positions = sorted(ticket.position for ticket in tickets if ticket.position is not None)
    assert positions == list(range(1, len(positions) + 1))
    if positions:
        assert await scene.book.availability(QUERY) == []


async def scene_of(book: AppointmentBook, waiting: WaitingList, clock: TurningClock) -> Scene:
    slots = [slot.id for slot in await book.availability(QUERY)]
    assert len(slots) == 2
    return Scene(book, waiting, clock, slots)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_no_interleaving_loses_anybody(server_url: str, steps: Steps) -> None:
    async def run() -> None:
        database = EmptyDatabase.connect(server_url)
        clock, slots = TurningClock(), two_seats()
        book = PostgresAppointmentBook(database, slots, clock, b"secret")
        waiting = PostgresWaitingList(database, slots, clock, WaitingRules(b"secret"))
        await play(await scene_of(book, waiting, clock), steps)
        await _assert_nothing_is_half_made(database)
        await _assert_offers_and_seats_agree(database, clock)
        await database.close()

    asyncio.run(run())


async def _assert_offers_and_seats_agree(database: Database, clock: TurningClock) -> None:
    """Every offer that stands has its seat, and every seat kept for somebody its offer."""
    statement = text("""
        SELECT count(*) FROM (SELECT * FROM seats WHERE reserved AND state = 'held' AND expires_at > :now) AS kept
        FULL JOIN (SELECT * FROM waiting_list WHERE status = 'offered' AND offer_expires_at > :now) AS made
          ON made.offer_hold = kept.hold_id AND made.person_key = kept.person_key AND made.offer_slot = kept.slot_id
        WHERE kept.slot_id IS NULL OR made.code IS NULL
    """)
    result = await database.run(lambda connection: connection.execute(statement, {"now": clock()}))
    assert result.scalar_one() == 0


async def _an_offer_on_its_way(connection: AsyncConnection, slots: SlotSpace, clock: TurningClock, code: str) -> None:
    """What ``offer`` writes for the ticket, in a transaction that is still open."""
    here = {"office": QUERY.office_id, "channel": QUERY.channel}
    person = next(row for row in await connection.execute(sql.LINE, here) if row.code == code)
    slot = slots.matching(QUERY, clock())[0]
    offer = {
        "ticket": person.id,
        "holder": f"ticket:{code}",
        "hold": "offered",
        "person": person.person_key,
        "origin": None,
        "now": clock(),
        "expires_at": clock() + timedelta(hours=1),
        "delay": timedelta(0),
        "desks": 1,
    }
    assert (await connection.execute(sql.OFFER, placed(slot) | offer)).one_or_none() is not None


async def _blocked(database: Database) -> bool:
    statement = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    return bool((await database.run(lambda connection: connection.execute(statement))).scalar_one())


@pytest.mark.parametrize("how", ["book", "move", "leave"])
async def test_an_offer_made_while_its_person_stops_waiting_keeps_no_seat(database: Database, how: str) -> None:
    clock, slots = TurningClock(), two_seats(closes=time(10))
    book = PostgresAppointmentBook(database, slots, clock, b"secret")
    waiting = PostgresWaitingList(database, slots, clock, WaitingRules(b"secret"))
    _, second, third, *_ = (slot.id for slot in await book.availability(QUERY))
    made = await book.hold(second, "me", Asker(PEOPLE[0]))
    request = BookingRequest(made.id, "pensions", "jubilacion_ordinaria", PEOPLE[0], "key")
    mine = await book.book(request) if how == "move" else None
    other = await book.hold(third, "me", Asker(PEOPLE[0])) if how == "move" else None
    ticket = await waiting.join(WaitRequest(QUERY, "jubilacion_ordinaria", PEOPLE[0], "wait", "es"))

    async def stop_waiting() -> None:
        if mine is not None and other is not None:
            await book.move(mine.locator, PEOPLE[0], other.id)
        elif how == "book":
            await book.book(request)
        else:
            await waiting.leave(ticket.code, PEOPLE[0])

    async with database.engine.connect() as connection:
        await _an_offer_on_its_way(connection, slots, clock, ticket.code)
        stopping = asyncio.create_task(stop_waiting())
        while not await _blocked(database):
            await asyncio.sleep(0)
        await connection.commit()
    await stopping
    await _assert_offers_and_seats_agree(database, clock)
