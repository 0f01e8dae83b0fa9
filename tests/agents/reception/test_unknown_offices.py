"""Appointments at an office that the files no longer have, or that only an external agenda has."""

from dataclasses import replace
from typing import Any

import pytest

from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.agents.conftest import Talk, reading
from tests.agents.reception.test_booking_dialogue import People
from tests.agents.reception.test_unsure import DNI, SCRIPT, said, words
from tests.books import OpenBook
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.slots import BookingRules, SlotSpace
from tools.offices.slots import SlotQuery

GIRONA, CANARY = "inss-17", "inss-35"
PHONE = "+34612345678"


def others(*gone: str) -> dict[str, Any]:
    return {name: office for name, office in shipped.offices().items() if name not in gone}


async def booked(book: OpenBook, office_id: str) -> Appointment:
    (slot,) = await book.availability(SlotQuery(office_id, "pensions", "in_person", limit=1))
    hold = await book.hold(slot.id, "before")
    return await book.book(BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", DNI, key="before"))


def talks_of(one: Appointment, talk: Any, *gone: str) -> Talk:
    """A conversation that gives the locator and document of the appointment when it says "datos"."""
    script = {
        **SCRIPT,
        "datos": reading(slots={"locator": one.locator, "document": DNI}),
        "el domingo": reading("correct", slots={"date": "2026-11-29"}),
    }
    conversation: Talk = talk(script, offices=others(*gone))
    return conversation


async def test_it_is_cancelled_and_goes_by_its_id(talk, book) -> None:
    conversation = talks_of(await booked(book, GIRONA), talk, GIRONA)
    assert GIRONA in words(await said(conversation, "anular", "datos"))
    turn = await conversation.say("sí")
    assert turn.appointment is not None
    assert (turn.appointment.status, turn.appointment.office_name) == ("cancelled", GIRONA)


async def test_its_time_is_still_told_as_that_of_the_canary_islands(talk, book) -> None:
    one = await booked(book, CANARY)
    known, unknown = talks_of(one, talk), talks_of(one, talk, CANARY)
    told = [words(await said(conversation, "anular", "datos")) for conversation in (known, unknown)]
    assert "(hora canaria)" in told[1]
    assert told[1] == told[0].replace(shipped.offices()[CANARY].name["es"], CANARY)


@pytest.mark.parametrize("day", ["el 3 de diciembre", "el domingo"])
async def test_it_is_moved_where_only_the_agenda_knows_the_office(talk, book, day: str) -> None:
    one = await booked(book, GIRONA)
    conversation = talks_of(one, talk, GIRONA)
    turn = await said(conversation, "cambiar", "datos", day)
    assert {offer.office_name for offer in turn.offers} == {GIRONA}
    turn = await said(conversation, "la primera", "sí")
    assert turn.appointment is not None
    assert turn.appointment.starts_at != one.slot.starts_at


async def test_one_of_several_is_chosen(talk, book) -> None:
    one = await booked(book, GIRONA)
    other = replace(one, locator="ZZZZ2222", slot=replace(one.slot, office_id="office-99"))
    second = reading(slots={"option": "2"})
    lost = reading("cancel", "locator_lost", slots={"document": DNI, "phone": PHONE})
    conversation = talk(
        {**SCRIPT, "sin localizador": lost, "la segunda": second}, offices=others(GIRONA), people=People(one, other)
    )
    turn = await conversation.say("sin localizador")
    assert turn.step == "cancel.which"
    assert "office-99" in words(await conversation.say("la segunda"))


async def test_where_our_own_book_has_no_such_office_either_it_is_cancelled_and_not_moved_there(talk, book) -> None:
    one = await booked(book, GIRONA)
    book.slots = SlotSpace(others(GIRONA), shipped.calendar(), BookingRules())
    turn = await said(talks_of(one, talk, GIRONA), "cambiar", "datos", "el 3 de diciembre")
    assert turn.offers == ()
    assert GIRONA in words(turn)
    turn = await said(talks_of(one, talk, GIRONA), "anular", "datos", "sí")
    assert turn.appointment is not None
    assert turn.appointment.status == "cancelled"


async def test_what_is_held_at_an_office_that_is_taken_out_is_not_booked(talk, book, phrases) -> None:
    conversation = talk(SCRIPT)
    await said(conversation, "cita jubilación", "en Girona", "la primera", "mi DNI")
    book.slots = SlotSpace(others(GIRONA), shipped.calendar(), BookingRules())
    turn = await conversation.say("sí")
    assert turn.messages[0].text == phrases.say("es", "book-hold-expired")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_goes_by_its_id_in_every_language(talk, book, language: Language) -> None:
    conversation = talks_of(await booked(book, GIRONA), talk, GIRONA)
    await conversation.say("anular")
    await conversation.speak(language)
    assert GIRONA in words(await conversation.say("datos"))
