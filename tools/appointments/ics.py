"""An appointment as an iCalendar file (RFC 5545)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from tools.appointments.book import Appointment
from tools.offices.slots import Slot

_YEAR = timedelta(days=366)
_REMINDER = timedelta(days=-1)


@dataclass(frozen=True, slots=True)
class EventText:
    """The text of the calendar entry, in the citizen's language."""

    summary: str
    location: str
    description: str = ""


def appointment_ics(appointment: Appointment, words: EventText, now: datetime) -> str:
    """The file's text, CRLF line ends. The time zone is the office's; a cancelled appointment says so to the calendar.

    The UID comes from the locator and the sequence grows with time (``now`` is aware), so that a moved or cancelled
    appointment replaces the one already in the calendar. There is a reminder a day before.
    """
    cancelled = appointment.status == "cancelled"
    event = Event()
    event.add("uid", f"{appointment.locator}@isac")
    event.add("dtstamp", now)
    start, end = _span(appointment.slot)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", words.summary)
    event.add("location", words.location)
    if words.description:
        event.add("description", words.description)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("sequence", max(0, int((now - appointment.created_at).total_seconds())))
    if not cancelled:
        event.add_component(_reminder(words))
    calendar = Calendar()
    calendar.add("prodid", "-//ISAC//appointments//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    day = appointment.slot.starts_at.date()
    calendar.add_missing_timezones(first_date=day - _YEAR, last_date=day + _YEAR)
    return bytes(calendar.to_ical()).decode()


def _span(slot: Slot) -> tuple[datetime, datetime]:
    """Start and end in real minutes. In the hour that the clocks repeat only UTC tells which of the two is meant."""
    start = slot.starts_at
    end = (start.astimezone(UTC) + timedelta(minutes=slot.minutes)).astimezone(start.tzinfo)
    return (start.astimezone(UTC), end.astimezone(UTC)) if start.fold or end.fold else (start, end)


def _reminder(words: EventText) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words.summary)
    alarm.add("trigger", _REMINDER)
    return alarm
