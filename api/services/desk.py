"""The desk, as routes and commands use it."""

from dataclasses import dataclass
from typing import Protocol

from tools.desk.audit import AuditEntry, AuditQuery, Deed, Happening
from tools.desk.closures import Closures
from tools.desk.desk import Desk


class Trail(Protocol):
    """The part of the audit that routes use. Both may raise ToolUnavailable."""

    async def note(self, deed: Deed, happening: Happening) -> None:
        """Something that changes nothing."""
        ...

    async def find(self, query: AuditQuery) -> list[AuditEntry]:
        """The newest first."""
        ...


@dataclass(frozen=True, slots=True)
class DeskParts:
    """Appointments for staff, days that close, and the trail of it all."""

    desk: Desk
    closures: Closures
    trail: Trail
