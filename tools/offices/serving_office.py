"""The office that serves a place: one choice for every channel that asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.channels import Channel
from tools.offices.distances import km_between, load_gazetteer
from tools.offices.offices import Office
from tools.places.places import Place
from tools.places.table import load_municipalities, load_provinces


def office_for(offices: Iterable[Office], place: Place, service: str, channel: Channel | None = None) -> Office | None:
    """The office of the province that attends the service in that channel, or in any channel when none is given.

    An office in the municipality comes first, then the nearest one; of two that are as near, one in the capital.
    None when there is no office.
    """
    able = [one for one in offices if one.province == place.province.code and attends(one, service, channel)]
    if len(able) < 2:
        return able[0] if able else None
    towns = {municipality.name for municipality in place.municipalities}
    capital = load_municipalities()[place.province.capital].name
    gazetteer = load_gazetteer()
    origin = gazetteer.origin(place).point

    def rank(office: Office) -> tuple[bool, float, bool, str]:
        km = km_between(origin, gazetteer.of_office(office))
        return office.municipality not in towns, km, office.municipality != capital, office.id

    return min(able, key=rank)


@dataclass(frozen=True, slots=True)
class FarOffice:
    """An office and its distance in a straight line, in kilometres."""

    office: Office
    km: float


def nearest_offices(offices: Iterable[Office], place: Place, service: str, channel: Channel) -> list[FarOffice]:
    """The offices of any province that attend the service in that channel, the nearest first.

    Empty where it is not known how far the place is from anywhere.
    """
    gazetteer = load_gazetteer()
    origin = gazetteer.origin(place)
    if not origin.exact:
        return []
    able = [one for one in offices if attends(one, service, channel) and _by_land(one, place)]
    found = [FarOffice(one, km_between(origin.point, gazetteer.of_office(one))) for one in able]
    return sorted(found, key=lambda far: (far.km, far.office.id))


def _by_land(office: Office, place: Place) -> bool:
    overseas = place.province.overseas or load_provinces()[office.province].overseas
    return office.province == place.province.code or not overseas


def attends(office: Office, service: str, channel: Channel | None = None) -> bool:
    """Whether the office attends the service in that channel. Video rooms belong to no office: every office passes."""
    return service in office.services and (channel in (None, "video") or channel in office.channels)
