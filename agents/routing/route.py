"""The route of a person with a need: unit, channel, office, and the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from agents.routing.rules import (
    ALL_CHANNELS,
    RouteKind,
    Seeks,
    choose_channel,
    is_ours,
    kind_of,
    managed_elsewhere,
    open_channels,
    unit_of,
)
from knowledge.administration import Administration
from knowledge.channels import Channel
from knowledge.content.needs import AppointmentRule, Need
from tools.offices.calendar import Calendar
from tools.offices.offices import Office
from tools.offices.serving_office import attends, office_for
from tools.places.places import Place

GENERAL_SERVICE = "general"

Danger = Literal["emergency", "crisis", "violence"]
ReasonCode = Literal[
    "danger", "person_asked", "person_needed", "need_unknown", "change", "other_body", "other_body_here", "handled_by",
    "question", "bookable", "walk_in", "no_appointment", "channels", "channel_not_offered", "place_needed",
    "office_named", "office_in_town", "office_in_province", "no_office", "closed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoutedPerson:
    """The need of a person, and the choices already made."""

    seeks: Seeks = "appointment"
    danger: Danger | None = None
    channel: Channel | None = None
    office_id: str | None = None


@dataclass(frozen=True, slots=True)
class RouteReason:
    """A reason. ``about`` is its subject: a body's key, channels, an office's id, an ISO date."""

    code: ReasonCode
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """``body`` is the key of its name; ``documents`` are checklist keys.

    ``channel`` is set when an appointment is booked; ``channels`` are all those with appointments for the need.
    """

    kind: RouteKind
    unit: str
    body: str | None = None
    channel: Channel | None = None
    channels: tuple[Channel, ...] = ()
    office: Office | None = None
    link: str | None = None
    documents: tuple[str, ...] = ()
    reasons: tuple[RouteReason, ...] = ()

    @property
    def urgent(self) -> bool:
        """Whether a person has to attend at once."""
        return self.kind == "emergency"


@dataclass(frozen=True, slots=True)
class Directory:
    """The administration, its offices and the channels that this installation attends."""

    administration: Administration
    offices: Mapping[str, Office] = field(default_factory=dict)
    channels: frozenset[Channel] = ALL_CHANNELS
    calendar: Calendar | None = None


def route(need: Need | None, person: RoutedPerson, place: Place | None, now: datetime, directory: Directory) -> Route:
    """The route of a person with a need. ``now`` tells whether the office chosen opens that day."""
    province = place.province.code if place else None
    kind = _kind(need, person, province)
    reasons = _reasons(kind, need, person, directory.administration, province)
    if need is None:
        return Route(kind, unit_of(None, directory.administration), reasons=reasons)
    channels = open_channels(need, directory.channels)
    channel, office = None, None
    if channels and kind in ("book", "answer"):
        reasons = (*reasons, *_channel_reasons(person, channels))
    if kind == "book":
        channel = choose_channel(need, person.channel, directory.channels)
        office, why = _office(need.policy.service or GENERAL_SERVICE, channel, person, place, directory)
        reasons = (*reasons, *why, *_closed(office, channel, now, directory.calendar))
    body = reasons[0].about[0] if kind == "other_body" else need.body
    names_a_matter = need.policy.action not in ("person", "emergency")
    unit = unit_of(need if names_a_matter else None, directory.administration)
    return Route(kind, unit, body, channel, channels, office, need.policy.link, need.policy.documents, reasons)


def _kind(need: Need | None, person: RoutedPerson, province: str | None) -> RouteKind:
    if person.danger:
        return "emergency"
    return kind_of(need, person.seeks, province) if need else "person"


def _reasons(
    kind: RouteKind, need: Need | None, person: RoutedPerson, administration: Administration, province: str | None
) -> tuple[RouteReason, ...]:
    """Why it is that kind of route."""
    if kind == "emergency":
        return (RouteReason("danger", (person.danger or "emergency",)),)
    if kind == "person" or need is None:
        known: ReasonCode = "person_needed" if need else "need_unknown"
        return (RouteReason("person_asked" if person.seeks == "person" else known),)
    if kind == "other_body":
        if elsewhere := managed_elsewhere(need, province):
            return (RouteReason("other_body_here", (elsewhere.body,)),)
        return (RouteReason("handled_by" if is_ours(need.body, administration) else "other_body", (need.body,)),)
    if kind == "change":
        return (RouteReason("change"),)
    appointment = RouteReason(_APPOINTMENT[need.policy.appointment])
    return (RouteReason("question"), appointment) if kind == "answer" else (appointment,)


_APPOINTMENT: Mapping[AppointmentRule, ReasonCode] = {
    "bookable": "bookable",
    "walk_in": "walk_in",
    "none": "no_appointment",
}


def _channel_reasons(person: RoutedPerson, channels: tuple[Channel, ...]) -> tuple[RouteReason, ...]:
    told = RouteReason("channels", channels)
    if person.channel in (None, *channels):
        return (told,)
    return RouteReason("channel_not_offered", (str(person.channel),)), told


def _office(
    service: str, channel: Channel | None, person: RoutedPerson, place: Place | None, directory: Directory
) -> tuple[Office | None, tuple[RouteReason, ...]]:
    """The office the person names, or the one that serves the place."""
    if person.office_id is not None:
        named = directory.offices.get(person.office_id)
        if named is None or not attends(named, service, channel):
            return None, (RouteReason("no_office"),)
        return named, (RouteReason("office_named", (named.id,)),)
    if place is None:
        return None, (RouteReason("place_needed"),)
    found = office_for(directory.offices.values(), place, service, channel)
    if found is None:
        return None, (RouteReason("no_office"),)
    in_town = found.municipality in {town.name for town in place.municipalities}
    return found, (RouteReason("office_in_town" if in_town else "office_in_province", (found.id,)),)


def _closed(
    office: Office | None, channel: Channel | None, now: datetime, calendar: Calendar | None
) -> tuple[RouteReason, ...]:
    """A reason when the chosen office is closed on the day of ``now``, in its own time."""
    if office is None or channel == "video" or calendar is None:
        return ()
    day = now.astimezone(ZoneInfo(office.timezone)).date()
    return () if calendar.is_open(office, day) else (RouteReason("closed", (office.id, day.isoformat())),)
