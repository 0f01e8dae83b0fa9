"""The waiting list of a booking: joining it, the slot offered to a place in line, and leaving it."""

import hashlib
from dataclasses import asdict, replace
from datetime import timedelta

from agents.phrases.message import Message
from agents.phrases.wording import moment_words
from agents.reception.booking.booking_step import Step
from agents.reception.booking.free_slots import slot_query
from agents.reception.tasks.task import (
    Acceptance,
    Attendee,
    Booking,
    Change,
    Leaving,
    LinePlace,
    LineTask,
    Reference,
    Seat,
    SlotSearch,
    Task,
)
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import office_name, slot_office
from agents.understanding.reading import Reading
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.book import Appointment, AppointmentBook
from tools.errors import AppointmentNotFound, TicketNotFound, ToolUnavailable
from tools.offices.slots import Hold, SlotQuery
from tools.waiting.waiting_list import Ticket, WaitingList, WaitRequest

A_DAY = timedelta(days=1)
AWAITED: frozenset[Channel] = frozenset({"in_person", "phone"})
"""Channels with a waiting list: rooms for video calls are kept elsewhere."""


def waiting_list_of(deps: Deps) -> WaitingList:
    """The waiting list. Raises ToolUnavailable where there is none, as when it was removed meanwhile."""
    if deps.waiting_list is None:
        raise ToolUnavailable("there is no waiting list")
    return deps.waiting_list


async def prepare_to_queue(task: Booking, reading: Reading, language: Language, deps: Deps) -> Step[Booking]:
    """Asks for the values that the waiting list still needs, until all can be read back. Raises ToolUnavailable.

    It holds no seat meanwhile. When nothing sooner is ever given there is nothing to wait for: the search goes on.
    """
    if task.search.channel not in AWAITED:
        return Step(task.searching(), (deps.phrases.message(language, "notice", "waiting-list-none"),))
    awaited = await _awaited(task, deps)
    if awaited is None:
        return Step(task.searching(), (deps.phrases.message(language, "notice", "waiting-list-nothing-sooner"),))
    line = LinePlace(awaited, task.line.attempt if task.line else deps.new_id())
    seat = replace(task.seat, hold=None)
    if task.person.document is None:
        return Step(replace(task, line=line, seat=seat, question="document"))
    if task.person.email is None:
        told = (
            (deps.phrases.message(language, "notice", "waiting-list-email-only"),) if "phone" in reading.slots else ()
        )
        return Step(replace(task, line=line, seat=seat, question="email"), told)
    return Step(replace(task, line=line, seat=seat, question="confirm"))


async def _awaited(task: Booking, deps: Deps) -> SlotQuery | None:
    """The slots wished, up to the day before the first free one: later slots need no waiting."""
    asked = await _not_free(deps.book, replace(slot_query(task, 1), **asdict(task.search.wish)))
    if asked.not_after is None:
        return asked
    first = max(asked.not_before or asked.not_after, deps.clock.today())
    return asked if first <= asked.not_after else None


async def _not_free(book: AppointmentBook, asked: SlotQuery) -> SlotQuery:
    free = await book.availability(asked)
    return replace(asked, not_after=free[0].starts_at.date() - A_DAY) if free else asked


def wait_request(task: Booking, line: LinePlace, conversation_id: str, language: Language, deps: Deps) -> WaitRequest:
    """The request to the waiting list of a booking that was read back: the same booking gives the same key."""
    document, email = task.person.document, task.person.email
    seed = f"{conversation_id}|{line.attempt}|{line.query}|{document}|{email}"
    return WaitRequest(
        query=line.query,
        need=task.need or deps.administration.appointment_need,
        document=document or "",
        key=hashlib.sha256(seed.encode()).hexdigest(),
        language=language,
        email=email,
    )


async def take_up_place(task: LineTask, language: Language, deps: Deps) -> Step[Task]:
    """The booking of the slot offered, the place to leave, or the state of the place. Raises ToolUnavailable.

    Nothing of a place is shown before its code and its document.
    """
    if task.code is None:
        return Step(replace(task, question="locator"))
    if task.person.document is None:
        return Step(replace(task, question="document"))
    try:
        ticket = await waiting_list_of(deps).find(task.code, task.person.document)
    except TicketNotFound:
        if (
            isinstance(task, Acceptance)
            and (found := await _appointment(task.code, task.person.document, deps)) is not None
        ):
            return Step(Change(Attendee(task.person.document), Reference(found.locator)))
        again = replace(task, code=None, person=replace(task.person, document=None), question="locator")
        return Step(again, (deps.phrases.message(language, "notice", "ticket-not-found"),))
    if isinstance(task, Leaving) and ticket.status in ("waiting", "offered"):
        return Step(replace(task, office_id=ticket.query.office_id, question="confirm"))
    if isinstance(task, Acceptance) and ticket.offer is not None and ticket.offer.expires_at > deps.clock():
        offered = deps.phrases.message(
            language, "notice", "ticket-offered", until=until_words(ticket.offer, language, deps)
        )
        return Step(_booking(task, ticket, ticket.offer), (offered,))
    return Step(task, (_as_it_stands(ticket, language, deps),), ended=True)


async def _appointment(code: str, document: str, deps: Deps) -> Appointment | None:
    """The appointment of the code, which may be a locator: both have the same form."""
    try:
        return await deps.book.find(code, document)
    except AppointmentNotFound:
        return None


def until_words(offer: Hold, language: Language, deps: Deps) -> str:
    """The end of the offer in words, in office time."""
    until = offer.expires_at.astimezone(offer.slot.starts_at.tzinfo)
    return moment_words(deps.phrases, language, until, slot_office(deps, offer.slot))


def _booking(task: LineTask, ticket: Ticket, offer: Hold) -> Booking:
    """The booking of the slot offered: read back, confirmed and written as any other."""
    return Booking(
        need=ticket.need,
        service=ticket.query.service,
        person=replace(task.person, email=None),
        search=SlotSearch(channel=ticket.query.channel, office_id=offer.slot.office_id),
        seat=Seat(hold=offer, offered=offer.id, held_for=task.person.document),
        code=task.code,
        advised=("online",),
    )


def _as_it_stands(ticket: Ticket, language: Language, deps: Deps) -> Message:
    if ticket.status == "waiting":
        office = office_name(deps, language, ticket.query.office_id)
        return deps.phrases.message(language, "notice", "ticket-waiting", position=str(ticket.position), office=office)
    return deps.phrases.message(language, "notice", f"ticket-{'over' if ticket.status == 'offered' else ticket.status}")
