"""What routes ask for, by name.

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
from api.services.services import Services
from api.services.tokens import Role, Staff
from knowledge.languages import Language

_bearer = HTTPBearer(auto_error=False, description="The token of the conversation, or of a member of staff.")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def get_services(request: Request) -> Services:
    """Built in the lifespan."""
    services: Services = request.app.state.services
    return services


ServicesDep = Annotated[Services, Depends(get_services)]


async def get_metrics(request: Request) -> Metrics:
    """One per application."""
    metrics: Metrics = request.app.state.metrics
    return metrics


MetricsDep = Annotated[Metrics, Depends(get_metrics)]


async def get_language(request: Request, services: ServicesDep) -> Language:
    """The language of the answer: one that the administration is served in."""
    languages = services.administration.languages
    asked = language_of(request, services.settings.language)
    return asked if asked in languages else languages[0]


LanguageDep = Annotated[Language, Depends(get_language)]


def served(services: Services, language: Language | None) -> Language | None:
    """The language asked for by name. Raises LanguageNotServed."""
    if language is not None and language not in services.administration.languages:
        raise LanguageNotServed(language)
    return language


async def get_conversation(
    conversation_id: str, request: Request, services: ServicesDep, credentials: Credentials
) -> str:
    """The id, once the token opens it; from here on problems speak the conversation's language."""
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
    """Where the request comes from, as a pseudonym."""
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
    """Who holds a seat: the conversation of the token, or this one request."""
    if credentials is not None:
        return services.tokens.conversation(credentials.credentials)
    return f"anonymous:{uuid4()}"


HolderDep = Annotated[str, Depends(get_holder)]
