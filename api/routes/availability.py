"""Free appointments, and keeping one while the person decides."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from api.http.days import refuse_past, today_at
from api.http.dependencies import BookingDep, HolderDep, LanguageDep, OriginDep, ServicesDep
from api.http.places import Matter, PlaceReference, find_office, matter_of, named_place, place_of
from api.problems.errors import UnknownPlace
from api.schemas.anywhere import WhereverOut
from api.schemas.appointments import AvailabilityOut, HoldIn, HoldOut, OfficeOut, SlotOut
from api.services.services import Services
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.book import Asker
from tools.appointments.office_search import OfficeQuery
from tools.offices.distances import load_gazetteer
from tools.offices.slots import PartOfDay, SlotQuery

router = APIRouter(prefix="/v1", tags=["appointments"])

ShortQuery = Annotated[str | None, Query(max_length=80)]


async def where(
    postcode: ShortQuery = None, province: ShortQuery = None, office_id: ShortQuery = None
) -> PlaceReference | None:
    """The most exact of the places given; provinces are INE codes of two digits."""
    return named_place(office_id, postcode, province)


@dataclass(frozen=True, slots=True)
class DayQuery:
    """Days are the office's, both included."""

    not_before: Annotated[date | None, Query(alias="from")] = None
    not_after: Annotated[date | None, Query(alias="to")] = None
    part_of_day: Annotated[PartOfDay | None, Query()] = None
    limit: Annotated[int, Query(ge=1, le=10)] = 3


@dataclass(frozen=True, slots=True)
class ServiceQuery:
    """The need, or the service when the need is not known, and how to be attended."""

    need: ShortQuery = None
    service: ShortQuery = None
    channel: Annotated[Channel, Query()] = "in_person"


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """Where, and how far from there: without ``anywhere``, one office only."""

    where: Annotated[PlaceReference | None, Depends(where)]
    anywhere: Annotated[
        Literal["region", "country"] | None,
        Query(description="The first free moment of each office of the place's region, or of all, the soonest first."),
    ] = None
    within_km: Annotated[
        float | None, Query(gt=0, le=3000, description="With `anywhere`: in a straight line from the place.")
    ] = None
    spoken: Annotated[
        Language | None, Query(description="With `anywhere`: only offices whose staff serve in this language.")
    ] = None


@router.get("/availability")
async def availability(
    services: ServicesDep,
    language: LanguageDep,
    place: Annotated[PlaceQuery, Depends()],
    what: Annotated[ServiceQuery, Depends()],
    when: Annotated[DayQuery, Depends()],
) -> AvailabilityOut | WhereverOut:
    """Free slots at an office, spread over days; with `anywhere`, the soonest of each office and its distance.

    Needs attended without appointment say so in a problem.
    """
    asked = AvailabilityQuery(matter_of(services, what.need, what.service), what.channel, when)
    if place.anywhere is None:
        return await _at_an_office(services, language, place.where, asked)
    return await _wherever(services, language, place, asked)


@dataclass(frozen=True, slots=True)
class AvailabilityQuery:
    """The service, the channel and the days wished."""

    matter: Matter
    channel: Channel
    when: DayQuery

    def refuse_past(self, today: date) -> None:
        """Raises PastDate when no day is left."""
        refuse_past(today, self.when.not_before, self.when.not_after)


async def _at_an_office(
    services: Services, language: Language, where: PlaceReference | None, asked: AvailabilityQuery
) -> AvailabilityOut:
    office = find_office(services, where, asked.matter.service, asked.channel)
    asked.refuse_past(today_at(services.clock, office))
    query = SlotQuery(
        office_id=office.id,
        service=asked.matter.service,
        channel=asked.channel,
        not_before=asked.when.not_before,
        not_after=asked.when.not_after,
        part_of_day=asked.when.part_of_day,
        limit=asked.when.limit,
    )
    slots = await services.booking.book.availability(query)
    return AvailabilityOut(
        office=OfficeOut.of(office, language),
        service=query.service,
        channel=query.channel,
        slots=[SlotOut.of(slot) for slot in slots],
    )


async def _wherever(services: Services, language: Language, place: PlaceQuery, asked: AvailabilityQuery) -> WhereverOut:
    near = None if place.where is None else place_of(services, place.where)
    if near is None and (place.anywhere == "region" or place.within_km is not None):
        raise UnknownPlace("a region or a distance needs a place")
    asked.refuse_past(services.clock.today())
    query = OfficeQuery(
        service=asked.matter.service,
        channel=asked.channel,
        near=near,
        region=near.province.region if near and place.anywhere == "region" else None,
        within_km=place.within_km,
        language=place.spoken,
        not_before=asked.when.not_before or date.min,
        not_after=asked.when.not_after or date.max,
        part_of_day=asked.when.part_of_day,
        limit=asked.when.limit,
    )
    return WhereverOut.of(query, load_gazetteer(), await services.booking.office_search.soonest(query), language)


@router.post("/holds", status_code=201)
async def hold(body: HoldIn, booking: BookingDep, holder: HolderDep, origin: OriginDep) -> HoldOut:
    """Keep a seat for a few minutes. With a conversation's token, a new hold of it releases its previous one.

    Give the document when it is known: a person, like an origin, keeps only so many seats, takes only so many a day.
    """
    return HoldOut.of(await booking.book.hold(body.slot_id, holder, Asker(body.document, origin)))
