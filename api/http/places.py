"""The place, the office and the service that a request for an appointment names."""

from dataclasses import dataclass
from typing import Literal

from agents.routing.route import GENERAL_SERVICE
from agents.routing.rules import kind_of
from api.problems.errors import NoAppointmentNeeded, NoOffice, NotBookable, UnknownNeed, UnknownPlace
from api.services.services import Services
from knowledge.channels import Channel
from tools.offices.offices import Office
from tools.offices.serving_office import attends, office_for
from tools.places.places import Place
from tools.places.table import load_municipalities, load_provinces


@dataclass(frozen=True, slots=True)
class Matter:
    """The need of an appointment, and the service that it is booked for."""

    need: str
    service: str


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """A place by office, province or postcode."""

    kind: Literal["office_id", "province", "postcode"]
    value: str


def named_place(office_id: str | None, postcode: str | None, province: str | None) -> PlaceReference | None:
    """Return the most exact of the given places."""
    if office_id is not None:
        return PlaceReference("office_id", office_id)
    if postcode is not None:
        return PlaceReference("postcode", postcode)
    return PlaceReference("province", province) if province is not None else None


def matter_of(services: Services, need: str | None, service: str | None) -> Matter:
    """Return need and service; a given need decides. Raises UnknownNeed, NoAppointmentNeeded, NotBookable."""
    if need is None:
        wanted = service or GENERAL_SERVICE
        if not any(wanted in office.services for office in services.booking.offices.values()):
            raise UnknownNeed(wanted)
        return Matter(services.administration.appointment_need, wanted)
    entry = services.knowledge.catalogue.get(need)
    if entry is None:
        raise UnknownNeed(need)
    kind = kind_of(entry)
    if kind == "walk_in":
        raise NoAppointmentNeeded(need, entry.policy.link)
    if kind != "book":
        raise NotBookable(need, entry.policy.link)
    return Matter(need, service or entry.policy.service or GENERAL_SERVICE)


def find_office(services: Services, where: PlaceReference | None, service: str, channel: Channel) -> Office:
    """Return the named office, or the office that serves the place. Raises UnknownPlace, NoOffice."""
    if where is None:
        raise UnknownPlace("no place given")
    if where.kind == "office_id":
        office = named_office(services, where.value)
        found = office if attends(office, service, channel) else None
    else:
        found = office_for(services.booking.offices.values(), place_of(services, where), service, channel)
    if found is None:
        raise NoOffice(service)
    return found


def named_office(services: Services, office_id: str) -> Office:
    """Return the office with that id. Raises UnknownPlace."""
    try:
        return services.booking.offices[office_id]
    except KeyError:
        raise UnknownPlace("office") from None


def place_of(services: Services, where: PlaceReference) -> Place:
    """Return the place of the postcode, the whole province, or the town of the office. Raises UnknownPlace."""
    if where.kind == "office_id":
        return _town_of(named_office(services, where.value))
    if where.kind == "postcode":
        try:
            return services.booking.places.by_postcode(where.value)
        except KeyError:
            raise UnknownPlace("postcode") from None
    if where.value not in load_provinces():
        raise UnknownPlace("province")
    return Place(load_provinces()[where.value])


def _town_of(office: Office) -> Place:
    towns = load_municipalities().values()
    named = (one for one in towns if (one.name, one.province) == (office.municipality, office.province))
    return Place(load_provinces()[office.province], tuple(named))
