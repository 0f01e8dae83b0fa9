"""The waiting list by conversation, its process killed at every boundary of the turn that writes."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from stdnum.es import dni

from agents.understanding.reading import Reading
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import reading
from tests.api.mortal import KILLED, Dialogue, go_on
from tests.embedded import migrated, served
from tools.appointments.keys import person_key
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.offices.slots import SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import WaitRequest

pytestmark = pytest.mark.process

FULL, OPEN = date(2026, 12, 3), date(2026, 12, 4)
PEOPLE = count(31_000_000)
SECRET = b"secret"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    for folder in served(tmp_path_factory, "data"):
        url = migrated(folder)
        run(url, fill)
        yield url


def run(url: str, work: Callable[[Database], Awaitable[Any]]) -> Any:
    async def over_database() -> Any:
        database = Database.connect(url)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(over_database())


def slots() -> SlotSpace:
    return SlotSpace(shipped.offices(), shipped.calendar(), BookingRules())


async def fill(database: Database) -> None:
    """Somebody keeps every seat of a day."""
    space = slots()
    book = PostgresAppointmentBook(database, space, fixed(NOW), SECRET)
    for slot in space.matching(SlotQuery("inss-17", "pensions", "in_person", FULL, FULL), NOW):
        for desk in range(space.desks(slot)):
            await book.hold(slot.id, f"somebody-{slot.id}-{desk}")


def person() -> str:
    number = next(PEOPLE)
    return f"{number}{dni.calc_check_digit(str(number))}"


def rows(url: str, statement: str, **values: Any) -> list[Any]:
    with psycopg.connect(url) as connection:
        return connection.execute(statement, values).fetchall()


def joiner(folder: Path, url: str) -> tuple[Dialogue, str]:
    """Somebody who joins in three messages."""
    document = person()
    wish = {"municipality": "Girona", "date": FULL.isoformat(), "document": document}
    readings: dict[str, Reading] = {
        "póngame en la lista de espera": reading("waiting_list", need="jubilacion_ordinaria", slots=wish),
        "mi correo": reading(slots={"email": "ana@example.org"}),
        "sí": reading("affirm"),
    }
    return Dialogue(tuple(readings), readings, folder / f"{document}.notes", url), document


def assert_waits_once(dialogue: Dialogue, document: str) -> None:
    told = dialogue.told()
    assert [turn["step"] for turn in told] == ["book.email", "book.confirm", "open"]
    places = rows(
        dialogue.url, "SELECT code, status FROM waiting_list WHERE person_key = %(person)s",
        person=person_key(document, SECRET),
    )  # fmt: skip
    assert len(places) == 1
    code, status = places[0]
    assert status == "waiting"
    assert code in told[-1]["text"]
    letters = "SELECT count(*) FROM notices WHERE id = %(id)s"
    assert rows(dialogue.url, letters, id=f"waiting-joined-{code}-0".lower()) == [(1,)]


def test_killed_while_joining_there_is_one_place_and_its_code_is_told(tmp_path: Path, url: str) -> None:
    unharmed, document = joiner(tmp_path, url)
    unharmed.say_all()
    assert_waits_once(unharmed, document)
    people = [joiner(tmp_path, url) for _ in range(unharmed.told()[-1]["boundaries"])]
    dialogues = [dialogue for dialogue, _ in people]
    assert go_on(dialogues, 2) == 0
    for boundary, dialogue in enumerate(dialogues, start=1):
        assert go_on([dialogue], 3, at=boundary) == KILLED
    assert go_on(dialogues, 3) == 0
    for dialogue, document in people:
        assert_waits_once(dialogue, document)


def invited(folder: Path, url: str) -> tuple[Dialogue, str]:
    """Somebody to whom a seat has been offered, who comes back with the code."""
    document = person()

    async def wait(database: Database) -> str:
        waiting = PostgresWaitingList(database, slots(), fixed(NOW), WaitingRules(SECRET, by_email=True))
        query = SlotQuery("inss-17", "pensions", "in_person", OPEN, OPEN)
        request = WaitRequest(query, "jubilacion_ordinaria", document, document, "es", "ana@example.org")
        ticket = await waiting.join(request)
        await waiting.offer()
        return ticket.code

    code = run(url, wait)
    readings: dict[str, Reading] = {
        "me han ofrecido una cita": reading("offered", slots={"locator": code, "document": document}),
        "sí": reading("affirm"),
    }
    return Dialogue(tuple(readings), readings, folder / f"{document}.notes", url), document


def assert_booked_once(dialogue: Dialogue, document: str) -> None:
    told, mine = dialogue.told(), {"person": person_key(document, SECRET)}
    assert [turn["step"] for turn in told] == ["book.confirm", "open"]
    made = rows(dialogue.url, "SELECT id, locator, status FROM appointments WHERE person_key = %(person)s", **mine)
    assert [one[1:] for one in made] == [(told[-1]["locator"], "booked")]
    seats = "SELECT state FROM seats WHERE appointment_id = %(id)s OR (state = 'held' AND person_key = %(person)s)"
    assert rows(dialogue.url, seats, id=made[0][0], **mine) == [("booked",)]
    assert rows(dialogue.url, "SELECT status FROM waiting_list WHERE person_key = %(person)s", **mine) == [("served",)]


def test_killed_while_accepting_the_seat_offered_is_booked_once(tmp_path: Path, url: str) -> None:
    unharmed, document = invited(tmp_path, url)
    unharmed.say_all()
    assert_booked_once(unharmed, document)
    people = [invited(tmp_path, url) for _ in range(unharmed.told()[-1]["boundaries"])]
    dialogues = [dialogue for dialogue, _ in people]
    assert go_on(dialogues, 1) == 0
    for boundary, dialogue in enumerate(dialogues, start=1):
        assert go_on([dialogue], 2, at=boundary) == KILLED
    assert go_on(dialogues, 2) == 0
    for dialogue, document in people:
        assert_booked_once(dialogue, document)
