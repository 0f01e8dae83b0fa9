"""The offer that a turn chooses: it agrees with everything said in the turn, or there is a new search."""

from collections.abc import Mapping
from dataclasses import replace

from agents.reception.booking.booking_step import SlotTaskT
from agents.reception.booking.free_slots import hour_of, is_ruled_out
from agents.reception.booking.next_search import search_without_waiting
from agents.reception.tasks.task import SlotTask
from tools.appointments.slots import is_morning
from tools.offices.slots import PartOfDay, Slot
from tools.reading.slots import SlotName, SlotValue

Slots = Mapping[SlotName, SlotValue]

PARTS: Mapping[str, PartOfDay] = {"morning": "morning", "afternoon": "afternoon"}
PLACE_SLOTS: tuple[SlotName, ...] = ("postcode", "municipality", "province")
"""Slots that name a place, the most exact first."""
MOMENT: tuple[SlotName, ...] = ("date", "time", "time_from", "time_to", "time_not", "part_of_day", "date_not")
"""Slots that say when, or when not."""
_HOURS: frozenset[SlotName] = frozenset({"time", "time_from", "time_to", "time_not", "part_of_day"})


def choose(task: SlotTaskT, chosen: Slot) -> SlotTaskT:
    """The task with one slot left on offer, at its exact hour."""
    listed = task.seat.offers or task.seat.listed
    task = search_without_waiting(task, replace(task.search, time=hour_of(chosen)))
    return replace(task, seat=replace(task.seat, offers=(chosen,), listed=listed))


def chosen_offer(task: SlotTask, slots: Slots) -> Slot | None:
    """The offer meant, by its number or by being the only one at the day and hour said.

    With a seat held already, another of the list it was taken from, by its number.
    """
    if "move" in slots:
        return None
    seat, option, values = task.seat, slots.get("option"), any(name in slots for name in MOMENT)
    if seat.hold is not None:
        other = _offered(_still_listed(task), option.value) if option is not None and option.value != "any" else None
        return other if other != seat.hold.slot else None
    if option is not None and not (values and option.value in ("any", "none", "both")):
        of_day = tuple(offer for offer in seat.offers if _is_on(offer, slots))
        chosen = _offered(of_day if "date" in slots and not option.text.isdigit() else seat.offers, option.value)
        if chosen is not None or not (option.text.isdigit() and values):  # "the 9th, at 9": the number of the day
            return chosen
    matching = [offer for offer in seat.offers if matches(offer, slots)]
    return matching[0] if len(matching) == 1 else None


def agrees(task: SlotTask, offer: Slot, slots: Slots) -> bool:
    """Whether nothing else said in the turn speaks against the offer that it names: "the second, but in Zaragoza"."""
    place = any(name in slots for name in PLACE_SLOTS)
    channel = slots["channel"].value if "channel" in slots else task.search.channel
    refused = "channel_not" in slots and slots["channel_not"].value == offer.channel
    if place or refused or channel != offer.channel:
        return False
    hour, time = hour_of(offer), slots.get("time")
    since, until = slots.get("time_from"), slots.get("time_to")
    exact = time is None or since is not None or until is not None or time.value == hour
    in_hours = (since.value if since else "") <= hour <= (until.value if until else "24:00")
    return exact and in_hours and _is_on(offer, slots) and not _is_refused(offer, slots)


def as_wished(offer: Slot, slots: Slots) -> Slots:
    """What was said, with the day and the hour of the offer named for what was not: "the second, but in Zaragoza"."""
    named = dict(slots)
    del named["option"]
    said = slots["option"]
    if "date" not in named:
        named["date"] = replace(said, value=offer.starts_at.date().isoformat(), text="", confidence=1.0)
    if not _HOURS & slots.keys():
        named["time"] = replace(said, value=hour_of(offer), text="")
    return named


def _is_refused(offer: Slot, slots: Slots) -> bool:
    days, hours = slots.get("date_not"), slots.get("time_not")
    on = days is not None and offer.starts_at.date().isoformat() in days.value.split()
    return on or (hours is not None and is_ruled_out(offer, tuple(hours.value.split())))


def _still_listed(task: SlotTask) -> tuple[Slot, ...]:
    """The list the seat held was taken from, unless the place or the channel has changed since."""
    listed, where = task.seat.listed, (task.search.office_id, task.search.channel)
    return listed if all((slot.office_id, slot.channel) == where for slot in listed) else ()


def _offered(offers: tuple[Slot, ...], said: str) -> Slot | None:
    if said.isdigit():
        return offers[int(said) - 1] if 1 <= int(said) <= len(offers) else None
    if not offers:
        return None
    return {"any": offers[0], "last": offers[-1], "middle": offers[len(offers) // 2]}.get(said)


def matches(offer: Slot, slots: Slots) -> bool:
    """Whether the day, the hour or both are the offer's. A week, or hours between two, leave something to choose."""
    day, time, until, part = (slots.get(name) for name in ("date", "time", "date_to", "part_of_day"))
    one_day = day is not None and "date_or" not in slots and (until is None or until.value == day.value)
    open_hours = {"time_from", "time_to", "time_not"} & slots.keys()
    if open_hours or any(name in slots for name in PLACE_SLOTS) or not (time or one_day):
        return False
    if part is not None and is_morning(offer) != (PARTS.get(part.value) == "morning"):
        return False
    return _is_on(offer, slots) and (time is None or hour_of(offer) == time.value)


def _is_on(offer: Slot, slots: Slots) -> bool:
    """Whether it is on the day said, or on one of those days."""
    day, until = slots.get("date"), slots.get("date_to")
    start = offer.starts_at.date().isoformat()
    return day is None or day.value <= start <= (until.value if until else day.value)
