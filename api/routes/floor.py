"""The floor for agents: coming in, being offered what waits, and what they do with it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

from fastapi import APIRouter, Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from api.http.dependencies import AgentDep, ChatDep, Credentials, IdentitiesDep, ServicesDep, StaffDep
from api.schemas.consultations import ConsultationOut
from api.schemas.floor import PresenceIn, PresenceOut, StandingOut, TransferIn, WrapUpIn, floor_events
from api.services.chat import ChatServices
from api.services.services import Services
from api.services.tokens import Staff
from api.services.wrap_up import wrap_up
from knowledge.errors import IsacError
from tools.errors import ToolUnavailable
from tools.queues.floor import Standing, Transfer
from tools.queues.hand_offs import CALL_BACK

router = APIRouter(prefix="/v1", tags=["agents"])

_LOOK_AGAIN_S = 5.0


@router.put("/desk/presence")
async def enter(body: PresenceIn, chat: ChatDep, staff: StaffDep) -> PresenceOut:
    """Come in, change state, or say again that one is there: at least every 15 seconds.

    Whoever is not heard of for 45 seconds is away, and what they hold goes back to the front of the queue.
    """
    entered = await chat.floor.enter(body.agent(staff.who, staff.name), body.state, staff.role == "admin")
    return PresenceOut.of_presence(entered)


@router.get("/desk/presence")
async def present(chat: ChatDep, _role: AgentDep) -> list[PresenceOut]:
    """Who is at work, by name."""
    return [PresenceOut.of_presence(one) for one in await chat.floor.present()]


@router.delete("/desk/presence", status_code=204)
async def leave(chat: ChatDep, staff: StaffDep) -> Response:
    """Go home; what one holds goes back to the front of the queue."""
    await chat.floor.leave(staff.who)
    return Response(status_code=204)


@router.get("/desk/events", response_class=EventSourceResponse)
async def events(services: ServicesDep, staff: StaffDep, credentials: Credentials) -> EventSourceResponse:
    """What concerns an agent, as it changes: `offer`, `held`, `consultation`, `withdrawn`, `queue`, `presence`.

    Supervisors also get `asked_in`. It begins with all that there is, so whoever connects again needs nothing else.
    It ends with the token.
    """
    assert credentials is not None
    return EventSourceResponse(_tell(services, staff, credentials.credentials), ping=15)


@router.get("/queue/mine")
async def mine(chat: ChatDep, staff: StaffDep) -> list[StandingOut]:
    """What is offered to the agent and what they hold, oldest first; then what a supervisor was asked into."""
    own = await chat.floor.of_agent(staff.who)
    asked = (await chat.floor_now()).supervised(staff.who) if staff.role == "admin" else ()
    return [StandingOut.of(one) for one in (*own, *asked)]


@router.post("/queue/{hand_off_id}/decline")
async def decline(hand_off_id: str, chat: ChatDep, staff: StaffDep) -> StandingOut:
    """Give an offer on to others."""
    return StandingOut.of(await chat.floor.decline(hand_off_id, staff.who))


@router.post("/queue/{hand_off_id}/transfer")
async def transfer(hand_off_id: str, body: TransferIn, chat: ChatDep, staff: StaffDep) -> StandingOut:
    """Send what one holds to another agent at work or to a unit, with a note that citizens never see.

    A colleague who is being consulted about it has it at once; others are offered it first.
    """
    return StandingOut.of(await chat.consulting.transfer(hand_off_id, staff.who, Transfer(body.to, body.note)))


@router.post("/queue/{hand_off_id}/return")
async def give_back(hand_off_id: str, chat: ChatDep, staff: StaffDep) -> StandingOut:
    """Give the conversation back to the assistant."""
    given_back = await chat.people.give_back(hand_off_id, staff.who)
    await _call_made(given_back, chat)
    return StandingOut.of(given_back)


@router.post("/queue/{hand_off_id}/close")
async def close(
    hand_off_id: str, body: WrapUpIn, services: ServicesDep, identities: IdentitiesDep, staff: StaffDep
) -> StandingOut:
    """End it, with what became of it; it stays on the citizen's timeline. The same again changes nothing."""
    closed = await wrap_up(services, identities, hand_off_id, staff.who, body)
    await _call_made(closed, services.chat)
    return StandingOut.of(closed)


@router.post("/queue/{hand_off_id}/supervisor")
async def call_supervisor(hand_off_id: str, chat: ChatDep, staff: StaffDep) -> StandingOut:
    """Ask a supervisor in."""
    return StandingOut.of(await chat.floor.call_supervisor(hand_off_id, staff.who))


async def _call_made(over: Standing, chat: ChatServices) -> None:
    """A call-back that an agent ended has been made: who was not reached is told of in another way."""
    if chat.calling is not None and over.hand_off.reason == CALL_BACK:
        await chat.calling.reached(over.hand_off.id)


async def _tell(services: Services, staff: Staff, token: str) -> AsyncIterator[ServerSentEvent]:
    """What is new since it was told last."""
    told: dict[str, dict[str, Any]] = {}
    async with aclosing(services.chat.floor.follow(_LOOK_AGAIN_S)) as changes:
        async for _ in changes:
            try:
                services.tokens.staff(token, "agent")
                now = await _state(services, staff)
            except ToolUnavailable:
                await asyncio.sleep(_LOOK_AGAIN_S / 5)
                continue
            except IsacError:
                return
            for event in _news(told, now):
                yield event
            told = now


async def _state(services: Services, staff: Staff) -> dict[str, dict[str, Any]]:
    floor = await services.chat.floor_now()
    asked, page = floor.supervised(staff.who) if staff.role == "admin" else (), floor.queue
    state = floor_events(floor.of_agent(staff.who), asked)
    for one in floor.consulted(staff.who):
        state[f"consultation:{one.id}"] = ConsultationOut.of(one).model_dump(mode="json")
    longest = max(0, int((services.clock() - page.oldest).total_seconds())) if page.oldest else None
    state["queue"] = {"total": page.total, "urgent": page.urgent, "longest_s": longest}
    here = [PresenceOut.of_presence(one).model_dump(mode="json") for one in floor.present]
    return {**state, "presence": {"present": here}}


def _news(told: dict[str, dict[str, Any]], now: dict[str, dict[str, Any]]) -> list[ServerSentEvent]:
    """An event for each difference; one that has become something else is not withdrawn."""
    left = {key.partition(":")[2] for key in now}
    gone = [key.partition(":")[2] for key in told if key not in now]
    events = [ServerSentEvent(json.dumps({"id": one}), event="withdrawn") for one in gone if one not in left]
    for key, data in now.items():
        if told.get(key) != data:
            events.append(ServerSentEvent(json.dumps(data, ensure_ascii=False), event=key.partition(":")[0]))
    return events
