"""Appointments: book once, read, move, cancel. The document travels in a header or a body, never in an address."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Response

from api.http.calendar_file import calendar_file
from api.http.dependencies import LanguageDep, OriginDep, ServicesDep
from api.http.headers import Document, Key, required_document, required_key
from api.http.places import matter_of
from api.schemas.appointments import AppointmentOut, BookIn, CancelIn, FindIn, MoveIn
from api.services.services import Services
from knowledge.languages import Language
from tools.appointments.book import Appointment, BookingRequest

router = APIRouter(prefix="/v1/appointments", tags=["appointments"])

Accept = Annotated[str, Header(max_length=1000)]
CALENDAR = "text/calendar"


@dataclass(frozen=True, slots=True)
class AppointmentResponse:
    """An appointment as the client takes it: JSON, or a calendar file."""

    services: ServicesDep
    language: LanguageDep
    accept: Accept = ""

    def of(self, appointment: Appointment) -> AppointmentOut | Response:
        """In the person's language."""
        if CALENDAR in self.accept:
            return _file(self.services, appointment, self.language)
        return _out(self.services, appointment, self.language)


@router.post("", status_code=201)
async def book(body: BookIn, services: ServicesDep, language: LanguageDep, key: Key = None) -> AppointmentOut:
    """Book what is held. The same key with the same body returns the same appointment."""
    key = required_key(key)
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
        language=language,
    )
    return _out(services, await services.booking.book.book(request), language)


@router.post("/find")
async def find(body: FindIn, services: ServicesDep, language: LanguageDep, origin: OriginDep) -> list[AppointmentOut]:
    """Appointments of a person by document and the telephone or e-mail given when booking.

    An empty list is the answer whenever the two do not go together: it does not tell whether there is an appointment.
    Few searches are allowed from one address, and for one document.
    """
    services.booking.find_limits.check(origin, body.document)
    found = await services.booking.book.find_by_person(body.document, body.contact)
    return [_out(services, appointment, language) for appointment in found]


# Before the plain route: a locator never holds a dot.
@router.get("/{locator}.ics", response_class=Response, responses={200: {"content": {CALENDAR: {}}}})
async def calendar(locator: str, services: ServicesDep, language: LanguageDep, document: Document = None) -> Response:
    """The appointment for a calendar program."""
    appointment = await services.booking.book.find(locator, required_document(document))
    return _file(services, appointment, language)


@router.get("/{locator}")
async def read(locator: str, services: ServicesDep, language: LanguageDep, document: Document = None) -> AppointmentOut:
    """The active appointment with that locator and document."""
    return _out(services, await services.booking.book.find(locator, required_document(document)), language)


@router.patch("/{locator}")
async def move(
    locator: str, body: MoveIn, services: ServicesDep, language: LanguageDep, document: Document = None
) -> AppointmentOut:
    """Change to the held slot; the old one is freed in the same moment."""
    moved = await services.booking.book.move(locator, required_document(document or body.document), body.hold_id)
    return _out(services, moved, language)


@router.delete("/{locator}", response_model=AppointmentOut, responses={200: {"content": {CALENDAR: {}}}})
async def cancel(
    locator: str,
    answer: Annotated[AppointmentResponse, Depends()],
    body: CancelIn | None = None,
    document: Document = None,
) -> AppointmentOut | Response:
    """Cancel. Cancelling again gives the same answer. `Accept: text/calendar` gets the file that removes the event."""
    given = document or (body.document if body else None)
    return answer.of(await answer.services.booking.book.cancel(locator, required_document(given)))


def _file(services: Services, appointment: Appointment, language: Language) -> Response:
    return Response(
        calendar_file(services, appointment, language),
        media_type=CALENDAR,
        headers={"Content-Disposition": f'attachment; filename="{appointment.locator}.ics"'},
    )


def _out(services: Services, appointment: Appointment, language: Language) -> AppointmentOut:
    return AppointmentOut.of(appointment, services.booking.offices.get(appointment.slot.office_id), language)
