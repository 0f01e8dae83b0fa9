"""The waiting list, and the events of appointments. The document travels in a header or a body, never in an address."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.http.days import refuse_past, today_at
from api.http.dependencies import AgentDep, BookingDep, LanguageDep, OriginDep, ServicesDep
from api.http.headers import Document, Key, required_document, required_key
from api.http.places import find_office, matter_of, named_place
from api.schemas.waiting_list import AppointmentEventOut, JoinIn, TicketOut
from api.settings.agendas import require_own_agenda
from tools.offices.slots import SlotQuery
from tools.waiting.waiting_list import WaitRequest

router = APIRouter(prefix="/v1", tags=["appointments"])


@router.post("/waiting-list", status_code=201)
async def join(
    body: JoinIn, services: ServicesDep, language: LanguageDep, origin: OriginDep, key: Key = None
) -> TicketOut:
    """Wait for a time at an office. The same key with the same body returns the same ticket.

    An address has so many places at the same time; a time offered to one is a time the address keeps.
    """
    key = required_key(key)
    require_own_agenda(services.settings)
    matter = matter_of(services, body.need, body.service)
    where = named_place(body.office_id, body.postcode, body.province)
    office = find_office(services, where, matter.service, body.channel)
    refuse_past(today_at(services.clock, office), body.not_before, body.not_after)
    query = SlotQuery(office.id, matter.service, body.channel, body.not_before, body.not_after, body.part_of_day)
    request = WaitRequest(query, matter.need, body.document, key, body.language or language, body.email, origin)
    return TicketOut.of(await services.booking.waiting_list.join(request))


@router.get("/waiting-list/{code}")
async def read(code: str, services: ServicesDep, document: Document = None) -> TicketOut:
    """The place in the line and, when it is the person's turn, the offer."""
    require_own_agenda(services.settings)  # an offer made before is of a seat that nobody attends any more
    return TicketOut.of(await services.booking.waiting_list.find(code, required_document(document)))


@router.delete("/waiting-list/{code}")
async def leave(code: str, booking: BookingDep, document: Document = None) -> TicketOut:
    """Give the place up, and the time offered with it. Leaving again gives the same answer."""
    return TicketOut.of(await booking.waiting_list.leave(code, required_document(document)))


@router.get("/appointment-events")
async def events(
    agent: AgentDep,
    booking: BookingDep,
    after: Annotated[str | None, Query(pattern=r"^\d{1,18}-\d{1,18}$")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> list[AppointmentEventOut]:
    """All events of appointments after a cursor, in order. For members of staff and their systems."""
    return [AppointmentEventOut.of(event) for event in await booking.events.after(after, limit)]
