"""Where a person goes with a need: the unit, the channel, the office, and the reasons for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from agents.routing.rules import (
    ALL_CHANNELS,
    choose_channel,
    is_bookable,
    is_ours,
    managed_elsewhere,
    open_channels,
    unit_of,
)
from knowledge.content.needs import Channel, Need
from tools.offices.calendar import Calendar
from tools.offices.choice import attends, office_for
from tools.offices.offices import Office
from tools.places.places import Place

GENERAL_SERVICE = "general"

RouteKind = Literal["answer", "book", "change", "walk_in", "online", "other_body", "person", "emergency"]
"""``online``: there are no appointments, only the official page. ``other_body``: another body attends the need."""
Danger = Literal["emergency", "crisis", "violence"]
Seeks = Literal["answer", "appointment", "person"]
ReasonCode = Literal[
    "danger", "person_asked", "person_needed", "need_unknown", "change", "other_body", "other_body_here", "handled_by",
    "question", "bookable", "walk_in", "no_appointment", "channels", "channel_not_offered", "place_needed",
    "office_named", "office_in_town", "office_in_province", "no_office", "closed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoutedPerson:
    """What a person seeks, and what they have chosen already."""

    seeks: Seeks = "appointment"
    danger: Danger | None = None
    channel: Channel | None = None
    office_id: str | None = None


@dataclass(frozen=True, slots=True)
class RouteReason:
    """One reason. ``about`` is what it speaks of: a body's key, channels, an office's id, an ISO date."""

    code: ReasonCode
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """Where a person goes. ``body`` is the key of its name; ``documents`` are checklist keys.

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
    """The offices of the installation and the channels that it attends. Without offices none is chosen."""

    offices: Mapping[str, Office] = field(default_factory=dict)
    channels: frozenset[Channel] = ALL_CHANNELS
    calendar: Calendar | None = None


ANYBODY, NO_DIRECTORY = RoutedPerson(), Directory()


def route(
    need: Need | None,
    person: RoutedPerson = ANYBODY,
    place: Place | None = None,
    now: datetime | None = None,
    directory: Directory = NO_DIRECTORY,
) -> Route:
    """The route of a person with a need. ``now`` tells whether the office chosen opens that day."""
    kind, reasons = _kind(need, person, place)
    if need is None:
        return Route(kind, unit_of(None), reasons=reasons)
    channels = open_channels(need, directory.channels)
    channel, office = None, None
    if kind == "book":
        channel = choose_channel(need, person.channel, directory.channels)
    if channels and kind in ("book", "answer"):
        reasons = (*reasons, *_channel_reasons(person, channels))
    if kind == "book" and directory.offices:
        office, why = _office(need.policy.service or GENERAL_SERVICE, channel, person, place, directory)
        reasons = (*reasons, *why, *_closed(office, channel, now, directory.calendar))
    body = reasons[0].about[0] if kind == "other_body" else need.body
    return Route(
        kind, unit_of(need), body, channel, channels, office, need.policy.link,
        need.policy.documents, reasons,
    )  # fmt: skip


def _kind(need: Need | None, person: RoutedPerson, place: Place | None) -> tuple[RouteKind, tuple[RouteReason, ...]]:
    """Danger first, then a person, then what follows from the need."""
    if person.danger or (need and need.policy.action == "emergency"):
        return "emergency", (RouteReason("danger", (person.danger or "emergency",)),)
    if person.seeks == "person":
        return "person", (RouteReason("person_asked"),)
    if need is None:
        return "person", (RouteReason("need_unknown"),)
    return _kind_of(need, person, place)


def _kind_of(need: Need, person: RoutedPerson, place: Place | None) -> tuple[RouteKind, tuple[RouteReason, ...]]:
    """Who handles the need, then what the person seeks."""
    if need.policy.action == "person":
        return "person", (RouteReason("person_needed"),)
    if need.policy.action == "change_appointment":
        return "change", (RouteReason("change"),)
    if (elsewhere := managed_elsewhere(need, place.province.code if place else None)) is not None:
        return "other_body", (RouteReason("other_body_here", (elsewhere.body,)),)
    if need.policy.action == "refer":
        return "other_body", (RouteReason("handled_by" if is_ours(need.body) else "other_body", (need.body,)),)
    kind, reason = _appointment(need)
    if person.seeks == "answer" and need.policy.action == "answer":
        return "answer", (RouteReason("question"), reason)
    return kind, (reason,)


def _appointment(need: Need) -> tuple[RouteKind, RouteReason]:
    """What the appointment rule of the need means."""
    if is_bookable(need):
        return "book", RouteReason("bookable")
    if need.policy.appointment == "walk_in":
        return "walk_in", RouteReason("walk_in")
    return "online", RouteReason("no_appointment")


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
    office: Office | None, channel: Channel | None, now: datetime | None, calendar: Calendar | None
) -> tuple[RouteReason, ...]:
    """That the office chosen does not open on the day of ``now``, in its own time."""
    if office is None or channel == "video" or now is None or calendar is None:
        return ()
    day = now.astimezone(ZoneInfo(office.timezone)).date()
    return () if calendar.is_open(office, day) else (RouteReason("closed", (office.id, day.isoformat())),)
