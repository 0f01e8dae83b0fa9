"""Wire models of the waiting list."""

from datetime import date, datetime

from pydantic import BaseModel

from api.schemas.appointments import HoldOut, Short
from api.schemas.conversations import Incoming
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.offices.slots import PartOfDay
from tools.store.appointment_events import AppointmentEvent, EventKind
from tools.waiting.waiting_list import Ticket, TicketStatus


class JoinIn(Incoming):
    """Wait for a time. A place is named as in availability; ``email`` is where offers are told, if anywhere."""

    document: Short
    postcode: Short | None = None
    province: Short | None = None
    office_id: Short | None = None
    need: Short | None = None
    service: Short | None = None
    channel: Channel = "in_person"
    not_before: date | None = None
    not_after: date | None = None
    part_of_day: PartOfDay | None = None
    language: Language | None = None
    email: Short | None = None


class TicketOut(BaseModel):
    """A place on the list. To accept ``offer``, book its ``hold_id``, or move an appointment to it."""

    code: str
    status: TicketStatus
    position: int | None
    office_id: str
    service: str
    need: str
    channel: Channel
    offer: HoldOut | None
    joined_at: datetime
    told_by_email: bool

    @classmethod
    def of(cls, ticket: Ticket) -> "TicketOut":
        """On the wire."""
        return cls(
            code=ticket.code,
            status=ticket.status,
            position=ticket.position,
            office_id=ticket.query.office_id,
            service=ticket.query.service,
            need=ticket.need,
            channel=ticket.query.channel,
            offer=HoldOut.of(ticket.offer) if ticket.offer else None,
            joined_at=ticket.joined_at,
            told_by_email=ticket.told_by_email,
        )


class AppointmentEventOut(BaseModel):
    """An event of a seat; it identifies nobody."""

    cursor: str
    at: datetime
    kind: EventKind
    subject: str
    slot_id: str
    office_id: str
    channel: Channel
    starts_at: datetime

    @classmethod
    def of(cls, event: AppointmentEvent) -> "AppointmentEventOut":
        """On the wire."""
        return cls(**{name: getattr(event, name) for name in cls.model_fields})
