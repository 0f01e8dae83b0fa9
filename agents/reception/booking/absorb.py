"""Values said in a turn become part of the task: pure, so that corrections are ordinary."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from agents.reception.booking.move import after, move
from agents.reception.booking.search import hour
from agents.reception.task import Task, Wish
from knowledge.content.needs import Channel
from tools.appointments.book import PartOfDay, Slot
from tools.appointments.slots import is_morning
from tools.reading.slots import SlotName, SlotValue

Slots = Mapping[SlotName, SlotValue]

PARTS: Mapping[str, PartOfDay] = {"morning": "morning", "afternoon": "afternoon"}
CHANNELS: tuple[Channel, ...] = get_args(Channel)
MONTHS_AHEAD = 62
"""Days within which the number of a day is looked for."""
_MOMENT: tuple[SlotName, ...] = ("date", "time", "time_to", "part_of_day", "date_not")

_IDENTITY: tuple[SlotName, ...] = ("document", "phone", "locator", "email")


def absorb(task: Task, slots: Slots, today: date) -> Task:
    """The task with what the turn adds or corrects. Another day, place or channel gives up the offers and the hold.

    ``today`` is the office's day, for moves with nothing on offer.
    """
    task = _identity(task, slots)
    shown = task.offers or ((task.hold.slot,) if task.hold else ())
    chosen = _chosen(task, slots)
    if chosen is not None:
        listed = task.offers or task.listed
        return replace(task, offers=(chosen,), listed=listed, hold=None, time=hour(chosen), queues=False)
    known = _place(_moment(_channel(task, slots), slots), slots)
    if (kind := slots.get("move")) is not None:
        return move(known, kind.value, shown, today)
    if (day := _numbered(task, slots, today)) is not None:
        one_day = replace(known, not_before=day, not_after=day, offers=(), hold=None, time=None)
        return _wished(one_day, named=True)
    declined = slots.get("option")
    if declined is not None and declined.value == "none" and known.offers:
        return after(known, shown)
    return known


def _identity(task: Task, slots: Slots) -> Task:
    document, phone, locator, email = (slots.get(name) for name in _IDENTITY)
    return replace(
        task,
        document=document.value if document else task.document,
        phone=phone.value if phone else task.phone,
        locator=locator.value if locator else task.locator,
        email=email.value if email else task.email,
    )


def _chosen(task: Task, slots: Slots) -> Slot | None:
    """The offer meant, by its number or by being the only one at the day and hour said.

    With a seat held already, another of the list it was taken from, by its number.
    """
    if "move" in slots:
        return None
    option, values = slots.get("option"), any(name in slots for name in _MOMENT)
    if task.hold is not None:
        other = _offered(_still_listed(task), option.value) if option is not None and option.value != "any" else None
        return other if other != task.hold.slot else None
    if option is not None and not (values and option.value in ("any", "none", "both")):
        return _offered(task.offers, option.value)
    matching = [offer for offer in task.offers if _matches(offer, slots)]
    return matching[0] if len(matching) == 1 else None


def _still_listed(task: Task) -> tuple[Slot, ...]:
    """The list the seat held was taken from, unless the place or the channel has changed since."""
    where = (task.office_id, task.channel)
    return task.listed if all((one.office_id, one.channel) == where for one in task.listed) else ()


def _offered(offers: tuple[Slot, ...], said: str) -> Slot | None:
    if said.isdigit():
        return offers[int(said) - 1] if 1 <= int(said) <= len(offers) else None
    if not offers:
        return None
    return {"any": offers[0], "last": offers[-1], "middle": offers[len(offers) // 2]}.get(said)


def _numbered(task: Task, slots: Slots, today: date) -> date | None:
    """A number that is none of the offers is the number of a day."""
    number = slots.get("option") or slots.get("number")
    if task.waiting not in ("option", "what_change") or number is None or not number.value.isdigit():
        return None
    if any(name in slots for name in _MOMENT):
        return None
    days = (today + timedelta(days=ahead) for ahead in range(MONTHS_AHEAD))
    return next((day for day in days if day.day == int(number.value)), None)


def _matches(offer: Slot, slots: Slots) -> bool:
    """Whether the day, the hour or both are the offer's. A week, or hours between two, leave something to choose."""
    day, time, until, part = (slots.get(name) for name in ("date", "time", "date_to", "part_of_day"))
    one_day = day is not None and "date_or" not in slots and (until is None or until.value == day.value)
    if "time_to" in slots or not (time or one_day):
        return False
    if part is not None and is_morning(offer) != (PARTS.get(part.value) == "morning"):
        return False
    start = offer.starts_at.date().isoformat()
    same_day = day is None or day.value <= start <= (until.value if until else day.value)
    return same_day and (time is None or hour(offer) == time.value)


