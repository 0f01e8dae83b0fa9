"""Adds the values of a turn to the task: pure, so that corrections are ordinary."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from agents.reception.booking.booking_step import SlotTaskT
from agents.reception.booking.free_slots import hour_of
from agents.reception.booking.next_search import move_search, search_after, search_on, search_without_waiting
from agents.reception.tasks.task import (
    AppointmentTask,
    Attendee,
    Booking,
    Cancellation,
    Change,
    LineTask,
    Reference,
    Seat,
    SlotSearch,
    SlotTask,
    Task,
    TaskQuestion,
    WishedDays,
)
from agents.routing.rules import CHANNELS
from tools.appointments.book import Appointment
from tools.appointments.slots import is_morning
from tools.offices.slots import PartOfDay, Slot
from tools.reading.dates.bare_weekday import is_bare_weekday
from tools.reading.slots import SlotName, SlotValue

Slots = Mapping[SlotName, SlotValue]

PARTS: Mapping[str, PartOfDay] = {"morning": "morning", "afternoon": "afternoon"}
PLACE_SLOTS: tuple[SlotName, ...] = ("postcode", "municipality", "province")
"""Slots that name a place, the most exact first."""
_PLAINLY_A_DAY = 0.9
"""Confidence of a day named as such; months and years have less."""
MONTHS_AHEAD = 62
"""Days within which a bare number is taken for a day of the month."""
_FAR = 92
"""Days ahead: a later one tells of the matter."""
_DATA: frozenset[TaskQuestion] = frozenset({"document", "phone", "email"})
_OF_PERSON: frozenset[SlotName] = frozenset({"document", "document_invalid", "document_repair", "phone", "email"})
_MOST_DAYS = 3
"""Days among which an appointment is looked for."""
_MOMENT: tuple[SlotName, ...] = ("date", "time", "time_to", "part_of_day", "date_not")


def add_values(task: Task, slots: Slots, today: date) -> Task:
    """The task with the values that the turn adds or corrects. A new day, place or channel drops offers and hold.

    ``today`` is the office's day, for moves with nothing on offer.
    """
    slots = _without_surnames(task, _without_far_days(task, slots, today))
    found = isinstance(task, AppointmentTask) and task.current is not None
    person = task.person if found else _attendee(task.person, slots)  # an appointment is found by its own document
    locator = slots["locator"].value if "locator" in slots else None
    if isinstance(task, LineTask):
        return replace(task, person=person, code=locator or task.code)
    if isinstance(task, Cancellation):
        target = _visit(_reference(task.target, locator), slots)
        question = task.question if isinstance(target, Appointment) else "locator"
        return replace(task, person=person, target=target, question=question)
    if isinstance(task, Change):
        asked_when = task.question == "visit"  # the day and the town of the appointment: no wishes for another
        known = _about(replace(task, person=person), locator, slots)
        return known if asked_when and known.current is None else _absorb_wishes(known, slots, today)
    return _absorb_wishes(replace(task, person=person, code=locator or task.code), slots, today)


def _without_surnames(task: Task, slots: Slots) -> Slots:
    """Beside the document or the telephone that was asked for a town is a surname: "X1234567L, Linda Garcia"."""
    asked = isinstance(task, Booking) and task.question in _DATA
    if not asked or slots.keys().isdisjoint(_OF_PERSON):
        return slots
    return {name: value for name, value in slots.items() if name not in PLACE_SLOTS}


def _attendee(person: Attendee, slots: Slots) -> Attendee:
    document, phone, email = slots.get("document"), slots.get("phone"), slots.get("email")
    repair = slots.get("document_repair")
    return replace(
        person,
        document=document.value if document else person.document,
        repaired=repair.value if repair and "," not in repair.value else None,
        phone=phone.value if phone else person.phone,
        email=email.value if email else person.email,
    )


def _visit(target: Reference | Appointment, slots: Slots) -> Reference | Appointment:
    """The days and the place said may be those of the appointment that is looked for."""
    if isinstance(target, Appointment):
        return target
    named: tuple[SlotName, ...] = ("date", "date_or") if "date_to" not in slots else ()
    said = [date.fromisoformat(slots[name].value) for name in named if name in slots]
    days = tuple(dict.fromkeys((*said, *target.days)))[:_MOST_DAYS]
    return replace(target, days=days, near=said_place(slots) or target.near)


def said_place(slots: Slots) -> tuple[SlotName, str] | None:
    """The most exact place of the turn."""
    return next(((name, slots[name].value) for name in PLACE_SLOTS if name in slots), None)


def _about(task: Change, locator: str | None, slots: Slots) -> Change:
    target = _visit(_reference(task.target, locator), slots)
    if isinstance(target, Appointment):
        return task
    return replace(task, target=target, question="locator", seat=task.seat if task.current is None else Seat())


def _reference(target: Reference | Appointment, locator: str | None) -> Reference | Appointment:
    """The appointment meant; a locator that is not its own names another one, which has to be found."""
    if locator is None or locator == target.locator:
        return target
    return replace(target, locator=locator) if isinstance(target, Reference) else Reference(locator)


def _absorb_wishes(task: SlotTaskT, slots: Slots, today: date) -> SlotTaskT:
    shown = task.seat.shown
    task, slots = _at_same_hour(task, _in_week_of(slots, _day_spoken_of(task)))
    known = _channel(task, slots)
    chosen = _chosen(known, slots)
    if chosen is not None:
        return _choose(known, chosen)
    known = _place(_moment(known, slots), slots)
    hours = {"time", "time_to"} & slots.keys()
    if (move := slots.get("move")) is not None and not (hours and move.value in ("later", "earlier", "latest")):
        if move.value == "next_week" and isinstance(known, Change) and known.current is None:
            return replace(known, search=replace(known.search, week_after=True))
        return move_search(known, move.value, shown, today)
    if (day := _numbered(task, slots, today)) is not None:
        one_day = replace(known.search, not_before=day, not_after=day, time=None)
        return search_on(known, _wished(one_day, named=True))
    declined = slots.get("option")
    if declined is not None and declined.value == "none" and known.seat.offers:
        return search_after(known, shown)
    return known


def _at_same_hour(task: SlotTaskT, slots: Slots) -> tuple[SlotTaskT, Slots]:
    """The hour of the slot held or of the appointment changed; one that is not found yet is waited for."""
    said = slots.get("same_time")
    if said is None:
        return task, slots
    current = task.current.slot if isinstance(task, Change) and task.current else None
    slot = task.seat.hold.slot if task.seat.hold else current
    if slot is not None:
        return task, {**slots, "time": replace(said, value=hour_of(slot))}
    return (replace(task, search=replace(task.search, same_time=True)) if isinstance(task, Change) else task), slots


def _day_spoken_of(task: SlotTask) -> date | None:
    """The first day on offer; before there is any, the day of the appointment that is changed."""
    current = task.current.slot if isinstance(task, Change) and task.current else None
    slot = task.seat.shown[0] if task.seat.shown else current
    return slot.starts_at.date() if slot else None


def _in_week_of(slots: Slots, spoken_of: date | None) -> Slots:
    """A weekday said alone is one of the week that is spoken of: "better on Thursday"."""
    said = slots.get("date")
    if said is None or "date_to" in slots or "date_or" in slots or spoken_of is None:
        return slots
    day = date.fromisoformat(said.value)
    if not is_bare_weekday(said.text, day):
        return slots
    monday = spoken_of - timedelta(days=spoken_of.weekday())
    moved = max(day, monday + timedelta(days=day.weekday()))
    return {**slots, "date": replace(said, value=moved.isoformat())}


def _choose(task: SlotTaskT, chosen: Slot) -> SlotTaskT:
    """The task with one slot left on offer, at its exact hour."""
    listed = task.seat.offers or task.seat.listed
    task = search_without_waiting(task, replace(task.search, time=hour_of(chosen)))
    return replace(task, seat=replace(task.seat, offers=(chosen,), listed=listed))


def _chosen(task: SlotTask, slots: Slots) -> Slot | None:
    """The offer meant, by its number or by being the only one at the day and hour said.

    With a seat held already, another of the list it was taken from, by its number.
    """
    if "move" in slots:
        return None
    seat, option, values = task.seat, slots.get("option"), any(name in slots for name in _MOMENT)
    if seat.hold is not None:
        other = _offered(_still_listed(task), option.value) if option is not None and option.value != "any" else None
        return other if other != seat.hold.slot else None
    if option is not None and not (values and option.value in ("any", "none", "both")):
        of_day = tuple(offer for offer in seat.offers if _is_on(offer, slots))
        chosen = _offered(of_day if "date" in slots and not option.text.isdigit() else seat.offers, option.value)
        if chosen is not None or not (option.text.isdigit() and values):  # "the 9th, at 9": the number of the day
            return chosen
    matching = [offer for offer in seat.offers if _matches(offer, slots)]
    return matching[0] if len(matching) == 1 else None


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


def _numbered(task: SlotTask, slots: Slots, today: date) -> date | None:
    """A number that is none of the offers is the number of a day."""
    number = slots.get("option") or slots.get("number")
    if task.question not in ("option", "what_change") or number is None or not number.value.isdigit():
        return None
    if any(name in slots for name in _MOMENT):
        return None
    days = (today + timedelta(days=ahead) for ahead in range(MONTHS_AHEAD))
    return next((day for day in days if day.day == int(number.value)), None)


def _matches(offer: Slot, slots: Slots) -> bool:
    """Whether the day, the hour or both are the offer's. A week, or hours between two, leave something to choose."""
    day, time, until, part = (slots.get(name) for name in ("date", "time", "date_to", "part_of_day"))
    one_day = day is not None and "date_or" not in slots and (until is None or until.value == day.value)
    if "time_to" in slots or "time_from" in slots or not (time or one_day):
        return False
    if part is not None and is_morning(offer) != (PARTS.get(part.value) == "morning"):
        return False
    return _is_on(offer, slots) and (time is None or hour_of(offer) == time.value)


