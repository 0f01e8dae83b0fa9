"""Days that close and the audit, for administrators."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.http.days import today_at
from api.http.dependencies import AdminDep, DeskDep, LanguageDep, ServicesDep, StaffDep
from api.problems.errors import PastDate
from api.routes.desk import actor, office_of
from api.schemas.desk import AuditEntryOut, AuditOut, CloseIn, ClosingOut, ClosureOut, ReopenIn
from api.settings.agendas import require_own_agenda
from tools.audit import AuditQuery

router = APIRouter(prefix="/v1/desk", tags=["desk"])

Name = Annotated[str | None, Query(max_length=80)]


@router.post("/closures")
async def close(body: CloseIn, services: ServicesDep, staff: AdminDep, language: LanguageDep) -> ClosingOut:
    """Close a day: nobody else can book it, and who had booked is moved to the nearest free moment and told.

    The same office, service and channel, the same part of the day where possible, later rather than earlier; the
    locator stays. Closing again goes on where a failure left it.
    """
    require_own_agenda(services.settings)
    office = office_of(services, body.office_id)
    if body.day < today_at(services.clock, office):
        raise PastDate(body.day.isoformat())
    closing = await services.desk.closures.close(office, body.day, actor(staff, body.reason))
    return ClosingOut.of(closing, office, language)


@router.get("/closures")
async def closures(
    services: ServicesDep, _staff: StaffDep, office_id: Annotated[str, Query(max_length=80)]
) -> list[ClosureOut]:
    """Days of an office closed after they had been offered, from today on."""
    office = office_of(services, office_id)
    known = await services.desk.closures.list_closures(office, today_at(services.clock, office))
    return [ClosureOut.of(one) for one in known]


@router.delete("/closures/{office_id}/{day}", status_code=204)
async def reopen(office_id: str, day: date, body: ReopenIn, services: ServicesDep, staff: AdminDep) -> None:
    """Offer the day again. Who was moved stays where they are."""
    await services.desk.closures.reopen(office_of(services, office_id), day, actor(staff, body.reason))


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """The entries wanted; days are those of the administration's time zone, both included."""

    since: Annotated[date | None, Query(alias="from")] = None
    until: Annotated[date | None, Query(alias="to")] = None
    who: Name = None
    office_id: Name = None
    appointment_id: Name = None
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None
    limit: Annotated[int, Query(ge=1, le=500)] = 100


@router.get("/audit")
async def audit(desk: DeskDep, _staff: AdminDep, asked: Annotated[AuditFilter, Depends()]) -> AuditOut:
    """The audit trail, the newest entry first: person, deed, time and reason. Entries are never altered."""
    query = AuditQuery(
        since=asked.since or date.min,
        until=asked.until or date.max,
        who=asked.who,
        office_id=asked.office_id,
        appointment_id=asked.appointment_id,
        before_id=asked.before,
        limit=asked.limit,
    )
    entries = [AuditEntryOut.of(entry) for entry in await desk.trail.find(query)]
    return AuditOut(entries=entries, next_before=entries[-1].id if len(entries) == asked.limit else None)
