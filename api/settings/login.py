"""Settings of the login of staff by the account of their organisation."""

import re
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from api.settings.group import SettingsGroup

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class LoginSettings(SettingsGroup):
    """An OpenID provider, and how its claims are read."""

    oidc_issuer: str | None = Field(
        default=None,
        description="Issuer of the OpenID provider by which staff log in, exactly as it calls itself, such as"
        " `https://login.example.org/realms/staff`; unset: staff come in with a key only.",
    )
    oidc_client_id: str | None = Field(
        default=None, validate_default=True, description="Name of this service at the OpenID provider."
    )
    oidc_client_secret: SecretStr | None = Field(
        default=None, description="Secret of this service at the OpenID provider; unset: a public client."
    )
    oidc_scopes: str = Field(default="openid profile", description="Scopes to ask the OpenID provider for.")
    oidc_roles_claim: str = Field(
        default="roles",
        min_length=1,
        description="Claim of the id token with the roles of a person; dots lead inwards, as in `realm_access.roles`.",
    )
    oidc_agent_roles: str = Field(
        default="isac-agent", description="Comma-separated values of that claim that make an agent."
    )
    oidc_admin_roles: str = Field(
        default="isac-admin", description="Comma-separated values of that claim that make an administrator."
    )
    oidc_person_claim: str = Field(
        default="preferred_username",
        min_length=1,
        description="Claim with the name for the audit: unique, and nothing that people change themselves.",
    )
    oidc_name_claim: str = Field(default="name", description="Claim with the name that citizens are told.")

    @field_validator("oidc_issuer")
    @classmethod
    def _issuer(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if not parts.hostname or parts.query or parts.fragment:
            raise ValueError("must be an address without query, such as https://login.example.org/realms/staff")
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise ValueError("must begin with https://")
        return value

    @field_validator("oidc_client_id")
    @classmethod
    def _needed(cls, value: str | None, info: ValidationInfo) -> str | None:
        if not value and info.data.get("oidc_issuer"):
            raise ValueError("is needed with ISAC_OIDC_ISSUER")
        return value

    @field_validator("oidc_scopes")
    @classmethod
    def _with_openid(cls, value: str) -> str:
        if "openid" not in value.split():
            raise ValueError("must have openid among them")
        return value


def values_of(setting: str) -> frozenset[str]:
    """Parse comma-separated values."""
    return frozenset(filter(None, re.split(r"\s*,\s*", setting.strip())))
