"""What members of staff read."""

from fastapi import APIRouter

from api.deps import AgentDep, ServicesDep, StaffDep
from api.schemas.conversations import HandOffOut

router = APIRouter(prefix="/v1", tags=["agents"])


@router.get("/queue")
async def queue(services: ServicesDep, _role: AgentDep, limit: int = 50) -> list[HandOffOut]:
    """Conversations that wait for a person and nobody has accepted: urgent ones first, then the oldest."""
    waiting = await services.hand_offs.waiting(max(1, min(limit, 200)))
    return [HandOffOut.of(hand_off) for hand_off in waiting]


@router.post("/queue/{hand_off_id}/accept")
async def accept(hand_off_id: str, services: ServicesDep, staff: StaffDep) -> HandOffOut:
    """Take a conversation: it leaves the queue, in the name in the token. The same agent again gets the same answer."""
    return HandOffOut.of(await services.hand_offs.accept(hand_off_id, staff.who))
