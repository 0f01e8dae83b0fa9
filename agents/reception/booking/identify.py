"""Which appointment is meant: by locator and document, or by the document and the phone given when it was booked."""

from dataclasses import replace

from agents.reception.booking.step import Step
from agents.reception.deps import Deps
from agents.reception.task import Task
from agents.understanding.reading import Reading
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.errors import AppointmentNotFound, TooManyFinds


async def identify(task: Task, reading: Reading, language: Language, deps: Deps, holder: str) -> Step:
    """The task with its appointment, or waiting for what names it: nothing of one is shown before.

    ``holder`` is the conversation: it stands for an origin that is not known. Raises ToolUnavailable.
    """
    if task.by_person and task.locator is None:  # it may turn up after all
        return await _by_person(task, reading, language, deps, deps.origin or holder)
    if task.locator is None:
        return Step(replace(task, waiting="locator"))
    if task.document is None:
        return Step(replace(task, waiting="document"))
    try:
        return Step(known(task, await deps.book.find(task.locator, task.document)))
    except AppointmentNotFound:
        again = replace(task, locator=None, document=None, waiting="locator")
        return Step(again, (deps.phrases.message(language, "notice", "locator-not-found"),))


async def _by_person(task: Task, reading: Reading, language: Language, deps: Deps, origin: str) -> Step:
    if (picked := _picked(task, reading)) is not None:
        return Step(known(task, picked))
    if task.document is None and task.phone is None:
        return Step(replace(task, waiting="locator"))
    if task.document is None:
        return Step(replace(task, waiting="document"))
    if task.phone is None:
        return Step(replace(task, waiting="phone"))
    try:
        found = await _found(task.document, task.phone, deps, origin)
    except TooManyFinds:
        by_locator = replace(task, by_person=False, phone=None, waiting="locator")
        return Step(by_locator, (deps.phrases.message(language, "notice", "person-too-many-finds"),))
    if len(found) == 1:
        return Step(known(task, found[0]))
    if found:
        return Step(replace(task, waiting="which", choices=tuple(found)))
    again = replace(task, document=None, phone=None, waiting="locator")
    return Step(again, (deps.phrases.message(language, "notice", "person-not-found"),))


async def _found(document: str, phone: str, deps: Deps, origin: str) -> list[Appointment]:
    assert deps.people is not None
    if deps.finds is not None:
        deps.finds.check(origin, document)
    return await deps.people.find_by_person(document, phone)


def _picked(task: Task, reading: Reading) -> Appointment | None:
    option = reading.slots.get("option")
    if option is None or not option.value.isdigit() or not 1 <= int(option.value) <= len(task.choices):
        return None
    return task.choices[int(option.value) - 1]


def known(task: Task, found: Appointment) -> Task:
    """The task of an appointment that exists: its matter, its office, its channel."""
    return replace(
        task, current=found, locator=found.locator, need=found.need, service=found.service,
        office_id=found.slot.office_id, channel=found.slot.channel, choices=(),
    )  # fmt: skip
