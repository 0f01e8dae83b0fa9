"""Finds the appointment: by locator and document, by the document and the phone given when it was booked, or, where
no phone was given, by the document, the day and the office."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from agents.phrases.message import Message
from agents.reception.booking.booking_step import Step
from agents.reception.booking.free_slots import hour_of
from agents.reception.booking.next_search import week_after
from agents.reception.booking.task_office import place_of
from agents.reception.tasks.task import Cancellation, Change, Reference, ReferenceQuestion
from agents.reception.turns.deps import Deps
from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.errors import AppointmentNotFound, ToolUnavailable, TooManyFinds
from tools.places.places import Place

Identified = TypeVar("Identified", bound=Change | Cancellation)


@dataclass(frozen=True, slots=True)
class Identification:
    """Identifies the appointment of a task. ``origin``: where the turn comes from, which limits the attempts."""

    deps: Deps
    language: Language
    reading: Reading
    origin: str

    async def run(self, task: Identified) -> Step[Identified]:
        """The task with its appointment, or asking for the missing values: nothing is shown before it is identified.

        Raises ToolUnavailable.
        """
        reference, document = task.target, task.person.document
        if isinstance(reference, Appointment):
            return Step(task)
        if reference.by_visit and reference.locator is None:
            return await self._by_visit(task, reference)
        if reference.by_person and reference.locator is None:  # a write of unknown outcome may have arrived
            return await self._by_person(task, reference)
        if reference.locator is None:
            return Step(replace(task, question="locator"))
        if document is None:
            return Step(replace(task, question="document"))
        try:
            return Step(_of(task, await self.deps.book.find(reference.locator, document)))
        except AppointmentNotFound:
            person, target = replace(task.person, document=None), replace(reference, locator=None)
            again = replace(task, person=person, target=target, question="locator")
            return Step(again, (self._say("locator-not-found"),))

    async def _by_person(self, task: Identified, reference: Reference) -> Step[Identified]:
        if (picked := _picked(reference, self.reading)) is not None:
            return Step(_of(task, picked))
        document, phone = task.person.document, task.person.phone
        if document is None or phone is None:
            asks: ReferenceQuestion = "phone" if document else "document" if phone else "locator"
            return Step(replace(task, question=asks))
        if reference.tried == (document, phone):
            return Step(replace(task, question="locator"))
        try:
            appointments = await self._find(document, phone)
        except TooManyFinds:
            person, target = replace(task.person, phone=None), replace(reference, by_person=False)
            by_locator = replace(task, person=person, target=target, question="locator")
            return Step(by_locator, (self._say("person-too-many-finds"),))
        if appointments:
            return _one_of(task, reference, appointments)
        again = replace(task, target=replace(reference, tried=(document, phone)), question="locator")
        return Step(again, (self._say("person-not-found"),))

    async def _by_visit(self, task: Identified, reference: Reference) -> Step[Identified]:
        if (picked := _picked(reference, self.reading)) is not None:
            return Step(_of(task, picked))
        asks = replace(task, question="visit")
        document, day, near = task.person.document, reference.day, reference.near
        if document is None or day is None or near is None:
            return Step(asks)
        try:
            found = await self._find_visit(document, day, place_of(self.deps.places, *near))
        except TooManyFinds:
            return Step(asks, (self._say("person-too-many-finds"),))
        if found:
            return _one_of(task, reference, found)
        again = replace(asks, target=replace(reference, day=None, near=None))
        return Step(again, (self._say("visit-not-found"),))

    async def _find_visit(self, document: str, day: date, place: Place) -> list[Appointment]:
        """In the offices of the town, or else in those of its province."""
        people, finds = self.deps.people, self.deps.finds
        if people is None:
            raise ToolUnavailable("appointments are not found by person")
        if finds is not None:
            finds.check(self.origin, document)
        towns = {town.name for town in place.municipalities}
        offices = [one for one in self.deps.offices.values() if one.province == place.province.code]
        there = [one for one in offices if one.municipality in towns] or offices
        return [one for office in there for one in await people.find_by_visit(document, office.id, day)]

    async def _find(self, document: str, phone: str) -> list[Appointment]:
        if self.deps.people is None:
            raise ToolUnavailable("appointments are not found by person")
        if self.deps.finds is not None:
            self.deps.finds.check(self.origin, document)
        return await self.deps.people.find_by_person(document, phone)

    def _say(self, key: str) -> Message:
        return self.deps.phrases.message(self.language, "notice", key)


def _picked(reference: Reference, reading: Reading) -> Appointment | None:
    option, choices = reading.slots.get("option"), reference.choices
    if option is None or not option.value.isdigit() or not 1 <= int(option.value) <= len(choices):
        return None
    return choices[int(option.value) - 1]


def _one_of(task: Identified, reference: Reference, found: Sequence[Appointment]) -> Step[Identified]:
    """The task of the one that was found, or asking which of them."""
    if len(found) == 1:
        return Step(_of(task, found[0]))
    return Step(replace(task, target=replace(reference, choices=tuple(found)), question="which"))


def _of(task: Identified, appointment: Appointment) -> Identified:
    """The task of an appointment that exists; a change looks in its channel and office, unless a place was said."""
    if isinstance(task, Change):
        slot, search = appointment.slot, task.search
        day = slot.starts_at.date()
        if search.week_after:
            search = week_after(replace(search, week_after=False), day)
        elif (search.not_before, search.not_after) == (day, day) and search.time is None:
            search = replace(search, not_before=None, not_after=None)  # the day that was named is that of this one
        if search.same_time:
            search = replace(search, same_time=False, time=hour_of(slot), wished_time=hour_of(slot))
        office_id = slot.office_id if search.near is None else None
        task = replace(task, search=replace(search, office_id=office_id, channel=slot.channel))
    return replace(task, target=appointment)