def _is_on(offer: Slot, slots: Slots) -> bool:
    """Whether it is on the day said, or on one of those days."""
    day, until = slots.get("date"), slots.get("date_to")
    start = offer.starts_at.date().isoformat()
    return day is None or day.value <= start <= (until.value if until else day.value)


def _channel(task: SlotTaskT, slots: Slots) -> SlotTaskT:
    said = slots.get("channel")
    meant = next((channel for channel in CHANNELS if said is not None and said.value == channel), None)
    if meant is None or meant == task.search.channel:
        return task
    return search_on(task, replace(task.search, channel=meant))


def _moment(task: SlotTaskT, slots: Slots) -> SlotTaskT:
    slots = _without_vague_days(task, slots)
    if not any(name in slots for name in _MOMENT) or _is_held(task, slots):
        return task
    day, part = slots.get("date"), slots.get("part_of_day")
    search = replace(_hours(_days(task.search, slots), slots), last_hours=False)
    only_hour = "time" in slots and not {"date", "date_not", "move"} & slots.keys()
    if only_hour and task.seat.hold is not None:  # "have you anything at 12:15?": on the day held
        held = task.seat.hold.slot.starts_at.date()
        search = replace(search, not_before=held, not_after=held)
    if part is not None or day is not None or "time" in slots:
        search = replace(search, part_of_day=PARTS.get(part.value) if part and search.time is None else None)
    if day is not None and "option" in slots and slots["option"].value == "1":
        search = replace(search, soonest=True)  # "the first one on Thursday"
    return search_on(task, _wished(search, named="date" in slots))


