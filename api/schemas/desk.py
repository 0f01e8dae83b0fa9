"""Wire models of the desk."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, model_validator

from agents.phrases.wording import date_words, time_words
from api.schemas.appointments import AppointmentOut, Short
from api.schemas.conversations import Incoming, Text
from knowledge.languages import Language
from tools.appointments.staff_view import DeskAppointment, Mark
from tools.audit import Action, AuditEntry, Outcome
from tools.desk.closures import Closing
from tools.offices.closures import Closure
from tools.offices.offices import Office
from tools.reading.masking import mask

Reason = Annotated[
    Text,
    Field(
        min_length=3,
        max_length=300,
        description="Why; it stays in the audit, identifiers in it masked.",
        examples=["La persona lo pide por teléfono"],
    ),
    AfterValidator(mask),
]


class DeskFindIn(Incoming):
    """A locator or a document to look up, and the reason for the search."""

    locator: Short | None = None
    document: Short | None = None
    reason: Reason

    @model_validator(mode="after")
    def _one_of_them(self) -> "DeskFindIn":
        if (self.locator is None) == (self.document is None):
            raise ValueError("a locator or a document")
        return self


class DeskBookIn(Incoming):
    """An appointment for somebody; ``service`` follows from ``need`` when only that is given."""

    slot_id: Short
    document: Short
    reason: Reason
    need: Short | None = None
    service: Short | None = None
    name: Short | None = None
    phone: Short | None = None
    email: Short | None = None
    language: Language | None = Field(default=None, description="The citizen's, for the letters about it.")


class DeskMoveIn(Incoming):
    """The new slot, and the reason for the move."""

    slot_id: Short
    reason: Reason


class DeskCancelIn(Incoming):
    """Why."""

    reason: Reason


class AttendanceIn(Incoming):
    """Whether the person came."""

    mark: Mark
    reason: Annotated[Text, Field(max_length=300), AfterValidator(mask)] = ""


class DeskAppointmentOut(AppointmentOut):
    """An appointment as the office needs it, its moment in words. ``appointment_id`` names it in the audit."""

    appointment_id: str
    unit: str | None = Field(description="The team of the office that attends to the service.")
    name: str | None
    phone: str | None
    email: str | None
    attendance: Mark | None
    date_text: str
    time_text: str

    @classmethod
    def at_desk(cls, found: DeskAppointment, office: Office | None, language: Language) -> "DeskAppointmentOut":
        """On the wire."""
        return cls(
            **AppointmentOut.of(found.shown, office, language).model_dump(),
            appointment_id=found.id,
            unit=office.unit_of(found.shown.service) if office else None,
            name=found.name,
            phone=found.phone,
            email=found.email,
            attendance=found.attendance,
            date_text=date_words(found.shown.slot.starts_at, language),
            time_text=time_words(found.shown.slot.starts_at, language),
        )


class CloseIn(Incoming):
    """The office, the day that it closes, and the reason, which people are told."""

    office_id: Short
    day: date
    reason: Reason


class ReopenIn(Incoming):
    """Why."""

    reason: Reason


class ClosureOut(BaseModel):
    """A closing of a day that had been offered."""

    office_id: str
    day: date
    reason: str
    who: str
    at: datetime

    @classmethod
    def of(cls, closure: Closure) -> "ClosureOut":
        """On the wire."""
        return cls(office_id=closure.office_id, day=closure.day, reason=closure.reason, who=closure.who, at=closure.at)


class ClosingOut(BaseModel):
    """The appointments moved, and those to call about: nothing else was free, so they are unchanged."""

    moved: list[DeskAppointmentOut]
    unplaced: list[DeskAppointmentOut]

    @classmethod
    def of(cls, closing: Closing, office: Office, language: Language) -> "ClosingOut":
        """On the wire."""
        return cls(
            moved=[DeskAppointmentOut.at_desk(one, office, language) for one in closing.moved],
            unplaced=[DeskAppointmentOut.at_desk(one, office, language) for one in closing.unplaced],
        )


class AuditEntryOut(BaseModel):
    """A line of the trail. A change has two, joined by ``deed_id``: begun, and done or refused."""

    id: int
    deed_id: str
    at: datetime
    who: str
    role: str
    reason: str
    action: Action
    outcome: Outcome
    office_id: str | None
    appointment_id: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @classmethod
    def of(cls, entry: AuditEntry) -> "AuditEntryOut":
        """On the wire."""
        record = entry.record
        return cls(
            id=entry.id,
            deed_id=entry.deed_id,
            at=entry.at,
            who=entry.actor.who,
            role=entry.actor.role,
            reason=entry.actor.reason,
            action=record.action,
            outcome=entry.outcome,
            office_id=record.office_id,
            appointment_id=record.appointment_id,
            before=None if record.before is None else dict(record.before),
            after=None if record.after is None else dict(record.after),
        )


class AuditOut(BaseModel):
    """The newest first."""

    entries: list[AuditEntryOut]
    next_before: int | None = Field(description="Send it as `before` to read on; null at the end.")
