"""Settings of the voice between browsers."""

from pydantic import Field, SecretStr, field_validator

from api.settings.group import SettingsGroup
from api.settings.ice_servers import parse_ice_servers


class VoiceSettings(SettingsGroup):
    """How the two browsers of a call find each other."""

    ice_servers: SecretStr | None = Field(
        default=None,
        description="STUN and TURN servers for the voice between two browsers, as a JSON list:"
        ' `[{"urls": ["turn:host:3478"], "username": "…", "credential": "…"}]`; unset: none, which is enough within'
        " one network.",
    )

    @field_validator("ice_servers")
    @classmethod
    def _servers(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parse_ice_servers(value.get_secret_value())
        return value
