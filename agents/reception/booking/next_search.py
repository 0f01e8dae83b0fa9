"""Another search after the slots just shown: later, earlier, another day, the week after, another office."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import get_args

from agents.reception.booking.booking_step import SlotTaskT
from agents.reception.tasks.task import Booking, RelativeMove, SlotSearch, WishedDays, reopened
from tools.offices.slots import Slot

AN_HOUR = timedelta(hours=1)
A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)
WEEK = 7
MONTHS_AHEAD = 62
"""Days within which a bare number is taken for a day of the month, and two days for a choice."""
RELATIVE_MOVES: Mapping[str, RelativeMove] = {move: move for move in get_args(RelativeMove)}
_DAYS_AFTER: Mapping[str, int] = {"same_day": 0, "next_day": 1}


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
    return search_without_waiting(task, _elsewhere(replace(task.search, time=None, soonest=False), move, shown, today))


def _elsewhere(search: SlotSearch, move: str, shown: tuple[Slot, ...], today: date) -> SlotSearch:
    if move == "other_office":
        return replace(search, office_id=None, near=None)
    if move == "latest":
        return replace(search, last_hours=True, part_of_day=None, earliest=None, latest=None)
    if move == "next_week":
        return week_after(search, shown[0].starts_at.date() if shown else today)
    if move == "days_later":
        return _after(search, shown)
    if move in _DAYS_AFTER:
        days = {slot.starts_at.date() for slot in shown}
        one = len(days) == 1
        return on_day(search, days.pop() + _DAYS_AFTER[move] * A_DAY) if one else _after_days(search, move, shown)
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
    """The search on that day alone, which is wished."""
    return replace(within_day(search, day), wish=WishedDays(day, day, search.wish.part_of_day))


def within_day(search: SlotSearch, day: date) -> SlotSearch:
    """The search on that day alone: that of what is held, which is no wish."""
    return replace(search, not_before=day, not_after=day, any_week=False)


def on_days(search: SlotSearch, days: Sequence[date]) -> SlotSearch:
    """The search on those days alone."""
    first, last = min(days), max(days)
    most = min((last - first).days, MONTHS_AHEAD)
    between = tuple(day for ahead in range(most) if (day := first + ahead * A_DAY) not in days)
    return replace(search, not_before=first, not_after=last, not_on=(*search.not_on, *between))


def counted_from(search: SlotSearch, day: date) -> SlotSearch:
    """The search with the days that count from that of the appointment; another day that was named says more."""
    move, weekdays = search.relative.move, search.relative.weekdays
    if weekdays and weekdays != (day,):
        days = [weekday_counted(one, day, move) for one in weekdays]
        wish = WishedDays(min(days), max(days), search.wish.part_of_day)
        not_on = tuple(one for one in search.not_on if not min(weekdays) < one < max(weekdays))
        return on_days(replace(search, not_on=not_on, wish=wish), days)
    first, last = search.not_before, search.not_after
    is_week = first is not None and last is not None and (last - first).days == WEEK - 1
    own = first is None or (first, last) == (day, day)
    if move is None or not (own or (move == "next_week" and is_week)):  # "the week after" is read from today too
        return search
    if move == "days_later":
        return replace(search, not_before=day + A_DAY, not_after=None)
    return week_after(search, day) if move == "next_week" else on_day(search, day + _DAYS_AFTER[move] * A_DAY)


def weekday_counted(said: date, day: date, move: str | None = None) -> date:
    """A weekday said alone, of the week of an appointment or of the week after, or the first one after it; its own is
    that of another week.
    """
    if move == "weekday_after":
        return day + ((said.weekday() - day.weekday() - 1) % WEEK + 1) * A_DAY
    of_week = day + (said.weekday() - day.weekday()) * A_DAY
    if move == "next_week":
        return of_week + WEEK * A_DAY
    if of_week == day:
        return said if said != day else day + WEEK * A_DAY
    return max(said, of_week)


def _after_days(search: SlotSearch, move: str, shown: tuple[Slot, ...]) -> SlotSearch:
    """Of several days on offer "that same day" names none, and "the day after" is after all of them."""
    return _after(search, shown) if _DAYS_AFTER[move] else search


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
