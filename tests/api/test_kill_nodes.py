"""A booking conversation whose process is killed at every boundary of every turn, then goes on in a new one."""

from collections.abc import Iterator
from itertools import count, cycle, product
from pathlib import Path
from typing import Any

import psycopg
import pytest
from stdnum.es import dni

from tests.agents.conftest import reading
from tests.api.mortal import KILLED, Dialogue, go_on
from tests.embedded import migrated, served
from tools.appointments.keys import person_key

pytestmark = pytest.mark.process

STEPS = ["book.option", "book.document", "book.confirm", "open"]
PEOPLE = count(30_000_000)
TOWNS = ("Girona", "Sevilla", "Lugo", "Toledo", "Málaga", "Cádiz", "Burgos", "Huelva", "Teruel", "Soria")
DAYS = ("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-09")
WISHES = cycle({"municipality": town, "date": day} for day, town in product(DAYS, TOWNS))
"""Each of those who are killed in a turn has a first seat of their own."""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    for folder in served(tmp_path_factory, "data"):
        yield migrated(folder)


class Citizen(Dialogue):
    """Somebody who books in four messages, with a document of their own."""

    @classmethod
    def new(cls, folder: Path, url: str) -> "Citizen":
        number = next(PEOPLE)
        readings = {
            "cita para jubilarme": reading("book", need="jubilacion_ordinaria", slots=next(WISHES)),
            "la primera": reading(slots={"option": "1"}),
            "mi DNI": reading(slots={"document": f"{number}{dni.calc_check_digit(str(number))}"}),
            "sí": reading("affirm"),
        }
        return cls(tuple(readings), readings, folder / f"{number}.notes", url)

    @property
    def document(self) -> str:
        return self.readings["mi DNI"].slots["document"].value


def rows(url: str, statement: str, **values: Any) -> list[Any]:
    with psycopg.connect(url) as connection:
        return connection.execute(statement, values).fetchall()


def assert_booked_once(citizen: Citizen) -> None:
    """One appointment with its seat, no seat kept besides, every question put once, and all of it logged once."""
    told = citizen.told()
    assert [turn["step"] for turn in told] == STEPS
    assert len({turn["text"] for turn in told}) == len(STEPS)
    person = person_key(citizen.document, b"secret")
    made = rows(
        citizen.url, "SELECT id, locator, status FROM appointments WHERE person_key = %(person)s", person=person
    )
    assert [one[1:] for one in made] == [(told[-1]["locator"], "booked")]
    name = citizen.conversation_id
    seats = rows(citizen.url, "SELECT state, appointment_id FROM seats WHERE holder = %(name)s", name=name)
    assert seats == [("booked", made[0][0])]
    asked = "SELECT count(*) FROM checkpoints WHERE thread_id = %(name)s"
    assert rows(citizen.url, asked, name=name) == [(1,)]
    logged = "SELECT coalesce(data->>'speaker', kind) FROM contact_events WHERE contact_id = %(name)s ORDER BY number"
    events = [kind for (kind,) in rows(citizen.url, logged, name=name)]
    assert events == ["assistant", "turn", *["citizen", "assistant", "turn"] * len(STEPS)]


@pytest.mark.parametrize("turn", range(len(STEPS)), ids=STEPS)
def test_killed_at_any_boundary_of_a_turn_one_appointment_and_no_question_twice(
    tmp_path: Path, url: str, turn: int
) -> None:
    unharmed = Citizen.new(tmp_path, url)
    unharmed.say_all()
    assert_booked_once(unharmed)
    boundaries = unharmed.told()[turn]["boundaries"]
    assert boundaries >= 16  # six nodes, the checkpoint, the log and what is forgotten, before and after each
    citizens = [Citizen.new(tmp_path, url) for _ in range(boundaries)]
    if turn:
        assert go_on(citizens, turn) == 0
    for boundary, citizen in enumerate(citizens, start=1):
        assert go_on([citizen], turn + 1, at=boundary) == KILLED
    assert go_on(citizens, len(STEPS)) == 0
    for citizen in citizens:
        assert_booked_once(citizen)
