"""Talking to a person: what the agent says, what was seen, who is writing, and how it was."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Header

from api.http.dependencies import ChatDep, ConversationDep, ServicesDep
from api.http.parties import AttendingDep, SpeakerDep
from api.problems.errors import StillAttended
from api.schemas.talk import AgentMessageIn, HelpedIn, RatingIn, SeenIn, SeenOut, UtteranceOut
from api.services.chat import ChatServices
from api.services.people import Party
from api.services.services import Services
from tools.appointments.book import Appointment
from tools.audit import Actor
from tools.contacts.contact import UTTERANCE, NewEvent, PassingEvent
from tools.reading.masking import mask

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])

Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)]
SEEN, TYPING, RATING, HELPED = "seen", "typing", "rating", "helped"
"""Kinds of events of a contact; the second passes and is not stored."""


@router.post("/{conversation_id}/agent-messages", status_code=201)
async def say_as_agent(
    body: AgentMessageIn, party: AttendingDep, services: ServicesDep, key: Key = None
) -> UtteranceOut:
    """Say something to the citizen, as the agent who has the conversation or as a supervisor.

    With ``locator`` they see the appointment made for them as the assistant shows one.
    Whoever got no answer sends it again with the same ``Idempotency-Key``: it is said once.
    """
    made = None if body.locator is None else await _appointment(services, body.locator, party)
    said = await services.chat.people.say(party, body.text, key or uuid4().hex, made)
    services.chat.translations.begin(party.conversation_id)
    return UtteranceOut.of(said)


@router.post("/{conversation_id}/seen")
async def see(body: SeenIn, party: SpeakerDep, chat: ChatDep) -> SeenOut:
    """What was said up to that event has been delivered to, or read by, the citizen or the agent."""
    await chat.conversations.update_log(party.conversation_id)
    events = await chat.contacts.events(party.conversation_id)
    last = next((event.number for event in reversed(events) if event.kind == UTTERANCE), 1)
    seen = SeenOut(by=_by(party), what=body.what, number=min(body.number, last))
    key = f"{SEEN}:{seen.by}:{seen.what}:{seen.number}"
    await _append(chat, party.conversation_id, NewEvent(SEEN, seen.model_dump(), key))
    return seen


@router.post("/{conversation_id}/typing", status_code=204)
async def type_(party: SpeakerDep, chat: ChatDep) -> None:
    """Somebody is writing: told to whoever follows now."""
    await chat.contacts.pass_on(party.conversation_id, PassingEvent(TYPING, {"by": _by(party)}))


@router.post("/{conversation_id}/rating", status_code=204)
async def rate(body: RatingIn, conversation_id: ConversationDep, services: ServicesDep) -> None:
    """How it was, once the person is gone. The first one counts."""
    standing, _ = await services.chat.people.standing(conversation_id)
    if standing is not None and standing.state not in ("returned", "closed"):
        raise StillAttended(conversation_id)
    text = mask(body.text) if body.text else None
    await services.chat.conversations.update_log(conversation_id)
    await _append(services.chat, conversation_id, NewEvent(RATING, {"score": body.score, "text": text}, RATING))


@router.post("/{conversation_id}/helped", status_code=204)
async def helped(body: HelpedIn, conversation_id: ConversationDep, chat: ChatDep) -> None:
    """Whether a turn helped. The first word on it counts; of what is no turn of the conversation nothing is kept."""
    await chat.conversations.update_log(conversation_id)
    events = await chat.contacts.events(conversation_id)
    if any(event.data.get("turn_id") == body.turn_id for event in events):
        await _append(chat, conversation_id, NewEvent(HELPED, body.model_dump(), f"{HELPED}:{body.turn_id}"))


async def _appointment(services: Services, locator: str, party: Party) -> Appointment:
    assert party.staff is not None
    actor = Actor(party.staff.who, party.staff.role, f"conversation {party.conversation_id}")
    return (await services.desk.desk.by_locator(locator, actor)).shown


def _by(party: Party) -> str:
    return "citizen" if party.staff is None else "agent"


async def _append(chat: ChatServices, conversation_id: str, event: NewEvent) -> None:
    await chat.contacts.append(await chat.contacts.find(conversation_id), [event])
