"""What members of staff read."""

from fastapi import APIRouter

from api.deps import AgentDep, ServicesDep
from api.schemas import HandOffOut

router = APIRouter(prefix="/v1", tags=["agents"])


@router.get("/queue")
async def queue(services: ServicesDep, _role: AgentDep, limit: int = 50) -> list[HandOffOut]:
    """Conversations that wait for a person: urgent ones first, then the oldest."""
    waiting = await services.hand_offs.waiting(max(1, min(limit, 200)))
    return [HandOffOut.of(hand_off) for hand_off in waiting]
