"""Who a chat or a call is with, for the agent who has it. Every look and every check is audited."""

from fastapi import APIRouter

from api.http.dependencies import IdentitiesDep, ServicesDep, StaffDep
from api.http.looks import require_search
from api.problems.errors import NobodyStated
from api.routes.desk import actor
from api.schemas.cases import IdentityIn, IdentityOut
from api.services.identities import checked_identity
from tools.audit import AuditRecord

router = APIRouter(prefix="/v1", tags=["citizens"])


@router.get("/conversations/{contact_id}/citizen")
@router.get("/calls/{contact_id}/citizen")
async def who(contact_id: str, services: ServicesDep, staff: StaffDep, identities: IdentitiesDep) -> IdentityOut:
    """Who it is with: nobody that is known, whoever was stated, or whoever an agent checked."""
    identity = await identities.seen_by(contact_id, staff)
    told = {"contact": contact_id, "citizen": identity.citizen, "level": identity.level}
    await services.desk.trail.note(actor(staff, ""), AuditRecord("identity", after=told))
    return IdentityOut.of(identity)


@router.post("/conversations/{contact_id}/identity")
@router.post("/calls/{contact_id}/identity")
async def check(
    contact_id: str, body: IdentityIn, services: ServicesDep, staff: StaffDep, identities: IdentitiesDep
) -> IdentityOut:
    """Say that one has checked who it is with, and how. It counts in this contact only.

    Of whom nobody stated, the agent names the citizen that they looked up with a reason.
    """
    contact = await identities.checker(contact_id, staff)
    stated = (await identities.seen_by(contact_id, staff)).citizen
    citizen = body.named or stated
    if citizen is None:
        raise NobodyStated(contact_id)
    if citizen != stated:
        await require_search(services, staff, citizen)
    checked = checked_identity(citizen, body.how, staff.who)
    told = {"contact": contact_id, "citizen": str(citizen), "how": body.how}
    await services.desk.trail.note(actor(staff, ""), AuditRecord("verify", after=told))
    await identities.check(contact, checked)
    return IdentityOut.of(checked)
