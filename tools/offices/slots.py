"""Slots: the bookable moments of an office, the question for them, and a seat kept in one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from knowledge.channels import Channel

PartOfDay = Literal["morning", "afternoon"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A bookable moment. ``id`` is a hash of office, channel and start; ``starts_at`` is aware, in office time."""

    id: str
    office_id: str
    channel: Channel
    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        """In office time. Minutes pass, also on the night in which the hour changes."""
        return (self.starts_at.astimezone(UTC) + timedelta(minutes=self.minutes)).astimezone(self.starts_at.tzinfo)


@dataclass(frozen=True, slots=True)
class SlotQuery:
    """The slots a person asks for. ``not_before``/``not_after`` are office days, both included."""

    office_id: str
    service: str
    channel: Channel
    not_before: date | None = None
    not_after: date | None = None
    part_of_day: PartOfDay | None = None
    limit: int = 3


@dataclass(frozen=True, slots=True)
class Hold:
    """A seat kept for one conversation until ``expires_at``."""

    id: str
    slot: Slot
    expires_at: datetime
