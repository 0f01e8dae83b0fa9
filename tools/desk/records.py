"""The audit and the notices of the desk: the result of a change and its notice are written in one transaction."""

from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock
from tools.desk.appointments import DeskAppointment
from tools.desk.audit import Actor, AuditRecord
from tools.desk.audit_postgres import PostgresAuditTrail
from tools.desk.notices import DeskNotice, Notices
from tools.desk.register import DeskRegister
from tools.store.database import Database


@dataclass(frozen=True, slots=True)
class PendingAction:
    """A change begun in the audit. ``record.after`` holds the intended result, with the ``kind`` of its notice."""

    deed_id: str
    actor: Actor
    record: AuditRecord


@dataclass(frozen=True, slots=True)
class Records:
    """All of it in one database. Methods may raise ToolUnavailable."""

    database: Database
    register: DeskRegister
    trail: PostgresAuditTrail
    notices: Notices
    clock: Clock

    async def begin(self, actor: Actor, record: AuditRecord) -> PendingAction:
        """Record the change before it is made."""
        return PendingAction(await self.trail.begin(actor, record), actor, record)

    async def refuse(self, begun: PendingAction, problem: str) -> None:
        """Record that the change was refused, and why."""
        await self.trail.refuse(begun.deed_id, begun.actor, replace(begun.record, after={"problem": problem}))

    async def finish(self, begun: PendingAction, appointment_id: str) -> DeskAppointment:
        """Record the appointment as it is now, and write a notice for the person; once each.

        However many cancel the same appointment, its person is told once.
        """
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
            if not await self.trail.write(connection, begun.deed_id, begun.actor, "done", done):
                return
            if done.action != "cancel" or not await self.trail.other_done(connection, begun.deed_id, done):
                await self.notices.add(notice, connection)

        await self.database.run(write)
        return current
