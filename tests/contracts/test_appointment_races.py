"""What must never happen: a seat given twice, a booking half made, a booking lost."""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.event import listen, remove
from stdnum.es import dni

from tests.contracts.conftest import TurningClock
from tests.contracts.worlds import small_world
from tests.embedded import EmptyDatabase, empty
from tools.appointments.book import Appointment, AppointmentBook, BookingRequest
from tools.errors import AppointmentNotFound, ToolError
from tools.offices.slots import Slot, SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database

QUERY = SlotQuery("inss-28", "pensions", "in_person")
PEOPLE = [f"{number:08d}{dni.calc_check_digit(f'{number:08d}')}" for number in range(20_000_000, 20_000_200)]

Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(["book", "hold", "move", "cancel"]), st.integers(0, 3), st.integers(0, 1)), max_size=12
)


async def _or_none(work: Awaitable[Appointment]) -> Appointment | None:
    try:
        return await work
    except ToolError:
        return None


async def _book(book: AppointmentBook, slot: Slot, person: int, key: str) -> Appointment:
    hold = await book.hold(slot.id, key)
    request = BookingRequest(
        hold_id=hold.id, service="pensions", need="jubilacion_ordinaria", document=PEOPLE[person], key=key
    )
    return await book.book(request)


class Player:
    """One person doing things in order; several of them at once make the interleavings."""

    def __init__(self, book: AppointmentBook, slots: list[Slot], person: int) -> None:
        self.book, self.slots, self.person = book, slots, person
        self.mine: Appointment | None = None

    async def play(self, steps: list[Step]) -> None:
        for number, (action, _, slot) in enumerate(steps):
            name = f"{self.person}-{number}"
            if action == "hold":
                await _or_none(self._hold(slot))
            elif action == "book":
                self.mine = await _or_none(_book(self.book, self.slots[slot], self.person, name)) or self.mine
            elif self.mine is not None:
                await self._change(action, slot)

    async def _hold(self, slot: int) -> Appointment | None:
        await self.book.hold(self.slots[slot].id, f"only-held-{self.person}")
        return None

    async def _change(self, action: str, slot: int) -> None:
        assert self.mine is not None
        document = PEOPLE[self.person]
        if action == "cancel":
            self.mine = await self.book.cancel(self.mine.locator, document)
            self.mine = None
            return
        try:
            hold = await self.book.hold(self.slots[slot].id, f"move-{self.person}")
            self.mine = await self.book.move(self.mine.locator, document, hold.id)
        except ToolError:
            return


