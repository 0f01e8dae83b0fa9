"""The part of the services that the desk of an office needs."""

from dataclasses import dataclass
from typing import Protocol

from tools.audit import Actor, AuditEntry, AuditQuery, AuditRecord
from tools.desk.closures import Closures
from tools.desk.desk import Desk
from tools.feedback.quality import Quality


class AuditTrail(Protocol):
    """The audit, as routes use it. Both methods may raise ToolUnavailable."""

    async def note(self, actor: Actor, record: AuditRecord) -> None:
        """Record an action that changes no appointment."""
        ...

    async def find(self, query: AuditQuery) -> list[AuditEntry]:
        """Return the matching entries, the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class DeskServices:
    """Appointments for staff, closures of offices, the audit of both, and how people are served."""

    desk: Desk
    closures: Closures
    trail: AuditTrail
    quality: Quality
