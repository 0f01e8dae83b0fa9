"""A call that ends stays on the timeline of whoever it was about."""

from dataclasses import dataclass
from typing import Any

from api.services.citizens import CitizenServices
from speech.calls.record import Call, Track
from speech.segments import Heard
from tools.citizens.timeline import OWN, Interaction
from tools.clock import Clock
from tools.contacts.contact_log import ContactLog
from tools.reading.masking import mask


@dataclass(frozen=True, slots=True)
class InteractionWatch:
    """Implements ``CallObserver``. It comes after the one that tells the summary, and keeps what that says."""

    citizens: CitizenServices
    log: ContactLog
    clock: Clock

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """See the port."""

    async def ending(self, call: Call) -> None:
        """See the port. Raises ToolUnavailable: then the call is ended again later."""
        told = {event.kind: event.data for event in await self.log.events(call.id)}
        agreed = call.consent is None or call.consent.agreed
        await self.citizens.timelines.add(self._interaction(call, told.get("summary", {}) if agreed else {}))

    def forget(self, call: Call) -> None:
        """See the port."""

    def _interaction(self, call: Call, summary: Any) -> Interaction:
        documents = {one["value"] for one in summary.get("entities", ()) if one["kind"] == "document"}
        reason = summary.get("reason")
        return Interaction(
            system=OWN,
            reference=f"call:{call.id}",
            at=self.clock(),
            channel="phone",
            person=self.citizens.stated(documents),
            need=next(iter(summary.get("needs", ())), None),
            outcome=summary.get("disposition"),
            summary=mask(reason) if reason else None,
            agent=call.opened_by,
        )
