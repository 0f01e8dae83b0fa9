"""Wire models of appointments."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.conversations import Incoming, Text
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.book import Appointment, Status
from tools.offices.offices import Office
from tools.offices.slots import Hold, Slot

Short = Annotated[Text, Field(min_length=1, max_length=120)]


class OfficeOut(BaseModel):
    """An office, in one language."""

    id: str
    name: str
    address: str
    municipality: str
    province: str
    timezone: str
    demonstration: bool

    @classmethod
    def of(cls, office: Office, language: Language) -> "OfficeOut":
        """On the wire."""
        return cls(
            id=office.id,
            name=office.name[language],
            address=office.address,
            municipality=office.municipality,
            province=office.province,
            timezone=office.timezone,
            demonstration=office.demonstration,
        )


class SlotOut(BaseModel):
    """A bookable moment; ``starts_at`` is office time."""

    slot_id: str
    office_id: str
    channel: Channel
    starts_at: datetime
    minutes: int

    @classmethod
    def of(cls, slot: Slot) -> "SlotOut":
        """On the wire."""
        return cls(
            slot_id=slot.id,
            office_id=slot.office_id,
            channel=slot.channel,
            starts_at=slot.starts_at,
            minutes=slot.minutes,
        )


class AvailabilityOut(BaseModel):
    """Free slots in time order; an empty list is an ordinary answer."""

    office: OfficeOut
    service: str
    channel: Channel
    slots: list[SlotOut]


class HoldIn(Incoming):
    """Keep a seat."""

    slot_id: Short
    document: Short | None = None


class HoldOut(BaseModel):
    """A seat kept until ``expires_at``."""

    hold_id: str
    slot: SlotOut
    expires_at: datetime

    @classmethod
    def of(cls, hold: Hold) -> "HoldOut":
        """On the wire."""
        return cls(hold_id=hold.id, slot=SlotOut.of(hold.slot), expires_at=hold.expires_at)


class BookIn(Incoming):
    """Turn a hold into an appointment. ``service`` follows from ``need`` when only that is given."""

    hold_id: Short
    document: Short
    need: Short | None = None
    service: Short | None = None
    name: Short | None = None
    phone: Short | None = None
    email: Short | None = None


class FindIn(Incoming):
    """Identify a person's appointments by the document and the telephone or e-mail given when booking."""

    document: Short
    contact: Short


class MoveIn(Incoming):
    """Move the appointment to the held slot."""

    hold_id: Short
    document: Short | None = None


class CancelIn(Incoming):
    """The document, for clients that cannot send the header."""

    document: Short | None = None


class AppointmentOut(BaseModel):
    """An appointment; the document only as a hint."""

    locator: str
    status: Status
    slot_id: str
    starts_at: datetime
    minutes: int
    channel: Channel
    service: str
    need: str
    document_hint: str
    created_at: datetime
    office: OfficeOut | None
    room_url: str | None = Field(description="Where one enters a video appointment.")

    @classmethod
    def of(cls, appointment: Appointment, office: Office | None, language: Language) -> "AppointmentOut":
        """On the wire; ``office`` is None when it is no longer in the data."""
        return cls(
            locator=appointment.locator,
            status=appointment.status,
            slot_id=appointment.slot.id,
            starts_at=appointment.slot.starts_at,
            minutes=appointment.slot.minutes,
            channel=appointment.slot.channel,
            service=appointment.service,
            need=appointment.need,
            document_hint=appointment.document_hint,
            created_at=appointment.created_at,
            office=OfficeOut.of(office, language) if office else None,
            room_url=appointment.room_url,
        )
