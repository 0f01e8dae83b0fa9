"""``isac desk``, as an operator runs it."""

import asyncio
import json
from datetime import date
from pathlib import Path

import pytest

from api.settings.settings import Settings
from api.wiring.booking import build_slots
from tests.administrations import SEGURIDAD_SOCIAL
from tests.api.commands.test_command_line import isac
from tools.appointments.book import Appointment, BookingRequest
from tools.clock import system_clock
from tools.offices.slots import SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.signing_keys import signing_key

pytestmark = pytest.mark.process


async def book_one(data: Path) -> Appointment:
    database = await Database.start(None, data)
    slots = build_slots(Settings(_env_file=None), SEGURIDAD_SOCIAL)
    book = PostgresAppointmentBook(database, slots, system_clock, await signing_key(database))
    (*_, last) = await book.availability(SlotQuery("inss-28", "imv", "phone", limit=3))
    hold = await book.hold(last.id, "somebody")
    request = BookingRequest(hold.id, "imv", "imv_solicitud", "12345678Z", "k", phone="600123456")
    booked = await book.book(request)
    await database.close()
    return booked


def test_a_day_is_closed_and_its_people_are_listed_with_their_new_appointment(tmp_path: Path) -> None:
    booked = asyncio.run(book_one(tmp_path))
    day = booked.slot.starts_at.date()
    done = isac(tmp_path, "desk", "close", "inss-28", f"{day}", "--reason", "Obras", "--by", "operator-1")
    assert done.returncode == 0, done.stderr
    moved, summary = done.stdout.splitlines()
    assert moved.startswith(f"moved to   {booked.locator} ")
    assert "600123456" in moved
    assert f" {day} " not in moved
    assert summary == f"inss-28 closes on {day}: 1 moved, 0 to be called"
    assert isac(tmp_path, "desk", "reopen", "inss-28", f"{day}", "--reason", "Sin obras").returncode == 0


@pytest.mark.parametrize(
    ("office", "day", "problem"),
    [("nowhere", f"{date.max}", "no office"), ("inss-28", "2020-01-01", "has passed")],
)
def test_what_cannot_be_closed_is_said(tmp_path: Path, office: str, day: str, problem: str) -> None:
    done = isac(tmp_path, "desk", "close", office, day, "--reason", "Obras")
    assert done.returncode == 1
    assert problem in json.loads(done.stderr)["detail"]


def test_no_day_is_closed_where_another_agenda_has_the_seats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISAC_AGENDA_URL", "https://agenda.example/v1")
    done = isac(tmp_path, "desk", "close", "inss-28", f"{date.max}", "--reason", "Obras")
    assert (done.returncode, json.loads(done.stderr)["error"]) == (1, "kept_elsewhere")


def test_a_token_is_made_for_somebody(tmp_path: Path) -> None:
    done = isac(tmp_path, "desk", "token", "agent-7")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(".") == 2
