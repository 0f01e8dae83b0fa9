"""The appointments of the reference agenda: somebody else's book, without limits or a waiting list of ours."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.keys import appointment_keys, person_key, request_fingerprint, same_contact
from tools.appointments.slots import SlotSpace, spread
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
from tools.ids import RandomIds
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.reading.masking import hint

_SECRET = b"the agenda's own"


@dataclass(frozen=True, slots=True)
class StoredAppointment:
    """An appointment with what its locator does not show."""

    appointment: Appointment
    person: str
    key: str
    fingerprint: str
    hold_id: str
    contacts: tuple[str | None, ...]

    def is_active(self, now: datetime) -> bool:
        return self.appointment.status == "booked" and self.appointment.slot.ends_at > now


class ReferenceBook:
    """Nothing is awaited in a method, so each is atomic within one event loop."""

    def __init__(self, slots: SlotSpace, clock: Clock) -> None:
        self._slots, self._clock, self._ids = slots, clock, RandomIds()
        self._holds: dict[str, Hold] = {}  # by holder
        self.stored: dict[str, StoredAppointment] = {}

    async def availability(self, query: SlotQuery) -> list[Slot]:
        now, taken = self._clock(), self._taken()
        free = (slot for slot in self._slots.matching(query, now) if taken[slot.id] < self._slots.desks(slot))
        return spread(list(free), query.limit)

    async def hold(self, slot_id: str, holder: str) -> Hold:
        now = self._clock()
        slot, held = self._slots.resolve(slot_id, now), self._holds.get(holder)
        renews = held is not None and held.slot.id == slot.id and held.expires_at > now
        if not renews and self._taken(holder)[slot.id] >= self._slots.desks(slot):
            raise SlotTaken("every seat of the slot is taken")
        identifier = held.id if held is not None and renews else self._ids.token()
        self._holds[holder] = Hold(identifier, slot, now + self._slots.rules.hold)
        return self._holds[holder]

    async def release(self, hold_id: str) -> None:
        self._holds = {holder: hold for holder, hold in self._holds.items() if hold.id != hold_id}

    async def book(self, request: BookingRequest) -> Appointment:
        now, person = self._clock(), person_key(request.document, _SECRET)
        fingerprint = request_fingerprint(request, _SECRET)
        for one in self.stored.values():
            if one.key == request.key:
                if one.fingerprint != fingerprint:
                    raise KeyReused("the key belongs to another booking")
                return one.appointment
        hold = self._held(request.hold_id, request.service)
        if any((one.person, one.appointment.service) == (person, request.service) for one in self._active(now)):
            raise AlreadyBooked("one active appointment per person and service")
        made = Appointment(
            locator=self._ids.locator(), slot=hold.slot, service=request.service, need=request.need, status="booked",
            document_hint=hint(request.document), created_at=now,
        )  # fmt: skip
        contacts = (request.phone, request.email)
        self.stored[made.locator] = StoredAppointment(made, person, request.key, fingerprint, hold.id, contacts)
        await self.release(hold.id)
        return made

    async def outcome(self, key: str, document: str) -> Appointment | None:
        person = person_key(document, _SECRET)
        return next((one.appointment for one in self.stored.values() if (one.key, one.person) == (key, person)), None)

    async def find(self, locator: str, document: str) -> Appointment:
        return self._active_one(locator, document).appointment

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        one = self._active_one(locator, document)
        if one.hold_id != hold_id:
            hold = self._held(hold_id, one.appointment.service)
            one = self._store(replace(one, appointment=replace(one.appointment, slot=hold.slot), hold_id=hold_id))
            await self.release(hold_id)
        return one.appointment

    async def cancel(self, locator: str, document: str) -> Appointment:
        one = self._named(locator, document)
        return self._store(replace(one, appointment=replace(one.appointment, status="cancelled"))).appointment

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        try:
            person = person_key(document, _SECRET)
        except BadIdentifier:
            return []
        mine = (one for one in self._active(self._clock()) if one.person == person)
        found = [one.appointment for one in mine if same_contact(contact, *one.contacts)]
        return sorted(found, key=lambda one: one.slot.starts_at)

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        return []

    def _taken(self, holder: str = "") -> Counter[str]:
        """Seats by slot: booked, or held by others."""
        booked = (one.appointment for one in self.stored.values())
        now = self._clock()
        held = (hold for other, hold in self._holds.items() if other != holder and hold.expires_at > now)
        taken = Counter(one.slot.id for one in booked if one.status == "booked")
        return taken + Counter(hold.slot.id for hold in held)

    def _active(self, now: datetime) -> Iterator[StoredAppointment]:
        return (one for one in self.stored.values() if one.is_active(now))

    def _held(self, hold_id: str, service: str) -> Hold:
        held = next((hold for hold in self._holds.values() if hold.id == hold_id), None)
        if held is None or held.expires_at <= self._clock():
            raise HoldExpired("the hold ran out or was never made")
        if not self._slots.serves(held.slot, service):
            raise UnknownSlot("the office of the slot does not attend to that service")
        return held

    def _active_one(self, locator: str, document: str) -> StoredAppointment:
        one = self._named(locator, document)
        if not one.is_active(self._clock()):
            raise AppointmentNotFound("no active appointment")
        return one

    def _named(self, locator: str, document: str) -> StoredAppointment:
        keys = appointment_keys(locator, document, _SECRET)
        one = self.stored.get(keys[0]) if keys else None
        if one is None or keys is None or one.person != keys[1]:
            raise AppointmentNotFound("locator and document name no appointment")
        return one

    def _store(self, one: StoredAppointment) -> StoredAppointment:
        self.stored[one.appointment.locator] = one
        return one
