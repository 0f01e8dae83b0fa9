"""The base of every group of settings."""

from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingsGroup(BaseSettings):
    """Settings read from ``ISAC_…`` variables and ``.env``."""

    model_config = SettingsConfigDict(
        env_prefix="ISAC_", env_file=".env", env_parse_none_str="none", extra="ignore", frozen=True
    )
