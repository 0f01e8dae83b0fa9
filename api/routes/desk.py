"""Appointments for staff. Every call is written to the audit with who makes it, and changes with their reason."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.http.days import today_at
from api.http.dependencies import LanguageDep, ServicesDep, StaffDep
from api.http.headers import Key, required_key
from api.http.places import matter_of
from api.problems.errors import UnknownPlace
from api.schemas.desk import AttendanceIn, DeskAppointmentOut, DeskBookIn, DeskCancelIn, DeskFindIn, DeskMoveIn
from api.services.services import Services
from api.services.tokens import Staff
from api.settings.agendas import require_own_agenda
from knowledge.languages import Language
from tools.appointments.book import BookingRequest
from tools.appointments.staff_view import DeskAppointment
from tools.audit import Actor
from tools.offices.offices import Office

router = APIRouter(prefix="/v1/desk/appointments", tags=["desk"])


@router.get("")
async def of_a_day(
    services: ServicesDep,
    staff: StaffDep,
    language: LanguageDep,
    office_id: Annotated[str, Query(max_length=80)],
    day: Annotated[date | None, Query(description="An office day; today when left out.")] = None,
) -> list[DeskAppointmentOut]:
    """An office's day by start, cancelled appointments too, with whom to call in and who came."""
    office = office_of(services, office_id)
    found = await services.desk.desk.day(office, day or today_at(services.clock, office), actor(staff, ""))
    return [_out(services, one, language) for one in found]


@router.post("/find")
async def find(
    body: DeskFindIn, services: ServicesDep, staff: StaffDep, language: LanguageDep
) -> list[DeskAppointmentOut]:
    """By locator, or all of a person by their document; past and cancelled ones too."""
    desk, why = services.desk.desk, actor(staff, body.reason)
    if body.locator is not None:
        return [_out(services, await desk.by_locator(body.locator, why), language)]
    return [_out(services, one, language) for one in await desk.by_person(body.document or "", why)]


@router.post("", status_code=201)
async def book(
    body: DeskBookIn, services: ServicesDep, staff: StaffDep, language: LanguageDep, key: Key = None
) -> DeskAppointmentOut:
    """Book a free slot for somebody. The same key with the same body returns the same appointment."""
    key = required_key(key)
    require_own_agenda(services.settings)
    matter = matter_of(services, body.need, body.service)
    request = BookingRequest(
        hold_id="",
        service=matter.service,
        need=matter.need,
        document=body.document,
        key=f"desk:{key}",
        name=body.name,
        phone=body.phone,
        email=body.email,
        language=body.language,
    )
    return _out(services, await services.desk.desk.book(body.slot_id, request, actor(staff, body.reason)), language)


@router.post("/{locator}/move")
async def move(
    locator: str, body: DeskMoveIn, services: ServicesDep, staff: StaffDep, language: LanguageDep
) -> DeskAppointmentOut:
    """Move to a free slot; the locator stays and the person is told. To the slot it has, nothing happens."""
    require_own_agenda(services.settings)
    moved = await services.desk.desk.move(locator, body.slot_id, actor(staff, body.reason))
    return _out(services, moved, language)


@router.post("/{locator}/cancel")
async def cancel(
    locator: str, body: DeskCancelIn, services: ServicesDep, staff: StaffDep, language: LanguageDep
) -> DeskAppointmentOut:
    """Cancel; the person is told. Cancelling again gives the same answer."""
    return _out(services, await services.desk.desk.cancel(locator, actor(staff, body.reason)), language)


@router.post("/{locator}/attendance")
async def attendance(
    locator: str, body: AttendanceIn, services: ServicesDep, staff: StaffDep, language: LanguageDep
) -> DeskAppointmentOut:
    """Attended, from the day on; or no show, from the hour on. A mistake is mended by the other mark."""
    marked = await services.desk.desk.mark(locator, body.mark, actor(staff, body.reason))
    return _out(services, marked, language)


def actor(staff: Staff, reason: str) -> Actor:
    """The member of staff who acts, and the reason."""
    return Actor(staff.who, staff.role, reason)


def office_of(services: Services, office_id: str) -> Office:
    """Raises UnknownPlace."""
    office = services.booking.offices.get(office_id)
    if office is None:
        raise UnknownPlace("office")
    return office


def _out(services: Services, found: DeskAppointment, language: Language) -> DeskAppointmentOut:
    return DeskAppointmentOut.at_desk(found, services.booking.offices.get(found.shown.slot.office_id), language)
