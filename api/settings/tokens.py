"""Settings of tokens."""

from pydantic import Field, SecretStr, field_validator

from api.settings.group import SettingsGroup


class TokenSettings(SettingsGroup):
    """Tokens of conversations and staff."""

    secret_key: SecretStr | None = Field(
        default=None,
        description="Key that signs tokens, at least 32 characters; unset: a random key, created once and stored in"
        " the database.",
    )
    staff_token_minutes: int = Field(default=480, ge=1, le=1440, description="Lifetime of a staff token, in minutes.")

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().encode()) < 32:
            raise ValueError("must have at least 32 characters")
        return value
