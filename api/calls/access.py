"""Access to a call: with its own token, or with a token of staff."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from api.http.dependencies import Credentials, ServicesDep
from api.problems.errors import Forbidden, MissingToken
from api.services.services import Services

_IN_PROTOCOL = "isac.bearer."


def bearer_of(connection: HTTPConnection) -> str | None:
    """Return the token of a socket, from its header or from the subprotocol that a browser can send instead."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    offered: list[str] = connection.scope.get("subprotocols") or []
    return next((one.removeprefix(_IN_PROTOCOL) for one in offered if one.startswith(_IN_PROTOCOL)), None)


def may_speak(services: Services, call_id: str, token: str | None) -> bool:
    """Check that the token opens the call; return whether it is a token of staff.

    Raises MissingToken, BadToken, ExpiredToken, Forbidden.
    """
    if not token:
        raise MissingToken("call")
    if services.tokens.is_of_staff(token):
        services.tokens.require_role(token, "agent")
        return True
    if services.tokens.call(token) != call_id:
        raise Forbidden("token of another call")
    return False


async def get_call(call_id: str, services: ServicesDep, credentials: Credentials) -> str:
    """The id, once the token opens it."""
    may_speak(services, call_id, credentials.credentials if credentials else None)
    return call_id


CallDep = Annotated[str, Depends(get_call)]
