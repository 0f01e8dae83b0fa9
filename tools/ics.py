"""An appointment as an iCalendar file (RFC 5545)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from tools.appointments import Appointment

_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class EventText:
    """What the calendar shows, in the citizen's language."""

    summary: str
    location: str
    description: str = ""


def appointment_ics(appointment: Appointment, words: EventText, now: datetime) -> str:
    """The file's text, CRLF line ends. The time zone is the office's; a cancelled appointment says so to the calendar.

    The UID comes from the locator and the sequence grows with time (``now`` is aware), so that a moved or cancelled
    appointment replaces the one already in the calendar.
    """
    cancelled = appointment.status == "cancelled"
    event = Event()
    event.add("uid", f"{appointment.locator}@isac")
    event.add("dtstamp", now)
    event.add("dtstart", appointment.slot.starts_at)
    event.add("dtend", appointment.slot.ends_at)
    event.add("summary", words.summary)
    event.add("location", words.location)
    if words.description:
        event.add("description", words.description)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("sequence", max(0, int((now - appointment.created_at).total_seconds())))
    calendar = Calendar()
    calendar.add("prodid", "-//ISAC//appointments//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    day = appointment.slot.starts_at.date()
    calendar.add_missing_timezones(first_date=day - _YEAR, last_date=day + _YEAR)
    return bytes(calendar.to_ical()).decode()
