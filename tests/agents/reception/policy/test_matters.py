"""What an appointment is for, where the message that asks for it names no matter or only seems to."""

from dataclasses import replace
from typing import Any

from agents.reception.policy.policy_input import PLAIN
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Booking, Change
from agents.understanding.reading import PartWords
from tests.agents.builders import situation


def booked_for(named: str | None, confidence: float, spoken_of: str, **reading: Any) -> str | None:
    asks = situation("pídeme cita mejor", "book", need=named, confidence=confidence, reading=reading)
    task = decide(replace(asks, need=spoken_of)).task
    assert isinstance(task, Booking)
    return task.need


def test_a_matter_that_is_only_perhaps_named_is_not_taken_for_the_one_spoken_of() -> None:
    assert booked_for("jubilacion_ordinaria", PLAIN - 0.01, "viudedad") == "viudedad"


def test_a_matter_that_is_named_plainly_is_what_the_appointment_is_for() -> None:
    assert booked_for("jubilacion_ordinaria", 0.9, "viudedad") == "jubilacion_ordinaria"


def test_after_a_word_on_appointments_it_is_for_what_was_spoken_of_before() -> None:
    assert booked_for(None, 0.0, "cita_inss", beliefs={"viudedad": 0.3, "cita_inss": 0.7}) == "viudedad"


def test_an_appointment_by_phone_instead_of_going_is_the_one_that_was_made() -> None:
    asks = situation(
        "¿hay cita por teléfono en vez de ir?", "book", "question",
        slots={"channel": "phone"}, booked="ABCD2345", reading={"words": PartWords(rather=True)},
    )  # fmt: skip
    assert isinstance(decide(replace(asks, need="viudedad")).task, Change)
