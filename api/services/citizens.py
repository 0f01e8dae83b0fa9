"""The part of the services that timelines and cases of citizens need."""

from collections.abc import Awaitable, Callable, Set
from dataclasses import dataclass

from tools.appointments.keys import Pseudonym
from tools.appointments.staff_view import DeskAppointment
from tools.citizens.cases import Cases
from tools.citizens.timeline import TimelinePage, Timelines
from tools.errors import BadIdentifier


@dataclass(frozen=True, slots=True)
class CitizenServices:
    """``pseudonym`` makes that of a document. It raises BadIdentifier. ``appointment``: that with a locator, if any."""

    timelines: Timelines
    cases: Cases
    pseudonym: Callable[[str], Pseudonym]
    appointment: Callable[[str], Awaitable[DeskAppointment | None]]

    def stated(self, documents: Set[str]) -> Pseudonym | None:
        """Whom a contact was about that named these documents: of several nobody can say which."""
        if len(documents) != 1:
            return None
        try:
            return self.pseudonym(next(iter(documents)))
        except BadIdentifier:
            return None

    async def timeline(self, person: Pseudonym, limit: int, after: str | None) -> TimelinePage:
        """Part of theirs, with the case that each interaction is in. Raises ToolUnavailable."""
        await self.cases.settle(person)
        return await self.timelines.page(person, limit, after)
