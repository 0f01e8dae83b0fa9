"""Letters about what the desk changed: written to the outbox with the change, for who gave an e-mail when booking."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.languages import Language
from tools.desk.notices import DeskNotice, Notices
from tools.desk.register import desk_appointment
from tools.letters.appointments import AppointmentLetters
from tools.letters.notifications import Notice
from tools.store.outbox_postgres import put
from tools.store.schema import appointments, attendance

_ONE = select(appointments, attendance.c.mark).outerjoin(attendance, attendance.c.appointment_id == appointments.c.id)


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
