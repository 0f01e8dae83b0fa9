"""The part of the services that the desk of an office needs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tools.audit import Actor, AuditEntry, AuditQuery, AuditRecord
from tools.desk.closures import Closures
from tools.desk.desk import Desk
from tools.feedback.quality import Quality


class AuditTrail(Protocol):
    """The audit, as routes use it. Every method may raise ToolUnavailable."""

    async def note(self, actor: Actor, record: AuditRecord) -> None:
        """Record an action that changes no appointment."""
        ...

    async def refuse(self, deed_id: str, actor: Actor, record: AuditRecord) -> None:
        """Record that something was not done."""
        ...

    async def looked_up(self, who: str, citizen: str, since: datetime) -> bool:
        """Return whether that member of staff has looked that citizen up since then, and so gave a reason."""
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
