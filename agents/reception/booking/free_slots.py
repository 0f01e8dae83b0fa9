"""Free slots that fit a task: days, hours and part of the day together."""

from datetime import date

from agents.reception.tasks.task import Booking, Change, SlotTask
from tools.appointments.book import AppointmentBook
from tools.appointments.slots import spread
from tools.offices.slots import Slot, SlotQuery

SHOWN = 3
"""Offers in one turn: few enough to be read out."""
SCAN = 5000
"""Slots searched when days or hours are excluded: more than an office has in its whole window."""


async def first_free(book: AppointmentBook, task: SlotTask) -> list[Slot]:
    """At most ``SHOWN`` slots, spread over days. Raises ToolUnavailable."""
    search = task.search
    narrowed = search.earliest or search.latest or search.not_on or search.not_at or search.last_hours
    if isinstance(task, Booking) and not narrowed:
        return await book.availability(slot_query(task, SHOWN))
    free = [slot for slot in await book.availability(slot_query(task, SCAN)) if _fits(slot, task)]
    return _last_of_days(free) if search.last_hours else spread(free, SHOWN)


def _last_of_days(free: list[Slot]) -> list[Slot]:
    """The last slot of each of the first days; of a single day, its last ones."""
    last = {slot.starts_at.date(): slot for slot in free}
    return free[-SHOWN:] if len(last) == 1 else list(last.values())[:SHOWN]


async def free_at_time(book: AppointmentBook, task: SlotTask) -> Slot | None:
    """The first slot at exactly the hour wished. Raises ToolUnavailable."""
    free = await book.availability(slot_query(task, SCAN))
    return next((slot for slot in free if hour_of(slot) == task.search.time and _fits(slot, task)), None)


async def free_around(book: AppointmentBook, task: SlotTask, time: str) -> list[Slot]:
    """The slots nearest to an hour (HH:MM), one of each of the first ``SHOWN`` days. Raises ToolUnavailable."""
    by_day: dict[date, list[Slot]] = {}
    for slot in await book.availability(slot_query(task, SCAN)):
        if _fits(slot, task):
            by_day.setdefault(slot.starts_at.date(), []).append(slot)
    first_days = list(by_day.values())[:SHOWN]
    return [min(slots, key=lambda slot: abs(_minutes(hour_of(slot)) - _minutes(time))) for slots in first_days]


async def nearest_hours(book: AppointmentBook, task: SlotTask, time: str) -> list[Slot]:
    """At most ``SHOWN`` slots of the days wished, those nearest to an hour (HH:MM). Raises ToolUnavailable."""
    free = [slot for slot in await book.availability(slot_query(task, SCAN)) if _fits(slot, task)]
    near = sorted(free, key=lambda slot: abs(_minutes(hour_of(slot)) - _minutes(time)))[:SHOWN]
    return sorted(near, key=lambda slot: slot.starts_at)


async def last_free(book: AppointmentBook, task: SlotTask) -> list[Slot]:
    """At most ``SHOWN`` slots of the last days there are. Raises ToolUnavailable."""
    free = [slot for slot in await book.availability(slot_query(task, SCAN)) if _fits(slot, task)]
    days = sorted({slot.starts_at.date() for slot in free})[-SHOWN:]
    return spread([slot for slot in free if slot.starts_at.date() in days], SHOWN)


def _minutes(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:])


def hour_of(slot: Slot) -> str:
    """HH:MM in office time."""
    return f"{slot.starts_at:%H:%M}"


def slot_query(task: SlotTask, limit: int) -> SlotQuery:
    """The task's search, as the appointment book takes it."""
    search = task.search
    return SlotQuery(
        office_id=search.office_id or "",
        service=task.service or "general",
        channel=search.channel,
        not_before=search.not_before,
        not_after=search.not_after,
        part_of_day=search.part_of_day,
        limit=limit,
    )


def _fits(slot: Slot, task: SlotTask) -> bool:
    if isinstance(task, Change) and task.current is not None and slot.id == task.current.slot.id:
        return False  # the present slot is no change
    search = task.search
    in_hours = (search.earliest or "") <= hour_of(slot) <= (search.latest or "24:00")
    return in_hours and slot.starts_at.date() not in search.not_on and not is_ruled_out(slot, search.not_at)


def is_ruled_out(slot: Slot, hours: tuple[str, ...]) -> bool:
    """Whether it is at one of the hours; a full hour is all of it: "at nine I can't" rules out a quarter past."""
    return any(hour_of(slot) == one or (one.endswith(":00") and hour_of(slot)[:2] == one[:2]) for one in hours)
