"""Appointments: the types and the port. Holding comes first, then an explicit yes, then the booking."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from knowledge.languages import Language
from tools.offices.slots import Hold, Slot, SlotQuery

Status = Literal["booked", "cancelled"]


@dataclass(frozen=True, slots=True)
class Asker:
    """The person who wants a seat, as far as known: a DNI/NIE, and the origin of the request (see ``origin_key``).

    ``displaced``: somebody whose day was closed, who comes before all others. Only the desk says so.
    """

    document: str | None = None
    origin: str | None = None
    displaced: bool = False


ANYBODY = Asker()


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """All a booking needs. ``document`` is a DNI/NIE; ``key`` makes a second attempt return the first booking."""

    hold_id: str
    service: str
    need: str
    document: str
    key: str
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    language: Language | None = None
    """The language of letters about it."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booking as anyone may see it: the document only as a hint such as ``***678Z``."""

    locator: str
    slot: Slot
    service: str
    need: str
    status: Status
    document_hint: str
    created_at: datetime
    room_url: str | None = None
    """The link to the room of a video appointment."""


class AppointmentBook(Protocol):
    """The store of appointments. Every method may raise ToolUnavailable: then nothing was written.

    ``book``, ``move`` and ``cancel`` may raise OutcomeUnknown: then ``outcome`` or ``find`` tell what became of it.
    Once the hold is released, "not booked" stays so.
    """

    async def availability(self, query: SlotQuery) -> list[Slot]:
        """Free slots in time order, spread over days, at most ``query.limit``; empty when there are none."""
        ...

    async def hold(self, slot_id: str, holder: str, asker: Asker = ANYBODY) -> Hold:
        """Keep a seat. The same holder holding again gets the same hold renewed; another slot releases the first. A
        document that the asker gives when renewing is counted from then on.

        Raises UnknownSlot, SlotTaken (SlotAwaited when others wait for it), TooManyHolds, BadIdentifier.
        """
        ...

    async def release(self, hold_id: str) -> None:
        """Give the seat back; nothing happens when the hold is gone."""
        ...

    async def book(self, request: BookingRequest) -> Appointment:
        """Turn a hold into an appointment, once per key. The person leaves the waiting list of the service.

        A seat offered to somebody on the waiting list is booked by that person only.

        Raises HoldExpired, AlreadyBooked, KeyReused, BadIdentifier.
        """
        ...

    async def outcome(self, request: BookingRequest) -> Appointment | None:
        """The appointment that the request booked, in any state; None when nothing, or for another person's key."""
        ...

    async def find(self, locator: str, document: str) -> Appointment:
        """The active appointment. Raises AppointmentNotFound (same answer for a wrong locator and a wrong document)."""
        ...

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        """Change to the held slot in one transaction; the old seat is freed. Moving twice to the same slot is one move.

        Raises AppointmentNotFound, HoldExpired, CannotMove.
        """
        ...

    async def cancel(self, locator: str, document: str) -> Appointment:
        """Cancel; cancelling again returns the cancelled appointment. Raises AppointmentNotFound."""
        ...

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """Active appointments of the person whose booking gave ``contact``, a telephone or an e-mail, by start.

        Empty when there is none, and just so for a wrong document, a wrong contact or an appointment without contact:
        whoever knows only a document learns nothing, not even whether there is an appointment.
        """
        ...

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        """Active appointments in that office on that day whose booking gave no contact.

        Empty when there is none, where the book cannot be asked so, and for one with a contact: it stays closed to
        whoever knows the document and guesses the day.
        """
        ...
