"""Need, language and danger of a conversation, put right by the agent who has it."""

from fastapi import APIRouter

from api.http.dependencies import ServicesDep, StaffDep, served
from api.problems.errors import UnknownNeed
from api.routes.desk import actor
from api.schemas.floor import StandingOut
from api.schemas.readings import ReadingIn, ReadingOut
from api.services.readings import Readings
from tools.audit import AuditRecord

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])


@router.patch("/{conversation_id}/reading")
async def put_right(conversation_id: str, body: ReadingIn, services: ServicesDep, staff: StaffDep) -> StandingOut:
    """Say what it is about, in which language, and whether somebody is in danger. It is undone by saying the opposite.

    It holds for who has it next, the assistant, the summary, the copilot and the timeline, and is kept in the contact
    as a case to look at. The citizen is told nothing; what they are told next is in the language.
    """
    if body.need is not None and body.need not in services.knowledge.catalogue:
        raise UnknownNeed(body.need)
    served(services, body.language)
    readings = Readings(services.chat, services.administration, services.knowledge.catalogue, services.phrases)
    before, after = await readings.put_right(conversation_id, staff.who, body.wish())
    was, now = ReadingOut.of(before), ReadingOut.of(after)
    if was != now:
        record = AuditRecord(
            "correct", before=was.model_dump(), after={"conversation": conversation_id, **now.model_dump()}
        )
        await services.desk.trail.note(actor(staff, "correction"), record)
    return StandingOut.of(after)
