"""Settings of telephony."""

from pydantic import Field, SecretStr, field_validator

from api.settings.audiohook_client import parse_client
from api.settings.audiosocket_addresses import parse_addresses
from api.settings.group import SettingsGroup


class TelephonySettings(SettingsGroup):
    """Telephone systems that send calls."""

    twilio_auth_token: SecretStr | None = Field(
        default=None, description="Auth token of the Twilio account that sends calls; unset: Twilio calls are refused."
    )
    audiohook_client: SecretStr | None = Field(
        default=None,
        description="Genesys AudioHook client that sends calls, as `key:secret`: API key and base64 client secret;"
        " unset: AudioHook calls are refused.",
    )
    audiosocket: str | None = Field(
        default=None,
        description="Address for Asterisk AudioSocket, `host:port` for citizens, then optionally a comma and another"
        " for agents. It has no password: use an address of a private network only. Unset: disabled.",
    )

    @field_validator("audiohook_client")
    @classmethod
    def _key_and_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parse_client(value.get_secret_value())
        return value

    @field_validator("audiosocket")
    @classmethod
    def _addresses(cls, value: str | None) -> str | None:
        if value is not None:
            parse_addresses(value)
        return value
