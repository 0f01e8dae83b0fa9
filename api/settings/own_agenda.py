"""Whether this service keeps the appointments itself."""

from api.settings.settings import AgendaSettings
from tools.errors import KeptElsewhere


def keeps_own_agenda(settings: AgendaSettings) -> bool:
    """Return whether people book slots of this service, not of an external agenda."""
    return settings.agenda_url is None


def require_own_agenda(settings: AgendaSettings) -> None:
    """Refuse to give out slots of this service. Raises KeptElsewhere."""
    if not keeps_own_agenda(settings):
        raise KeptElsewhere("an external agenda keeps the appointments; close days and book in it")
