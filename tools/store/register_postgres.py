"""The register of appointments on PostgreSQL, and the marks of who came. What changes a seat goes through the book."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.book import Appointment
from tools.appointments.keys import Pseudonym, person_key
from tools.appointments.staff_view import DeskAppointment, Mark
from tools.errors import AppointmentNotFound
from tools.offices.offices import Office
from tools.reading.identities.parsing import parse_locator
from tools.store.database import Database
from tools.store.schema import appointments, attendance
from tools.store.seat_rows import slot_of

_ALL = (
    select(appointments, attendance.c.mark)
    .outerjoin(attendance, attendance.c.appointment_id == appointments.c.id)
    .order_by(appointments.c.starts_at, appointments.c.id)
)

_VISIT = text("""
    INSERT INTO interactions (system, reference, person_key, at, channel, need, outcome, appointment, agent)
    SELECT 'isac', 'visit:' || id, person_key, starts_at, channel, need, :outcome, id, :agent
    FROM appointments WHERE id = :id
    ON CONFLICT (system, reference) DO UPDATE
    SET at = excluded.at, outcome = excluded.outcome, agent = excluded.agent, placed = false
""")
"""Who came to an appointment, or did not, has an interaction of it; a mark that is mended mends it too."""


@dataclass(frozen=True, slots=True)
class AttendanceMark:
    """Who marked an appointment, and when."""

    appointment_id: str
    mark: Mark
    at: datetime
    who: str


class PostgresRegister:
    """Implements ``Register``. ``secret`` is the book's."""

    def __init__(self, database: Database, secret: bytes) -> None:
        self._database, self._secret = database, secret

    async def on(self, office: Office, day: date) -> list[DeskAppointment]:
        """See the port."""
        first = datetime.combine(day, time(), ZoneInfo(office.timezone))
        columns = appointments.c
        return await self._read(
            _ALL.where(
                columns.office_id == office.id,
                columns.starts_at >= first,
                columns.starts_at < datetime.combine(_after(day), time(), ZoneInfo(office.timezone)),
            )
        )

    async def by_locator(self, locator: str) -> DeskAppointment:
        """See the port."""
        return _only(await self._read(_ALL.where(appointments.c.locator == parse_locator(locator))))

    async def by_id(self, appointment_id: str) -> DeskAppointment:
        """See the port."""
        return _only(await self._read(_ALL.where(appointments.c.id == appointment_id)))

    async def by_person(self, document: str) -> list[DeskAppointment]:
        """See the port."""
        return await self._read(_ALL.where(appointments.c.person_key == person_key(document, self._secret)))

    async def mark(self, connection: AsyncConnection, marked: AttendanceMark) -> None:
        """Whether the person came; the last mark stands. What became of a visit its agent says in the case."""
        values = {"mark": marked.mark, "at": marked.at}
        statement = insert(attendance).values(appointment_id=marked.appointment_id, **values)
        await connection.execute(statement.on_conflict_do_update(index_elements=["appointment_id"], set_=values))
        came = marked.mark == "attended"
        visit = {"outcome": None if came else "abandoned", "agent": marked.who if came else None}
        await connection.execute(_VISIT, {"id": marked.appointment_id, **visit})

    async def lock(self, connection: AsyncConnection, appointment_id: str) -> None:
        """Until the transaction of the connection ends, nobody else changes it."""
        await connection.execute(select(appointments.c.id).where(appointments.c.id == appointment_id).with_for_update())

    async def _read(self, statement: Select[Any]) -> list[DeskAppointment]:
        rows = await self._database.run(lambda connection: connection.execute(statement))
        return [desk_appointment(row) for row in rows]


def _after(day: date) -> date:
    """The next day; the calendar ends with the year 9999."""
    return min(day, date(9999, 12, 30)) + timedelta(days=1)


def _only(found: list[DeskAppointment]) -> DeskAppointment:
    if not found:
        raise AppointmentNotFound("no appointment has that locator")
    return found[0]


def desk_appointment(row: Row[Any]) -> DeskAppointment:
    """A row of ``appointments`` with its ``mark``."""
    shown = Appointment(
        locator=row.locator,
        slot=slot_of(row),
        service=row.service,
        need=row.need,
        status="cancelled" if row.status == "cancelled" else "booked",
        document_hint=row.document_hint,
        created_at=row.created_at.astimezone(UTC),
    )
    return DeskAppointment(
        id=row.id,
        shown=shown,
        person=Pseudonym(row.person_key),
        name=row.contact_name,
        phone=row.contact_phone,
        email=row.contact_email,
        attendance=row.mark,
        language=row.language,
    )
