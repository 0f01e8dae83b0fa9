"""Values said in a turn become part of the task: pure, so that corrections are ordinary."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from agents.task import Task
from agents.understanding.reading import SlotName, SlotValue
from tools.appointments import PartOfDay, Slot

Slots = Mapping[SlotName, SlotValue]

PARTS: Mapping[str, PartOfDay] = {"morning": "morning", "afternoon": "afternoon"}


def absorb(task: Task, slots: Slots) -> Task:
    """The task with what the turn adds or corrects. Another day, place or channel gives up the offers and the hold."""
    task = _identity(task, slots)
    chosen = _chosen(task, slots)
    if chosen is not None:
        return replace(task, offers=(chosen,), hold=None, time=f"{chosen.starts_at:%H:%M}")
    return _place(_moment(_channel(task, slots), slots), slots)


def _identity(task: Task, slots: Slots) -> Task:
    document, phone, locator = slots.get("document"), slots.get("phone"), slots.get("locator")
    return replace(
        task,
        document=document.value if document else task.document,
        phone=phone.value if phone else task.phone,
        locator=locator.value if locator else task.locator,
    )


def _chosen(task: Task, slots: Slots) -> Slot | None:
    """The offer meant, by its number or by being the only one at the day and hour said."""
    if not task.offers or task.hold is not None:
        return None
    option = slots.get("option")
    if option is not None:
        index = len(task.offers) if option.value == "last" else int(option.value)
        return task.offers[index - 1] if 1 <= index <= len(task.offers) else None
    matching = [offer for offer in task.offers if _matches(offer, slots)]
    return matching[0] if len(matching) == 1 else None


def _matches(offer: Slot, slots: Slots) -> bool:
    day, time = slots.get("date"), slots.get("time")
    if time is None and day is None:
        return False
    same_day = day is None or offer.starts_at.date().isoformat() == day.value
    return same_day and (time is None or f"{offer.starts_at:%H:%M}" == time.value)


def _channel(task: Task, slots: Slots) -> Task:
    channel = slots.get("channel")
    if channel is None or channel.value not in ("in_person", "phone") or channel.value == task.channel:
        return task
    return replace(task, channel="phone" if channel.value == "phone" else "in_person", offers=(), hold=None)


def _moment(task: Task, slots: Slots) -> Task:
    day, until, time, part = slots.get("date"), slots.get("date_to"), slots.get("time"), slots.get("part_of_day")
    if day is None and time is None and part is None:
        return task
    first = date.fromisoformat(day.value) if day else task.not_before
    last = date.fromisoformat(until.value) if until else (first if day else task.not_after)
    return replace(
        task,
        not_before=first,
        not_after=last,
        time=time.value if time else (None if day or part else task.time),
        part_of_day=PARTS.get(part.value) if part else (None if day or time else task.part_of_day),
        offers=(),
        hold=None,
    )


def _place(task: Task, slots: Slots) -> Task:
    """A new place empties the office; the caller looks the nearest one up."""
    named = any(name in slots for name in ("postcode", "municipality", "province"))
    return replace(task, office_id=None, offers=(), hold=None) if named and task.kind != "cancel" else task


def later(task: Task) -> Task:
    """The same search from the day after the last offer on."""
    if not task.offers:
        return replace(task, not_after=None, part_of_day=None, time=None)
    following = task.offers[-1].starts_at.date() + timedelta(days=1)
    return replace(task, not_before=following, not_after=None, time=None, offers=(), hold=None)


def elsewhere(task: Task) -> Task:
    """The same search in another office, which is asked for."""
    return replace(task, office_id=None, offers=(), hold=None)
