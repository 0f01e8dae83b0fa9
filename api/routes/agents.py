"""Routes for members of staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.http.dependencies import AgentDep, ChatDep, StaffDep
from api.schemas.conversations import HandOffOut, WaitingOut
from tools.queues.hand_offs import CURSOR

router = APIRouter(prefix="/v1", tags=["agents"])


_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_PAGED: dict[int | str, dict[str, Any]] = {
    200: {
        "headers": {
            "X-Total-Count": {"description": "All that wait.", "schema": _COUNT},
            "X-Urgent-Count": {"description": "All that wait and are urgent.", "schema": _COUNT},
            "Link": {"description": 'The next page, as `<…>; rel="next"`, if any.', "schema": {"type": "string"}},
        }
    }
}


@router.get("/queue", responses=_PAGED)
async def queue(
    request: Request,
    response: Response,
    chat: ChatDep,
    _role: AgentDep,
    limit: int = 50,
    after: Annotated[str | None, Query(pattern=CURSOR)] = None,
) -> list[WaitingOut]:
    """Conversations that wait for a person and nobody has accepted: urgent ones first, then the oldest,
    those given back or vulnerable with a head start.

    `X-Total-Count` and `X-Urgent-Count` count all; `Link` leads to the next page, when there is one. Hand-offs beyond
    the first few of one address come after the others that are as urgent (`apart`); `same_origin` says how many wait.
    """
    page = await chat.hand_offs.page(max(1, min(limit, 200)), after)
    response.headers["X-Total-Count"] = str(page.total)
    response.headers["X-Urgent-Count"] = str(page.urgent)
    if page.after is not None:
        following = request.url.include_query_params(after=page.after)
        response.headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    return [WaitingOut.of_waiting(entry) for entry in page.entries]


@router.post("/queue/{hand_off_id}/accept")
async def accept(hand_off_id: str, chat: ChatDep, staff: StaffDep) -> HandOffOut:
    """Take a conversation that is offered or waits: it leaves the queue, in the name in the token.

    The same agent again gets the same answer. Whoever takes one has come in (`PUT /v1/desk/presence`).
    """
    return HandOffOut.of((await chat.people.accept(hand_off_id, staff.who)).hand_off)
