"""The records of the desk: what staff see, the audit, and the result of each change."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from tools.appointments.staff_view import DeskAppointment, Mark, Register
from tools.audit import Action, Actor, AuditEntry, AuditQuery, AuditRecord, PendingAction
from tools.clock import Clock


class DeskTrail(Protocol):
    """The audit, as the desk reads and writes it. Every method may raise ToolUnavailable."""

    async def note(self, actor: Actor, record: AuditRecord) -> None:
        """Something that changes nothing, such as a look at an appointment."""
        ...

    async def find(self, query: AuditQuery) -> list[AuditEntry]:
        """The newest first."""
        ...

    async def unfinished(self, office_id: str, action: Action) -> list[AuditEntry]:
        """Changes of an office that have begun and have no result, the oldest first."""
        ...

    async def unfinished_between(self, since: datetime, until: datetime, actions: Sequence[Action]) -> list[AuditEntry]:
        """The same of all offices, begun in that time (both ends included)."""
        ...

    async def begun_with(self, key: str) -> AuditEntry | None:
        """The last booking that began with an idempotency key (its hash, in ``after``) and was not refused."""
        ...


class Records(Protocol):
    """The result of a change, its audit and its notice are written together. Methods may raise ToolUnavailable."""

    @property
    def register(self) -> Register:
        """Appointments as they are."""
        ...

    @property
    def trail(self) -> DeskTrail:
        """The audit."""
        ...

    @property
    def clock(self) -> Clock:
        """The time of what is written."""
        ...

    async def begin(self, actor: Actor, record: AuditRecord) -> PendingAction:
        """Record the change before it is made."""
        ...

    async def refuse(self, begun: PendingAction, problem: str) -> None:
        """Record that the change was refused, and why."""
        ...

    async def finish(self, begun: PendingAction, appointment_id: str) -> DeskAppointment:
        """Record the appointment as it is now, and write a notice for the person; once each.

        However many cancel the same appointment, its person is told once.
        """
        ...

    async def complete(self, begun: PendingAction, record: AuditRecord) -> None:
        """Record a result of which no person is told."""
        ...

    async def mark(self, begun: PendingAction, appointment_id: str, mark: Mark, at: datetime) -> None:
        """Whether the person came; the last mark stands."""
        ...
