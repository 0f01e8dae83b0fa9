"""Access to a conversation: with its own token, or as the member of staff who attends to it."""

from typing import Annotated

from fastapi import Depends, Request

from api.http.dependencies import Credentials, ServicesDep, get_conversation
from api.problems.errors import MissingToken
from api.services.people import Party


async def get_party(conversation_id: str, request: Request, services: ServicesDep, credentials: Credentials) -> Party:
    """The citizen, the agent whose conversation it is, or a supervisor."""
    if credentials is not None and services.tokens.is_of_staff(credentials.credentials):
        staff = services.tokens.staff(credentials.credentials, "agent")
        return await services.chat.people.party(conversation_id, staff)
    return Party(await get_conversation(conversation_id, request, services, credentials))


PartyDep = Annotated[Party, Depends(get_party)]


async def get_attending(conversation_id: str, services: ServicesDep, credentials: Credentials) -> Party:
    """The agent whose conversation it is, or a supervisor."""
    if credentials is None:
        raise MissingToken("agent")
    staff = services.tokens.staff(credentials.credentials, "agent")
    return await services.chat.people.party(conversation_id, staff)


AttendingDep = Annotated[Party, Depends(get_attending)]
