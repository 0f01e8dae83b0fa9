"""The audit and the notices of the desk: the result of a change and its notice are written in one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.staff_view import DeskAppointment, Mark
from tools.audit import Actor, AuditRecord, PendingAction
from tools.clock import Clock
from tools.store.audit_postgres import PostgresAuditTrail
from tools.store.database import Database
from tools.store.desk_notices import DeskNotice, Notices
from tools.store.register_postgres import AttendanceMark, PostgresRegister


@dataclass(frozen=True, slots=True)
class PostgresRecords:
    """Implements ``Records``, all of it in one database."""

    database: Database
    register: PostgresRegister
    trail: PostgresAuditTrail
    notices: Notices
    clock: Clock

    async def begin(self, actor: Actor, record: AuditRecord) -> PendingAction:
        """See the port."""
        return PendingAction(await self.trail.begin(actor, record), actor, record)

    async def refuse(self, begun: PendingAction, problem: str) -> None:
        """See the port."""
        await self.trail.refuse(begun.deed_id, begun.actor, replace(begun.record, after={"problem": problem}))

    async def finish(self, begun: PendingAction, appointment_id: str) -> DeskAppointment:
        """See the port."""
        current = await self.register.by_id(appointment_id)
        done = replace(begun.record, appointment_id=appointment_id, after=current.snapshot())
        meant = begun.record.after or {}
        notice = DeskNotice(
            kind=meant["kind"],
            appointment_id=appointment_id,
            at=self.clock(),
            before=done.before,
            after=done.after,
            reason=begun.actor.reason if meant["kind"] == "moved_by_closure" else None,
        )

        async def write(connection: AsyncConnection) -> None:
            await self.register.lock(connection, appointment_id)  # who else finishes the same sees this one, or waits
            if not await self._write_done(connection, begun, done):
                return
            if done.action != "cancel" or not await self.trail.other_done(connection, begun.deed_id, done):
                await self.notices.add(notice, connection)

        await self.database.run(write)
        return current

    async def complete(self, begun: PendingAction, record: AuditRecord) -> None:
        """See the port."""
        await self.database.run(lambda connection: self._write_done(connection, begun, record))

    async def mark(self, begun: PendingAction, appointment_id: str, mark: Mark, at: datetime) -> None:
        """See the port."""

        async def write(connection: AsyncConnection) -> None:
            await self.register.mark(connection, AttendanceMark(appointment_id, mark, at, begun.actor.who))
            await self._write_done(connection, begun, begun.record)

        await self.database.run(write)

    async def _write_done(self, connection: AsyncConnection, begun: PendingAction, done: AuditRecord) -> bool:
        return await self.trail.write(connection, begun.deed_id, begun.actor, "done", done)
