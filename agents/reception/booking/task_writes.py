"""Writes a task to the appointment book, and finds out the outcome of a write."""

import hashlib
from dataclasses import replace

from agents.reception.tasks.task import Booking, Cancellation, Change, WrittenTask
from agents.reception.turns.deps import Deps
from knowledge.languages import Language
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.unsettled import GRACE
from tools.errors import AppointmentNotFound, HoldExpired, OutcomeUnknown
from tools.offices.slots import Hold, Slot


async def write_task(task: WrittenTask, conversation_id: str, language: Language, deps: Deps) -> Appointment:
    """Book, move or cancel, under a key by which a second attempt finds the first result.

    Raises HoldExpired without a hold, and the refusals of the book.
    """
    document = task.person.document or ""
    if isinstance(task, Cancellation):
        return await deps.book.cancel(task.code or "", document)
    hold = task.seat.hold
    if hold is None:
        raise HoldExpired("there is no hold to confirm")
    if isinstance(task, Change):
        return await deps.book.move(task.code or "", document, hold.id)
    return await deps.book.book(booking_request(task, hold, conversation_id, language, deps))


def booking_request(task: Booking, hold: Hold, conversation_id: str, language: Language, deps: Deps) -> BookingRequest:
    """The request of a booking with a hold: the same booking, the same request."""
    return BookingRequest(
        hold_id=hold.id,
        service=task.service or "general",
        need=task.need or deps.administration.appointment_need,
        document=task.person.document or "",
        key=_booking_key(conversation_id, hold.id),
        phone=task.person.phone,
        email=task.person.email,
        language=language,
    )


def _booking_key(conversation_id: str, hold_id: str) -> str:
    """The key of a conversation and hold: a repeated yes books once."""
    return hashlib.sha256(f"{conversation_id}|{hold_id}".encode()).hexdigest()


async def outcome_of(task: WrittenTask, conversation_id: str, language: Language, deps: Deps) -> Appointment | None:
    """The appointment after the write; None when nothing was written.

    Raises OutcomeUnknown, ToolUnavailable, AppointmentNotFound.

    It may still be on its way. A booking or a move cannot come true once its hold is given back, so the second look is
    the one that counts; nothing calls a cancellation back, so it is not known before it had time to arrive.
    """
    if (done := await _look_up(task, conversation_id, language, deps)) is not None:
        return done
    hold = None if isinstance(task, Cancellation) else task.seat.hold
    if hold is None:
        if task.sent is not None and deps.clock() < task.sent + GRACE:
            raise OutcomeUnknown("a cancellation may still be on its way")
        return None
    await deps.book.release(hold.id)
    return await _look_up(task, conversation_id, language, deps)


async def find_booked(task: Booking, conversation_id: str, language: Language, deps: Deps) -> Appointment | None:
    """The appointment that the key of a booking has made, if it stands. Raises ToolUnavailable."""
    if task.seat.hold is None:
        return None
    made = await deps.book.outcome(booking_request(task, task.seat.hold, conversation_id, language, deps))
    return made if made is not None and made.status == "booked" else None


async def _look_up(task: WrittenTask, conversation_id: str, language: Language, deps: Deps) -> Appointment | None:
    if isinstance(task, Booking):
        return await find_booked(task, conversation_id, language, deps)
    try:
        found = await deps.book.find(task.code or "", task.person.document or "")
    except AppointmentNotFound:
        if isinstance(task, Cancellation) and task.current is not None:
            return replace(task.current, status="cancelled")
        raise
    if isinstance(task, Cancellation) or task.seat.hold is None:
        return None
    return found if _is_same_time(found.slot, task.seat.hold.slot) else None


def _is_same_time(slot: Slot, other: Slot) -> bool:
    return (slot.office_id, slot.channel, slot.starts_at) == (other.office_id, other.channel, other.starts_at)
