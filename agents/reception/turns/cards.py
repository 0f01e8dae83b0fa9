"""Slots and appointments as the data of a turn."""

from agents.phrases.phrases import Phrases
from agents.phrases.wording import when_words
from agents.reception.turns.turn import AppointmentCard, Offer
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.offices.offices import NamedOffice
from tools.offices.slots import Slot


def offer_card(phrases: Phrases, language: Language, slot: Slot, office: NamedOffice, number: int) -> Offer:
    """A slot as an offer that is chosen by its number."""
    return Offer(
        slot_id=slot.id,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        office_id=office.id,
        office_name=office.name[language],
        channel=slot.channel,
        label=when_words(phrases, language, slot, office),
        reply=str(number),
    )


def proposed_card(language: Language, slot: Slot, office: NamedOffice, need: str, service: str) -> AppointmentCard:
    """The slot being read back, before it is an appointment."""
    return AppointmentCard(
        locator=None, status="proposed", starts_at=slot.starts_at, minutes=slot.minutes, office_id=office.id,
        office_name=office.name[language], office_address=office.address, channel=slot.channel,
        service=service, need=need, document_hint=None,
    )  # fmt: skip


def appointment_card(language: Language, appointment: Appointment, office: NamedOffice) -> AppointmentCard:
    """An appointment that exists, or that has just been cancelled."""
    slot = appointment.slot
    return AppointmentCard(
        locator=appointment.locator, status=appointment.status, starts_at=slot.starts_at, minutes=slot.minutes,
        office_id=office.id, office_name=office.name[language], office_address=office.address, channel=slot.channel,
        service=appointment.service, need=appointment.need, document_hint=appointment.document_hint,
        room_url=appointment.room_url if appointment.status == "booked" else None,
    )  # fmt: skip
