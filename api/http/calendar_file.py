"""Calendar files of appointments, in the language of the person."""

from api.services.services import Services
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.appointments.ics import EventText, appointment_ics


def calendar_file(services: Services, appointment: Appointment, language: Language) -> str:
    """Render the appointment as RFC 5545. The place is empty when the office is no longer in the data."""
    office = services.booking.offices.get(appointment.slot.office_id)
    place = f"{office.name[language]}, {office.address}" if office else ""
    if appointment.slot.channel != "in_person":
        place = appointment.room_url or services.phrases.say(language, f"page-{appointment.slot.channel}")
    words = EventText(
        summary=services.phrases.say(language, "page-ics-summary"),
        location=place,
        description=f"{services.phrases.say(language, 'page-locator')}: {appointment.locator}",
    )
    return appointment_ics(appointment, words, services.clock())
