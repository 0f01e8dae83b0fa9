"""The offer that a turn chooses: which one, whether all that is said agrees with it, and what else is wished."""

import pytest

from agents.reception.booking.chosen_offer import agrees, as_wished, choose, chosen_offer, matches
from agents.reception.tasks.task import Booking, Seat, SlotSearch
from tests.agents.builders import booking, slot, slot_values
from tools.offices.slots import Hold

NINE, TEN, FIVE = slot(7, 9, "S_1"), slot(8, 10, "S_2"), slot(8, 17, "S_3")
OFFERS = (NINE, TEN, FIVE)


def offered() -> Booking:
    return booking(question="option", seat=Seat(offers=OFFERS))


def holding() -> Booking:
    return booking(question="document", seat=Seat(hold=Hold("h", NINE, NINE.starts_at), listed=OFFERS))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"option": "1"}, NINE),
        ({"option": "3"}, FIVE),
        ({"option": "last"}, FIVE),
        ({"option": "middle"}, TEN),
        ({"option": "any"}, NINE),
        ({"option": "4"}, None),
        ({"option": "none"}, None),
        ({"date": "2026-12-07"}, NINE),
        ({"date": "2026-12-08"}, None),  # two of that day
        ({"date": "2026-12-08", "time": "17:00"}, FIVE),
        ({"time": "10:00"}, TEN),
        ({"time": "11:00"}, None),
        ({"date": "2026-12-07", "date_to": "2026-12-08"}, None),
        ({"option": "2", "move": "later"}, None),
        ({"option": "any", "date": "2026-12-09"}, None),
    ],
)
def test_the_offer_meant(said: dict[str, str], meant: object) -> None:
    assert chosen_offer(offered(), slot_values(**said)) == meant


def test_with_a_seat_held_only_another_of_its_list_is_chosen() -> None:
    assert chosen_offer(holding(), slot_values(option="2")) == TEN
    assert chosen_offer(holding(), slot_values(option="1")) is None
    assert chosen_offer(holding(), slot_values(option="any")) is None
    elsewhere = booking(seat=holding().seat, search=SlotSearch(office_id="another"))
    assert chosen_offer(elsewhere, slot_values(option="2")) is None


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ({"option": "2"}, True),
        ({"option": "2", "time": "10:00"}, True),
        ({"option": "2", "time": "11:00"}, False),
        ({"option": "2", "time_from": "09:30", "time": "09:30"}, True),
        ({"option": "2", "time_from": "11:00"}, False),
        ({"option": "2", "time_to": "09:30"}, False),
        ({"option": "2", "date": "2026-12-08"}, True),
        ({"option": "2", "date": "2026-12-07"}, False),
        ({"option": "2", "date_not": "2026-12-08"}, False),
        ({"option": "2", "time_not": "10:00"}, False),
        ({"option": "2", "municipality": "Zaragoza"}, False),
        ({"option": "2", "channel": "phone"}, False),
        ({"option": "2", "channel": "in_person"}, True),
        ({"option": "2", "channel_not": "in_person"}, False),
        ({"option": "2", "channel_not": "phone"}, True),
    ],
)
def test_all_that_is_said_in_the_turn_has_to_agree(said: dict[str, str], agreed: bool) -> None:
    assert agrees(offered(), TEN, slot_values(**said)) is agreed


def test_what_does_not_agree_becomes_the_wish_with_the_day_and_the_hour_of_the_offer() -> None:
    wished = as_wished(TEN, slot_values(option="2", municipality="Zaragoza"))
    assert {name: value.value for name, value in wished.items()} == {
        "municipality": "Zaragoza", "date": "2026-12-08", "time": "10:00",
    }  # fmt: skip
    other_hour = as_wished(TEN, slot_values(option="2", time="12:00"))
    assert other_hour["time"].value == "12:00"
    assert other_hour["date"].value == "2026-12-08"


def test_choosing_leaves_one_offer_at_its_hour_and_the_list_it_came_from() -> None:
    task = choose(offered(), FIVE)
    assert (task.seat.offers, task.seat.listed, task.search.time) == ((FIVE,), OFFERS, "17:00")


def test_a_week_an_open_hour_and_a_place_match_no_single_offer() -> None:
    assert matches(TEN, slot_values(date="2026-12-08"))
    assert not matches(TEN, slot_values(date="2026-12-08", part_of_day="afternoon"))
    assert not matches(TEN, slot_values(date="2026-12-08", date_or="2026-12-09"))
    assert not matches(TEN, slot_values(time="10:00", time_from="10:00"))
    assert not matches(TEN, slot_values(date="2026-12-08", municipality="Zaragoza"))
    assert not matches(TEN, slot_values(part_of_day="morning"))
