"""Small values for tests of the conversation."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from agents.reception.policy.policy_input import PolicyInput
from agents.reception.tasks.task import (
    Acceptance,
    AcceptanceQuestion,
    Attendee,
    Booking,
    BookingQuestion,
    Cancellation,
    CancellationQuestion,
    Change,
    ChangeQuestion,
    Leaving,
    LeavingQuestion,
    LinePlace,
    Seat,
    SlotSearch,
    Task,
)
from agents.understanding.question.mentions import build_mention_reader
from agents.understanding.reading import Reading
from agents.understanding.screen import screen
from agents.understanding.shared.labels import Candidate, Label
from knowledge.channels import Channel
from knowledge.content.needs import Action, AppointmentRule, Catalogue, Need, Policy
from knowledge.languages import LANGUAGES
from tests.administrations import SEGURIDAD_SOCIAL
from tools.appointments.book import Appointment
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.reading.slots import SlotName, SlotValue

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
MENTIONS = build_mention_reader(SEGURIDAD_SOCIAL)
LEANING = 0.97
"""How probably what is labelled so leans."""


def need(
    identity: str,
    *,
    action: Action = "answer",
    appointment: AppointmentRule = "bookable",
    body: str = "INSS",
    channels: tuple[Channel, ...] = ("in_person", "phone"),
) -> Need:
    return Need(
        id=identity,
        body=body,
        group="test",
        names=dict.fromkeys(LANGUAGES, identity.replace("_", " ")),
        policy=Policy(action, "none", appointment, channels, "pensions", "unit", "https://seg-social.es", ("dni",)),
        confusable=(),
        sources={},
    )


CATALOGUE: Catalogue = {
    entry.id: entry
    for entry in (
        need("jubilacion_ordinaria"),
        need("simulador_jubilacion", appointment="none"),
        need("viudedad"),
        need("vida_laboral", appointment="walk_in", body="TGSS"),
        need("paro", action="refer", appointment="none", body="SEPE"),
        need("estado_solicitud", appointment="none"),
        need("humano", action="person", appointment="none"),
        need("emergencia", action="emergency", appointment="none", body="112"),
        need("cita_inss", action="appointment"),
        need("cita_modificar", action="change_appointment", appointment="none"),
    )
}


def slot_values(**values: str) -> dict[SlotName, SlotValue]:
    return {name: SlotValue(value, value, 0, len(value), 0.9) for name, value in values.items()}  # type: ignore[misc]


def situation(
    text: str = "algo",
    *labels: Label,
    need: str | None = None,
    confidence: float = 0.9,
    other: tuple[str, float] | None = None,
    slots: dict[str, str] | None = None,
    reading: dict[str, Any] | None = None,
    **rest: Any,
) -> PolicyInput:
    return PolicyInput(
        reading=Reading(
            language="es",
            language_confidence=0.99,
            need=need,
            confidence=confidence if need else 0.0,
            alternatives=(Candidate(*other),) if other else (),
            labels=frozenset(labels),
            slots=slot_values(**(slots or {})),
            **({"leans": LEANING} if "leans" in labels else {}) | (reading or {}),
        ),
        screened=screen(text),
        catalogue=CATALOGUE,
        own_case="estado_solicitud",
        **rest,
    )


def slot(day: int = 1, hour: int = 9, identity: str = "S_A") -> Slot:
    return Slot(identity, "office", "in_person", datetime(2026, 12, day, hour, 0, tzinfo=UTC), 15)


def hold(day: int = 1, hour: int = 9) -> Hold:
    return Hold("hold-1", slot(day, hour), NOW + timedelta(minutes=10))


def appointment(locator: str = "ABCDEFGH") -> Appointment:
    return Appointment(locator, slot(), "pensions", "jubilacion_ordinaria", "booked", "***78Z", NOW)


def booking(**values: Any) -> Booking:
    known = {"need": "jubilacion_ordinaria", "service": "pensions", "search": SlotSearch(office_id="office")}
    return Booking(**{**known, **values})


def confirming(**values: Any) -> Booking:
    return booking(**{"question": "confirm", "seat": Seat(hold=hold()), "person": Attendee("12345678Z"), **values})


def queueing(**values: Any) -> Booking:
    line = LinePlace(SlotQuery("office", "pensions", "in_person"), "attempt-1")
    person = Attendee("12345678Z", email="ana@example.org")
    return booking(**{"question": "confirm", "person": person, "queues": True, "line": line, **values})


def changing(question: Any = "confirm") -> Change:
    return Change(Attendee("12345678Z"), appointment(), question=question, seat=Seat(hold=hold(2)))


def cancelling(question: Any = "confirm") -> Cancellation:
    return Cancellation(Attendee("12345678Z"), appointment(), question=question)


def leaving(question: Any = "confirm") -> Leaving:
    return Leaving(question, "ABCDEFGH", Attendee("12345678Z"), "office")


TASKS: tuple[Task, ...] = (
    *(confirming(question=question) for question in get_args(BookingQuestion)),
    *(changing(question) for question in get_args(ChangeQuestion)),
    *(cancelling(question) for question in get_args(CancellationQuestion)),
    *(Acceptance(question) for question in get_args(AcceptanceQuestion)),
    *(leaving(question) for question in get_args(LeavingQuestion)),
    queueing(),
)
"""Every kind of task, waiting for everything that it may wait for."""