async def _play(book: AppointmentBook, steps: list[Step], desks: int) -> None:
    slots = await book.availability(replace(QUERY, limit=2))
    players = [Player(book, slots, person) for person in range(4)]
    await asyncio.gather(*(player.play([step for step in steps if step[1] == player.person]) for player in players))
    for player in players:
        if player.mine is not None:
            assert await book.find(player.mine.locator, PEOPLE[player.person]) == player.mine
    taken = Counter(player.mine.slot.id for player in players if player.mine is not None)
    assert all(count <= desks for count in taken.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_no_interleaving_gives_a_seat_twice(server_url: str, steps: list[Step]) -> None:
    async def play() -> None:
        database = EmptyDatabase.connect(server_url)
        await _play(PostgresAppointmentBook(database, small_world(1), TurningClock(), b"secret"), steps, 1)
        await _assert_nothing_is_half_made(database)
        await database.close()

    asyncio.run(play())


async def test_a_hundred_people_and_twelve_seats(database: Database) -> None:
    books = [PostgresAppointmentBook(database, small_world(2), TurningClock(), b"secret") for _ in range(4)]
    slots = await books[0].availability(replace(QUERY, limit=6))
    chance = random.Random(1)

    async def fight(person: int) -> Appointment | None:
        for slot in chance.sample(slots, len(slots)):
            booked = await _or_none(_book(books[person % 4], slot, person, f"k{person}"))
            if booked is not None:
                return booked
        return None

    booked = [one for one in await asyncio.gather(*(fight(person) for person in range(100))) if one is not None]
    assert Counter(one.slot.id for one in booked) == {slot.id: 2 for slot in slots}
    assert len({one.locator for one in booked}) == 12
    await _assert_nothing_is_half_made(database)


@pytest.mark.parametrize("action", ["find", "move", "cancel"])
async def test_an_appointment_of_somebody_else_costs_the_same_work_as_none(database: Database, action: str) -> None:
    """Nobody learns from the answer, nor from how long it takes, whether a locator exists."""
    book = PostgresAppointmentBook(database, small_world(), TurningClock(), b"secret")
    slots = await book.availability(replace(QUERY, limit=2))
    theirs = await _book(book, slots[0], 0, "k0")
    hold = await book.hold(slots[1].id, "nosy")
    rest = (hold.id,) if action == "move" else ()
    told: list[tuple[str, list[str]]] = []
    for locator in (theirs.locator, "AAAAAAA2"):
        asked: list[str] = []
        with statements(database, asked), pytest.raises(AppointmentNotFound) as caught:
            await getattr(book, action)(locator, PEOPLE[1], *rest)
        told.append((str(caught.value), asked))
    assert told[0] == told[1]
    assert told[0][1]
    assert await book.find(theirs.locator, PEOPLE[0]) == theirs


@contextmanager
def statements(database: Database, into: list[str]) -> Iterator[None]:
    """What is sent to the database meanwhile."""

    def note(*event: Any) -> None:
        into.append(event[2])

    listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield
    remove(database.engine.sync_engine, "before_cursor_execute", note)


_BOOK_FOR_EVER = """
import asyncio, sys
from dataclasses import replace
from pathlib import Path
from tests.contracts.conftest import TurningClock
from tests.contracts.worlds import small_world
from tests.embedded import EmptyDatabase, empty
from tests.contracts.test_appointment_races import PEOPLE, QUERY, _book
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database

async def main():
    database = await Database.start(None, Path(sys.argv[1]))
    book = PostgresAppointmentBook(database, small_world(), TurningClock(), b"secret")
    slots = await book.availability(replace(QUERY, limit=400))
    async def client(start):
        for number in range(start, 200, 8):
            booked = await _book(book, slots[number], number, f"k{number}")
            sys.stdout.write(f"{number} {booked.locator}\\n")
            sys.stdout.flush()
    await asyncio.gather(*(client(start) for start in range(8)))

asyncio.run(main())
"""


@pytest.mark.process
@pytest.mark.parametrize("after", [1, 7, 40])
async def test_killing_a_process_in_the_middle_leaves_nothing_half_made(
    database: Database, data_dir: Path, after: int
) -> None:
    await database.run(empty)
    process = subprocess.Popen([sys.executable, "-c", _BOOK_FOR_EVER, str(data_dir)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    confirmed = [process.stdout.readline() for _ in range(after)]
    process.kill()
    confirmed += process.stdout.read().splitlines()
    process.wait()
    book = PostgresAppointmentBook(database, small_world(), TurningClock(), b"secret")
    for line in confirmed:
        number, locator = line.split()
        assert (await book.find(locator, PEOPLE[int(number)])).status == "booked"
    await _assert_nothing_is_half_made(database)


async def _assert_nothing_is_half_made(database: Database) -> None:
    """Every booked seat has its appointment in that slot, and every appointment its seat."""
    statement = text("""
        SELECT count(*) FROM (SELECT * FROM seats WHERE state = 'booked') AS taken
        FULL JOIN (SELECT * FROM appointments WHERE status = 'booked') AS made
          ON made.id = taken.appointment_id AND made.slot_id = taken.slot_id
        WHERE taken.slot_id IS NULL OR made.id IS NULL
    """)
    result = await database.run(lambda connection: connection.execute(statement))
    assert result.scalar_one() == 0
