"""What an office's calendar may say: hours by weekday, desks by channel, languages, windows, units."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from knowledge.errors import ContentError
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tools.appointments.slots import BookingRules, SlotSpace
from tools.errors import UnknownSlot
from tools.offices.calendar import Calendar, ClosingDays, parse_closing_days
from tools.offices.office_files import parse_offices
from tools.offices.offices import BookingWindow, Hours, Office
from tools.offices.slots import SlotQuery

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
MADRID = shipped.offices()["inss-28"]
ENTRY = """
groups:
- defaults:
    body: INSS
    name: {es: "{of}", ca: "{of}", gl: "{of}", eu: "{of}", en: "{of}", fr: "{of}"}
    of: {es: a, ca: a, gl: a, eu: a, en: a, fr: a}
    address: calle
    opens: "09:00"
    closes: "14:00"
    slot_minutes: 15
    desks: 3
    services: [pensions]
    channels: [in_person, phone]
    demonstration: true
  offices:
  - {id: a, municipality: "MUNICIPALITY", EXTRA}
"""


def written(extra: str, municipality: str = "28079") -> Office:
    return parse_offices(ENTRY.replace("EXTRA", extra).replace("MUNICIPALITY", municipality), SEGURIDAD_SOCIAL)["a"]


def space(office: Office, rules: BookingRules | None = None) -> SlotSpace:
    return SlotSpace({office.id: office}, Calendar(ClosingDays(), SEGURIDAD_SOCIAL), rules or BookingRules())


def test_hours_by_weekday_open_an_afternoon_and_close_a_morning() -> None:
    office = written('hours: {thu: ["16:00-18:00", "09:00-14:00"], fri: [], sat: ["10:00-11:00"]}')
    assert office.hours_on(3) == (Hours(time(9), time(14)), Hours(time(16), time(18)))
    slots = space(office)
    thursday = slots.on("a", date(2026, 11, 26))
    assert len(thursday) == 2 * (20 + 8)
    assert not any(14 <= slot.starts_at.hour < 16 for slot in thursday)
    assert slots.on("a", date(2026, 11, 27)) == ()
    assert len(slots.on("a", date(2026, 11, 28))) == 2 * 4
    assert slots.on("a", date(2026, 11, 29)) == ()
    assert slots.on("nowhere", date(2026, 11, 26)) == ()


def test_a_channel_may_have_its_own_number_of_desks() -> None:
    office = written("desks_by_channel: {phone: 2}")
    slots = space(office)
    capacity = {slot.channel: slots.desks(slot) for slot in slots.on("a", date(2026, 11, 26))}
    assert capacity == {"in_person": 3, "phone": 2}


@pytest.mark.parametrize(
    ("extra", "municipality", "languages"),
    [("", "28079", ("es",)), ("", "17079", ("es", "ca")), ("languages: [es, en]", "28079", ("es", "en"))],
)
def test_languages_are_those_written_or_those_of_the_province(
    extra: str, municipality: str, languages: tuple[str, ...]
) -> None:
    assert written(extra, municipality).languages == languages


def test_services_are_those_of_the_units_and_those_of_none() -> None:
    office = written("units: {families: [birth, family]}")
    assert office.services == ("birth", "family", "pensions")
    assert (office.unit_of("family"), office.unit_of("pensions")) == ("families", None)


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        ('hours: {thu: ["09:00"]}', "09:00"),
        ('hours: {thu: ["14:00-09:00"]}', "closes before it opens"),
        ('hours: {thu: ["09:00-12:00", "11:00-13:00"]}', "overlap"),
        ('hours: {someday: ["09:00-12:00"]}', "hours"),
        ('opens: "15:00"', "closes before it opens"),
        ("desks_by_channel: {phone: 0}", "desks_by_channel"),
        ("channels: [phone], desks_by_channel: {in_person: 1}", "no channel"),
        ("service_windows: {maritime: {lead_hours: 1}}", "does not attend"),
        ("services: []", "units or services"),
        ("lead_hours: -1", "lead_hours"),
    ],
)
def test_a_wrong_calendar_says_what_and_where(extra: str, problem: str) -> None:
    with pytest.raises(ContentError, match=problem) as caught:
        written(extra)
    assert caught.value.line == ENTRY.splitlines().index('  - {id: a, municipality: "MUNICIPALITY", EXTRA}') + 1


def test_the_window_of_a_service_goes_before_the_offices_and_that_before_the_installations() -> None:
    office = replace(
        MADRID,
        window=BookingWindow(days_ahead=10),
        service_windows={"claim": BookingWindow(notice=timedelta(hours=48)), "imv": BookingWindow(days_ahead=20)},
    )
    slots = space(office)

    def days(service: str) -> tuple[date, date]:
        found = slots.matching(SlotQuery("inss-28", service, "phone"), NOW)
        return found[0].starts_at.date(), found[-1].starts_at.date()

    assert days("pensions") == (date(2026, 11, 25), date(2026, 12, 4))
    assert days("claim") == (date(2026, 11, 27), date(2026, 12, 4))
    assert days("imv") == (date(2026, 11, 25), date(2026, 12, 15))


def test_a_seat_can_be_held_in_the_widest_window_of_its_office() -> None:
    wide = replace(MADRID, service_windows={"imv": BookingWindow(days_ahead=60)})
    (*_, last) = space(wide).matching(SlotQuery("inss-28", "imv", "phone"), NOW)
    assert space(wide).resolve(last.id, NOW) == last
    with pytest.raises(UnknownSlot):
        space(MADRID).resolve(last.id, NOW)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 25), 25), (date(2026, 3, 29), 23), (date(2026, 3, 28), 24)])
def test_the_night_the_clocks_change_has_every_real_hour_once(day: date, hours: int) -> None:
    night = (Hours(time(0), time(23, 59)),)
    office = replace(MADRID, channels=("phone",), slot_minutes=60, hours=dict.fromkeys(range(7), night))
    slots = space(office).on("inss-28", day)
    assert len(slots) == hours - 1  # the last ends a minute after closing
    moments = [slot.starts_at.astimezone(UTC) for slot in slots]
    assert all(later - earlier == timedelta(hours=1) for earlier, later in pairwise(moments))
    assert len({slot.id for slot in slots}) == len(slots)


def test_a_closing_day_of_an_office_may_have_its_reason() -> None:
    calendar = Calendar(
        parse_closing_days("offices: {inss-28: {2026-12-09: Obras}, inss-08: [2026-12-10]}", ("inss-28", "inss-08")),
        SEGURIDAD_SOCIAL,
    )
    offices = shipped.offices()
    assert not calendar.is_open(offices["inss-28"], date(2026, 12, 9))
    assert calendar.is_open(offices["inss-08"], date(2026, 12, 9))
    assert not calendar.is_open(offices["inss-08"], date(2026, 12, 10))
