"""Slots and appointments as the data of a turn."""

from dataclasses import dataclass, replace
from datetime import datetime

from agents.phrases.phrases import Phrases
from agents.phrases.wording import need_name, when_words
from agents.reception.turns.deps import Deps
from agents.reception.turns.turn import AppointmentCard, CardAction, Offer
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.offices.offices import NamedOffice
from tools.offices.slots import Slot


@dataclass(frozen=True, slots=True)
class CardDetails:
    """What a card says beside its appointment (see ``AppointmentCard``)."""

    action: CardAction = "book"
    document_hint: str | None = None
    before: datetime | None = None
    bring: str | None = None
    phone: str | None = None


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


def proposed_card(slot: Slot, need: str, service: str, details: CardDetails, told: "Told") -> AppointmentCard:
    """The slot being read back, before anything is done about it."""
    office = told.office
    return AppointmentCard(
        locator=None, status="proposed", starts_at=slot.starts_at, minutes=slot.minutes, office_id=office.id,
        office_name=office.name[told.language], office_address=office.address, channel=slot.channel,
        service=service, need=need, document_hint=details.document_hint, action=details.action,
        matter=told.matter(need), before=details.before, bring=details.bring, phone=details.phone,
    )  # fmt: skip


def appointment_card(appointment: Appointment, details: CardDetails, told: "Told") -> AppointmentCard:
    """An appointment that exists, or that has just been cancelled."""
    shown = replace(details, document_hint=appointment.document_hint)
    card = proposed_card(appointment.slot, appointment.need, appointment.service, shown, told)
    room = appointment.room_url if appointment.status == "booked" else None
    return replace(card, locator=appointment.locator, status=appointment.status, room_url=room)


@dataclass(frozen=True, slots=True)
class Told:
    """To whom a card is told, and of which office."""

    language: Language
    office: NamedOffice
    deps: Deps

    def matter(self, need: str) -> str:
        """The need as its citizen calls it; of a need no longer in the catalogue, nothing."""
        known = need in self.deps.catalogue
        return need_name(self.deps.phrases, self.deps.catalogue, self.language, need) if known else ""
