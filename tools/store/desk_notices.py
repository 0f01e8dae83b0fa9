"""Notices to people when staff or a closure changes their appointment: events and letters, written with the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.languages import Language
from tools.appointments.staff_view import DeskChange
from tools.audit import Snapshot
from tools.letters.appointments import AppointmentLetters
from tools.letters.notifications import Notice
from tools.store.events import PostgresEventBus
from tools.store.outbox_postgres import put
from tools.store.register_postgres import desk_appointment
from tools.store.schema import appointments, attendance

NOTICE_CHANNEL = "appointment_notice"
_ONE = select(appointments, attendance.c.mark).outerjoin(attendance, attendance.c.appointment_id == appointments.c.id)


@dataclass(frozen=True, slots=True)
class DeskNotice:
    """Something a person has to know. Contacts stay with the appointment; ``reason`` is that of a closure."""

    kind: DeskChange
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


class DeskLetters:
    """Implements ``Notices``. ``language``: of appointments whose own is not known."""

    def __init__(self, language: Language) -> None:
        self._language = language

    async def add(self, notice: DeskNotice, connection: AsyncConnection) -> None:
        """See the port. Whoever is booked for stands at the desk and gets none."""
        found = (await connection.execute(_ONE.where(appointments.c.id == notice.appointment_id))).one_or_none()
        if found is None or notice.kind == "booked":
            return
        one = desk_appointment(found)
        if one.email:
            letters = AppointmentLetters(one.shown.locator, one.shown.slot, one.email, one.language or self._language)
            await put(connection, _letter(letters, notice))


class AllNotices:
    """Implements ``Notices``: each of several, in one transaction."""

    def __init__(self, notices: Sequence[Notices]) -> None:
        self._notices = notices

    async def add(self, notice: DeskNotice, connection: AsyncConnection) -> None:
        """See the port."""
        for one in self._notices:
            await one.add(notice, connection)


def _letter(letters: AppointmentLetters, notice: DeskNotice) -> Notice:
    told = f"{notice.appointment_id}|{notice.kind}|{notice.at.isoformat()}"
    if notice.kind == "cancelled":
        return letters.cancelled(told, notice.at)
    before = datetime.fromisoformat(notice.before["starts_at"]) if notice.before else None
    return letters.moved(told, notice.at, before, notice.reason)
