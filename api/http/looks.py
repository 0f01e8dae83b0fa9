"""A member of staff who reads of a citizen: within a contact that is theirs, or after a search with its reason."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

from fastapi import Depends, Path, Query

from api.http.dependencies import IdentitiesDep, ServicesDep, StaffDep
from api.problems.errors import Forbidden, NotVerified, ReasonNeeded
from api.schemas.citizens import CitizenId
from api.services.services import Services
from api.services.tokens import Staff
from tools.appointments.keys import Pseudonym
from tools.audit import Action, Actor, AuditRecord
from tools.citizens.identity import Level

SEARCH_LASTS = timedelta(hours=1)
"""How long what an agent looked up, with a reason, stays open to them."""


@dataclass(frozen=True, slots=True)
class Look:
    """Who reads of whom, and what they may be shown. ``contact``: the one in which they do, if any."""

    staff: Staff
    citizen: Pseudonym
    level: Level
    contact: str | None = None

    async def note(self, services: Services, action: Action, **about: Any) -> None:
        """Write to the audit what they do."""
        where = {} if self.contact is None else {"contact": self.contact, "level": self.level}
        record = AuditRecord(action, after={"citizen": str(self.citizen), **where, **about})
        await services.desk.trail.note(Actor(self.staff.who, self.staff.role, ""), record)


Contact = Annotated[str | None, Query(max_length=80, description="The chat or call in which it is asked.")]


@dataclass(frozen=True, slots=True)
class Within:
    """The contact in which something is asked, by either of its names."""

    contact: Contact = None
    conversation: Contact = None


async def get_look(
    citizen_id: Annotated[CitizenId, Path()],
    services: ServicesDep,
    staff: StaffDep,
    identities: IdentitiesDep,
    within: Annotated[Within, Depends()],
) -> Look:
    """Raises NotAttending, ContactNotFound, Forbidden: the contact is with somebody else, or ReasonNeeded."""
    if (contact := within.contact or within.conversation) is not None:
        identity = await identities.seen_by(contact, staff)
        if identity.citizen != citizen_id:
            raise Forbidden("the contact is not known to be with them")
        return Look(staff, Pseudonym(citizen_id), identity.level, contact)
    await require_search(services, staff, citizen_id)
    return Look(staff, Pseudonym(citizen_id), "verified")


LookDep = Annotated[Look, Depends(get_look)]


async def get_change(look: LookDep) -> Look:
    """Whoever changes something of theirs. Raises NotVerified."""
    if look.level != "verified":
        raise NotVerified(look.level)
    return look


ChangeDep = Annotated[Look, Depends(get_change)]


async def require_search(services: Services, staff: Staff, citizen_id: str) -> None:
    """Raises ReasonNeeded unless they looked the citizen up a short while ago."""
    since = services.clock() - SEARCH_LASTS
    if not await services.desk.trail.looked_up(staff.who, citizen_id, since):
        raise ReasonNeeded(citizen_id)
