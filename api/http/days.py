"""Days of an office, as requests for appointments name them."""

from datetime import date
from zoneinfo import ZoneInfo

from api.problems.errors import PastDate
from api.services.services import Services
from tools.offices.offices import Office


def today_at(services: Services, office: Office) -> date:
    """The day there."""
    return services.clock().astimezone(ZoneInfo(office.timezone)).date()


def refuse_past(today: date, first: date | None, last: date | None) -> None:
    """Raises PastDate when no day is left from ``first`` to ``last``."""
    if last is not None and last < max(today, first or today):
        raise PastDate(last.isoformat())
