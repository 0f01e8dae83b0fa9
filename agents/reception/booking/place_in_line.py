"""A place on the waiting list, by its code and document: the seat offered to it, or leaving it."""

from dataclasses import replace

from agents.phrases.message import Message
from agents.phrases.wording import moment_words
from agents.reception.booking.ask import office_name, slot_office
from agents.reception.booking.step import Step
from agents.reception.deps import Deps
from agents.reception.task import Task
from knowledge.languages import Language
from tools.appointments.book import Hold
from tools.errors import AppointmentNotFound, TicketNotFound
from tools.waiting.waiting_list import Ticket


async def take_up(task: Task, language: Language, deps: Deps) -> Step:
    """The booking of the seat offered, the place to leave, or how things stand. Raises ToolUnavailable.

    Nothing of a place is shown before its code and its document.
    """
    assert deps.waiting_list is not None
    if task.locator is None:
        return Step(replace(task, waiting="locator"))
    if task.document is None:
        return Step(replace(task, waiting="document"))
    try:
        ticket = await deps.waiting_list.find(task.locator, task.document)
    except TicketNotFound:
        if task.kind == "accept" and (change := await _appointment(task, deps)) is not None:
            return Step(change)
        again = replace(task, locator=None, document=None, waiting="locator")
        return Step(again, (deps.phrases.message(language, "notice", "ticket-not-found"),))
    if task.kind == "leave" and ticket.status in ("waiting", "offered"):
        return Step(replace(task, office_id=ticket.query.office_id, waiting="confirm"))
    if task.kind == "accept" and ticket.offer is not None and ticket.offer.expires_at > deps.clock():
        offered = deps.phrases.message(
            language, "notice", "ticket-offered", until=until_words(ticket.offer, language, deps)
        )
        return Step(_booking(task, ticket, ticket.offer), (offered,))
    return Step(task, (_as_it_stands(ticket, language, deps),), ended=True)


async def _appointment(task: Task, deps: Deps) -> Task | None:
    """The code may be an appointment's locator: both look the same."""
    try:
        found = await deps.book.find(task.locator or "", task.document or "")
    except AppointmentNotFound:
        return None
    return Task("change", locator=found.locator, document=task.document)


def until_words(offer: Hold, language: Language, deps: Deps) -> str:
    """When the offer ends, in office time."""
    until = offer.expires_at.astimezone(offer.slot.starts_at.tzinfo)
    return moment_words(deps.phrases, language, until, slot_office(deps, offer.slot))


def _booking(task: Task, ticket: Ticket, offer: Hold) -> Task:
    """Accepting is booking the seat offered: read back, confirmed and written as any other."""
    return Task(
        "book", need=ticket.need, service=ticket.query.service, channel=ticket.query.channel,
        office_id=offer.slot.office_id, hold=offer, offered=offer.id, document=task.document, held_for=task.document,
        phone=task.phone, locator=task.locator, for_other=task.for_other, told=("online",),
    )  # fmt: skip


def _as_it_stands(ticket: Ticket, language: Language, deps: Deps) -> Message:
    if ticket.status == "waiting":
        office = office_name(deps, language, ticket.query.office_id)
        return deps.phrases.message(language, "notice", "ticket-waiting", position=str(ticket.position), office=office)
    return deps.phrases.message(language, "notice", f"ticket-{'over' if ticket.status == 'offered' else ticket.status}")
