"""Conversations: open, say, read again, listen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, Header, Request
from sse_starlette import EventSourceResponse, ServerSentEvent

from agents.reception.turns.transcript import TURN
from agents.reception.turns.turn import Turn
from api.http.dependencies import ConversationDep, LanguageDep, MetricsDep, OriginDep, ServicesDep, served
from api.http.metrics import Metrics
from api.http.problems import describe, language_on_error, log_problem
from api.routes.turn_events import missed_event, problem_event, turn_events
from api.schemas.conversations import ConversationOut, MessageIn, OpenedOut, OpenIn, TurnOut
from api.services.services import Services
from tools.errors import ToolUnavailable

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])

_STREAM: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}, "description": "A turn, or a stream of it."}
}


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message: what tells it from the same words said a second time, and where it comes from."""

    text: str
    key: str
    origin: str | None


Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)]


async def get_message(body: MessageIn, origin: OriginDep, key: Key = None) -> IncomingMessage:
    """Without a key it is a message of its own."""
    return IncomingMessage(body.text, key or uuid4().hex, origin)


IncomingMessageDep = Annotated[IncomingMessage, Depends(get_message)]


@router.post("", status_code=201)
async def open_conversation(services: ServicesDep, language: LanguageDep, body: OpenIn | None = None) -> OpenedOut:
    """Start a conversation and be greeted. The body may be left out."""
    wanted = served(services, body.language if body else None) or language
    conversation_id, greeting = await services.chat.conversations.open(wanted)
    return OpenedOut(
        id=conversation_id,
        token=services.tokens.for_conversation(conversation_id),
        expires_at=services.clock() + services.tokens.conversation_life,
        language=greeting.language,
        greeting=TurnOut.of(greeting),
    )


@router.post("/{conversation_id}/messages", response_model=TurnOut, responses=_STREAM)
async def say(
    conversation_id: ConversationDep,
    said: IncomingMessageDep,
    request: Request,
    services: ServicesDep,
    metrics: MetricsDep,
) -> Any:
    """Say something and get a turn; as ``text/event-stream``, events ``message``…, ``turn`` or ``problem``.

    Whoever got no answer sends it again with the same ``Idempotency-Key``: that is one turn, and gets its answer.
    """
    # A task of its own: a person who closes the page must not cut a booking in two.
    turn = asyncio.create_task(_take_turn(services, metrics, conversation_id, said))
    if "text/event-stream" in request.headers.get("accept", ""):
        return EventSourceResponse(_stream(request, services, turn))
    return TurnOut.of(await asyncio.shield(turn))


@router.get("/{conversation_id}")
async def read(conversation_id: ConversationDep, services: ServicesDep) -> ConversationOut:
    """The conversation as it stands, so that a page can go on after a reload."""
    return ConversationOut.of(conversation_id, await services.chat.conversations.snapshot(conversation_id))


@router.get("/{conversation_id}/events", response_class=EventSourceResponse)
async def listen(
    conversation_id: ConversationDep,
    services: ServicesDep,
    last: Annotated[str | None, Header(alias="Last-Event-ID")] = None,
) -> EventSourceResponse:
    """Turns as they happen, in whatever process they were answered: each as ``turn``, once. From this moment on, or
    after the turn that ``Last-Event-ID`` names.

    One that the next overtook before it could be sent is told as ``missed``, with its id: read the transcript.
    """
    await services.chat.conversations.update_log(conversation_id)  # an unknown one is a problem, not an empty stream
    events = await services.chat.contacts.events(conversation_id)
    seen = next((event.number for event in events if last is not None and event.data.get("turn_id") == last), None)
    newest = events[-1].number if events else 0
    return EventSourceResponse(_follow(services, conversation_id, newest if seen is None else seen), ping=15)


async def _take_turn(services: Services, metrics: Metrics, conversation_id: str, said: IncomingMessage) -> Turn:
    try:
        turn = await _reply(services, conversation_id, said)
    except ToolUnavailable:
        await services.ping()  # starts an embedded database again; raises while there is none
        turn = await _reply(services, conversation_id, said)  # if it was answered after all, that is the answer
    metrics.turn(turn)
    return turn


async def _reply(services: Services, conversation_id: str, said: IncomingMessage) -> Turn:
    async with services.chat.turn_locks.turn(conversation_id):
        return await services.chat.conversations.reply(conversation_id, said.text, said.key, said.origin)


async def _stream(request: Request, services: Services, task: "asyncio.Task[Turn]") -> AsyncIterator[ServerSentEvent]:
    try:
        turn = await asyncio.shield(task)
    except Exception as error:
        body = describe(services, await language_on_error(request, services), error)
        log_problem(body, error)
        yield problem_event(body)
        return
    for event in turn_events(turn):
        yield event


async def _follow(services: Services, conversation_id: str, after: int) -> AsyncIterator[ServerSentEvent]:
    """Events name turns only: what was said is read again, by who may read it."""
    async with aclosing(services.chat.contacts.follow(conversation_id, after)) as events:
        async for event in events:
            if event.kind != TURN:
                continue
            turn, turn_id = await services.chat.conversations.latest(conversation_id), event.data["turn_id"]
            if turn is not None and turn.turn_id == turn_id:
                yield turn_events(turn)[-1]
            else:
                yield missed_event(turn_id)
