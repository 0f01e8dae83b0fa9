"""Settings of storage."""

from pathlib import Path

from pydantic import Field, SecretStr, field_validator

from api.settings.group import SettingsGroup


class StorageSettings(SettingsGroup):
    """The places where the service stores its data."""

    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL address, such as `postgresql://user:password@host/name`; unset: the embedded database.",
    )
    data_dir: Path = Field(default=Path("var"), description="Folder for the embedded database, models and indexes.")

    @field_validator("database_url")
    @classmethod
    def _postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError("must start with postgresql://")
        return value
