"""Advances a task to its next missing value, looking up offices and slots, until it can be read back."""

from dataclasses import replace

from agents.phrases.message import Message
from agents.phrases.wording import date_words
from agents.reception.booking.booking_step import SlotTaskT, Step
from agents.reception.booking.chosen_offer import PARTS
from agents.reception.booking.free_slots import first_free, free_around, free_at_time, last_free, nearest_hours
from agents.reception.booking.identification import Identification
from agents.reception.booking.next_search import A_DAY, WEEK
from agents.reception.booking.task_office import find_office
from agents.reception.booking.task_question import by_channel, word_standing
from agents.reception.booking.turn_values import said_place
from agents.reception.booking.waiting_list import prepare_to_queue, take_up_place
from agents.reception.tasks.task import (
    AppointmentTask,
    Booking,
    Cancellation,
    Change,
    LineTask,
    SlotSearch,
    SlotTask,
    Task,
)
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import office_name, slot_words
from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.appointments.book import Asker
from tools.errors import SlotTaken, TooManyHolds, UnknownSlot
from tools.offices.slots import PartOfDay, Slot
from tools.reading.identities.repair import readable_document
from tools.reading.slots import SlotName

_MOST_WEEKS = 3
"""Weeks after the first in which a weekday is looked for."""
_HOURS: frozenset[SlotName] = frozenset({"time", "time_from", "time_to", "time_not", "part_of_day"})


