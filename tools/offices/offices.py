"""Offices as data: their address, hours, desks, languages and services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowledge.channels import Channel
from knowledge.languages import LANGUAGES, Language

CANARY, MAINLAND = "Atlantic/Canary", "Europe/Madrid"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKING_DAYS = 5
"""From Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a day, in the office's own time."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class BookingWindow:
    """How soon and how far ahead a person may book. None follows the wider rule: service, office, installation."""

    notice: timedelta | None = None
    days_ahead: int | None = None

    def within(self, wider: "BookingWindow") -> "BookingWindow":
        """This window, with the values it lacks from the wider one."""
        return BookingWindow(
            wider.notice if self.notice is None else self.notice,
            wider.days_ahead if self.days_ahead is None else self.days_ahead,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOffice:
    """The part of an office that a person is told; also known of an office that is only in an external agenda."""

    id: str
    name: dict[Language, str]
    address: str
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(NamedOffice):
    """An office. ``province`` is the INE code; times are local to ``timezone``; ``desks`` attend at once in a channel.

    ``opens``/``closes`` hold from Monday to Friday, except on the weekdays (0 is Monday) that ``hours`` names.
    ``units`` are the teams of the office, each with its services.
    """

    body: str
    municipality: str
    province: str
    region: str
    opens: time
    closes: time
    slot_minutes: int
    desks: int
    services: tuple[str, ...]
    channels: tuple[Channel, ...]
    demonstration: bool
    desks_by_channel: Mapping[Channel, int] = field(default_factory=dict)
    hours: Mapping[int, tuple[Hours, ...]] = field(default_factory=dict)
    languages: tuple[Language, ...] = ("es",)
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    window: BookingWindow = BookingWindow()
    service_windows: Mapping[str, BookingWindow] = field(default_factory=dict)

    def capacity(self, channel: Channel) -> int:
        """The number of people who are attended at once in that channel."""
        return self.desks_by_channel.get(channel, self.desks)

    def hours_on(self, weekday: int) -> tuple[Hours, ...]:
        """Opening hours of a weekday, 0 is Monday; empty when the office does not open."""
        usual = (Hours(self.opens, self.closes),) if weekday < WORKING_DAYS else ()
        return self.hours.get(weekday, usual)

    def window_for(self, service: str) -> BookingWindow:
        """The window of a service, or else the office's."""
        return self.service_windows.get(service, BookingWindow()).within(self.window)

    def unit_of(self, service: str) -> str | None:
        """The team that attends to a service."""
        return next((unit for unit, services in self.units.items() if service in services), None)


def office_of(offices: Mapping[str, Office], office_id: str, at: datetime | None = None) -> NamedOffice:
    """The office with that id. An office that is not in the files goes by its id.

    ``at``: a moment in the office's own time, which tells the Canary Islands from the rest.
    """
    unknown = NamedOffice(id=office_id, name=dict.fromkeys(LANGUAGES, office_id), address="", timezone=_zone(at))
    return offices.get(office_id, unknown)


def _zone(at: datetime | None) -> str:
    if at is not None and at.utcoffset() == at.astimezone(ZoneInfo(CANARY)).utcoffset():
        return CANARY
    return MAINLAND
