"""Offices, slots, appointments and the waiting list."""

import random
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta

from api.services.booking import BookingServices
from api.settings.agendas import keeps_own_agenda
from api.settings.booking import BookingSettings
from api.settings.settings import Settings
from api.wiring.models import Models
from api.wiring.storage import Storage
from knowledge.administration import Administration
from knowledge.channels import Channel
from tools.appointments.agenda.open import Agendas, open_books
from tools.appointments.fairness import FindLimits, HoldLimits, random_delay
from tools.appointments.office_search import Bounds, NoBounds, OfficeSearch
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import Clock
from tools.offices.calendar import Calendar, load_calendar
from tools.offices.distances import load_gazetteer
from tools.offices.office_files import load_offices
from tools.store.appointment_events import AppointmentEvents
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.office_bounds_postgres import PostgresBounds
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import OfferRules


@dataclass(frozen=True, slots=True)
class BookingParts:
    """The services of booking, over ``slots``; appointments can be booked for the ``channels``."""

    services: BookingServices
    slots: SlotSpace
    channels: frozenset[Channel]


async def build_booking(settings: Settings, models: Models, storage: Storage, opened: AsyncExitStack) -> BookingParts:
    """Build booking; ``opened`` closes the connections to external agendas."""
    clock = models.clock
    slots = build_slots(settings, models.administration, models.calendar)
    own = PostgresAppointmentBook(storage.database, slots, clock, storage.secret)
    book, channels = await open_books(own, _agendas(settings), opened)
    services = BookingServices(
        book=book,
        waiting_list=build_waiting_list(settings, slots, storage, clock),
        events=AppointmentEvents(storage.database),
        office_search=OfficeSearch(
            book, slots.offices, _bounds(settings, storage, slots, clock), load_gazetteer(), clock
        ),
        offices=slots.offices,
        places=models.places,
        find_limits=FindLimits(settings.finds_per_minute, settings.finds_per_document_hour),
    )
    return BookingParts(services, slots, channels)


def build_slots(
    settings: BookingSettings, administration: Administration, calendar: Calendar | None = None
) -> SlotSpace:
    """Build the slots of all offices, with the booking rules of the settings."""
    rules = BookingRules(
        notice=timedelta(hours=settings.booking_lead_hours),
        days_ahead=settings.booking_window_days,
        hold=timedelta(minutes=settings.hold_minutes),
        limits=HoldLimits(
            live_per_person=settings.holds_per_person,
            live_per_origin=settings.holds_per_origin,
            daily_per_person=settings.holds_per_person_day,
            daily_per_origin=settings.holds_per_origin_day,
            zone=administration.zone,
        ),
        delay=random_delay(timedelta(seconds=settings.release_seconds), random.SystemRandom()),
    )
    return SlotSpace(load_offices(administration), calendar or load_calendar(administration), rules)


def build_waiting_list(settings: Settings, slots: SlotSpace, storage: Storage, clock: Clock) -> PostgresWaitingList:
    """Build the waiting list over the same slots as the appointment book."""
    offers = OfferRules(stands=timedelta(minutes=settings.offer_minutes))
    rules = WaitingRules(storage.secret, offers, by_email=settings.smtp_url is not None)
    return PostgresWaitingList(storage.database, slots, clock, rules)


def _bounds(settings: Settings, storage: Storage, slots: SlotSpace, clock: Clock) -> Bounds:
    """Remember full days of this service's own agenda; nothing is known of an external one."""
    return PostgresBounds(storage.database, slots, clock) if keeps_own_agenda(settings) else NoBounds()


def _agendas(settings: Settings) -> Agendas:
    return Agendas(
        corporate=str(settings.agenda_url) if settings.agenda_url else None,
        video=str(settings.video_agenda_url) if settings.video_agenda_url else None,
        token=settings.agenda_token.get_secret_value() if settings.agenda_token else None,
    )
