"""The appointment book in memory: for tests, evaluations and whoever wants to read the rules in one page."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.hold_count import HoldCount
from tests.fakes.seats import Kept, Seats
from tools.appointments.book import ANYBODY, Appointment, Asker, BookingRequest, Hold, Slot, SlotQuery
from tools.appointments.keys import appointment_keys, person_key, request_fingerprint, same_contact
from tools.appointments.slots import SlotSpace, spread
from tools.clock import Clock
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotAwaited,
    SlotTaken,
    UnknownSlot,
)
from tools.ids import IdSource, RandomIds
from tools.reading.masking import hint


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
        return self.shown.status == "booked" and slot.ends_at > now


class MemoryAppointmentBook:
    """Implements ``AppointmentBook``. No method waits for anything, so each is atomic within one event loop.

    ``awaited`` says whether people in line come before others for a slot, ``served`` hears of everybody who got an
    appointment (person, service, hold): ``MemoryWaitingList`` puts itself there.
    """

    def __init__(self, slots: SlotSpace, clock: Clock, secret: bytes, ids: IdSource | None = None) -> None:
        self.slots, self.clock, self.secret = slots, clock, secret
        self.ids = ids or RandomIds()
        self.seats = Seats(slots)
        self.awaited: Callable[[Slot], bool] = lambda slot: False
        self.served: Callable[[str, str], None] = lambda person, service: None
        self.count = HoldCount(slots.rules.limits)
        self._entries: dict[str, _Entry] = {}

    async def availability(self, query: SlotQuery) -> list[Slot]:
        """See the port."""
        now = self.clock()
        found = [slot for slot in self.slots.matching(query, now) if not self.awaited(slot)]
        return spread([slot for slot in found if self.free(slot, now) > 0], query.limit)

    async def hold(self, slot_id: str, holder: str, asker: Asker = ANYBODY) -> Hold:
        """See the port."""
        now, rules = self.clock(), self.slots.rules
        slot = self.slots.resolve(slot_id, now)
        person = person_key(asker.document, self.secret) if asker.document else None
        live = self.seats.live(holder, now)
        renews = live is not None and live.hold.slot.id == slot.id
        if self.awaited(slot) and not asker.displaced and not renews:
            raise SlotAwaited("people on the waiting list come first")
        if not renews and self.free(slot, now, holder) <= 0:
            raise SlotTaken("every seat of the slot is taken")
        since = live.since if live is not None and renews else now
        hold_id = live.hold.id if live is not None and renews else self.ids.token()
        until = min(now + rules.hold, since + rules.limits.longest)
        kept = Kept(Hold(hold_id, slot, until), holder, since, until + rules.delay(), person, asker.origin)
        if live is not None and renews:
            kept = replace(kept, person=person or live.person, origin=asker.origin or live.origin)
        others = [one for one in self.seats.held(now) if one.holder != holder]
        named = not renews or (live is not None and live.person != kept.person)
        self.count.check([*others, kept], kept, is_new=not renews, is_named=named)
        self.seats.take_over(kept, now)
        return kept.hold

    async def release(self, hold_id: str) -> None:
        """See the port."""
        self.seats.let_go(hold_id, self.clock())

    async def book(self, request: BookingRequest) -> Appointment:
        """See the port."""
        now, person = self.clock(), person_key(request.document, self.secret)
        fingerprint = request_fingerprint(request, self.secret)
        for entry in self._entries.values():
            if entry.key == request.key:
                if entry.fingerprint != fingerprint:
                    raise KeyReused("the key belongs to another booking")
                return entry.shown
        hold = self._mine(request.hold_id, person, request.service)
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
        self.seats.forget(hold.id)
        contacts = (request.phone, request.email)
        self._entries[shown.locator] = _Entry(shown, person, request.key, fingerprint, hold.id, contacts)
        self.served(person, request.service)
        return shown

    async def outcome(self, request: BookingRequest) -> Appointment | None:
        """See the port."""
        person = person_key(request.document, self.secret)
        found = (e.shown for e in self._entries.values() if (e.key, e.person) == (request.key, person))
        return next(found, None)

    async def find(self, locator: str, document: str) -> Appointment:
        """See the port."""
        entry = self._entry(locator, document)
        if not entry.is_active(self.clock()):
            raise AppointmentNotFound("no active appointment")
        return entry.shown

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        """See the port."""
        now, entry = self.clock(), self._entry(locator, document)
        if not entry.is_active(now):
            raise AppointmentNotFound("no active appointment")
        if entry.hold_id == hold_id:
            return entry.shown
        hold = self._mine(hold_id, entry.person, entry.shown.service)
        self.seats.forget(hold_id)
        self.seats.cool(entry.shown.slot, self.ids.token(), now)
        moved = replace(entry, shown=replace(entry.shown, slot=hold.slot), hold_id=hold_id)
        self._entries[moved.shown.locator] = moved
        self.served(entry.person, entry.shown.service)
        return moved.shown

    async def cancel(self, locator: str, document: str) -> Appointment:
        """See the port."""
        entry = self._entry(locator, document)
        if entry.shown.status == "booked":
            self.seats.cool(entry.shown.slot, self.ids.token(), self.clock())
        cancelled = replace(entry, shown=replace(entry.shown, status="cancelled"))
        self._entries[cancelled.shown.locator] = cancelled
        return cancelled.shown

    def free(self, slot: Slot, now: datetime, holder: str = "", *, in_line: bool = False) -> int:
        """Seats left in a slot: for that holder, or for who is on the waiting list, whom no delay keeps away."""
        booked = Counter(e.shown.slot.id for e in self._entries.values() if e.shown.status == "booked")
        return self.slots.desks(slot) - booked[slot.id] - self.seats.kept(slot, now, holder, in_line=in_line)

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """See the port."""
        try:
            person = person_key(document, self.secret)
        except BadIdentifier:
            return []
        mine = (entry for entry in self._active(self.clock()) if entry.person == person)
        found = [entry.shown for entry in mine if same_contact(contact, *entry.contacts)]
        return sorted(found, key=lambda one: one.slot.starts_at)

    def _active(self, now: datetime) -> Iterator[_Entry]:
        return (entry for entry in self._entries.values() if entry.is_active(now))

    def _mine(self, hold_id: str, person: str, service: str) -> Hold:
        kept = self.seats.get(hold_id)
        if kept is None or kept.hold.expires_at <= self.clock() or (kept.reserved and kept.person != person):
            raise HoldExpired("the hold ran out or was never made")
        if not self.slots.serves(kept.hold.slot, service):
            raise UnknownSlot("the office of the slot does not attend to that service")
        return kept.hold

    def _entry(self, locator: str, document: str) -> _Entry:
        keys = appointment_keys(locator, document, self.secret)
        entry = self._entries.get(keys[0]) if keys else None
        if entry is None or keys is None or entry.person != keys[1]:
            raise AppointmentNotFound("locator and document name no appointment")
        return entry

    def _new_locator(self) -> str:
        while (locator := self.ids.locator()) in self._entries:
            pass
        return locator
