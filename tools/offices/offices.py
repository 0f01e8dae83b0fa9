"""Offices as data: where one is attended, when, by how many, in which languages and for what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowledge.content.needs import Body, Channel
from knowledge.languages import LANGUAGES, Language

CANARY, MAINLAND = "Atlantic/Canary", "Europe/Madrid"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORKING = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a day, in the office's own time."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class BookingWindow:
    """How soon and how far ahead one may book. What is None follows the wider rule: service, office, installation."""

    notice: timedelta | None = None
    days_ahead: int | None = None

    def within(self, wider: "BookingWindow") -> "BookingWindow":
        """This one, what it does not say taken from the wider one."""
        return BookingWindow(
            wider.notice if self.notice is None else self.notice,
            wider.days_ahead if self.days_ahead is None else self.days_ahead,
        )


@dataclass(frozen=True, slots=True)
class Office:
    """An office. ``province`` is the INE code; times are local to ``timezone``; ``desks`` attend at once in a channel.

    ``opens``/``closes`` hold from Monday to Friday, except on the weekdays (0 is Monday) that ``hours`` names.
    ``units`` are the teams of the office, each with its services.
    """

    id: str
    body: Body
    name: dict[Language, str]
    address: str
    municipality: str
    province: str
    region: str
    timezone: str
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
        """How many people are attended at once in that channel."""
        return self.desks_by_channel.get(channel, self.desks)

    def hours_on(self, weekday: int) -> tuple[Hours, ...]:
        """Opening hours of a weekday, 0 is Monday; empty when it does not open."""
        usual = (Hours(self.opens, self.closes),) if weekday < _WORKING else ()
        return self.hours.get(weekday, usual)

    def window_for(self, service: str) -> BookingWindow:
        """The window of a service, or else the office's."""
        return self.service_windows.get(service, BookingWindow()).within(self.window)

    def unit_of(self, service: str) -> str | None:
        """The team that attends to a service."""
        return next((unit for unit, services in self.units.items() if service in services), None)


def office_of(offices: Mapping[str, Office], office_id: str, at: datetime | None = None) -> Office:
    """The office with that id. One that is no longer in the files, or only in an external agenda, goes by its id.

    ``at``: a moment in the office's own time, which tells the Canary Islands from the rest.
    """
    return offices.get(office_id) or Office(
        id=office_id, body="INSS", name=dict.fromkeys(LANGUAGES, office_id), address="", municipality="", province="",
        region="", timezone=_zone(at), opens=time(), closes=time(), slot_minutes=0, desks=0, services=(), channels=(),
        demonstration=False,
    )  # fmt: skip


def _zone(at: datetime | None) -> str:
    if at is not None and at.utcoffset() == at.astimezone(ZoneInfo(CANARY)).utcoffset():
        return CANARY
    return MAINLAND
