"""The part of the services that appointments need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tools.appointments.book import AppointmentBook
from tools.appointments.fairness import FindLimits
from tools.appointments.office_search import OfficeSearch
from tools.offices.offices import Office
from tools.places.places import Place
from tools.store.appointment_events import AppointmentEvent
from tools.waiting.waiting_list import WaitingList


class PostcodeLookup(Protocol):
    """Finds the place of a postcode."""

    def by_postcode(self, postcode: str) -> Place:
        """Return the place. Raises KeyError."""
        ...


class AppointmentEventFeed(Protocol):
    """Events of appointments in order, for other systems."""

    async def after(self, cursor: str | None, limit: int = 100) -> list[AppointmentEvent]:
        """Return the events after ``cursor``. Raises ValueError for a wrong cursor, ToolUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class BookingServices:
    """Offices, free slots, appointments and the waiting list. ``find_limits`` limits searches by document."""

    book: AppointmentBook
    waiting_list: WaitingList
    events: AppointmentEventFeed
    office_search: OfficeSearch
    offices: Mapping[str, Office]
    places: PostcodeLookup
    find_limits: FindLimits
