"""Finds the appointment by locator and document, or by the document and the phone given when it was booked."""

from dataclasses import dataclass, replace
from typing import TypeVar

from agents.phrases.message import Message
from agents.reception.booking.booking_step import Step
from agents.reception.tasks.task import Cancellation, Change, Reference, ReferenceQuestion
from agents.reception.turns.deps import Deps
from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.errors import AppointmentNotFound, ToolUnavailable, TooManyFinds

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
        try:
            appointments = await self._find(document, phone)
        except TooManyFinds:
            person, target = replace(task.person, phone=None), replace(reference, by_person=False)
            by_locator = replace(task, person=person, target=target, question="locator")
            return Step(by_locator, (self._say("person-too-many-finds"),))
        if len(appointments) == 1:
            return Step(_of(task, appointments[0]))
        if appointments:
            return Step(replace(task, target=replace(reference, choices=tuple(appointments)), question="which"))
        again = replace(task, person=replace(task.person, document=None, phone=None), question="locator")
        return Step(again, (self._say("person-not-found"),))

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


def _of(task: Identified, appointment: Appointment) -> Identified:
    """The task of an appointment that exists; a change looks for another slot in its office and channel."""
    if isinstance(task, Change):
        slot = appointment.slot
        task = replace(task, search=replace(task.search, office_id=slot.office_id, channel=slot.channel))
    return replace(task, target=appointment)
