"""Wishes that count from an appointment, before it is found and after it is."""

from datetime import date

from agents.reception.booking.next_search import counted_from
from agents.reception.booking.turn_values import add_values
from agents.reception.tasks.task import Attendee, Change, Reference, Relative, SlotSearch
from tools.reading.slots import SlotName, SlotValue

TODAY = date(2026, 12, 1)
OWN = date(2026, 12, 16)
THURSDAY, FRIDAY = date(2026, 12, 3), date(2026, 12, 4)
NOTHING = SlotSearch()


def slot(value: str, text: str = "") -> SlotValue:
    return SlotValue(value, text or value, 0, 1, 0.9)


def said(search: SlotSearch = NOTHING, **values: SlotValue) -> Change:
    task = Change(Attendee("12345678Z"), Reference(), search=search)
    slots: dict[SlotName, SlotValue] = {name: value for name, value in values.items()}  # type: ignore[misc]
    changed = add_values(task, slots, TODAY)
    assert isinstance(changed, Change)
    return changed


def counted(search: SlotSearch) -> tuple[date | None, date | None, tuple[date, ...]]:
    found = counted_from(search, OWN)
    return found.not_before, found.not_after, found.not_on


def test_a_day_named_later_takes_the_place_of_the_move() -> None:
    moved = said(move=slot("next_day"))
    assert moved.search.relative == Relative("next_day")
    friday = said(moved.search, date=slot("2026-12-04", "el viernes"))
    assert friday.search.relative == Relative(weekdays=(FRIDAY,))
    assert counted(friday.search) == (date(2026, 12, 18), date(2026, 12, 18), ())


def test_a_move_takes_the_place_of_the_day_named_before() -> None:
    day = said(date=slot("2026-12-11", "el 11 de diciembre"))
    moved = said(day.search, move=slot("next_week"))
    assert counted(moved.search) == (date(2026, 12, 21), date(2026, 12, 27), ())


def test_another_hour_takes_the_place_of_its_own() -> None:
    same = said(move=slot("next_day"), same_time=slot("same"))
    assert same.search.relative == Relative("next_day", same_time=True)
    assert said(same.search, time=slot("12:00")).search.relative == Relative("next_day")


def test_the_week_after_on_a_weekday_is_that_day_of_it() -> None:
    search = said(move=slot("next_week"), date=slot("2026-12-03", "el jueves")).search
    assert counted(search)[:2] == (date(2026, 12, 24), date(2026, 12, 24))


def test_the_monday_after_is_the_first_one_after_the_appointment() -> None:
    search = said(move=slot("weekday_after"), date=slot("2026-12-07", "el lunes siguiente")).search
    assert counted(search)[:2] == (date(2026, 12, 21), date(2026, 12, 21))
    own = said(move=slot("weekday_after"), date=slot("2026-12-02", "el miércoles siguiente")).search
    assert counted(own)[:2] == (date(2026, 12, 23), date(2026, 12, 23))


def test_its_own_day_told_beside_the_move_is_no_wish() -> None:
    search = said(move=slot("next_day"), date=slot("2026-12-16", "el 16 de diciembre")).search
    assert counted(search)[:2] == (date(2026, 12, 17), date(2026, 12, 17))


def test_either_of_two_weekdays_is_looked_for() -> None:
    search = said(date=slot("2026-12-03", "el jueves"), date_or=slot("2026-12-04", "el viernes")).search
    assert counted(search) == (date(2026, 12, 17), date(2026, 12, 18), ())
    apart = said(date=slot("2026-12-07", "el lunes"), date_or=slot("2026-12-04", "el viernes")).search
    assert counted(apart) == (
        date(2026, 12, 14),
        date(2026, 12, 18),
        tuple(date(2026, 12, day) for day in (15, 16, 17)),
    )


def test_its_own_weekday_is_that_of_another_week() -> None:
    search = said(date=slot("2026-12-02", "el miércoles")).search
    assert counted(search)[:2] == (date(2026, 12, 2), date(2026, 12, 2))


def test_any_day_but_one_does_not_say_when_it_is() -> None:
    no, but = slot("2026-12-15"), slot("2026-12-15")
    assert said(date_not=no).target == Reference(days=(date(2026, 12, 15),))
    assert said(date_not=no, date_but=but).target == Reference()
