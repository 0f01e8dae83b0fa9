"""Find the next thing a task lacks, looking up offices and slots on the way, until it can be read back."""

from dataclasses import replace

from agents.phrases.message import Message
from agents.reception.booking.ask import office_name, slot_words
from agents.reception.booking.identify import identify
from agents.reception.booking.nearby import place_of
from agents.reception.booking.place_in_line import take_up
from agents.reception.booking.search import at_time, first_free, is_settled
from agents.reception.booking.step import Step
from agents.reception.booking.waiting import wait
from agents.reception.deps import Deps
from agents.reception.task import Task
from agents.routing.reasons import body_name
from agents.routing.rules import managed_elsewhere
from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.appointments.book import Asker, Slot
from tools.errors import SlotTaken, TooManyHolds, UnknownSlot
from tools.offices.choice import office_for
from tools.offices.offices import Office
from tools.places.places import Place
from tools.reading.identities.repair import readable_document
from tools.reading.slots import SlotName

PLACE_SLOTS: tuple[SlotName, ...] = ("postcode", "municipality", "province")


class Advance:
    """One turn's progress of a task. ``holder`` identifies the conversation to the appointment book."""

    def __init__(self, deps: Deps, language: Language, reading: Reading, holder: str) -> None:
        self._deps, self._language, self._reading, self._holder = deps, language, reading, holder

    async def run(self, task: Task) -> Step:
        """The task waiting on what it lacks first. Raises ToolUnavailable."""
        if task.kind in ("accept", "leave"):
            return await self._take_up(task)
        if task.kind != "book" and task.current is None:
            return await self._identify(task)
        if task.kind == "cancel":
            return Step(replace(task, waiting="confirm"))
        if task.kind == "book" and task.service is None:
            return Step(replace(task, waiting="need", near=self._said_place() or task.near))
        located = self._locate(task)
        if located.task.office_id is None:
            return located
        if task.queues:
            return await self._wait(located.task)
        return await self._settle_on_slot(located)

    async def _settle_on_slot(self, located: Step) -> Step:
        """Offers, or a seat held and what is still missing to read it back."""
        chosen = await self._choose(located.task)
        if chosen.task.hold is None:
            return Step(chosen.task, located.notices + chosen.notices, chosen.ended)
        return self._complete(chosen.task, located.notices + chosen.notices)

    async def _identify(self, task: Task) -> Step:
        """The appointment first; then the change or the cancellation goes on, with what was already said of it."""
        step = await identify(task, self._reading, self._language, self._deps, self._holder)
        found = step.task.current
        if found is None:
            return replace(step, notices=(*self._document_notice(), *step.notices), replies=self._repairs())
        if task.kind == "cancel" or task.not_before is not None or task.hold is not None:
            return await self.run(step.task)
        when = slot_words(self._deps, self._language, found.slot)
        office = office_name(self._deps, self._language, found.slot.office_id)
        onwards = await self.run(step.task)
        return Step(onwards.task, (self._say("change-current", when=when, office=office), *onwards.notices))

    async def _take_up(self, task: Task) -> Step:
        """A place on the waiting list: the seat offered is booked as any other."""
        step = await take_up(task, self._language, self._deps)
        if step.task.kind in ("book", "change"):
            onwards = await self.run(step.task)
            return replace(onwards, notices=(*step.notices, *onwards.notices))
        return replace(step, notices=(*self._document_notice(), *step.notices), replies=self._repairs())

    async def _wait(self, task: Task) -> Step:
        """To the waiting list; or, when there is nothing to wait for, on with the search."""
        step = await wait(task, self._reading, self._language, self._deps)
        if step.task.queues:
            return replace(step, notices=(*self._document_notice(), *step.notices), replies=self._repairs())
        return await self._settle_on_slot(step)

    def _locate(self, task: Task) -> Step:
        if task.office_id is not None:
            return Step(task)
        if "postcode_invalid" in self._reading.slots:
            return Step(replace(task, waiting="place"), (self._say("book-place-unknown"),))
        near = self._said_place() or task.near
        if near is None:
            return Step(replace(task, waiting="place"))
        place = place_of(self._deps.places, *near)
        if (other := self._elsewhere(task, place)) is not None:
            return Step(task, (other,), ended=True)
        office = self._office(task, place)
        if office is None:
            return Step(replace(task, waiting="place", near=None), (self._say("book-no-office"),))
        return Step(replace(task, office_id=office.id, near=near))

    def _office(self, task: Task, place: Place) -> Office | None:
        """The office of the place; one without the channel wished is better than none: other channels are offered."""
        offices, service = self._deps.offices.values(), task.service or "general"
        return office_for(offices, place, service, task.channel) or office_for(offices, place, service)

    def _said_place(self) -> tuple[SlotName, str] | None:
        """The most exact place of this turn."""
        slots = self._reading.slots
        return next(((name, slots[name].value) for name in PLACE_SLOTS if name in slots), None)

    def _elsewhere(self, task: Task, place: Place) -> Message | None:
        """In some provinces another administration manages the need: who, instead of a useless appointment."""
        need = self._deps.catalogue[task.need] if task.need else None
        elsewhere = managed_elsewhere(need, place.province.code)
        if elsewhere is None:
            return None
        body = body_name(elsewhere.body, self._deps.phrases, self._language)
        return self._deps.phrases.message(self._language, "referral", "answer-other-body", body=body)

    async def _choose(self, task: Task) -> Step:
        """Hold the slot meant, or offer the first ones that fit. A document given later makes the hold its person's."""
        if task.hold is not None:
            known = task.document in (None, task.held_for)
            return Step(task) if known else await self._hold(task, task.hold.slot)
        if len(task.offers) == 1 and task.time is not None:
            return await self._hold(task, task.offers[0])
        if "date_past" in self._reading.slots:
            step = await self._offer(replace(task, not_before=None, not_after=None))
            return Step(step.task, (self._say("book-date-past"),))
        if task.time is not None:
            exact = await at_time(self._deps.book, task)
            if exact is not None:
                return await self._hold(task, exact)
        return await self._offer(task)

    async def _hold(self, task: Task, slot: Slot) -> Step:
        try:
            hold = await self._deps.book.hold(slot.id, self._holder, Asker(task.document, self._deps.origin))
        except TooManyHolds:
            return Step(replace(task, hold=None), (self._say("problem-too-many-holds-do"),), ended=True)
        except (SlotTaken, UnknownSlot):
            step = await self._offer(replace(task, offers=(), time=None, soonest=False), choose=True)
            return Step(step.task, (self._say("book-slot-taken"),))
        return Step(replace(task, hold=hold, held_for=task.document, offers=()))

    async def _offer(self, task: Task, *, choose: bool = False) -> Step:
        """The first free slots; when the wish cannot be met, the nearest ones, saying so.

        A wish that leaves little to choose is met with the first that fits, unless it is for the citizen to ``choose``.
        """
        task = replace(task, waiting="option", hold=None)
        book = self._deps.book
        offers = await first_free(book, task)
        if offers and is_settled(task) and not choose:
            return await self._hold(task, offers[0])
        if offers or not _narrow(task):
            return Step(replace(task, offers=tuple(offers)))
        wider = replace(task, not_after=None, part_of_day=None, earliest=None, latest=None)
        near = await first_free(book, wider)
        if not near:  # later than appointments are given yet: the first ones there are
            wider = replace(wider, not_before=None, not_on=())
            near = await first_free(book, wider)
        if not near:
            return Step(replace(task, offers=()))
        return Step(replace(wider, offers=tuple(near)), (await self._why_not(task),))

    async def _why_not(self, task: Task) -> Message:
        """That day is closed, that part of the day is never free there, or those days are full."""
        office, day = self._deps.offices.get(task.office_id or ""), task.not_before
        if office and day and day == task.not_after and not self._deps.calendar.is_open(office, day):
            return self._say("book-date-closed")
        any_day = replace(task, not_before=None, not_after=None, not_on=(), earliest=None, latest=None)
        never = task.part_of_day is not None and not await first_free(self._deps.book, any_day)
        key = f"book-no-slots-{task.part_of_day}" if never else "book-no-slots-range"
        return self._say(key, office=office_name(self._deps, self._language, task.office_id or ""))

    def _complete(self, task: Task, notices: tuple[Message, ...]) -> Step:
        notices = (*notices, *self._document_notice())
        if task.kind == "book" and task.document is None:
            return Step(replace(task, waiting="document"), notices, replies=self._repairs())
        if task.kind == "book" and task.channel == "phone" and task.phone is None:
            return Step(replace(task, waiting="phone"), notices)
        return Step(replace(task, waiting="confirm"), notices)

    def _document_notice(self) -> tuple[Message, ...]:
        """What is wrong with the document said: candidates are offered, none is taken for it."""
        if repairs := self._repairs():
            return (self._say("book-document-repair", documents=", ".join(repairs)),)
        for name, key in (("document_invalid", "book-document-invalid"), ("document_part", "book-document-part")):
            if name in self._reading.slots:
                return (self._say(key),)
        return ()

    def _repairs(self) -> tuple[str, ...]:
        repair = self._reading.slots.get("document_repair")
        return tuple(readable_document(one) for one in repair.value.split(",")) if repair else ()

    def _say(self, key: str, **values: str) -> Message:
        return self._deps.phrases.message(self._language, "notice", key, **values)


def _narrow(task: Task) -> bool:
    """Whether the search leaves some days or hours out."""
    return bool(task.not_before or task.not_after or task.part_of_day or task.earliest or task.latest or task.not_on)
