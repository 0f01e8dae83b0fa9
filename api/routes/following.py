"""The events of a conversation for whoever follows it: those that are stored, resumable, and those that pass."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

import structlog
from sse_starlette import ServerSentEvent

from agents.reception.errors import UnknownConversation
from agents.reception.turns.transcript import TURN, line_of
from api.problems.errors import Busy, NotAttending
from api.routes.turn_events import missed_event, turn_events
from api.schemas.readings import ReadingChangeOut
from api.schemas.talk import PersonOut, UtteranceOut
from api.services.people import Party
from api.services.services import Services
from api.services.translating import TRANSLATION
from tools.contacts.contact import READING, UTTERANCE, ContactEvent, PassingEvent
from tools.errors import ToolUnavailable
from tools.queues.person import PERSON

_SHOWN = frozenset({"seen", TRANSLATION})
"""Kinds of events that are shown as they are stored."""
_DIGITS = 18
"""Of a number of an event; more are none."""
_log = structlog.get_logger("api.following")


def number_of(last: str | None, events: Sequence[ContactEvent]) -> int:
    """The number after which events are new to who saw the one with that id: of a turn its name, else the number."""
    newest = events[-1].number if events else 0
    if last is not None and last.isascii() and last.isdigit() and len(last) <= _DIGITS:
        return min(int(last), newest)
    return next((event.number for event in events if event.kind == TURN and event.data["turn_id"] == last), newest)


async def follow(services: Services, party: Party, after: int) -> AsyncIterator[ServerSentEvent]:
    """The events after that number, as the party may see them, and then each as it comes.

    It ends for an agent who has the conversation no more, once they are told so; and for a colleague with the
    consultation.
    """
    async with aclosing(services.chat.contacts.follow(party.conversation_id, after)) as events:
        async for event in events:
            if party.consulted and not await _still_read_by(services, party):
                return
            if isinstance(event, PassingEvent):
                yield ServerSentEvent(_json(event.data), event=event.kind)
                continue
            if (told := await _told(services, party, event)) is not None:
                yield told
            if event.kind == PERSON and party.staff is not None:
                try:
                    party = await services.chat.consulting.party(party.conversation_id, party.staff)
                except NotAttending:
                    return


async def _still_read_by(services: Services, party: Party) -> bool:
    assert party.staff is not None
    try:
        await services.chat.consulting.party(party.conversation_id, party.staff)
    except NotAttending:
        return False
    return True


async def _told(services: Services, party: Party, event: ContactEvent) -> ServerSentEvent | None:
    number = str(event.number)
    if event.kind == TURN:
        return await _turn(services, party.conversation_id, event.data["turn_id"])
    if event.kind == UTTERANCE:
        written = await services.chat.conversations.as_written(party.conversation_id) if party.holds else {}
        return ServerSentEvent(UtteranceOut.of(line_of(event, written)).model_dump_json(), event=UTTERANCE, id=number)
    if event.kind == PERSON:
        await _say_who_has_it(services, party.conversation_id)
        person = PersonOut.of(*await services.chat.people.standing(party.conversation_id))
        return ServerSentEvent(person.model_dump_json(), event=PERSON, id=number)
    if event.kind == READING and party.staff is not None:
        return ServerSentEvent(ReadingChangeOut.of(event).model_dump_json(), event=READING, id=number)
    return ServerSentEvent(_json(event.data), event=event.kind, id=number) if event.kind in _SHOWN else None


async def _turn(services: Services, conversation_id: str, turn_id: str) -> ServerSentEvent:
    """Events name turns only: what was said is read again."""
    turn = await services.chat.conversations.latest(conversation_id)
    return turn_events(turn)[-1] if turn is not None and turn.turn_id == turn_id else missed_event(turn_id)


async def _say_who_has_it(services: Services, conversation_id: str) -> None:
    """The process in which it changed may have ended before it could say so; what fails is said with the next turn."""
    try:
        await services.chat.people.tell(conversation_id)
    except (Busy, ToolUnavailable, UnknownConversation) as error:
        _log.info("not said yet who has the conversation", code=error.code)


def _json(body: Mapping[str, Any]) -> str:
    return json.dumps(dict(body), ensure_ascii=False)
