"""What is done at a step of an appointment, once it is read: wishes, corrections and leavings are heard everywhere."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.agents.conftest import reading
from tests.agents.reception.test_booking_dialogue import DNI, PHONE, SCRIPT, book_for, words
from tools.appointments.book import Appointment

WHEN = {"date": "2026-12-10", "municipality": "Girona"}
SAID = {
    **SCRIPT,
    "quiero cambiarla": reading("change"),
    "mejor una nueva": reading("book", "deny"),
    "mejor una nueva para la jubilación": reading("book", "drop", "matter", need="jubilacion_ordinaria"),
    "déjelo": reading("drop"),
    "déjelo, ¿y cuánto se cobra de viudedad?": reading("drop", "question", need="viudedad"),
    "no lo tengo, es la del 10 en Girona": reading("locator_lost", slots=WHEN),
    "la del 10 en Girona": reading(slots=WHEN),
    "ya tengo una, anúlela": reading("cancel", "has_appointment"),
    "ya tengo una y quiero moverla": reading("change", "has_appointment"),
    "no he dicho eso": reading("deny"),
    "es la de VIUDEDAD": reading("deny", "matter", need="viudedad"),
    "es para mi madre": reading("third_person"),
    "no, es para mí": reading("deny", "oneself"),
    "sí, ¿y puede ir mi hijo?": reading("affirm", "question", need="cita_inss", aspect="who"),
    "sí, ¿y la del viernes 4?": reading("affirm", "question", need="cita_modificar", slots={"date": "2026-12-04"}),
    "sí, ¿y no puede ser el viernes 4?": reading("affirm", "question", slots={"date": "2026-12-04"}),
    "sí, pero es para mí": replace(reading("affirm", "oneself"), reserved=True),
    "murió en octubre": reading("book", need="viudedad", slots={"date": "2027-10-01", "date_to": "2027-10-31"}),
}


class People:
    """Finds the appointments it was given: by the phone they were booked with, or by office and day."""

    def __init__(self, *appointments: Appointment) -> None:
        self._appointments = list(appointments)

    async def find_by_person(self, document: str, phone: str) -> list[Appointment]:
        return self._appointments if (document, phone) == (DNI, PHONE) else []

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        found = [one for one in self._appointments if one.slot.office_id == office_id]
        return [one for one in found if one.slot.starts_at.date() == day and document == DNI]


async def _say(conversation: Any, *texts: str) -> Any:
    turn = None
    for text in texts:
        turn = await conversation.say(text)
    return turn


@pytest.mark.parametrize("first", ["anular", "quiero cambiarla"])
async def test_a_new_one_is_looked_for_when_a_new_one_is_wanted(talk, book, first: str) -> None:
    turn = await _say(talk(SAID, people=People()), first, "mejor una nueva")
    assert turn.step == "book.need"
    turn = await _say(talk(SAID, people=People()), first, "mi DNI", "mejor una nueva para la jubilación")
    assert turn.step == "book.place"
    assert turn.need == "jubilacion_ordinaria"


async def test_the_button_says_that_there_is_no_locator(talk, phrases) -> None:
    conversation = talk(SAID, people=People())
    asked = await conversation.say("anular")
    assert phrases.say("es", "reply-no-locator") in asked.quick_replies
    turn = await conversation.say(phrases.say("es", "reply-no-locator"))
    assert phrases.say("es", "person-ask") in words(turn)


async def test_who_insists_on_an_appointment_gets_a_general_one_of_that_body_alone(talk, phrases) -> None:
    wishes = {f"cita {need}": reading("book", need=need) for need in ("fe_de_vida", "satec")}
    turn = await _say(talk(wishes), "cita fe_de_vida", "cita fe_de_vida")
    assert turn.step == "book.place"
    turn = await _say(talk(wishes), "cita satec", "cita satec")
    assert not turn.step.startswith("book.")


async def test_who_hears_that_none_is_needed_is_not_asked_what_it_is_for(talk) -> None:
    wishes = {**SAID, "cita": reading("book"), "el número": reading("matter", need="numero_ss")}
    assert not (await _say(talk(wishes), "cita", "el número")).step.startswith("book.")


@pytest.mark.parametrize("first", ["anular", "quiero cambiarla"])
async def test_an_appointment_is_left_as_it_is(talk, first: str) -> None:
    turn = await _say(talk(SAID, people=People()), first, "déjelo")
    assert turn.step == "open"


async def test_what_is_asked_on_leaving_is_answered(talk) -> None:
    turn = await _say(talk(SAID), "anular", "déjelo, ¿y cuánto se cobra de viudedad?")
    assert not turn.step.startswith("cancel")
    assert turn.need == "viudedad"
    assert any(message.kind == "answer" for message in turn.messages)


async def test_an_appointment_is_found_by_its_day_and_town_said_at_once(talk, book) -> None:
    made = await book_for(book, "jubilacion_ordinaria", "pensions")
    day = made.slot.starts_at.date().isoformat()
    here = {"no lo tengo, es la del 10 en Girona": reading("locator_lost", slots={**WHEN, "date": day})}
    conversation = talk({**SAID, **here}, people=People(made))
    turn = await _say(conversation, "anular", "no lo tengo, es la del 10 en Girona", "mi DNI")
    assert turn.step == "cancel.confirm"


async def test_who_is_not_found_by_phone_is_asked_for_the_day_and_the_town(talk, phrases) -> None:
    turn = await _say(talk(SAID, people=People()), "anular sin localizador")
    assert turn.step == "cancel.visit"
    assert phrases.say("es", "visit-ask-day-place") in words(turn)
    turn = await _say(talk(SAID, people=People()), "anular sin localizador", "la del 10 en Girona")
    assert phrases.say("es", "visit-not-found") in words(turn)


async def test_a_wished_day_and_town_are_not_taken_for_those_of_the_appointment(talk, book, phrases) -> None:
    wish = {"al 10 en Girona": reading("change", slots={**WHEN, "document": DNI})}
    turn = await _say(talk({**SAID, **wish}, people=People()), "al 10 en Girona")
    assert turn.step == "change.locator"
    assert phrases.say("es", "visit-not-found") not in words(turn)


@pytest.mark.parametrize(
    ("text", "step"), [("ya tengo una, anúlela", "cancel"), ("ya tengo una y quiero moverla", "change")]
)
async def test_who_has_one_already_is_heard_while_a_new_one_is_looked_for(talk, text: str, step: str) -> None:
    turn = await _say(talk(SAID, people=People()), "cita jubilación", "en Girona", text)
    assert turn.step == f"{step}.locator"


async def test_no_to_what_is_offered_asks_what_to_change_and_keeps_what_was_said(talk, phrases) -> None:
    conversation = talk(SAID)
    turn = await _say(conversation, "cita jubilación", "en Girona", "no he dicho eso")
    assert turn.step == "book.what_change"
    assert phrases.say("es", "book-not-that") in words(turn)
    turn = await _say(conversation, "es la de VIUDEDAD")
    assert (turn.step, turn.need) == ("book.option", "viudedad")


async def test_another_matter_is_booked_when_it_is_corrected(talk) -> None:
    turn = await _say(talk(SAID), "cita jubilación", "en Girona", "es la de VIUDEDAD")
    assert (turn.step, turn.need) == ("book.option", "viudedad")


async def test_who_was_taken_for_another_says_so(talk, phrases) -> None:
    turn = await _say(talk(SAID), "cita jubilación", "en Girona", "la primera", "es para mi madre", "no, es para mí")
    assert turn.step == "book.document"
    assert phrases.say("es", "book-for-self") in words(turn)


async def test_a_yes_with_a_question_books_and_answers(talk, book) -> None:
    turn = await _say(talk(SAID), "todo", "sí, ¿y puede ir mi hijo?")
    assert turn.appointment.status == "booked"
    assert any(message.kind == "answer" for message in turn.messages)


async def test_a_day_in_the_question_beside_a_yes_moves_nothing(talk, book) -> None:
    turn = await _say(talk(SAID), "todo", "sí, ¿y la del viernes 4?")
    assert turn.appointment.status == "booked"
    assert turn.appointment.starts_at.date().isoformat() == "2026-12-03"


async def test_another_day_asked_for_beside_a_yes_is_a_correction(talk, book) -> None:
    turn = await _say(talk(SAID), "todo", "sí, ¿y no puede ser el viernes 4?")
    assert turn.step == "book.option"
    assert {offer.starts_at.date().isoformat() for offer in turn.offers} == {"2026-12-04"}


async def test_the_document_of_another_is_not_booked_for_oneself(talk) -> None:
    turn = await _say(talk(SAID), "es para mi madre", "todo", "sí, pero es para mí")
    assert turn.step == "book.document"


async def test_a_day_of_long_ago_is_no_wish(talk) -> None:
    turn = await _say(talk(SAID), "murió en octubre", "en Girona")
    assert turn.offers
    assert {offer.starts_at.year for offer in turn.offers} == {2026}
