"""Dependencies of routes: the services or a part of them, the language, the person and their rights.

All are ``async`` though none waits: the framework runs the others in threads, which costs a busy server more than the
request itself.
"""

from typing import Annotated
from uuid import uuid4

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.http.accept_language import language_of
from api.http.metrics import Metrics
from api.problems.errors import Forbidden, LanguageNotServed, MissingToken
from api.services.booking import BookingServices
from api.services.chat import ChatServices
from api.services.citizens import CitizenServices
from api.services.desk import DeskServices
from api.services.identities import Identities
from api.services.knowledge import KnowledgeServices
from api.services.services import Services
from api.services.tokens import Role, Staff
from knowledge.languages import Language

_bearer = HTTPBearer(auto_error=False, description="The token of the conversation, or of a member of staff.")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def get_services(request: Request) -> Services:
    """Return the services of the process."""
    services: Services = request.app.state.services
    return services


ServicesDep = Annotated[Services, Depends(get_services)]


async def get_chat(services: ServicesDep) -> ChatServices:
    """Return the part that conversations need."""
    return services.chat


async def get_knowledge(services: ServicesDep) -> KnowledgeServices:
    """Return the part that search and citations need."""
    return services.knowledge


async def get_booking(services: ServicesDep) -> BookingServices:
    """Return the part that appointments need."""
    return services.booking


async def get_desk(services: ServicesDep) -> DeskServices:
    """Return the part that the desk needs."""
    return services.desk


async def get_citizens(services: ServicesDep) -> CitizenServices:
    """Return the part that timelines need."""
    return services.citizens


ChatDep = Annotated[ChatServices, Depends(get_chat)]
KnowledgeDep = Annotated[KnowledgeServices, Depends(get_knowledge)]
BookingDep = Annotated[BookingServices, Depends(get_booking)]
DeskDep = Annotated[DeskServices, Depends(get_desk)]
CitizensDep = Annotated[CitizenServices, Depends(get_citizens)]


async def get_identities(services: ServicesDep) -> Identities:
    """Return what knows who a contact is with."""
    return Identities(services.chat, services.calls.record, services.citizens, services.clock)


IdentitiesDep = Annotated[Identities, Depends(get_identities)]


async def get_metrics(request: Request) -> Metrics:
    """Return the metrics of the application."""
    metrics: Metrics = request.app.state.metrics
    return metrics


MetricsDep = Annotated[Metrics, Depends(get_metrics)]


async def get_language(request: Request, services: ServicesDep) -> Language:
    """Return the language of the answer, a language of the administration."""
    languages = services.administration.languages
    asked = language_of(request, services.settings.language)
    return asked if asked in languages else languages[0]


LanguageDep = Annotated[Language, Depends(get_language)]


def served(services: Services, language: Language | None) -> Language | None:
    """Return the language that the request names. Raises LanguageNotServed."""
    if language is not None and language not in services.administration.languages:
        raise LanguageNotServed(language)
    return language


async def get_conversation(
    conversation_id: str, request: Request, services: ServicesDep, credentials: Credentials
) -> str:
    """Return the id when the token opens it. From here on, problems are in the language of the conversation."""
    if credentials is None:
        raise MissingToken("conversation")
    if services.tokens.conversation(credentials.credentials) != conversation_id:
        raise Forbidden("token of another conversation")
    request.state.conversation_id = conversation_id
    return conversation_id


ConversationDep = Annotated[str, Depends(get_conversation)]


async def get_agent(services: ServicesDep, credentials: Credentials) -> Role:
    """A member of staff."""
    if credentials is None:
        raise MissingToken("agent")
    return services.tokens.require_role(credentials.credentials, "agent")


AgentDep = Annotated[Role, Depends(get_agent)]


async def get_origin(request: Request, services: ServicesDep) -> str | None:
    """Return the pseudonym of the client's address."""
    return services.origin_of(request.client.host) if request.client else None


OriginDep = Annotated[str | None, Depends(get_origin)]


async def get_staff(services: ServicesDep, credentials: Credentials) -> Staff:
    """A member of staff, by name."""
    if credentials is None:
        raise MissingToken("agent")
    return services.tokens.staff(credentials.credentials, "agent")


StaffDep = Annotated[Staff, Depends(get_staff)]


async def get_admin(services: ServicesDep, credentials: Credentials) -> Staff:
    """An administrator, by name."""
    if credentials is None:
        raise MissingToken("admin")
    return services.tokens.staff(credentials.credentials, "admin")


AdminDep = Annotated[Staff, Depends(get_admin)]


async def get_holder(services: ServicesDep, credentials: Credentials) -> str:
    """Return the holder of a slot: the conversation of the token, or this request alone."""
    if credentials is not None:
        return services.tokens.conversation(credentials.credentials)
    return f"anonymous:{uuid4()}"


HolderDep = Annotated[str, Depends(get_holder)]
