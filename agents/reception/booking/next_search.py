"""Another search after the slots just shown: later, earlier, another day, the week after, another office."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from agents.reception.booking.booking_step import SlotTaskT
from agents.reception.tasks.task import Booking, SlotSearch, WishedDays, reopened
from tools.offices.slots import Slot

AN_HOUR = timedelta(hours=1)
A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)
WEEK = 7
DAYS_ON: Mapping[str, int] = {"same_day": 0, "next_day": 1}
"""Moves that count from the day that is spoken of."""


def search_on(task: SlotTaskT, search: SlotSearch) -> SlotTaskT:
    """The task with another search: it drops the offers, the hold and the reading back."""
    return replace(reopened(task), search=search, seat=task.seat.emptied())


def search_without_waiting(task: SlotTaskT, search: SlotSearch) -> SlotTaskT:
    """The task with another search, which does not go to the waiting list."""
    searching = search_on(task, search)
    return replace(searching, queues=False) if isinstance(searching, Booking) else searching


def move_search(task: SlotTaskT, move: str, shown: tuple[Slot, ...], today: date) -> SlotTaskT:
    """The task searching elsewhere. ``move`` is a value of the slot of that name; ``shown``: the slots told last."""
    if move == "nearer":
        return task  # the office depends on more than this value
    return search_without_waiting(task, _moved(replace(task.search, time=None, soonest=False), move, shown, today))


def _moved(search: SlotSearch, move: str, shown: tuple[Slot, ...], today: date) -> SlotSearch:
    if move == "other_office":
        return replace(search, office_id=None, near=None)
    if move == "latest":
        return replace(search, last_hours=True, part_of_day=None, earliest=None, latest=None)
    if move == "next_week":
        return week_after(search, shown[0].starts_at.date() if shown else today)
    if move in DAYS_ON:
        days = {slot.starts_at.date() for slot in shown}
        return (
            on_day(search, days.pop() + DAYS_ON[move] * A_DAY) if len(days) == 1 else _after_days(search, move, shown)
        )
    if not shown:
        return replace(search, part_of_day="afternoon") if move == "later" else search
    if move == "later":
        last = max(shown, key=lambda slot: slot.starts_at.time()).starts_at
        return replace(search, earliest=_hour(last + AN_HOUR), latest=None, part_of_day=None)
    return _sooner(search, shown) if move == "earlier" else _after(search, shown)


def search_after(task: SlotTaskT, shown: tuple[Slot, ...]) -> SlotTaskT:
    """The same search from the day after the last slot on."""
    return search_on(task, _after(task.search, shown))


def search_later(task: SlotTaskT) -> SlotTaskT:
    """The same search from the day after the last offer on; with no offers, without its days."""
    if task.seat.offers:
        return search_without_waiting(task, _after(task.search, task.seat.offers))
    search = replace(task.search, not_after=None, part_of_day=None, time=None)
    return search_without_waiting(task, search) if task.seat.hold is None else replace(task, search=search)


def search_elsewhere(task: SlotTaskT) -> SlotTaskT:
    """The same search in another office, which is asked for."""
    return search_on(task, replace(task.search, office_id=None, near=None))


def search_in_office(task: SlotTaskT, office_id: str) -> SlotTaskT:
    """The days wished, in that office."""
    wish = task.search.wish
    search = replace(
        task.search, office_id=office_id, nearby=None, not_before=wish.not_before, not_after=wish.not_after,
        part_of_day=wish.part_of_day, time=None, earliest=None, latest=None,
    )  # fmt: skip
    return search_without_waiting(task, search)


def _after(search: SlotSearch, shown: tuple[Slot, ...]) -> SlotSearch:
    following = shown[-1].starts_at.date() + A_DAY if shown else search.not_before
    return replace(search, not_before=following, not_after=None, time=None, soonest=False)


def week_after(search: SlotSearch, day: date) -> SlotSearch:
    """The search in the week after that of a day."""
    monday = day + timedelta(days=WEEK - day.weekday())
    sunday = monday + timedelta(days=WEEK - 1)
    wish = WishedDays(monday, sunday, search.wish.part_of_day)
    return replace(search, not_before=monday, not_after=sunday, wish=wish)


def on_day(search: SlotSearch, day: date) -> SlotSearch:
    """The search on that day alone."""
    return replace(search, not_before=day, not_after=day, wish=WishedDays(day, day, search.wish.part_of_day))


def _after_days(search: SlotSearch, move: str, shown: tuple[Slot, ...]) -> SlotSearch:
    """Of several days on offer "that same day" names none, and "the day after" is after all of them."""
    return _after(search, shown) if DAYS_ON[move] else search


def _sooner(search: SlotSearch, shown: tuple[Slot, ...]) -> SlotSearch:
    """An earlier day when a later day was asked for; else an earlier hour."""
    first = shown[0].starts_at
    if search.not_before is not None and search.not_before < first.date():
        return replace(search, not_after=first.date() - A_DAY)
    if search.not_before is not None:
        return replace(search, not_before=None, not_after=first.date() - A_DAY)
    soonest = min(shown, key=lambda slot: slot.starts_at.time()).starts_at
    return replace(search, latest=_hour(soonest - A_MINUTE), earliest=None)


def _hour(moment: datetime) -> str:
    return f"{moment:%H:%M}"
