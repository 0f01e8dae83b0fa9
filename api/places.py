"""Which office and which service a request for an appointment means."""

from dataclasses import dataclass, replace
from typing import Literal

from api.problems.errors import NoAppointmentNeeded, NoOffice, NotBookable, UnknownNeed, UnknownPlace
from api.services import Services
from knowledge.content.needs import Channel
from tools.errors import BadIdentifier
from tools.offices.offices import Office
from tools.places.places import Place
from tools.places.table import load_place_table, load_provinces


@dataclass(frozen=True, slots=True)
class Matter:
    """What the appointment is for."""

    need: str
    service: str


@dataclass(frozen=True, slots=True)
class Where:
    """One of the three ways to name a place."""

    kind: Literal["office_id", "province", "postcode"]
    value: str


def named_place(office_id: str | None, postcode: str | None, province: str | None) -> Where | None:
    """The most exact of those given."""
    if office_id is not None:
        return Where("office_id", office_id)
    if postcode is not None:
        return Where("postcode", postcode)
    return Where("province", province) if province is not None else None


def matter_of(services: Services, need: str | None, service: str | None) -> Matter:
    """The need decides when given. Raises UnknownNeed, NoAppointmentNeeded, NotBookable."""
    if need is None:
        wanted = service or "general"
        if not any(wanted in office.services for office in services.offices.values()):
            raise UnknownNeed(wanted)
        return Matter("cita_inss", wanted)
    entry = services.catalogue.get(need)
    if entry is None:
        raise UnknownNeed(need)
    if entry.policy.appointment == "walk_in":
        raise NoAppointmentNeeded(need, entry.policy.link)
    if entry.policy.appointment == "none":
        raise NotBookable(need, entry.policy.link)
    return Matter(need, service or entry.policy.service or "general")


def office_for(services: Services, where: Where | None, service: str, channel: Channel) -> Office:
    """The office that attends there. Raises UnknownPlace, NoOffice."""
    if where is None:
        raise UnknownPlace("no place given")
    if where.kind == "office_id":
        office = services.offices.get(where.value)
        if office is None:
            raise UnknownPlace("office")
        candidates = [office]
    else:
        province = _province(services, where)
        candidates = [office for office in services.offices.values() if office.province == province]
    fitting = [office for office in candidates if service in office.services and _attends(office, channel)]
    if not fitting:
        raise NoOffice(service)
    return fitting[0]


def _attends(office: Office, channel: Channel) -> bool:
    """Video rooms belong to no office: whether there are any, the book says."""
    return channel == "video" or channel in office.channels


def place_of(services: Services, where: Where) -> Place:
    """The place named. Raises UnknownPlace."""
    if where.kind == "postcode":
        try:
            return services.places.by_postcode(where.value)
        except BadIdentifier:
            raise UnknownPlace("postcode") from None
    if where.kind == "province":
        return _whole(_province(services, where))
    office = services.offices.get(where.value)
    if office is None:
        raise UnknownPlace("office")
    return _town_of(office)


def _town_of(office: Office) -> Place:
    town = _whole(office.province)
    towns = load_place_table().municipalities.values()
    named = (one for one in towns if (one.name, one.province) == (office.municipality, office.province))
    return replace(town, municipalities=tuple(named))


def _whole(province: str) -> Place:
    return Place(load_provinces()[province])


def _province(services: Services, where: Where) -> str:
    if where.kind == "postcode":
        try:
            return services.places.by_postcode(where.value).province.code
        except BadIdentifier:
            raise UnknownPlace("postcode") from None
    if where.value not in load_provinces():
        raise UnknownPlace(where.kind)
    return where.value
