"""Offices, calendar, slots and the calendar file."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar
import pytest

from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tools.appointments.book import Appointment
from tools.appointments.ics import EventText, appointment_ics
from tools.appointments.slots import BookingRules, SlotSpace, slot_id, spread
from tools.errors import UnknownSlot
from tools.offices.calendar import Calendar, parse_closing_days
from tools.offices.office_files import parse_offices
from tools.offices.offices import Hours, Office
from tools.offices.slots import Slot, SlotQuery
from tools.places.table import load_provinces

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
OFFICES = shipped.offices()


def test_there_is_a_demonstration_office_per_province_and_coast_and_its_name_says_so() -> None:
    provinces = load_provinces()
    assert {office.province for office in OFFICES.values() if office.body == "INSS"} == set(provinces)
    coast = {code for code, province in provinces.items() if province.coastal}
    assert {office.province for office in OFFICES.values() if office.body == "ISM"} == coast
    words = {
        "es": "demostración",
        "ca": "demostració",
        "gl": "demostración",
        "eu": "erakustaldi",
        "en": "demonstration",
    }
    for office in OFFICES.values():
        assert office.demonstration
        assert all(words.get(language, "démonstration") in office.name[language] for language in LANGUAGES)
        assert not any("{" in name for name in (*office.name.values(), office.address))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("groups: 3", 1, "groups"),
        ("groups: [", 2, "node"),
        ("groups:\n- ofices: []\n", 2, "unknown key 'ofices'; use defaults, offices"),
        ("groups:\n- defaults:\n    desks: many\n  offices:\n  - {id: a}\n", 3, "desks: Input should be a"),
        ("groups:\n- offices:\n  - {id: a,\n     dessks: 1}\n", 4, "unknown key 'dessks'; use lead_hours"),
        ("groups:\n- offices:\n  - {id: X_1}", 3, "id"),
        ("groups:\n- offices:\n  - {id: a}\n", 3, "body"),
        ("groups:\n- offices:\n  - id: a\n    desks: 1\n    desks: 2\n", 5, "'desks' is given twice"),
        ("groups: []\ngroups: []\n", 2, "'groups' is given twice"),
    ],
)
def test_a_wrong_office_file_says_where(text: str, line: int, problem: str) -> None:
    with pytest.raises(ContentError, match=problem) as caught:
        parse_offices(text, SEGURIDAD_SOCIAL, "offices.yaml")
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("office", "day", "is_open"),
    [
        ("inss-28", date(2026, 11, 25), True),
        ("inss-28", date(2026, 11, 28), False),
        ("inss-28", date(2026, 12, 8), False),
        ("inss-28", date(2026, 12, 24), False),
        ("inss-08", date(2026, 9, 11), False),
        ("inss-28", date(2026, 9, 11), True),
    ],
)
def test_offices_close_at_weekends_and_on_national_and_regional_holidays(office: str, day: date, is_open: bool) -> None:
    assert shipped.calendar().is_open(OFFICES[office], day) == is_open


def test_closing_days_close_one_town_and_one_office() -> None:
    text = 'municipalities: {"28079": [2026-05-15]}\noffices: {inss-08: [2026-05-18]}'
    calendar = Calendar(parse_closing_days(text, OFFICES), SEGURIDAD_SOCIAL)
    assert not calendar.is_open(OFFICES["inss-28"], date(2026, 5, 15))
    assert calendar.is_open(OFFICES["inss-08"], date(2026, 5, 15))
    assert not calendar.is_open(OFFICES["inss-08"], date(2026, 5, 18))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("every_year: [x]", "not MM-DD"),
        ('every_year: ["13-39"]', "no such day"),
        ("offices: {inss-28: 3}", "days such as"),
        ("offices: {inss-280: [2026-12-24]}", "no office has the id inss-280"),
        ('municipalities: {"99999": []}', "99999"),
        ("[]", "mapping"),
        ("offices: {inss-28: [2026-12-07], inss-28: [2026-12-09]}", "'inss-28' is given twice"),
    ],
)
def test_a_wrong_holiday_file_is_refused(text: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        parse_closing_days(text, OFFICES)


def _space(rules: BookingRules | None = None) -> SlotSpace:
    return SlotSpace(OFFICES, shipped.calendar(), rules or BookingRules())


def test_slots_are_within_hours_and_window_and_canary_offices_use_their_own_time() -> None:
    slots = _space().matching(SlotQuery("inss-38", "imv", "phone"), NOW)
    assert all(9 <= slot.starts_at.hour < 14 and slot.starts_at.tzinfo == ZoneInfo("Atlantic/Canary") for slot in slots)
    assert slots[0].starts_at >= NOW + timedelta(hours=2)
    assert slots[-1].starts_at.date() <= date(2026, 12, 25)


NIGHT_OFFICES = {
    name: replace(OFFICES[name], hours={day: (Hours(time(0, 30), time(4)),) for day in range(7)}, channels=("phone",))
    for name in ("inss-28", "inss-35")
}


class OpenAlways(Calendar):
    """Also on the Sundays on which the hour changes."""

    def is_open(self, office: Office, day: date) -> bool:
        return True


@pytest.mark.parametrize(
    ("office", "day", "hours"),
    [
        ("inss-28", date(2026, 10, 24), 3.5),
        ("inss-28", date(2026, 10, 25), 4.5),
        ("inss-28", date(2027, 3, 28), 2.5),
        ("inss-35", date(2026, 10, 25), 4.5),
        ("inss-35", date(2027, 3, 28), 2.5),
    ],
)
def test_in_the_night_the_hour_changes_slots_follow_each_other_and_each_is_one(
    office: str, day: date, hours: float
) -> None:
    space = SlotSpace(
        NIGHT_OFFICES, OpenAlways(parse_closing_days("every_year: []", ()), SEGURIDAD_SOCIAL), BookingRules()
    )
    now = datetime.combine(day, time(12), UTC) - timedelta(days=1)
    query = SlotQuery(office, "imv", "phone", not_before=day, not_after=day)
    slots = space.matching(query, now)
    moments = [slot.starts_at.astimezone(UTC) for slot in slots]
    assert len(slots) == len({slot.id for slot in slots}) == hours * 4
    assert {after - before for before, after in pairwise(moments)} == {timedelta(minutes=15)}
    assert [slot.ends_at.astimezone(UTC) for slot in slots[:-1]] == moments[1:]
    assert (slots[-1].ends_at.date(), slots[-1].ends_at.time()) == (day, time(4))
    assert all(space.resolve(slot.id, now) == slot for slot in slots)


def test_the_rules_move_the_window() -> None:
    rules = BookingRules(notice=timedelta(days=2), days_ahead=5)
    slots = _space(rules).matching(SlotQuery("inss-28", "imv", "phone"), NOW)
    assert {slot.starts_at.date().day for slot in slots} == {27, 30}


def test_a_slot_id_is_the_same_in_every_process_and_leads_back_to_the_slot() -> None:
    (slot, *_) = _space().matching(SlotQuery("inss-28", "imv", "phone"), NOW)
    assert slot.id == slot_id("inss-28", "phone", slot.starts_at.astimezone(UTC))
    assert _space().resolve(slot.id, NOW) == slot
    with pytest.raises(UnknownSlot):
        _space().resolve(slot.id, NOW + timedelta(days=1))
    with pytest.raises(UnknownSlot):
        _space().resolve("SAAAAAAAAAAAAAAAA", NOW)


def test_offers_are_spread_over_days_and_then_within_them() -> None:
    slots = _space().matching(SlotQuery("inss-28", "imv", "phone"), NOW)
    assert len({slot.starts_at.date() for slot in spread(slots, 3)}) == 3
    one_day = [slot for slot in slots if slot.starts_at.date() == date(2026, 11, 26)]
    assert [slot.starts_at.hour for slot in spread(one_day, 2)] == [9, 11]
    assert spread([], 3) == []
    assert spread(slots[:2], 5) == slots[:2]


@pytest.mark.parametrize(("status", "shown"), [("booked", "CONFIRMED"), ("cancelled", "CANCELLED")])
def test_the_calendar_file_is_at_the_right_moment_in_the_offices_time(status: str, shown: str) -> None:
    start = datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Atlantic/Canary"))
    slot = Slot("S1", "inss-35", "phone", start, 15)
    appointment = Appointment("AB3D5FGH", slot, "imv", "x", "booked" if status == "booked" else "cancelled", "***", NOW)
    text = appointment_ics(appointment, EventText("Cita", "Dirección, Las Palmas; 1"), NOW)
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event["dtstart"].dt == start
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=15)
    assert (event["uid"], event["status"]) == ("AB3D5FGH@isac", shown)
    assert event["location"] == "Dirección, Las Palmas; 1"
    assert "TZID=Atlantic/Canary" in text
    assert "\r\n" in text
