"""Adds the values of a turn to the task: pure, so that corrections are ordinary."""

from dataclasses import replace
from datetime import date, timedelta

from agents.reception.booking.booking_step import SlotTaskT
from agents.reception.booking.chosen_offer import (
    MOMENT,
    PARTS,
    PLACE_SLOTS,
    Slots,
    agrees,
    as_wished,
    choose,
    chosen_offer,
    matches,
)
from agents.reception.booking.free_slots import hour_of
from agents.reception.booking.next_search import (
    MONTHS_AHEAD,
    RELATIVE_MOVES,
    move_search,
    on_days,
    search_after,
    search_on,
    weekday_counted,
    within_day,
)
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
from tools.offices.slots import Slot
from tools.reading.dates.bare_weekday import is_bare_weekday
from tools.reading.identities.last_letter import LENGTH as NUMBER
from tools.reading.slots import SlotName

_PLAINLY_A_DAY = 0.9
"""Confidence of a day named as such; months and years have less."""
_FAR = 92
"""Days ahead: a later one tells of the matter."""
_DATA: frozenset[TaskQuestion] = frozenset({"document", "phone", "email"})
_OF_PERSON: frozenset[SlotName] = frozenset(
    {"document", "document_invalid", "document_part", "document_repair", "phone", "email"}
)
_HOURS: frozenset[SlotName] = frozenset({"time", "time_from", "time_to", "time_not"})
_SINGLE_DAYS: tuple[SlotName, ...] = ("date", "date_or")
_MOST_DAYS = 3
"""Days among which an appointment is looked for."""


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
        asked_when = task.question == "visit" and "date_of" not in slots  # day and town of the appointment: no wishes
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
        number="" if document else _without_letter(slots) or person.number,
        phone=phone.value if phone else person.phone,
        email=email.value if email else person.email,
    )


def _without_letter(slots: Slots) -> str:
    """The number of a document whose letter lacks or is wrong."""
    said = slots.get("document_invalid") or slots.get("document_part")
    return said.value[:NUMBER] if said is not None and len(said.value) >= NUMBER else ""


def _visit(target: Reference | Appointment, slots: Slots) -> Reference | Appointment:
    """The days and the place said may be those of the appointment that is looked for."""
    if isinstance(target, Appointment):
        return target
    named: tuple[SlotName, ...] = ("date", "date_or") if "date_to" not in slots else ()
    named = ("date_of",) if "date_of" in slots else named
    said = [date.fromisoformat(slots[name].value) for name in named if name in slots]
    refused = slots["date_not"].value.split() if "date_not" in slots and "date_but" not in slots else []
    if not said and len(refused) == 1:  # "mine is on the 15th and I can't"
        said = [date.fromisoformat(refused[0])]
    days = tuple(dict.fromkeys((*said, *target.days)))[:_MOST_DAYS]
    return replace(target, days=days, near=said_place(slots) or target.near)


def said_place(slots: Slots) -> tuple[SlotName, str] | None:
    """The most exact place of the turn; none where one of two is to be chosen."""
    return (
        None if "town_or" in slots else next(((name, slots[name].value) for name in PLACE_SLOTS if name in slots), None)
    )


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
    if isinstance(task, Change) and task.current is None:
        task = replace(task, search=_related(task.search, slots))
    else:
        slots = _at_same_hour(task, _without_relative(_in_week_of(_with_offered_denied(slots, task), task)))
    known = _channel(task, slots)
    chosen = _kept(known, slots) or chosen_offer(known, slots)
    if chosen is not None and agrees(known, chosen, slots):
        return choose(known, chosen)
    if chosen is not None and "option" in slots:
        slots = as_wished(chosen, slots)
    known = _place(_moment(known, slots), slots)
    if (moved := _after_move(task, known, slots, today)) is not None:
        return moved
    if (day := _numbered(task, slots, today)) is not None:
        return search_on(known, _wished(within_day(replace(known.search, time=None), day), named=True))
    declined = slots.get("option")
    if declined is not None and declined.value == "none" and known.seat.offers:
        return search_after(known, shown)
    return known


def _kept(task: SlotTask, slots: Slots) -> Slot | None:
    """What was read back, where only data of the person are given when it was asked what is wrong with it."""
    only = task.seat.offers[0] if len(task.seat.offers) == 1 else None
    data = bool(_OF_PERSON & slots.keys()) and slots.keys() <= _OF_PERSON
    return only if task.question == "what_change" and data else None


