"""STUN and TURN servers, as the setting writes them."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints, TypeAdapter, ValidationError

Address = Annotated[str, StringConstraints(pattern=r"^(stuns?|turns?):[^\s/]+$", max_length=300)]


class IceServer(BaseModel, extra="forbid"):
    """A server that browsers ask for a way to each other, as WebRTC names its fields."""

    urls: list[Address] = Field(min_length=1)
    username: str | None = None
    credential: str | None = None


_SERVERS = TypeAdapter(list[IceServer])


def parse_ice_servers(setting: str) -> list[IceServer]:
    """Parse a JSON list of servers. Raises ValueError, which never repeats a credential."""
    try:
        return _SERVERS.validate_json(setting)
    except ValidationError:
        example = '[{"urls": ["turn:host:3478"], "username": "…", "credential": "…"}]'
        raise ValueError(f"must be JSON such as {example}") from None
