"""Parses and checks answers of the external agenda: a breach of its contract is an error here, not later."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from knowledge.channels import Channel
from tools.appointments.book import Appointment, Status
from tools.ids import LOCATOR_ALPHABET, LOCATOR_LENGTH
from tools.offices.slots import Hold, Slot

Id = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Locator = Annotated[str, StringConstraints(pattern=rf"^[{LOCATOR_ALPHABET}]{{{LOCATOR_LENGTH}}}$")]
RoomUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s/?#@]+([/?#]\S*)?$", max_length=2000)]
Refusal = Literal[
    "slot_taken", "unknown_slot", "hold_expired", "already_booked", "key_reused", "bad_identifier",
    "appointment_not_found", "in_progress",
]  # fmt: skip


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError) as error:
        raise ValueError("no such time zone") from error
    return name


class Answer(BaseModel):
    """An answer. Members that the contract does not name are let be, so that the agenda may grow."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class SlotAnswer(Answer):
    """A bookable moment. ``timezone``: IANA name of the office's."""

    id: Id
    office_id: Id
    channel: Channel
    starts_at: AwareDatetime
    minutes: Annotated[int, Field(ge=1, le=24 * 60)]
    timezone: Annotated[str, AfterValidator(_zone)]

    def slot(self) -> Slot:
        """In office time."""
        starts_at = self.starts_at.astimezone(ZoneInfo(self.timezone))
        return Slot(self.id, self.office_id, self.channel, starts_at, self.minutes)


class AvailabilityAnswer(Answer):
    """Free slots."""

    slots: list[SlotAnswer]


class HoldAnswer(Answer):
    """A seat kept until ``expires_at``."""

    id: Id
    slot: SlotAnswer
    expires_at: AwareDatetime

    def hold(self) -> Hold:
        """As the port has it."""
        return Hold(self.id, self.slot.slot(), _utc(self.expires_at))


class AppointmentAnswer(Answer):
    """An appointment. ``room_url``: of a video room, always https."""

    locator: Locator
    slot: SlotAnswer
    service: Id
    need: Id
    status: Status
    created_at: AwareDatetime
    room_url: RoomUrl | None = None

    def appointment(self, document_hint: str) -> Appointment:
        """As the port has it; the hint is ours, so that no agenda decides how much of a document is shown."""
        return Appointment(
            locator=self.locator, slot=self.slot.slot(), service=self.service, need=self.need, status=self.status,
            document_hint=document_hint, created_at=_utc(self.created_at), room_url=self.room_url,
        )  # fmt: skip


class FoundAnswer(Answer):
    """Appointments of a person."""

    appointments: list[AppointmentAnswer]


class ProblemAnswer(Answer):
    """Why the agenda refused."""

    code: Refusal
    kind: str = ""


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
