"""Settings of the agendas."""

from pydantic import Field, HttpUrl, SecretStr

from api.settings.group import SettingsGroup
from tools.errors import KeptElsewhere


class AgendaSettings(SettingsGroup):
    """External agendas."""

    agenda_url: HttpUrl | None = Field(
        default=None,
        description="External agenda for appointments in person and by phone; unset: this service keeps them.",
    )
    video_agenda_url: HttpUrl | None = Field(
        default=None, description="External agenda for video appointments; unset: no video appointments."
    )
    agenda_token: SecretStr | None = Field(default=None, description="Bearer token for both external agendas.")


def keeps_own_agenda(settings: AgendaSettings) -> bool:
    """Return whether people book slots of this service, not of an external agenda."""
    return settings.agenda_url is None


def require_own_agenda(settings: AgendaSettings) -> None:
    """Refuse to give out slots of this service. Raises KeptElsewhere."""
    if not keeps_own_agenda(settings):
        raise KeptElsewhere("an external agenda keeps the appointments; close days and book in it")
