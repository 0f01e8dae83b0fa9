"""Appointments as staff see them."""

from dataclasses import dataclass, field
from typing import Literal

from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.appointments.keys import Pseudonym
from tools.desk.audit import Snapshot

Mark = Literal["attended", "no_show"]


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

    def snapshot(self) -> Snapshot:
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
