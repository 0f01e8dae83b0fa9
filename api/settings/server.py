"""Settings of the server."""

import re
from typing import Literal

from pydantic import Field, HttpUrl, field_validator

from api.settings.group import SettingsGroup
from api.settings.proxies import parse_proxies
from knowledge.languages import Language


class ServerSettings(SettingsGroup):
    """Addresses, limits of requests, and the administration that is served."""

    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the server listens on; 0 picks a free one.")
    public_url: HttpUrl | None = Field(
        default=None, description="Public address of the service when it runs behind a proxy."
    )
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="Comma-separated addresses or networks of the proxies whose `X-Forwarded-For` is trusted.",
    )
    administration: str = Field(
        default="seguridad_social",
        description="Administration to serve: the name of one that comes with ISAC, or the path of its folder.",
    )
    embed_origins: str = Field(
        default="",
        description="Comma-separated origins of the sites that may show the citizen's page within theirs, such as"
        " `https://www.example.org`; see `/widget.js`.",
    )
    demo: bool = Field(
        default=True, description="Show on every page that the offices are not real, and print staff tokens at start."
    )
    language: Language = Field(
        default="es", description="Language to use when neither the person nor the browser asks for one."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="Lowest level that is logged."
    )
    requests_per_minute: int = Field(
        default=300,
        ge=0,
        description="Maximum requests per minute from one address (IPv6: one /64); 0: no limit. Requests from this"
        " machine are not limited.",
    )
    max_body_kb: int = Field(default=256, ge=1, le=10_240, description="Maximum size of a request body, in KiB.")
    turn_timeout_seconds: float = Field(
        default=20.0,
        gt=0,
        le=120,
        description="How long a message waits for the previous message of its conversation to be answered.",
    )

    @field_validator("embed_origins")
    @classmethod
    def _origins(cls, value: str) -> str:
        for origin in _listed(value):
            if not re.fullmatch(r"https?://[\w.-]+(:\d+)?", origin):
                raise ValueError("an origin is a scheme and a host, such as https://www.example.org")
        return value

    @property
    def embedded_in(self) -> tuple[str, ...]:
        """The origins of ``embed_origins``."""
        return _listed(self.embed_origins)

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies(cls, value: str) -> str:
        parse_proxies(value)
        return value


def _listed(value: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in value.split(",") if one.strip())
