"""Citizens for staff: who somebody is, by pseudonym, and what their contacts were about. Every look is audited."""

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from api.http.dependencies import AdminDep, CitizensDep, LanguageDep, ServicesDep, StaffDep
from api.http.looks import LookDep
from api.routes.desk import actor
from api.schemas.citizens import CitizenFindIn, CitizenId, CitizenOut, EraseIn, TimelineOut
from tools.appointments.keys import Pseudonym
from tools.audit import AuditRecord
from tools.citizens.identity import interaction_shown
from tools.citizens.timeline import CURSOR

router = APIRouter(prefix="/v1/citizens", tags=["citizens"])


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a timeline."""

    after: Annotated[str | None, Query(pattern=CURSOR)] = None
    limit: Annotated[int, Query(ge=1, le=200)] = 50


@router.post("/find")
async def find(body: CitizenFindIn, services: ServicesDep, citizens: CitizensDep, staff: StaffDep) -> CitizenOut:
    """The id of whoever the document is of. The document is not kept."""
    found = citizens.pseudonym(body.document)
    await services.desk.trail.note(actor(staff, body.reason), AuditRecord("find", after={"citizen": str(found)}))
    return CitizenOut(id=str(found))


@router.get("/{citizen_id}/timeline")
async def timeline(
    look: LookDep, services: ServicesDep, language: LanguageDep, part: Annotated[Part, Depends()]
) -> TimelineOut:
    """What their contacts were about, by any channel and in any system that was imported, newest first.

    Asked within a contact (`contact`), as much of it as is known there of who they are allows; else to who looked the
    citizen up, with a reason, in the last hour.
    """
    await look.note(services, "timeline")
    page = await services.citizens.timeline(look.citizen, part.limit, part.after)
    shown = [interaction_shown(one, look.level) for one in page.entries]
    entries = tuple(one for one in shown if one is not None)
    return TimelineOut.of(replace(page, entries=entries), services.knowledge.catalogue, language)


@router.delete("/{citizen_id}", status_code=204)
async def erase(
    citizen_id: Annotated[CitizenId, Path()], body: EraseIn, services: ServicesDep, staff: AdminDep
) -> Response:
    """Erase what is kept of their contacts, cases too. Appointments stay: they are cancelled on their own."""
    record = AuditRecord("erase", after={"citizen": citizen_id})
    await services.desk.trail.note(actor(staff, body.reason), record)
    await services.citizens.timelines.forget(Pseudonym(citizen_id))
    return Response(status_code=204)
