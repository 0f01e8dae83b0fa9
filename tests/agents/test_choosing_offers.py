"""Which offer a turn means: by its number, its day or its hour, also when a seat is held already."""

from datetime import date

import pytest

from agents.reception.booking.absorb import absorb
from agents.reception.task import Task
from tests.agents.builders import booking, slot, slot_values
from tools.appointments.book import Hold, Slot

TODAY = date(2026, 11, 26)
MONDAY, TUESDAY, AFTERNOON = slot(7, 9, "S_MON"), slot(8, 10, "S_TUE"), slot(8, 17, "S_AFT")
OFFERS = (MONDAY, TUESDAY, AFTERNOON)


def offered() -> Task:
    return booking(waiting="option", offers=OFFERS)


def holding(chosen: Slot = MONDAY, **values: object) -> Task:
    hold = Hold("hold-1", chosen, chosen.starts_at)
    return booking(waiting="document", hold=hold, listed=OFFERS, **values)


@pytest.mark.parametrize(
    ("said", "chosen"),
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
def test_an_offer_is_chosen(said: dict[str, str], chosen: Slot) -> None:
    task = absorb(offered(), slot_values(**said), TODAY)
    assert (task.offers, task.listed) == ((chosen,), OFFERS)


@pytest.mark.parametrize(
    "said",
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
def test_a_wish_that_leaves_a_choice_is_searched_for(said: dict[str, str]) -> None:
    assert absorb(offered(), slot_values(**said), TODAY).offers == ()


@pytest.mark.parametrize(("said", "chosen"), [("2", TUESDAY), ("last", AFTERNOON), ("middle", TUESDAY)])
def test_another_of_the_list_takes_the_place_of_the_seat_held(said: str, chosen: Slot) -> None:
    task = absorb(holding(), slot_values(option=said), TODAY)
    assert (task.offers, task.hold) == ((chosen,), None)
    assert absorb(task, {}, TODAY).listed == OFFERS


@pytest.mark.parametrize("said", ["1", "any", "none", "9"])
def test_the_seat_held_stays_when_no_other_is_meant(said: str) -> None:
    assert absorb(holding(), slot_values(option=said), TODAY).hold is not None


@pytest.mark.parametrize("changed", [{"office_id": "another"}, {"channel": "phone"}])
def test_the_list_of_another_place_or_channel_is_over(changed: dict[str, str]) -> None:
    assert absorb(holding(**changed), slot_values(option="2"), TODAY).hold is not None


def test_a_day_ruled_out_twice_is_kept_once() -> None:
    task = absorb(offered(), slot_values(date_not="2026-12-08 2026-12-07"), TODAY)
    again = absorb(task, slot_values(date_not="2026-12-07 2026-12-09"), TODAY)
    assert again.not_on == (date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9))
