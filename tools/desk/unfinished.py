"""Changes at the desk that a crash left without a result: whoever was moved or cancelled is told all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tools.audit import AuditEntry, AuditQuery, PendingAction
from tools.desk.records import Records
from tools.offices.offices import Office

_SURELY_OVER = timedelta(minutes=1)
_LOOKED_AT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Finishes what happened and was not told, each once. What did not happen stays ``begun``, for people to see.

    Methods may raise ToolUnavailable.
    """

    records: Records

    async def settle(self) -> int:
        """Moves and cancellations of all offices that began over a minute ago; any process may, at any time."""
        now = self.records.clock()
        between = now - _LOOKED_AT, now - _SURELY_OVER
        return await self._finish(await self.records.trail.unfinished_between(*between, ("move", "cancel")))

    async def settle_moves(self, office: Office) -> int:
        """Finish moves of an office, however recent, before its people are moved again."""
        return await self._finish(await self.records.trail.unfinished(office.id, "move"))

    async def _finish(self, entries: Sequence[AuditEntry]) -> int:
        finished = 0
        for entry in entries:
            if await self._happened(entry):
                begun = PendingAction(entry.deed_id, entry.actor, entry.record)
                await self.records.finish(begun, entry.record.appointment_id or "")
                finished += 1
        return finished

    async def _happened(self, entry: AuditEntry) -> bool:
        current = (await self.records.register.by_id(entry.record.appointment_id or "")).shown
        if entry.record.action == "cancel":
            return current.status == "cancelled"
        meant = entry.record.after or {}
        return current.slot.id == meant["slot_id"] and not await self._told_since(entry)

    async def _told_since(self, entry: AuditEntry) -> bool:
        """Whether a later move of the same appointment has been told: then this one never happened."""
        later = await self.records.trail.find(AuditQuery(appointment_id=entry.record.appointment_id))
        return any(one.id > entry.id and one.outcome == "done" and one.record.action == "move" for one in later)