def _is_held(task: SlotTask, slots: Slots) -> bool:
    """Whether the day or the hour only say again which slot is held: "I just want that of the 9th"."""
    hold = task.seat.hold
    again = hold is not None and hold.slot.channel == task.search.channel and _matches(hold.slot, slots)
    return again and "date_not" not in slots and "move" not in slots and task.question not in ("confirm", "what_change")


def _without_vague_days(task: SlotTask, slots: Slots) -> Slots:
    """Without days that only tell of the matter ("it was cut this month"), when a day is wished already."""
    day, wished = slots.get("date"), task.search.not_before is not None
    if day is None or not wished or task.question not in ("need", "place") or day.confidence >= _PLAINLY_A_DAY:
        return slots
    return {name: value for name, value in slots.items() if name not in ("date", "date_to", "date_or")}


def _without_far_days(task: Task, slots: Slots, today: date) -> Slots:
    """Without days that no calendar is open for, unless they answer which day: "he passed away in October"."""
    day = slots.get("date")
    near = day is None or date.fromisoformat(day.value) <= today + timedelta(days=_FAR)
    if near or (isinstance(task, SlotTask) and (task.seat.shown or task.question in ("option", "what_change"))):
        return slots
    return {name: value for name, value in slots.items() if name not in ("date", "date_to", "date_or")}


def _wished(search: SlotSearch, *, named: bool) -> SlotSearch:
    """The wish with the part of the day just said, and its days only if they were ``named`` by the person."""
    days = (search.not_before, search.not_after) if named else (search.wish.not_before, search.wish.not_after)
    return replace(search, wish=WishedDays(*days, search.part_of_day))


def _days(search: SlotSearch, slots: Slots) -> SlotSearch:
    """The days meant: a day, a range or two days, without those ruled out."""
    day, until, other, never = (slots.get(name) for name in ("date", "date_to", "date_or", "date_not"))
    excluded = tuple(date.fromisoformat(one) for one in never.value.split()) if never else ()
    if day is None:
        return replace(search, not_on=tuple(sorted({*search.not_on, *excluded})))
    first = date.fromisoformat(day.value)
    last = date.fromisoformat(until.value) if until else first
    if other is not None:
        second = date.fromisoformat(other.value)
        first, last, chosen = min(first, second), max(first, second), {first, second}
        excluded += tuple(between for between in _between(first, last) if between not in chosen)
    return replace(search, not_before=first, not_after=last, not_on=excluded)


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(min((last - first).days, MONTHS_AHEAD) + 1)]


def _hours(search: SlotSearch, slots: Slots) -> SlotSearch:
    """An exact hour, or hours between which it may be."""
    time, until = slots.get("time"), slots.get("time_to")
    if until is not None:
        return replace(search, time=None, earliest=time.value if time else None, latest=until.value)
    if time is not None and "time_from" in slots:
        return replace(search, time=None, earliest=slots["time_from"].value, latest=None)
    if time is None and "date" not in slots and "part_of_day" not in slots:
        return search
    exact = time.value if time else None
    return replace(search, time=exact, wished_time=exact, earliest=None, latest=None)


def _place(task: SlotTaskT, slots: Slots) -> SlotTaskT:
    """A new place empties the office; the caller looks the nearest one up. A day already agreed stays."""
    if not any(name in slots for name in PLACE_SLOTS):
        return task
    search = task.search
    if task.seat.hold is not None:
        day = task.seat.hold.slot.starts_at.date()
        search = replace(search, not_before=day, not_after=day)
    near = said_place(slots) or search.near
    return search_on(task, replace(search, office_id=None, near=near, time=search.time or search.wished_time))
