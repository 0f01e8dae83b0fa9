"""Call-backs: for citizens by reference and telephone, for agents as a list and at their hour."""

from typing import Annotated

from fastapi import APIRouter, Header

from api.http.dependencies import AgentDep, ChatDep, OriginDep, ServicesDep, StaffDep
from api.schemas.call_backs import CallBackOut, CallToMakeOut, MoveCallIn
from api.services.calling import CallingService
from api.services.chat import ChatServices
from tools.errors import CallBackNotFound

router = APIRouter(prefix="/v1", tags=["call-backs"])

Phone = Annotated[str, Header(alias="X-Phone", min_length=1, max_length=30)]
"""The telephone that is to be called opens a call-back together with its reference; it is in no address."""


@router.get("/call-backs/{reference}")
async def read(reference: str, services: ServicesDep, origin: OriginDep, phone: Phone) -> CallBackOut:
    """The call that is promised, and the windows that it may be moved to."""
    services.booking.find_limits.check(origin, reference)
    calling = _calling(services.chat, reference)
    found = await calling.of(reference, phone)
    return CallBackOut.of(found, free=await calling.windows(found))


@router.patch("/call-backs/{reference}")
async def move(reference: str, body: MoveCallIn, services: ServicesDep, origin: OriginDep, phone: Phone) -> CallBackOut:
    """Move it to another window."""
    services.booking.find_limits.check(origin, reference)
    calling = _calling(services.chat, reference)
    return CallBackOut.of(await calling.move(await calling.of(reference, phone), body.begins))


@router.delete("/call-backs/{reference}")
async def cancel(reference: str, services: ServicesDep, origin: OriginDep, phone: Phone) -> CallBackOut:
    """Cancel it: nobody calls."""
    services.booking.find_limits.check(origin, reference)
    calling = _calling(services.chat, reference)
    return CallBackOut.of(await calling.cancel(await calling.of(reference, phone)))


@router.get("/desk/call-backs")
async def to_make(chat: ChatDep, _role: AgentDep) -> list[CallToMakeOut]:
    """All the calls that are to be made, by window. At its hour the floor offers each to an agent."""
    return [CallToMakeOut.of_call(one) for one in await chat.calling.open()] if chat.calling is not None else []


@router.get("/desk/call-backs/{reference}")
async def to_make_now(reference: str, chat: ChatDep, staff: StaffDep) -> CallToMakeOut:
    """The call that the agent is making, with its telephone."""
    return CallToMakeOut.of_call(await _calling(chat, reference).held(reference, staff.who), whole=True)


@router.post("/desk/call-backs/{reference}/not-reached")
async def not_reached(reference: str, chat: ChatDep, staff: StaffDep) -> CallToMakeOut:
    """Nobody answered: they are called again in the next window with room, or no more; they are told in the chat."""
    return CallToMakeOut.of_call(await _calling(chat, reference).not_reached(reference, staff.who))


def _calling(chat: ChatServices, reference: str) -> CallingService:
    """Where nobody is called back, there is no such call. Raises CallBackNotFound."""
    if chat.calling is None:
        raise CallBackNotFound(reference)
    return chat.calling
