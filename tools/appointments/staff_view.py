"""Appointments as staff see them: the types and the port."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.appointments.keys import Pseudonym
from tools.offices.offices import Office

Mark = Literal["attended", "no_show"]
DeskChange = Literal["booked", "moved", "cancelled", "moved_by_closure"]


@dataclass(frozen=True, slots=True)
class DeskAppointment:
    """An appointment with what the office needs: whom to call in, how to reach them, whether they came.

    ``person`` opens the appointment in the book in the place of the document, which is not kept.
    """

    id: str
    shown: Appointment
    person: Pseudonym = field(repr=False)
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    attendance: Mark | None = None
    language: Language | None = None

    def snapshot(self) -> Mapping[str, Any]:
        """The fields the audit keeps: no document, no contact, no locator."""
        slot = self.shown.slot
        return {
            "slot_id": slot.id,
            "office_id": slot.office_id,
            "channel": slot.channel,
            "starts_at": slot.starts_at.isoformat(),
            "service": self.shown.service,
            "status": self.shown.status,
            "attendance": self.attendance,
        }


class Register(Protocol):
    """Appointments read for staff. Every method may raise ToolUnavailable."""

    async def on(self, office: Office, day: date) -> list[DeskAppointment]:
        """All of an office's day, cancelled ones too, by start."""
        ...

    async def by_locator(self, locator: str) -> DeskAppointment:
        """Whatever its status. Raises AppointmentNotFound, BadIdentifier."""
        ...

    async def by_id(self, appointment_id: str) -> DeskAppointment:
        """Whatever its status. Raises AppointmentNotFound."""
        ...

    async def by_person(self, document: str) -> list[DeskAppointment]:
        """All of a person's, past and cancelled ones too, by start. Raises BadIdentifier."""
        ...
