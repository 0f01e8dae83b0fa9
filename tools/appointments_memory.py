"""The appointment book in memory: for tests, evaluations and whoever wants to read the rules in one page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tools.appointment_keys import appointment_keys, person_key, request_fingerprint, same_contact
from tools.appointments import Appointment, BookingRequest, Hold, Slot, SlotQuery
from tools.clock import Clock
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotTaken,
    UnknownSlot,
)
from tools.ids import IdSource, RandomIds
from tools.privacy import hint
from tools.slots import SlotSpace, spread


@dataclass(frozen=True, slots=True)
class _Entry:
    """An appointment with what is not shown of it."""

    shown: Appointment
    person: str
    key: str
    fingerprint: str
    hold_id: str
    contacts: tuple[str | None, ...] = ()

    def is_active(self, now: datetime) -> bool:
        """Booked and not yet over."""
        slot = self.shown.slot
        return self.shown.status == "booked" and slot.starts_at + timedelta(minutes=slot.minutes) > now


class MemoryAppointmentBook:
    """Implements ``AppointmentBook``. No method waits for anything, so each is atomic within one event loop."""

    def __init__(self, slots: SlotSpace, clock: Clock, secret: bytes, ids: IdSource | None = None) -> None:
        self._slots = slots
        self._clock = clock
        self._secret = secret
        self._ids = ids or RandomIds()
        self._holds: dict[str, Hold] = {}
        self._entries: dict[str, _Entry] = {}

    async def availability(self, query: SlotQuery) -> list[Slot]:
        """See the port."""
        now = self._clock()
        return spread([slot for slot in self._slots.matching(query, now) if self._free(slot, now) > 0], query.limit)

    async def hold(self, slot_id: str, holder: str) -> Hold:
        """See the port."""
        now = self._clock()
        slot = self._slots.resolve(slot_id, now)
        expires_at = now + self._slots.rules.hold
        current = self._holds.get(holder)
        if current is not None and current.slot.id == slot.id and current.expires_at > now:
            self._holds[holder] = replace(current, expires_at=expires_at)
        elif self._free(slot, now) > 0:
            self._holds[holder] = Hold(self._ids.token(), slot, expires_at)
        else:
            raise SlotTaken("every seat of the slot is taken")
        return self._holds[holder]

    async def release(self, hold_id: str) -> None:
        """See the port."""
        self._holds = {holder: hold for holder, hold in self._holds.items() if hold.id != hold_id}

    async def book(self, request: BookingRequest) -> Appointment:
        """See the port."""
        now, person = self._clock(), person_key(request.document, self._secret)
        fingerprint = request_fingerprint(request, self._secret)
        for entry in self._entries.values():
            if entry.key == request.key:
                if entry.fingerprint != fingerprint:
                    raise KeyReused("the key belongs to another booking")
                return entry.shown
        hold = self._live_hold(request.hold_id, now)
        if not self._slots.serves(hold.slot, request.service):
            raise UnknownSlot("the office of the slot does not attend to that service")
        if any(entry.person == person and entry.shown.service == request.service for entry in self._active(now)):
            raise AlreadyBooked("one active appointment per person and service")
        shown = Appointment(
            locator=self._new_locator(),
            slot=hold.slot,
            service=request.service,
            need=request.need,
            status="booked",
            document_hint=hint(request.document),
            created_at=now,
        )
        await self.release(hold.id)
        self._entries[shown.locator] = _Entry(
            shown, person, request.key, fingerprint, hold.id, (request.phone, request.email)
        )
        return shown

    async def find(self, locator: str, document: str) -> Appointment:
        """See the port."""
        entry = self._entry(locator, document)
        if not entry.is_active(self._clock()):
            raise AppointmentNotFound("no active appointment")
        return entry.shown

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        """See the port."""
        now, entry = self._clock(), self._entry(locator, document)
        if not entry.is_active(now):
            raise AppointmentNotFound("no active appointment")
        if entry.hold_id == hold_id:
            return entry.shown
        hold = self._live_hold(hold_id, now)
        if not self._slots.serves(hold.slot, entry.shown.service):
            raise UnknownSlot("the office of the slot does not attend to that service")
        await self.release(hold_id)
        moved = replace(entry, shown=replace(entry.shown, slot=hold.slot), hold_id=hold_id)
        self._entries[moved.shown.locator] = moved
        return moved.shown

    async def cancel(self, locator: str, document: str) -> Appointment:
        """See the port."""
        entry = self._entry(locator, document)
        cancelled = replace(entry, shown=replace(entry.shown, status="cancelled"))
        self._entries[cancelled.shown.locator] = cancelled
        return cancelled.shown

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """See the port."""
        try:
            person = person_key(document, self._secret)
        except BadIdentifier:
            return []
        mine = (entry for entry in self._active(self._clock()) if entry.person == person)
        found = [entry.shown for entry in mine if same_contact(contact, *entry.contacts)]
        return sorted(found, key=lambda one: one.slot.starts_at)

    def _active(self, now: datetime) -> Iterator[_Entry]:
        return (entry for entry in self._entries.values() if entry.is_active(now))

    def _free(self, slot: Slot, now: datetime) -> int:
        held = sum(hold.slot.id == slot.id and hold.expires_at > now for hold in self._holds.values())
        booked = sum(e.shown.slot.id == slot.id and e.shown.status == "booked" for e in self._entries.values())
        return self._slots.desks(slot) - held - booked

    def _live_hold(self, hold_id: str, now: datetime) -> Hold:
        for hold in self._holds.values():
            if hold.id == hold_id and hold.expires_at > now:
                return hold
        raise HoldExpired("the hold ran out or was never made")

    def _entry(self, locator: str, document: str) -> _Entry:
        keys = appointment_keys(locator, document, self._secret)
        entry = self._entries.get(keys[0]) if keys else None
        if entry is None or keys is None or entry.person != keys[1]:
            raise AppointmentNotFound("locator and document name no appointment")
        return entry

    def _new_locator(self) -> str:
        while (locator := self._ids.locator()) in self._entries:
            pass
        return locator
