"""Another search from the slots just shown: later, earlier, another day, the week after, another office."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from agents.reception.task import Task
from tools.appointments.book import Slot

AN_HOUR = timedelta(hours=1)
A_MINUTE = timedelta(minutes=1)
WEEK = 7


def move(task: Task, kind: str, shown: tuple[Slot, ...], today: date) -> Task:
    """The task searching elsewhere. ``kind`` is a value of the slot ``move``; ``shown``: what was on offer or held."""
    if kind == "nearer":
        return task  # which office that is depends on more than was said
    task = replace(task, offers=(), hold=None, time=None, soonest=False, queues=False)
    if kind == "other_office":
        return replace(task, office_id=None, near=None)
    if kind == "next_week":
        return _week_after(task, shown[0].starts_at.date() if shown else today)
    if not shown:
        return replace(task, part_of_day="afternoon") if kind == "later" else task
    if kind == "later":
        last = max(shown, key=lambda slot: slot.starts_at.time()).starts_at
        return replace(task, earliest=_hour(last + AN_HOUR), latest=None, part_of_day=None)
    if kind == "earlier":
        return _sooner(task, shown)
    return after(task, shown)


def after(task: Task, shown: tuple[Slot, ...]) -> Task:
    """The same search from the day after the last slot on."""
    following = shown[-1].starts_at.date() + timedelta(days=1) if shown else task.not_before
    return replace(task, not_before=following, not_after=None, time=None, offers=(), hold=None, soonest=False)


def _week_after(task: Task, day: date) -> Task:
    monday = day + timedelta(days=WEEK - day.weekday())
    sunday = monday + timedelta(days=WEEK - 1)
    wish = replace(task.wish, not_before=monday, not_after=sunday)
    return replace(task, not_before=monday, not_after=sunday, wish=wish)


def _sooner(task: Task, shown: tuple[Slot, ...]) -> Task:
    """An earlier day when a later one had been asked for; else an earlier hour."""
    first = shown[0].starts_at
    if task.not_before is not None and task.not_before < first.date():
        return replace(task, not_after=first.date() - timedelta(days=1))
    if task.not_before is not None:
        return replace(task, not_before=None, not_after=first.date() - timedelta(days=1))
    soonest = min(shown, key=lambda slot: slot.starts_at.time()).starts_at
    return replace(task, latest=_hour(soonest - A_MINUTE), earliest=None)


def _hour(moment: datetime) -> str:
    return f"{moment:%H:%M}"
