"""Access to a conversation: with its own token, or as the member of staff who attends to it."""

from typing import Annotated

from fastapi import Depends, Request

from api.http.dependencies import Credentials, ServicesDep, StaffDep, get_conversation
from api.problems.errors import NotAttending
from api.services.people import Party
from tools.audit import Actor, AuditRecord


async def get_party(conversation_id: str, request: Request, services: ServicesDep, credentials: Credentials) -> Party:
    """The citizen, the agent whose conversation it is, a colleague who is asked about it, or a supervisor."""
    if credentials is not None and services.tokens.is_of_staff(credentials.credentials):
        staff = services.tokens.staff(credentials.credentials, "agent")
        return await services.chat.consulting.party(conversation_id, staff)
    return Party(await get_conversation(conversation_id, request, services, credentials))


PartyDep = Annotated[Party, Depends(get_party)]


async def get_speaker(party: PartyDep) -> Party:
    """Somebody of whom the other side is told something: not a colleague, of whom the citizen knows nothing."""
    if party.consulted:
        raise NotAttending(party.conversation_id)
    return party


SpeakerDep = Annotated[Party, Depends(get_speaker)]


async def get_attending(conversation_id: str, services: ServicesDep, staff: StaffDep) -> Party:
    """The agent whose conversation it is, or a supervisor."""
    return await services.chat.people.party(conversation_id, staff)


AttendingDep = Annotated[Party, Depends(get_attending)]


async def get_reader(party: PartyDep, services: ServicesDep) -> Party:
    """Somebody who reads it: a supervisor, or a colleague who is asked about it, is written to the audit."""
    if party.staff is not None and not party.theirs:
        reason = "consultation" if party.consulted else "supervision"
        actor = Actor(party.staff.who, party.staff.role, reason)
        await services.desk.trail.note(actor, AuditRecord("read_talk", after={"conversation": party.conversation_id}))
    return party


ReaderDep = Annotated[Party, Depends(get_reader)]
