"""Which offer a turn means: by its number, its day or its hour, also when a seat is held already."""

from dataclasses import replace
from datetime import date

import pytest

from agents.reception.booking.turn_values import add_values
from agents.reception.tasks.task import AppointmentTask, Booking, Change, Reference, Seat, SlotSearch, Task
from tests.agents.builders import appointment, booking, cancelling, changing, confirming, slot, slot_values
from tools.offices.slots import Hold, Slot
from tools.reading.slots import SlotName, SlotValue

TODAY = date(2026, 11, 26)
MONDAY, TUESDAY, AFTERNOON = slot(7, 9, "S_MON"), slot(8, 10, "S_TUE"), slot(8, 17, "S_AFT")
OFFERS = (MONDAY, TUESDAY, AFTERNOON)


def offered() -> Booking:
    return booking(question="option", seat=Seat(offers=OFFERS))


def holding(chosen: Slot = MONDAY, search: SlotSearch | None = None) -> Booking:
    seat = Seat(hold=Hold("hold-1", chosen, chosen.starts_at), listed=OFFERS)
    return booking(question="document", seat=seat, search=search or SlotSearch(office_id="office"))


def said(task: Booking, **values: str) -> Booking:
    """The booking after a turn with these values."""
    after = add_values(task, slot_values(**values), TODAY)
    assert isinstance(after, Booking)
    return after


def test_a_town_beside_the_document_asked_for_is_a_surname() -> None:
    named = said(holding(), document="X1234567L", municipality="Garcia")
    assert named.search.near is None
    assert named.seat.hold is not None
    elsewhere = said(holding(), municipality="Toledo")
    assert elsewhere.search.near == ("municipality", "Toledo")


@pytest.mark.parametrize(
    ("values", "chosen"),
    [
        ({"option": "2"}, TUESDAY),
        ({"option": "last"}, AFTERNOON),
        ({"date": "2026-12-07"}, MONDAY),
        ({"date": "2026-12-07", "part_of_day": "morning"}, MONDAY),
        ({"date": "2026-12-08", "part_of_day": "afternoon"}, AFTERNOON),
        ({"date": "2026-12-08", "part_of_day": "evening"}, AFTERNOON),
        ({"time": "10:00"}, TUESDAY),
        ({"date": "2026-12-07", "date_to": "2026-12-13", "time": "09:00"}, MONDAY),
    ],
)
def test_an_offer_is_chosen(values: dict[str, str], chosen: Slot) -> None:
    seat = said(offered(), **values).seat
    assert (seat.offers, seat.listed) == ((chosen,), OFFERS)


@pytest.mark.parametrize(
    "values",
    [
        {"date": "2026-12-07", "part_of_day": "afternoon"},  # the only one of that Monday is in the morning
        {"date": "2026-12-07", "date_to": "2026-12-07", "part_of_day": "afternoon"},
        {"date": "2026-12-07", "date_to": "2026-12-07", "time": "09:00", "part_of_day": "afternoon"},
        {"date": "2026-12-01", "date_to": "2026-12-07"},  # a week is no choice
        {"date": "2026-12-07", "date_or": "2026-12-09"},
        {"part_of_day": "morning"},
        {"date": "2026-12-08"},  # two offers
    ],
)
def test_a_wish_that_leaves_a_choice_is_searched_for(values: dict[str, str]) -> None:
    assert said(offered(), **values).seat.offers == ()


@pytest.mark.parametrize(("option", "chosen"), [("2", TUESDAY), ("last", AFTERNOON), ("middle", TUESDAY)])
def test_another_of_the_list_takes_the_place_of_the_seat_held(option: str, chosen: Slot) -> None:
    task = said(holding(), option=option)
    assert (task.seat.offers, task.seat.hold) == ((chosen,), None)
    assert said(task).seat.listed == OFFERS


@pytest.mark.parametrize("option", ["1", "any", "none", "9"])
def test_the_seat_held_stays_when_no_other_is_meant(option: str) -> None:
    assert said(holding(), option=option).seat.hold is not None


def test_an_hour_alone_is_of_the_day_held() -> None:
    search = said(holding(TUESDAY, SlotSearch(office_id="office", not_before=date(2026, 12, 7))), time="12:15").search
    assert (search.not_before, search.not_after, search.time) == (date(2026, 12, 8), date(2026, 12, 8), "12:15")


def test_an_hour_beside_a_day_ruled_out_is_not_of_the_day_held() -> None:
    days = SlotSearch(office_id="office", not_before=date(2026, 12, 7), not_after=date(2026, 12, 11))
    search = said(holding(TUESDAY, days), time="12:15", date_not="2026-12-08").search
    assert (search.not_before, search.not_after) == (date(2026, 12, 7), date(2026, 12, 11))
    assert search.not_on == (date(2026, 12, 8),)


def test_a_weekday_alone_is_of_the_week_of_the_appointment_that_is_changed() -> None:
    current = replace(appointment(), slot=slot(15, 12, "S_OLD"))
    said_alone: dict[SlotName, SlotValue] = {"date": SlotValue("2026-12-03", "jueves", 0, 6, 0.9)}
    task = add_values(Change(target=current), said_alone, TODAY)
    assert isinstance(task, Change)
    assert task.search.not_before == date(2026, 12, 17)


@pytest.mark.parametrize("search", [SlotSearch(office_id="another"), SlotSearch("phone", "office")])
def test_the_list_of_another_place_or_channel_is_over(search: SlotSearch) -> None:
    assert said(holding(search=search), option="2").seat.hold is not None


def test_a_day_ruled_out_twice_is_kept_once() -> None:
    task = said(offered(), date_not="2026-12-08 2026-12-07")
    again = said(task, date_not="2026-12-07 2026-12-09")
    assert again.search.not_on == (date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9))


@pytest.mark.parametrize("task", [changing(), cancelling()])
def test_the_locator_of_another_appointment_is_looked_up_before_anything_is_written(task: Task) -> None:
    """A yes after it would have moved or cancelled an appointment that was never read back."""
    same = add_values(task, slot_values(locator="ABCDEFGH"), TODAY)
    assert same == task
    other = add_values(task, slot_values(locator="ZYXWVUTS"), TODAY)
    assert isinstance(other, AppointmentTask)
    assert (other.target, other.question) == (Reference("ZYXWVUTS"), "locator")


def test_another_search_is_not_read_back() -> None:
    assert said(confirming(), part_of_day="afternoon").question != "confirm"
    assert said(confirming(), option="9").question == "confirm"
