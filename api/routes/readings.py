"""Need, language and danger of a conversation, put right by the agent who has it."""

from fastapi import APIRouter

from api.http.dependencies import ServicesDep, StaffDep, served
from api.problems.errors import UnknownNeed
from api.schemas.floor import StandingOut
from api.schemas.readings import ReadingIn
from api.services.readings import Readings

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
    knowledge = services.knowledge
    readings = Readings(
        services.chat, services.desk.trail, services.administration, knowledge.catalogue, services.phrases
    )
    return StandingOut.of(await readings.put_right(conversation_id, staff, body.wish()))