def _related(search: SlotSearch, slots: Slots) -> SlotSearch:
    """What counts from an appointment that is not found yet, as the turn leaves it: other days take the place of those
    said before, and another hour that of its own.
    """
    relative, move = search.relative, slots.get("move")
    said = RELATIVE_MOVES.get(move.value) if move else None
    if "date" in slots or said is not None:
        weekdays = tuple(_single_days(slots).values()) if "date_to" not in slots and _are_bare(slots) else ()
        relative = replace(relative, move=said, weekdays=weekdays)
        search = replace(search, not_before=None, not_after=None, wish=WishedDays(part_of_day=search.wish.part_of_day))
    if "same_time" in slots or _HOURS & slots.keys():
        relative = replace(relative, same_time="same_time" in slots)
    return replace(search, relative=relative)


def _without_relative(slots: Slots) -> Slots:
    """Without a move that counts from the day that is spoken of, where a day is named: that says more."""
    move = slots.get("move")
    if move is None or move.value not in RELATIVE_MOVES or "date" not in slots:
        return slots
    return {name: value for name, value in slots.items() if name != "move"}


def _after_move(before: SlotTaskT, known: SlotTaskT, slots: Slots, today: date) -> SlotTaskT | None:
    """The search moved from what was shown; an hour said with it says more, unless it is one of those shown."""
    move, hold = slots.get("move"), before.seat.hold
    hours = {slots[name].value for name in ("time", "time_to", "time_from") if name in slots}
    if "date" not in slots:
        hours -= {hour_of(slot) for slot in before.seat.shown}
    days_say_it = "date_to" in slots and "time" not in slots  # "from the 14th on, later": the days are later
    if move is None or ((hours or days_say_it) and move.value in ("later", "earlier", "latest")):
        return None
    if move.value in RELATIVE_MOVES and isinstance(known, Change) and known.current is None:
        return known
    if move.value == "later" and hold is not None and "date" not in slots:  # later that day
        known = replace(known, search=within_day(known.search, hold.slot.starts_at.date()))
    current = known.current if isinstance(known, Change) else None
    shown = before.seat.shown or ((current.slot,) if current and move.value in RELATIVE_MOVES else ())
    moved = move_search(known, move.value, shown, today)
    if "time" in slots and move.value in RELATIVE_MOVES:  # "the day after, at the same time"
        moved = replace(moved, search=replace(moved.search, time=slots["time"].value))
    return moved


def _at_same_hour(task: SlotTask, slots: Slots) -> Slots:
    """With the hour of the slot held or of the appointment changed."""
    said, slot = slots.get("same_time"), task.seat.hold.slot if task.seat.hold else _changed(task)
    return {**slots, "time": replace(said, value=hour_of(slot))} if said and slot else slots


def _changed(task: SlotTask) -> Slot | None:
    """The slot of the appointment that is changed."""
    return task.current.slot if isinstance(task, Change) and task.current else None


def _in_week_of(slots: Slots, task: SlotTask) -> Slots:
    """A weekday said alone is one of the week of the first day on offer, or else of the appointment that is changed:
    "better on Thursday"; with "the week after", of the next one.
    """
    move = slots["move"].value if "move" in slots else None
    slot = _counted_from(task) if move == "weekday_after" else next(iter(task.seat.shown), _changed(task))
    if "date" not in slots or "date_to" in slots or slot is None or not _are_bare(slots):
        return slots
    spoken_of = slot.starts_at.date()
    moved = {
        name: max(day, spoken_of)
        if task.seat.shown and move not in ("next_week", "weekday_after") and day.weekday() == spoken_of.weekday()
        else weekday_counted(day, spoken_of, move)
        for name, day in _single_days(slots).items()
    }
    return {**slots, **{name: replace(slots[name], value=day.isoformat()) for name, day in moved.items()}}


def _with_offered_denied(slots: Slots, task: SlotTask) -> Slots:
    """A weekday that will not do is also that of what is on offer, though the next one to come is a week later."""
    never = slots.get("date_not")
    days = [date.fromisoformat(one) for one in never.value.split()] if never else []
    if never is None or not days or not is_bare_weekday(never.text, days[0]):
        return slots
    offered = {slot.starts_at.date() for slot in task.seat.shown}
    both = sorted({*days, *(day for day in offered if day.weekday() == days[0].weekday())})
    return {**slots, "date_not": replace(never, value=" ".join(day.isoformat() for day in both))}


def _counted_from(task: SlotTask) -> Slot | None:
    """The slot that "the Monday after" counts from: the one held, the one changed, or the first one on offer."""
    hold = task.seat.hold
    return hold.slot if hold else _changed(task) or next(iter(task.seat.shown), None)


def _single_days(slots: Slots) -> dict[SlotName, date]:
    return {name: date.fromisoformat(slots[name].value) for name in _SINGLE_DAYS if name in slots}


