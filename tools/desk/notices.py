"""Notices to people when staff or a closure changes their appointment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from tools.desk.audit import Snapshot
from tools.store.events import PostgresEventBus

NOTICE_CHANNEL = "appointment_notice"
NoticeKind = Literal["booked", "moved", "cancelled", "moved_by_closure"]


@dataclass(frozen=True, slots=True)
class DeskNotice:
    """Something a person has to know. Contacts stay with the appointment; ``reason`` is that of a closure."""

    kind: NoticeKind
    appointment_id: str
    at: datetime
    before: Snapshot | None = None
    after: Snapshot | None = None
    reason: str | None = None


class Notices(Protocol):
    """The port that takes notices."""

    async def add(self, notice: DeskNotice, connection: AsyncConnection) -> None:
        """In the caller's transaction: it is told if, and only if, that is committed."""
        ...


class EventNotices:
    """Implements ``Notices``: an event on ``NOTICE_CHANNEL`` for whoever follows."""

    def __init__(self, events: PostgresEventBus) -> None:
        self._events = events

    async def add(self, notice: DeskNotice, connection: AsyncConnection) -> None:
        """See the port."""
        body = {
            "kind": notice.kind,
            "appointment_id": notice.appointment_id,
            "at": notice.at.isoformat(),
            "before": notice.before and dict(notice.before),
            "after": notice.after and dict(notice.after),
            "reason": notice.reason,
        }
        await self._events.publish_with(connection, NOTICE_CHANNEL, body)
