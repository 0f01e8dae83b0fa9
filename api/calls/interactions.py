"""A call that ends stays on the timeline of whoever it was about."""

from dataclasses import dataclass, replace
from typing import Any

from api.services.citizens import CitizenServices
from api.services.contact_ends import promises_in, reason_in
from api.services.identities import IDENTITY
from speech.calls.record import Call, Track
from speech.segments import Heard
from tools.appointments.keys import Pseudonym
from tools.citizens.timeline import OWN, Interaction
from tools.clock import Clock
from tools.contacts.contact_log import ContactLog


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
        interaction = self._interaction(call, told.get("summary", {}) if agreed else {})
        if (checked := told.get(IDENTITY)) is not None:
            interaction = replace(interaction, person=Pseudonym(checked["citizen"]))
        await self.citizens.timelines.add(interaction)

    def forget(self, call: Call) -> None:
        """See the port."""

    def _interaction(self, call: Call, summary: Any) -> Interaction:
        documents = {one["value"] for one in summary.get("entities", ()) if one["kind"] == "document"}
        return Interaction(
            system=OWN,
            reference=f"call:{call.id}",
            at=self.clock(),
            channel="phone",
            person=self.citizens.stated(documents),
            need=next(iter(summary.get("needs", ())), None),
            outcome=summary.get("disposition"),
            summary=reason_in(summary),
            agent=call.opened_by,
            promises=promises_in(summary),
        )
