"""The desk: staff change appointments for the people in front of them, and the audit keeps who and why."""

import hashlib
from collections.abc import Awaitable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from tools.appointments.book import Appointment, AppointmentBook, BookingRequest
from tools.appointments.staff_view import DeskAppointment, DeskChange, Mark
from tools.audit import Actor, AuditRecord, PendingAction
from tools.clock import Clock
from tools.desk.records import Records
from tools.errors import AppointmentNotFound, HoldExpired, KeyReused, MarkedTooSoon, ToolRefused, ToolRetry
from tools.offices.offices import Office
from tools.offices.slots import Hold


class DeskBook(AppointmentBook, Protocol):
    """The book that the desk works on."""

    async def move(self, locator: str, document: str, hold_id: str, leaving: str | None = None) -> Appointment:
        """As in ``AppointmentBook``. ``leaving``: only from that slot; else AppointmentNotFound."""
        ...


class Desk:
    """Seats change through ``book`` only, by its rules. Methods raise what the book raises, and ToolUnavailable."""

    def __init__(self, book: DeskBook, records: Records, clock: Clock) -> None:
        self._book, self._records, self._clock = book, records, clock

    async def day(self, office: Office, day: date, actor: Actor) -> list[DeskAppointment]:
        """An office's day, by start, cancelled ones too."""
        found = await self._records.register.on(office, day)
        await self._records.trail.note(actor, AuditRecord("list", office.id, after={"day": day.isoformat()}))
        return found

    async def by_locator(self, locator: str, actor: Actor) -> DeskAppointment:
        """An appointment whatever its status. Raises AppointmentNotFound, BadIdentifier."""
        found = await self._records.register.by_locator(locator)
        await self._records.trail.note(actor, AuditRecord("find", found.shown.slot.office_id, found.id))
        return found

    async def by_person(self, document: str, actor: Actor) -> list[DeskAppointment]:
        """All appointments of a person, by start. Raises BadIdentifier."""
        found = await self._records.register.by_person(document)
        await self._records.trail.note(actor, AuditRecord("find", after={"appointments": [one.id for one in found]}))
        return found

    async def book(self, slot_id: str, request: BookingRequest, actor: Actor) -> DeskAppointment:
        """Book for somebody; ``request.hold_id`` is filled in here. The same key again is the same appointment.

        When it is refused, the seat is let go. Raises SlotTaken, UnknownSlot, AlreadyBooked, KeyReused, BadIdentifier.
        """
        key = hashlib.sha256(request.key.encode()).hexdigest()
        if (begun := await self._begun_with(key)) is not None:
            meant = begun.record.after or {}
            if meant["slot_id"] != slot_id:
                raise KeyReused("the key belongs to another booking")
            try:
                return await self._book_held(begun, replace(request, hold_id=meant["hold_id"]))
            except HoldExpired:
                pass  # it had been held, and never booked
        hold = await self._book.hold(slot_id, f"desk:{key}")
        meant = {"kind": "booked", "key": key, "slot_id": slot_id, "hold_id": hold.id}
        begun = await self._records.begin(actor, AuditRecord("book", hold.slot.office_id, after=meant))
        return await self._book_held(begun, replace(request, hold_id=hold.id))

    async def move(self, locator: str, slot_id: str, actor: Actor) -> DeskAppointment:
        """Move to a free slot, or stay in its own. Raises AppointmentNotFound, SlotTaken, UnknownSlot."""
        current = await self._records.register.by_locator(locator)
        if current.shown.slot.id == slot_id and current.shown.status == "booked":
            return current
        hold = await self._book.hold(slot_id, f"desk:{current.id}")
        return await self.move_to(hold, current, actor, "moved")

    async def move_to(self, hold: Hold, current: DeskAppointment, actor: Actor, kind: DeskChange) -> DeskAppointment:
        """Move to a slot held for it; when that fails, the hold is let go. Raises what the book raises."""
        meant = {"kind": kind, "slot_id": hold.slot.id}
        record = AuditRecord("move", current.shown.slot.office_id, current.id, current.snapshot(), meant)
        begun = await self._records.begin(actor, record)
        try:
            # Two who close a day, or mend it, may have the same person in hand: one of them moves and tells.
            leaving = current.shown.slot.id if kind == "moved_by_closure" else None
            await self._try(begun, self._book.move(current.shown.locator, current.person, hold.id, leaving))
        except (ToolRetry, ToolRefused):
            await self._book.release(hold.id)
            raise
        return await self._records.finish(begun, current.id)

    async def cancel(self, locator: str, actor: Actor) -> DeskAppointment:
        """Cancel; one that is cancelled stays so, and nobody is told twice. Raises AppointmentNotFound."""
        current = await self._records.register.by_locator(locator)
        if current.shown.status == "cancelled":
            return current
        office, meant = current.shown.slot.office_id, {"kind": "cancelled"}
        begun = await self._records.begin(actor, AuditRecord("cancel", office, current.id, current.snapshot(), meant))
        await self._try(begun, self._book.cancel(current.shown.locator, current.person))
        return await self._records.finish(begun, current.id)

    async def mark(self, locator: str, mark: Mark, actor: Actor) -> DeskAppointment:
        """Whether the person came; a mistake is mended by the other mark.

        Raises AppointmentNotFound, for a cancelled one too, and MarkedTooSoon: nobody has come before the day, nor
        failed to come before the hour.
        """
        current, now = await self._records.register.by_locator(locator), self._clock()
        if current.shown.status == "cancelled":
            raise AppointmentNotFound("it was cancelled")
        _check_moment(current.shown.slot.starts_at, mark, now)
        marked = replace(current, attendance=mark)
        record = AuditRecord(mark, current.shown.slot.office_id, current.id, current.snapshot(), marked.snapshot())
        begun = await self._records.begin(actor, record)
        await self._records.mark(begun, current.id, mark, now)
        return marked

    async def _begun_with(self, key: str) -> PendingAction | None:
        entry = await self._records.trail.begun_with(key)
        return None if entry is None else PendingAction(entry.deed_id, entry.actor, entry.record)

    async def _book_held(self, begun: PendingAction, request: BookingRequest) -> DeskAppointment:
        try:
            booked = await self._try(begun, self._book.book(request))
        except (ToolRetry, ToolRefused):
            await self._book.release(request.hold_id)
            raise
        found = await self._records.register.by_locator(booked.locator)
        return await self._records.finish(begun, found.id)

    async def _try(self, begun: PendingAction, work: Awaitable[Appointment]) -> Appointment:
        """Record a refusal; an unknown outcome, as when the database dies, stays begun."""
        try:
            return await work
        except (ToolRetry, ToolRefused) as error:
            await self._records.refuse(begun, error.code)
            raise


def _check_moment(starts_at: datetime, mark: Mark, now: datetime) -> None:
    day_has_come = now.astimezone(starts_at.tzinfo).date() >= starts_at.date()
    if not (day_has_come if mark == "attended" else now >= starts_at):
        raise MarkedTooSoon(mark)
