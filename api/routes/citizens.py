"""Citizens for staff: who somebody is, by pseudonym, and what their contacts were about. Every look is audited."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from api.http.dependencies import CitizensDep, LanguageDep, ServicesDep, StaffDep
from api.routes.desk import actor
from api.schemas.citizens import CitizenFindIn, CitizenId, CitizenOut, TimelineOut
from tools.appointments.keys import Pseudonym
from tools.audit import AuditRecord
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
    citizen_id: Annotated[CitizenId, Path()],
    services: ServicesDep,
    staff: StaffDep,
    language: LanguageDep,
    part: Annotated[Part, Depends()],
) -> TimelineOut:
    """What their contacts were about, by any channel and in any system that was imported, newest first."""
    await services.desk.trail.note(actor(staff, ""), AuditRecord("timeline", after={"citizen": citizen_id}))
    page = await services.citizens.timelines.page(Pseudonym(citizen_id), part.limit, part.after)
    return TimelineOut.of(page, services.knowledge.catalogue, language)
