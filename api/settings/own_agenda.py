"""Whether the seats that people book are those of this service."""

from api.settings.settings import AgendaSettings
from tools.errors import KeptElsewhere


def seats_here(settings: AgendaSettings) -> bool:
    """Not when an external agenda has them: then those here are only what was booked before."""
    return settings.agenda_url is None


def require_seats_here(settings: AgendaSettings) -> None:
    """For what gives seats of this service to people. Raises KeptElsewhere."""
    if not seats_here(settings):
        raise KeptElsewhere("an external agenda keeps the appointments; close days and book in it")
