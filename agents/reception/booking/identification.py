"""Finds an appointment by its document and whatever else is known: the locator, the phone that was given, or the day
and the town of the office."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from agents.phrases.message import Message
from agents.reception.booking.booking_step import Step
from agents.reception.booking.free_slots import hour_of
from agents.reception.booking.next_search import counted_from, on_day
from agents.reception.booking.task_office import place_of
from agents.reception.tasks.task import Cancellation, Change, Reference, ReferenceQuestion, Relative, SlotSearch
from agents.reception.turns.deps import Deps
from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.errors import AppointmentNotFound, ToolUnavailable, TooManyFinds
from tools.offices.slots import Slot
from tools.places.places import Place
from tools.reading.slots import SlotName

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
        if (picked := _picked(reference, self.reading)) is not None:
            return Step(self._of(task, picked))
        if document is None:
            return Step(_asking(task, reference))
        if reference.locator is not None:
            return await self._by_locator(task, reference, reference.locator, document)
        return await self._search(task, reference, document)

    async def _search(self, task: Identified, reference: Reference, document: str) -> Step[Identified]:
        """Every way that is known and was not tried. Raises ToolUnavailable."""
        told = ""
        for key, way in _ways(task, reference) if self.deps.people else ():
            attempt = _digest(document, *map(str, way))
            if attempt in reference.tried:
                told = told or ("visit-tried" if key == "visit-not-found" else "")
                continue
            try:
                found = await self._find(document, way)
            except TooManyFinds:
                person, target = replace(task.person, phone=None), replace(_forgotten(reference), by_person=False)
                stopped = replace(task, person=person, target=target, question="locator")
                return Step(stopped, (self._say("person-too-many-finds"),))
            if found:
                return self._one_of(task, reference, found)
            told, reference = key, replace(reference, tried=(*reference.tried, attempt))
        if not told or (told != "person-not-found" and not _is_by_visit(task, reference)):
            return Step(_asking(task, reference))
        task = replace(task, target=replace(reference, by_person=True, by_visit=True), question="visit")
        if isinstance(task, Change):  # the day and the town were those of the appointment
            search = replace(task.search, not_before=None, not_after=None, near=None)
            task = replace(task, search=search if reference.days else task.search)
        return Step(task, (self._say(told),))

    async def _by_locator(
        self, task: Identified, reference: Reference, locator: str, document: str
    ) -> Step[Identified]:
        try:
            return Step(self._of(task, await self.deps.book.find(locator, document)))
        except AppointmentNotFound:
            person, target = replace(task.person, document=None), replace(reference, locator=None)
            again = replace(task, person=person, target=target, question="locator")
            return Step(again, (self._say("locator-not-found"),))

    async def _find(self, document: str, way: tuple[str] | tuple[date, SlotName, str]) -> list[Appointment]:
        """The appointments found that way. Raises TooManyFinds, ToolUnavailable."""
        people, finds = self.deps.people, self.deps.means.finds
        if people is None:
            raise ToolUnavailable("appointments are not found by person")
        if finds is not None:
            finds.check(self.origin, document)
        if len(way) == 1:
            return await people.find_by_person(document, way[0])
        day, name, place = way
        offices = self._offices(place_of(self.deps.places, name, place))
        return [one for office in offices for one in await people.find_by_visit(document, office, day)]

    def _offices(self, place: Place) -> list[str]:
        """Those of the town, or else those of its province."""
        towns = {town.name for town in place.municipalities}
        offices = [one for one in self.deps.offices.values() if one.province == place.province.code]
        return [one.id for one in offices if one.municipality in towns] or [one.id for one in offices]

    def _say(self, key: str) -> Message:
        return self.deps.phrases.message(self.language, "notice", key)

    def _one_of(self, task: Identified, reference: Reference, found: Sequence[Appointment]) -> Step[Identified]:
        """The task of the one that was found, or asking which of them."""
        if len(found) == 1:
            return Step(self._of(task, found[0]))
        return Step(replace(task, target=replace(reference, choices=tuple(found)), question="which"))

    def _of(self, task: Identified, appointment: Appointment) -> Identified:
        """The task of an appointment that exists; a change looks in its channel and office, unless another place was
        said. The day and the place that it was found by are no wishes.
        """
        if isinstance(task, Change):
            slot, search = appointment.slot, _resolved(task.search, appointment.slot)
            if search.near is not None and slot.office_id in self._offices(place_of(self.deps.places, *search.near)):
                search = replace(search, near=None)
            office_id = slot.office_id if search.near is None else None
            task = replace(task, search=replace(search, office_id=office_id, channel=slot.channel))
        return replace(task, target=appointment)


def _resolved(search: SlotSearch, slot: Slot) -> SlotSearch:
    """The search with what was said of an appointment before it was found: "the day after", "on Friday", "at nine"."""
    day, hour, relative = slot.starts_at.date(), hour_of(slot), search.relative
    own_hour = search.time in (None, hour)
    counted = counted_from(search, day)
    if counted != search:
        search = counted
    elif (search.not_before, search.not_after) == (day, day) and own_hour:
        search = replace(search, not_before=None, not_after=None, time=None, wished_time=None)
    elif search.not_before is None and search.time is not None and own_hour:  # the hour that it was told by
        search = replace(search, time=None, wished_time=None)
    elif search.not_before is None and search.time is not None and day not in search.not_on:  # "at nine instead"
        search = on_day(search, day)
    if relative.same_time:
        search = replace(search, time=hour, wished_time=hour)
    return replace(search, relative=Relative())


def _picked(reference: Reference, reading: Reading) -> Appointment | None:
    option, choices = reading.slots.get("option"), reference.choices
    if option is None or not option.value.isdigit() or not 1 <= int(option.value) <= len(choices):
        return None
    return choices[int(option.value) - 1]


def _ways(
    task: Change | Cancellation, reference: Reference
) -> Iterator[tuple[str, tuple[str] | tuple[date, SlotName, str]]]:
    """By the phone, or by each day and the place, as far as they are known; and what is said when it finds nothing."""
    if task.person.phone is not None:
        yield "person-not-found", (task.person.phone,)
    if reference.near is not None:
        yield from (("visit-not-found", (day, *reference.near)) for day in reference.days)


def _is_by_visit(task: Change | Cancellation, reference: Reference) -> bool:
    """Whether the day and the place said are surely those of the appointment, and no wish for another."""
    return reference.by_person or reference.by_visit or isinstance(task, Cancellation) or task.looks


def _asking(task: Identified, reference: Reference) -> Identified:
    """The task asking for what is missing; who told day and place is asked for no more than the document."""
    question = _missing(task, reference)
    target = replace(reference, by_visit=reference.by_visit or question == "visit")
    return replace(task, target=target, question=question)


def _forgotten(reference: Reference) -> Reference:
    """Without the day and the place that found none."""
    return replace(reference, by_visit=False, days=(), near=None)


def _digest(*values: str) -> str:
    """Nothing that was given stays in words."""
    return hashlib.blake2b(" ".join(values).encode(), digest_size=8).hexdigest()


def _missing(task: Change | Cancellation, reference: Reference) -> ReferenceQuestion:
    """The first question whose answer helps to find it."""
    document, phone = task.person.document, task.person.phone
    if document is None and (reference.locator or phone):
        return "document"
    told = bool(reference.days), reference.near is not None
    if reference.by_visit or (all(told) and document is None) or (any(told) and reference.by_person):
        return "visit"
    return "phone" if document and reference.by_person else "locator"
