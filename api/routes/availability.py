"""Free appointments, and keeping one while the person decides."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query

from api.deps import HolderDep, LanguageDep, OriginDep, ServicesDep
from api.errors import PastDate
from api.places import Where, matter_of, office_for
from api.schemas_appointments import AvailabilityOut, HoldIn, HoldOut, OfficeOut, SlotOut
from knowledge.needs import Channel
from tools.appointments import Asker, PartOfDay, SlotQuery

router = APIRouter(prefix="/v1", tags=["appointments"])

ShortQuery = Annotated[str | None, Query(max_length=80)]


async def where(postcode: ShortQuery = None, province: ShortQuery = None, office_id: ShortQuery = None) -> Where | None:
    """The most exact of the places given; provinces are INE codes of two digits."""
    if office_id is not None:
        return Where("office_id", office_id)
    if postcode is not None:
        return Where("postcode", postcode)
    return Where("province", province) if province is not None else None


@dataclass(frozen=True, slots=True)
class When:
    """Days are the office's, both included."""

    not_before: Annotated[date | None, Query(alias="from")] = None
    not_after: Annotated[date | None, Query(alias="to")] = None
    part_of_day: Annotated[PartOfDay | None, Query()] = None
    limit: Annotated[int, Query(ge=1, le=10)] = 3


@dataclass(frozen=True, slots=True)
class What:
    """The need, or the service when the need is not known, and how to be attended."""

    need: ShortQuery = None
    service: ShortQuery = None
    channel: Annotated[Channel, Query()] = "in_person"


@router.get("/availability")
async def availability(
    services: ServicesDep,
    language: LanguageDep,
    place: Annotated[Where | None, Depends(where)],
    what: Annotated[What, Depends()],
    when: Annotated[When, Depends()],
) -> AvailabilityOut:
    """Free slots at an office, spread over days. Needs attended without appointment say so in a problem."""
    matter = matter_of(services, what.need, what.service)
    office = office_for(services, place, matter.service, what.channel)
    today = services.clock().astimezone(ZoneInfo(office.timezone)).date()
    if when.not_after is not None and when.not_after < max(today, when.not_before or today):
        raise PastDate(when.not_after.isoformat())
    query = SlotQuery(
        office_id=office.id,
        service=matter.service,
        channel=what.channel,
        not_before=when.not_before,
        not_after=when.not_after,
        part_of_day=when.part_of_day,
        limit=when.limit,
    )
    slots = await services.book.availability(query)
    return AvailabilityOut(
        office=OfficeOut.of(office, language),
        service=matter.service,
        channel=what.channel,
        slots=[SlotOut.of(slot) for slot in slots],
    )


@router.post("/holds", status_code=201)
async def hold(body: HoldIn, services: ServicesDep, holder: HolderDep, origin: OriginDep) -> HoldOut:
    """Keep a seat for a few minutes. With a conversation's token, a new hold of it releases its previous one.

    Give the document when it is known: a person, like an origin, keeps only so many seats, takes only so many a day.
    """
    return HoldOut.of(await services.book.hold(body.slot_id, holder, Asker(body.document, origin)))
