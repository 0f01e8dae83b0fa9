"""Settings of webhooks."""

from pydantic import Field, field_validator

from api.settings.group import SettingsGroup
from tools.webhooks.reach import parse_networks


class WebhookSettings(SettingsGroup):
    """Where receivers of webhooks may be."""

    webhook_http: bool = Field(
        default=False, description="Receivers of webhooks may have `http://` addresses too: for demonstrations only."
    )
    webhook_networks: str = Field(
        default="",
        description="Comma-separated private networks where receivers of webhooks may be, such as `10.20.0.0/16`;"
        " all other private addresses are refused.",
    )

    @field_validator("webhook_networks")
    @classmethod
    def _networks(cls, value: str) -> str:
        parse_networks(value)
        return value
