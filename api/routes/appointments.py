"""Appointments: book once, read, move, cancel. The document travels in a header or a body, never in an address."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from api.calendar_file import calendar_file
from api.deps import LanguageDep, ServicesDep
from api.errors import MissingDocument, MissingKey
from api.places import matter_of
from api.schemas_appointments import AppointmentOut, BookIn, CancelIn, MoveIn
from api.services import Services
from knowledge.languages import Language
from tools.appointments import Appointment, BookingRequest

router = APIRouter(prefix="/v1/appointments", tags=["appointments"])

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
Document = Annotated[str | None, Header(alias="X-Document", max_length=60)]


@router.post("", status_code=201)
async def book(body: BookIn, services: ServicesDep, language: LanguageDep, key: Key = None) -> AppointmentOut:
    """Book what is held. The same key with the same body returns the same appointment."""
    if not key or not key.strip():
        raise MissingKey("Idempotency-Key")
    matter = matter_of(services, body.need, body.service)
    request = BookingRequest(
        hold_id=body.hold_id,
        service=matter.service,
        need=matter.need,
        document=body.document,
        key=key,
        name=body.name,
        phone=body.phone,
        email=body.email,
    )
    return _out(services, await services.book.book(request), language)


# Before the plain route: a locator never holds a dot.
@router.get("/{locator}.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
async def calendar(locator: str, services: ServicesDep, language: LanguageDep, document: Document = None) -> Response:
    """The appointment for a calendar program."""
    appointment = await services.book.find(locator, _given(document))
    return Response(
        calendar_file(services, appointment, language),
        media_type="text/calendar",
        headers={"Content-Disposition": f'attachment; filename="{appointment.locator}.ics"'},
    )


@router.get("/{locator}")
async def read(locator: str, services: ServicesDep, language: LanguageDep, document: Document = None) -> AppointmentOut:
    """The active appointment with that locator and document."""
    return _out(services, await services.book.find(locator, _given(document)), language)


@router.patch("/{locator}")
async def move(
    locator: str, body: MoveIn, services: ServicesDep, language: LanguageDep, document: Document = None
) -> AppointmentOut:
    """Change to the held slot; the old one is freed in the same moment."""
    moved = await services.book.move(locator, _given(document or body.document), body.hold_id)
    return _out(services, moved, language)


@router.delete("/{locator}")
async def cancel(
    locator: str,
    services: ServicesDep,
    language: LanguageDep,
    body: CancelIn | None = None,
    document: Document = None,
) -> AppointmentOut:
    """Cancel. Cancelling again gives the same answer."""
    given = document or (body.document if body else None)
    return _out(services, await services.book.cancel(locator, _given(given)), language)


def _given(document: str | None) -> str:
    if not document or not document.strip():
        raise MissingDocument("X-Document")
    return document


def _out(services: Services, appointment: Appointment, language: Language) -> AppointmentOut:
    return AppointmentOut.of(appointment, services.offices.get(appointment.slot.office_id), language)
