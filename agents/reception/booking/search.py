"""Free slots that fit a task: days, hours and part of the day together."""

from agents.reception.task import Task
from tools.appointments.book import AppointmentBook, Slot, SlotQuery
from tools.appointments.slots import spread

SHOWN = 3
"""Offers in one turn: few enough to be read out."""
SCAN = 5000
"""Slots looked through when days or hours are left out: more than an office gives in its whole horizon."""


async def first_free(book: AppointmentBook, task: Task) -> list[Slot]:
    """At most ``SHOWN`` slots, spread over days. Raises ToolUnavailable."""
    if not (task.earliest or task.latest or task.not_on or task.current):
        return await book.availability(query(task, SHOWN))
    found = await book.availability(query(task, SCAN))
    return spread([slot for slot in found if _fits(slot, task)], SHOWN)


async def at_time(book: AppointmentBook, task: Task) -> Slot | None:
    """The first slot at exactly the hour wished. Raises ToolUnavailable."""
    found = await book.availability(query(task, SCAN))
    return next((slot for slot in found if hour(slot) == task.time and _fits(slot, task)), None)


def is_settled(task: Task) -> bool:
    """Whether the wish leaves little to choose: the soonest there is, or a part of one day."""
    one_day = task.not_before is not None and task.not_before == task.not_after
    return task.soonest or (one_day and (task.part_of_day is not None or bool(task.earliest and task.latest)))


def hour(slot: Slot) -> str:
    """HH:MM in office time."""
    return f"{slot.starts_at:%H:%M}"


def _fits(slot: Slot, task: Task) -> bool:
    if task.current is not None and slot.id == task.current.slot.id:  # what one has already is no change
        return False
    in_hours = (task.earliest or "") <= hour(slot) <= (task.latest or "24:00")
    return in_hours and slot.starts_at.date() not in task.not_on


def query(task: Task, limit: int) -> SlotQuery:
    """What the task looks for, as the book is asked."""
    return SlotQuery(
        office_id=task.office_id or "",
        service=task.service or "general",
        channel=task.channel,
        not_before=task.not_before,
        not_after=task.not_after,
        part_of_day=task.part_of_day,
        limit=limit,
    )