def _channel(task: Task, slots: Slots) -> Task:
    channel = slots.get("channel")
    meant = next((one for one in CHANNELS if channel is not None and channel.value == one), None)
    if meant is None or meant == task.channel:
        return task
    return replace(task, channel=meant, offers=(), hold=None)


def _moment(task: Task, slots: Slots) -> Task:
    if not any(name in slots for name in _MOMENT):
        return task
    day, part = slots.get("date"), slots.get("part_of_day")
    task = _hours(_days(task, slots), slots)
    if part is not None or day is not None or "time" in slots:
        task = replace(task, part_of_day=PARTS.get(part.value) if part else None)
    return replace(_wished(task, named="date" in slots), offers=(), hold=None)


def _wished(task: Task, *, named: bool) -> Task:
    """The wish with the part of the day just said, and the days if they were ``named``: else they may be a search's."""
    days = (task.not_before, task.not_after) if named else (task.wish.not_before, task.wish.not_after)
    return replace(task, wish=Wish(*days, task.part_of_day))


def _days(task: Task, slots: Slots) -> Task:
    """One day, a range, one of two days; without those that were ruled out."""
    day, until, other, never = (slots.get(name) for name in ("date", "date_to", "date_or", "date_not"))
    excluded = tuple(date.fromisoformat(one) for one in never.value.split()) if never else ()
    if day is None:
        return replace(task, not_on=tuple(sorted({*task.not_on, *excluded})))
    first = date.fromisoformat(day.value)
    last = date.fromisoformat(until.value) if until else first
    if other is not None:
        second = date.fromisoformat(other.value)
        first, last, chosen = min(first, second), max(first, second), {first, second}
        excluded += tuple(one for one in _between(first, last) if one not in chosen)
    return replace(task, not_before=first, not_after=last, not_on=excluded)


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(min((last - first).days, MONTHS_AHEAD) + 1)]


def _hours(task: Task, slots: Slots) -> Task:
    """An exact hour, or hours between which it may be."""
    time, until = slots.get("time"), slots.get("time_to")
    if until is not None:
        return replace(task, time=None, earliest=time.value if time else None, latest=until.value)
    keeps = time is None and "date" not in slots and "part_of_day" not in slots
    if keeps:
        return task
    return replace(task, time=time.value if time else None, earliest=None, latest=None)


def _place(task: Task, slots: Slots) -> Task:
    """A new place empties the office; the caller looks the nearest one up. A day already agreed stays."""
    if task.kind == "cancel" or not any(name in slots for name in ("postcode", "municipality", "province")):
        return task
    if task.hold is not None:
        day = task.hold.slot.starts_at.date()
        task = replace(task, not_before=day, not_after=day)
    return replace(task, office_id=None, offers=(), hold=None)


def later(task: Task) -> Task:
    """The same search from the day after the last offer on."""
    task = replace(task, queues=False)
    if not task.offers:
        return replace(task, not_after=None, part_of_day=None, time=None)
    return after(task, task.offers)


def elsewhere(task: Task) -> Task:
    """The same search in another office, which is asked for."""
    return replace(task, office_id=None, near=None, offers=(), hold=None)


def to_office(task: Task, office_id: str) -> Task:
    """What was wished, in that office."""
    wish = task.wish
    there = replace(task, office_id=office_id, nearby=None, offers=(), hold=None, queues=False)
    days = replace(there, not_before=wish.not_before, not_after=wish.not_after, part_of_day=wish.part_of_day)
    return replace(days, time=None, earliest=None, latest=None)
