"""Conversations: open, say, read again, listen."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, Header, Request
from sse_starlette import EventSourceResponse, ServerSentEvent

from agents.reception.nodes.listen import WITH_PERSON
from agents.reception.turns.turn import Turn
from api.http.dependencies import ConversationDep, Credentials, LanguageDep, MetricsDep, OriginDep, ServicesDep, served
from api.http.metrics import Metrics
from api.http.parties import ReaderDep
from api.http.problems import describe, language_on_error, log_problem
from api.problems.errors import Forbidden, MissingToken
from api.routes.following import follow, number_of
from api.routes.turn_events import problem_event, turn_events
from api.schemas.conversations import MessageIn, OpenedOut, OpenIn, TokenOut, TurnOut
from api.schemas.talk import ConversationOut, PacketOut, PersonOut, UtteranceOut, translations_of
from api.services.services import Services
from tools.errors import ToolUnavailable
from tools.queues.floor import Standing

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


@router.post("/{conversation_id}/token")
async def renew(conversation_id: str, services: ServicesDep, credentials: Credentials) -> TokenOut:
    """A new token for the conversation, for as long as there is one: it is deleted when nothing is said for so long.

    A token that ran out is renewed too, for as long again; it opens nothing else.
    """
    if credentials is None:
        raise MissingToken("conversation")
    if services.tokens.renewable(credentials.credentials) != conversation_id:
        raise Forbidden("token of another conversation")
    await services.chat.conversations.language(conversation_id)
    return TokenOut(
        token=services.tokens.for_conversation(conversation_id),
        expires_at=services.clock() + services.tokens.conversation_life,
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
async def read(party: ReaderDep, services: ServicesDep) -> ConversationOut:
    """The conversation as it stands, so that a page can go on after a reload, or an agent take it up.

    The citizen's words are masked, but for the agent who has the conversation those that were written to a person.
    """
    now = await services.chat.conversations.snapshot(party.conversation_id, as_written=party.holds)
    standing, prospect = await services.chat.people.standing(party.conversation_id)
    translated = translations_of(await services.chat.contacts.events(party.conversation_id))
    return ConversationOut(
        id=party.conversation_id,
        language=now.language,
        transcript=[
            UtteranceOut.of(line, now.turns.get(line.turn_id or ""), translated.get(line.number)) for line in now.lines
        ],
        latest=TurnOut.of(now.latest) if now.latest else None,
        number=now.number,
        person=PersonOut.of(standing, prospect),
        packet=await _packet(services, standing, now.given) if standing and party.staff is not None else None,
    )


@router.get("/{conversation_id}/events", response_class=EventSourceResponse)
async def listen(
    party: ReaderDep, services: ServicesDep, last: Annotated[str | None, Header(alias="Last-Event-ID")] = None
) -> EventSourceResponse:
    """What happens, in whatever process, from this moment on or after the event that ``Last-Event-ID`` names.

    ``utterance``: something said by the citizen, an agent or the assistant. ``turn``: a turn of the assistant, whole,
    once; one that the next overtook before it could be sent is told as ``missed``, with its id: read the conversation.
    ``person``: who has the conversation. ``seen`` and ``typing``: of the other side.
    """
    await services.chat.conversations.update_log(party.conversation_id)  # an unknown one is a problem, not a stream
    events = await services.chat.contacts.events(party.conversation_id)
    after = number_of(last, events)
    return EventSourceResponse(follow(services, party, after), ping=15)


async def _packet(services: Services, standing: Standing, given: Mapping[str, str]) -> PacketOut:
    about = await services.chat.consulting.consultations.of_hand_off(standing.hand_off.id)
    events = await services.chat.contacts.events(standing.hand_off.conversation_id)
    return PacketOut.of(standing, given, about, events)


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
        turn = await services.chat.conversations.reply(conversation_id, said.text, said.key, said.origin)
    if turn.step == WITH_PERSON:
        services.chat.translations.begin(conversation_id)
    return turn


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