def _are_bare(slots: Slots) -> bool:
    """Whether the days said are weekdays alone, or counted from another day."""
    counted = "move" in slots and slots["move"].value == "weekday_after"
    return counted or all(is_bare_weekday(slots[name].text, day) for name, day in _single_days(slots).items())


def _numbered(task: SlotTask, slots: Slots, today: date) -> date | None:
    """A number that is none of the offers is the number of a day."""
    number = slots.get("option") or slots.get("number")
    if task.question not in ("option", "what_change") or number is None or not number.value.isdigit():
        return None
    if any(name in slots for name in MOMENT):
        return None
    days = (today + timedelta(days=ahead) for ahead in range(MONTHS_AHEAD))
    return next((day for day in days if day.day == int(number.value)), None)


def _channel(task: SlotTaskT, slots: Slots) -> SlotTaskT:
    said = slots.get("channel")
    meant = next((channel for channel in CHANNELS if said is not None and said.value == channel), None)
    refused = slots.get("channel_not")
    if meant is None and refused is not None and refused.value == task.search.channel:
        meant = "phone" if task.search.channel == "in_person" else "in_person"
    if meant is None or meant == task.search.channel:
        return task
    return search_on(task, replace(task.search, channel=meant))


def _moment(task: SlotTaskT, slots: Slots) -> SlotTaskT:
    slots = _without_vague_days(task, slots)
    if not any(name in slots for name in MOMENT) or _is_held(task, slots):
        return task
    day, part = slots.get("date"), slots.get("part_of_day")
    search = replace(_hours(_days(task.search, slots), slots), last_hours=False)
    only_hour = bool(_HOURS & slots.keys()) and not {"date", "date_not", "move"} & slots.keys()
    if only_hour and task.seat.hold is not None:  # "have you anything at 12:15?": on the day held
        search = within_day(search, task.seat.hold.slot.starts_at.date())
    if part is not None or day is not None or "time" in slots:
        search = replace(search, part_of_day=PARTS.get(part.value) if part and _is_part(slots, search) else None)
    if day is not None and "option" in slots and slots["option"].value == "1":
        search = replace(search, soonest=True)  # "the first one on Thursday"
    return search_on(task, _wished(search, named="date" in slots))


def _is_part(slots: Slots, search: SlotSearch) -> bool:
    """Whether the part of the day is wished, and not only that of the hour said: "from twelve on"."""
    implied = "time" in slots and slots["part_of_day"].start == slots["time"].start
    return search.time is None and not implied


def _is_held(task: SlotTask, slots: Slots) -> bool:
    """Whether the day or the hour only say again which slot is held: "I just want that of the 9th"."""
    hold = task.seat.hold
    again = hold is not None and hold.slot.channel == task.search.channel and matches(hold.slot, slots)
    return (
        again
        and not {"date_not", "time_not"} & slots.keys()
        and "move" not in slots
        and task.question not in ("confirm", "what_change")
    )


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
    search = replace(search, any_week=first == last and other is None and is_bare_weekday(day.text, first))
    if other is not None:
        return on_days(replace(search, not_on=excluded), (first, date.fromisoformat(other.value)))
    return replace(search, not_before=first, not_after=last, not_on=excluded)


def _hours(search: SlotSearch, slots: Slots) -> SlotSearch:
    """An exact hour, or hours between which it may be, without those ruled out."""
    time, until, never = slots.get("time"), slots.get("time_to"), slots.get("time_not")
    if never is not None:
        not_at = tuple(sorted({*search.not_at, *never.value.split()}))
        search = replace(search, not_at=not_at, time=None if search.time in not_at else search.time)
    if until is not None:
        return replace(search, time=None, earliest=time.value if time else None, latest=until.value)
    if "time_from" in slots:
        return replace(search, time=None, earliest=slots["time_from"].value, latest=None)
    bounded = search.earliest or search.latest  # "from eleven on" is of another day too
    if time is None and "part_of_day" not in slots and (bounded or "date" not in slots):
        return search
    exact = time.value if time else None
    if time is None and "part_of_day" not in slots:  # another day: the hour that was named stays
        exact = search.wished_time if search.wished_time not in search.not_at else None
    search = replace(search, not_at=tuple(one for one in search.not_at if one != exact))
    return replace(search, time=exact, wished_time=exact, earliest=None, latest=None)


def _place(task: SlotTaskT, slots: Slots) -> SlotTaskT:
    """A new place empties the office; the caller looks the nearest one up. A day already agreed stays."""
    if not any(name in slots for name in PLACE_SLOTS):
        return task
    search = task.search
    if task.seat.hold is not None:
        search = within_day(search, task.seat.hold.slot.starts_at.date())
    near = None if "town_or" in slots else said_place(slots) or search.near
    return search_on(task, replace(search, office_id=None, near=near, time=search.time or search.wished_time))
