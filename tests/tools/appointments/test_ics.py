"""The calendar file, read back by another program's parser."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from tools.appointments.book import Appointment
from tools.appointments.ics import EventText, appointment_ics
from tools.offices.slots import Slot

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
WORDS = EventText("Cita en la Seguridad Social", "Oficina, calle")
SLOT = Slot("S1", "inss-28", "phone", datetime(2026, 10, 20, 9, tzinfo=ZoneInfo("Europe/Madrid")), 15)
BOOKED = Appointment("AB3D5FGH", SLOT, "imv", "x", "booked", "***", NOW)


def event(appointment: Appointment, now: datetime = NOW) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(appointment_ics(appointment, WORDS, now)).walk("VEVENT")
    return found


def test_a_change_replaces_the_event_with_a_later_sequence_and_a_cancellation_removes_it() -> None:
    first = event(BOOKED)
    moved = event(replace(BOOKED, slot=replace(SLOT, starts_at=SLOT.starts_at + timedelta(days=1))), NOW.replace(day=2))
    text = appointment_ics(replace(BOOKED, status="cancelled"), WORDS, NOW.replace(day=3))
    calendar = icalendar.Calendar.from_ical(text)
    (gone,) = calendar.walk("VEVENT")
    assert first["uid"] == moved["uid"] == gone["uid"]
    assert first["sequence"] < moved["sequence"] < gone["sequence"]
    assert moved["dtstart"].dt - first["dtstart"].dt == timedelta(days=1)
    assert (calendar["method"], gone["status"]) == ("CANCEL", "CANCELLED")
    assert not gone.walk("VALARM")


def test_it_reminds_the_day_before_in_the_words_of_the_person() -> None:
    (alarm,) = event(BOOKED).walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(days=-1))
    assert alarm["description"] == "Cita en la Seguridad Social"


@pytest.mark.parametrize(
    ("zone", "utc", "minutes"),
    [
        ("Europe/Madrid", datetime(2026, 10, 25, 0, 45, tzinfo=UTC), 30),
        ("Europe/Madrid", datetime(2026, 3, 29, 0, 45, tzinfo=UTC), 30),
        ("Europe/Madrid", datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 15),
        ("Atlantic/Canary", datetime(2026, 10, 25, 0, 45, tzinfo=UTC), 30),
        ("Atlantic/Canary", datetime(2026, 12, 1, 9, 0, tzinfo=UTC), 15),
    ],
)
def test_an_appointment_lasts_its_real_minutes_also_when_the_clocks_change(
    zone: str, utc: datetime, minutes: int
) -> None:
    slot = replace(SLOT, starts_at=utc.astimezone(ZoneInfo(zone)), minutes=minutes)
    found = event(replace(BOOKED, slot=slot))
    assert found["dtend"].dt.astimezone(UTC) - found["dtstart"].dt.astimezone(UTC) == timedelta(minutes=minutes)
    assert found["dtstart"].dt.astimezone(UTC) == utc


def test_canary_time_is_written_as_such() -> None:
    start = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Atlantic/Canary"))
    found = event(replace(BOOKED, slot=replace(SLOT, starts_at=start)))
    assert found["dtstart"].params["TZID"] == "Atlantic/Canary"
    assert found["dtstart"].dt.hour == 9