class TaskProgress:
    """The progress of a task in one turn.

    ``holder`` identifies the conversation to the appointment book; ``origin``: where the turn comes from, if known.
    """

    def __init__(self, deps: Deps, language: Language, reading: Reading, holder: str, origin: str | None) -> None:
        self._deps, self._language, self._reading = deps, language, reading
        self._holder, self._origin = holder, origin

    async def run(self, task: Task) -> Step[Task]:
        """The task, waiting for its first missing value. Raises ToolUnavailable."""
        if isinstance(task, LineTask):
            return await self._take_up(task)
        if isinstance(task, AppointmentTask) and task.current is None:
            return await self._identify(task)
        if isinstance(task, Cancellation):
            return Step(replace(task, question="confirm"))
        if isinstance(task, Booking) and task.service is None:
            near = said_place(self._reading.slots) or task.search.near
            return Step(replace(task, question="need", search=replace(task.search, near=near)))
        return await self._find_slot(task)

    async def _find_slot(self, task: SlotTask) -> Step[Task]:
        located = find_office(task, self._reading, self._language, self._deps)
        if located.task.search.office_id is None:
            return located
        if isinstance(located.task, Booking) and located.task.queues:
            return await self._queue(located.task)
        settled = await self._settle_on_slot(located.task, located.notices)
        return replace(settled, replies=(*located.replies, *settled.replies))

    async def _settle_on_slot(self, task: SlotTask, notices: tuple[Message, ...]) -> Step[Task]:
        """Offers, or a held slot and the values still missing to read it back."""
        chosen = await self._choose(task)
        if chosen.task.seat.hold is None:
            told = (*notices, *self._document_notice(), *chosen.notices)
            return Step(chosen.task, told, chosen.ended, replies=self._repairs())
        return self._complete(chosen.task, notices + chosen.notices)

    async def _identify(self, task: AppointmentTask) -> Step[Task]:
        """The appointment first; then the change or the cancellation, with the values said before."""
        origin = self._origin or self._holder
        step = await Identification(self._deps, self._language, self._reading, origin).run(task)
        current = step.task.current
        if current is None:
            return self._about_document(step)
        if isinstance(step.task, Change) and step.task.looks:
            return Step(step.task, (word_standing(current, self._language, self._deps),), ended=True)
        onwards = await self.run(step.task)
        if not isinstance(step.task, Change) or step.task.search.not_before is not None or step.task.seat.hold:
            return onwards
        when = slot_words(self._deps, self._language, current.slot)
        office = office_name(self._deps, self._language, current.slot.office_id)
        key = by_channel("change-current", current.slot.channel)
        return replace(onwards, notices=(self._say(key, when=when, office=office), *onwards.notices))

    async def _take_up(self, task: LineTask) -> Step[Task]:
        """A place on the waiting list: the slot offered is booked as any other."""
        step = await take_up_place(task, self._language, self._deps)
        if isinstance(step.task, LineTask):
            return self._about_document(step)
        onwards = await self.run(step.task)
        return replace(onwards, notices=(*step.notices, *onwards.notices))

    async def _queue(self, task: Booking) -> Step[Task]:
        """The waiting list; or the search again when there is nothing to wait for."""
        step = await prepare_to_queue(task, self._reading, self._language, self._deps)
        if step.task.queues:
            return self._about_document(step)
        return await self._settle_on_slot(step.task, step.notices)

    def _about_document(self, step: Step[Task]) -> Step[Task]:
        return replace(step, notices=(*self._document_notice(), *step.notices), replies=self._repairs())

    async def _choose(self, task: SlotTaskT) -> Step[SlotTaskT]:
        """Hold the slot meant, or offer the first that fit. A document given later makes the hold its person's."""
        seat, search = task.seat, task.search
        if seat.hold is not None:
            known = task.person.document in (None, seat.held_for)
            return Step(task) if known else await self._hold(task, seat.hold.slot)
        if len(seat.offers) == 1 and search.time is not None:
            return await self._hold(task, seat.offers[0])
        if "date_past" in self._reading.slots:
            step = await self._offer(replace(task, search=replace(search, not_before=None, not_after=None)))
            return Step(step.task, (self._say("book-date-past"),))
        if search.time is not None:
            exact = await free_at_time(self._deps.book, task)
            if exact is not None:
                return await self._hold(task, exact)
            return await self._offer_around(task, search.time)
        return await self._offer(task)

    async def _offer_around(self, task: SlotTaskT, time: str) -> Step[SlotTaskT]:
        """The nearest to an hour that is not free: of the days wished, or else the nearest days."""
        task = _without_hold(replace(task, search=replace(task.search, time=None)))
        wider = replace(task, search=replace(task.search, part_of_day=None))
        near = await free_around(self._deps.book, wider, time)
        if not near and task.search.not_after is not None:  # those days are closed or full: the same hour on others
            other = replace(wider, search=replace(wider.search, not_after=None))
            near = await free_around(self._deps.book, other, time)
            if near:
                return Step(replace(other, seat=replace(task.seat, offers=tuple(near))), (await self._why_not(task),))
        if not near:
            return await self._offer(task)
        task = replace(wider, seat=replace(task.seat, offers=tuple(near)))
        if self._reading.slots.keys().isdisjoint(_HOURS):
            return Step(task)
        return Step(task, (await self._no_such_hour(task),))

    async def _no_such_hour(self, task: SlotTask) -> Message:
        """That hour is not free, or there is none in that part of the day here."""
        part = self._reading.slots.get("part_of_day")
        never = part is not None and not await first_free(self._deps.book, _at_any_time(task, PARTS.get(part.value)))
        key = f"book-no-slots-{part.value}" if never and part else "book-no-slots-time"
        return self._say(key, office=office_name(self._deps, self._language, task.search.office_id or ""))

    async def _hold(self, task: SlotTaskT, slot: Slot) -> Step[SlotTaskT]:
        document = task.person.document
        try:
            hold = await self._deps.book.hold(slot.id, self._holder, Asker(document, self._origin))
        except TooManyHolds:
            return Step(_without_hold(task), (self._say("problem-too-many-holds-do"),), ended=True)
        except (SlotTaken, UnknownSlot):
            search = replace(task.search, time=None, soonest=False)
            step = await self._offer(replace(task, search=search, seat=replace(task.seat, offers=())), choose=True)
            return Step(step.task, (self._say("book-slot-taken"),))
        return Step(replace(task, seat=replace(task.seat, hold=hold, held_for=document, offers=())))

    async def _offer(self, task: SlotTaskT, *, choose: bool = False) -> Step[SlotTaskT]:
        """The first free slots; when the wish cannot be met, the nearest ones, saying so.

        A wish that leaves little to choose is met with the first that fits, unless it is for the citizen to ``choose``.
        """
        task = _without_hold(task)
        book = self._deps.book
        offers = await first_free(book, task)
        if offers and not choose and _leaves_no_choice(task.search):
            return await self._hold(task, offers[0])
        if offers or not _is_narrow(task.search):
            return Step(replace(task, seat=replace(task.seat, offers=tuple(offers))))
        if (nearest := await self._at_other_hours(task)) is not None:
            return nearest
        told = await self._why_not(task)
        if (week_after := await self._weeks_later(task)) is not None:
            return replace(week_after, notices=(told,))
        search = replace(task.search, not_after=None, part_of_day=None, earliest=None, latest=None, not_at=())
        same_days = replace(task, search=replace(search, not_after=task.search.not_after))
        if task.search.part_of_day and (there := await first_free(book, same_days)):
            return Step(replace(same_days, seat=replace(task.seat, offers=tuple(there))), (told,), unmet=True)
        other_days = replace(task, search=replace(task.search, not_after=None))  # the hours wished stay wished
        if other := await first_free(book, other_days):
            return Step(replace(other_days, seat=replace(task.seat, offers=tuple(other))), (told,))
        return await self._offer_nearest(task, search, told)

    async def _weeks_later(self, task: SlotTaskT) -> Step[SlotTaskT] | None:
        """The same weekday of one of the next weeks, where any will do and the first is closed or full."""
        day = task.search.not_before
        if day is None or not task.search.any_week or day != task.search.not_after:
            return None
        for weeks in range(1, _MOST_WEEKS + 1):
            later = day + weeks * WEEK * A_DAY
            there = replace(task, search=replace(task.search, not_before=later, not_after=later))
            if offers := await first_free(self._deps.book, there):
                return Step(replace(there, seat=replace(task.seat, offers=tuple(offers))))
        return None

    async def _offer_nearest(self, task: SlotTaskT, search: SlotSearch, told: Message) -> Step[SlotTaskT]:
        """The first slots from the first day wished on, at any hour; later than the booking window, the last ones."""
        book = self._deps.book
        wider = replace(task, search=search)
        near = await first_free(book, wider)
        if not near:  # later than the booking window: offer the last slots there are
            wider = replace(task, search=replace(search, not_before=None))
            if last := await last_free(book, wider):
                office = office_name(self._deps, self._language, search.office_id or "")
                until = date_words(last[-1].starts_at.date(), self._language)
                too_far = self._say("book-too-far", until=until, office=office)
                days = replace(wider.search, not_before=last[0].starts_at.date())
                return Step(replace(wider, search=days, seat=replace(task.seat, offers=tuple(last))), (too_far,))
        if not near:
            return Step(replace(task, seat=replace(task.seat, offers=())))
        return Step(replace(wider, seat=replace(task.seat, offers=tuple(near))), (told,), unmet=True)

    async def _at_other_hours(self, task: SlotTaskT) -> Step[SlotTaskT] | None:
        """The nearest hours of the days wished, where only the hours wished are not free."""
        search = task.search
        hour = search.earliest or search.latest or next(iter(search.not_at), None)
        if hour is None or search.not_before is None or search.part_of_day is not None:
            return None
        wider = replace(task, search=replace(search, earliest=None, latest=None, not_at=()))
        near = await nearest_hours(self._deps.book, wider, hour)
        office = office_name(self._deps, self._language, search.office_id or "")
        told = self._say("book-no-slots-time", office=office)
        return Step(replace(wider, seat=replace(task.seat, offers=tuple(near))), (told,)) if near else None

    async def _why_not(self, task: SlotTask) -> Message:
        """Why nothing is free: the day is closed, that part of the day never opens, or those days are full."""
        search = task.search
        office, day = self._deps.offices.get(search.office_id or ""), search.not_before
        if office and day and day == search.not_after and not self._deps.calendar.is_open(office, day):
            return self._say("book-date-closed")
        never = search.part_of_day and not await first_free(self._deps.book, _at_any_time(task, search.part_of_day))
        hours = bool(search.earliest or search.latest) and not (search.not_before or search.not_after)
        key = f"book-no-slots-{search.part_of_day}" if never else f"book-no-slots-{'time' if hours else 'range'}"
        return self._say(key, office=office_name(self._deps, self._language, search.office_id or ""))

    def _complete(self, task: SlotTask, notices: tuple[Message, ...]) -> Step[Task]:
        notices = (*notices, *self._document_notice())
        if isinstance(task, Booking) and task.person.document is None:
            return Step(replace(task, question="document"), notices, replies=self._repairs())
        if isinstance(task, Booking) and task.search.channel == "phone" and task.person.phone is None:
            return Step(replace(task, question="phone"), notices)
        return Step(replace(task, question="confirm"), notices)

    def _document_notice(self) -> tuple[Message, ...]:
        """The fault of the document given; likely corrections are offered, none is assumed."""
        if repairs := self._repairs():
            return (self._say("book-document-repair", documents=", ".join(repairs)),)
        yes = "affirm" in self._reading.labels  # "sí, es ese" has the name of a letter in it
        for name, key in (("document_invalid", "book-document-invalid"), ("document_part", "book-document-part")):
            if name in self._reading.slots and not (yes and name == "document_part"):
                return (self._say(key),)
        return ()

    def _repairs(self) -> tuple[str, ...]:
        repair = self._reading.slots.get("document_repair")
        return tuple(readable_document(document) for document in repair.value.split(",")) if repair else ()

    def _say(self, key: str, **values: str) -> Message:
        return self._deps.phrases.message(self._language, "notice", key, **values)


def _without_hold(task: SlotTaskT) -> SlotTaskT:
    return replace(task, question="option", seat=replace(task.seat, hold=None))


def _at_any_time(task: SlotTask, part: PartOfDay | None) -> SlotTask:
    """The same search on any day and at any hour of that part of the day."""
    search = replace(
        task.search, not_before=None, not_after=None, not_on=(), not_at=(), earliest=None, latest=None,
        part_of_day=part,
    )  # fmt: skip
    return replace(task, search=search)


def _leaves_no_choice(search: SlotSearch) -> bool:
    """Whether the wish is for the soonest there is, or for a part of one day."""
    one_day = search.not_before is not None and search.not_before == search.not_after
    return search.soonest or (one_day and (search.part_of_day is not None or bool(search.earliest and search.latest)))


def _is_narrow(search: SlotSearch) -> bool:
    """Whether the search leaves some days or hours out."""
    hours = search.part_of_day or search.earliest or search.latest or search.not_at
    return bool(search.not_before or search.not_after or search.not_on or hours)
