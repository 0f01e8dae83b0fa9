"""What a book may refuse at the yes: the citizen is told why, and the booking goes on from there."""

from dataclasses import replace
from typing import Any

import pytest

from agents.reception.booking.task_writes import booking_request
from agents.reception.tasks.task import Booking
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import Talk, reading
from tests.agents.reception.test_unsure import SCRIPT, TO_CONFIRM, ShakyBook, said, words
from tests.books import OpenBook
from tools.appointments.book import Appointment, BookingRequest
from tools.errors import BadIdentifier, KeyReused, SlotTaken, ToolError

PHONE, OTHER_PHONE, EMAIL = "+34612345678", "+34699345678", "ana@example.org"
ALL = {
    **SCRIPT,
    "por teléfono": reading("book", need="jubilacion_ordinaria", slots={"channel": "phone"}),
    "mi teléfono": reading(slots={"phone": PHONE}),
    "otro teléfono": reading("correct", slots={"phone": OTHER_PHONE}),
    "mi correo": reading(slots={"email": EMAIL}),
    "otro DNI": reading(slots={"document": "87654321X"}),
}
BY_PHONE = ("por teléfono", *TO_CONFIRM[1:], "mi teléfono")


class RefusingBook:
    """Refuses the next bookings with these errors, and keeps what it was asked for."""

    def __init__(self, inner: OpenBook, *refusals: ToolError) -> None:
        self.inner, self.refusals = inner, list(refusals)
        self.requests: list[BookingRequest] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    async def book(self, request: BookingRequest) -> Appointment:
        self.requests.append(request)
        if self.refusals:
            raise self.refusals.pop(0)
        return await self.inner.book(request)


async def test_a_telephone_that_is_not_taken_is_asked_for_again(talk, book, phrases) -> None:
    refusing = RefusingBook(book, BadIdentifier("phone", "not taken"))
    conversation = talk(ALL, book=refusing)
    turn = await said(conversation, *BY_PHONE, "sí")
    assert turn.step == "book.phone"
    assert turn.messages[0].text == phrases.say("es", "book-refused-phone")
    turn = await said(conversation, "otro teléfono", "sí")
    assert turn.appointment is not None
    assert [request.phone for request in refusing.requests] == [PHONE, OTHER_PHONE]


@pytest.mark.parametrize("kind", ["document", "nothing known"])
async def test_a_document_that_is_not_taken_is_asked_for_again(talk, book, phrases, kind: str) -> None:
    refusing = RefusingBook(book, BadIdentifier(kind, "not taken"))
    conversation = talk(ALL, book=refusing)
    turn = await said(conversation, *TO_CONFIRM, "sí")
    assert turn.step == "book.document"
    assert turn.messages[0].text == phrases.say("es", "book-refused-document")
    turn = await said(conversation, "otro DNI", "sí")
    assert turn.appointment is not None
    assert refusing.requests[-1].document == "87654321X"


async def test_without_the_mail_that_is_not_taken_it_is_read_back_again(talk, book, phrases) -> None:
    refusing = RefusingBook(book, BadIdentifier("email", "not taken"))
    conversation = talk(ALL, book=refusing)
    turn = await said(conversation, *TO_CONFIRM, "mi correo", "sí")
    assert turn.step == "book.confirm"
    assert turn.messages[0].text == phrases.say("es", "book-refused-email")
    assert (await conversation.say("sí")).appointment is not None
    assert [request.email for request in refusing.requests] == [EMAIL, None]


async def test_a_seat_that_the_agenda_gave_to_somebody_else_is_told_and_others_are_offered(talk, book, phrases) -> None:
    turn = await said(talk(ALL, book=RefusingBook(book, SlotTaken("taken"))), *TO_CONFIRM, "sí")
    assert turn.step == "book.option"
    assert turn.messages[0].text == phrases.say("es", "book-slot-taken")
    assert turn.offers


async def booked_and_not_told(conversation: Talk, book: OpenBook) -> Appointment:
    """What a process leaves that is killed after it booked and before it kept the turn."""
    task = (await conversation.state())["task"]
    assert isinstance(task, Booking)
    assert task.seat.hold is not None
    return await book.book(booking_request(task, task.seat.hold, "c-1", "es", conversation.deps))


async def test_what_was_booked_before_a_correction_is_told_as_it_is(talk, book, phrases) -> None:
    conversation = talk(ALL)
    await said(conversation, *BY_PHONE)
    made = await booked_and_not_told(conversation, book)
    turn = await said(conversation, "otro teléfono", "sí")
    assert turn.messages[0].text == phrases.say("es", "book-made-before")
    assert turn.appointment is not None
    assert (turn.appointment.status, turn.appointment.locator) == ("booked", made.locator)
    assert made.locator in words(turn)
    assert (await conversation.state())["task"] is None


async def test_what_was_booked_before_is_found_out_later_while_it_cannot_be_looked_up(talk, book, phrases) -> None:
    shaky = ShakyBook(book)
    conversation = talk(ALL, book=shaky)
    await said(conversation, *BY_PHONE)
    made = await booked_and_not_told(conversation, book)
    await conversation.say("otro teléfono")
    shaky.away = True
    assert words(await conversation.say("sí")) == phrases.say("es", "unsure-book")
    shaky.away = False
    turn = await conversation.say("sí")
    assert turn.appointment is not None
    assert turn.appointment.locator == made.locator


async def test_a_key_that_has_booked_nothing_is_not_used_again(talk, book, phrases) -> None:
    refusing = RefusingBook(book, KeyReused("of another"))
    conversation = talk(ALL, book=refusing)
    turn = await said(conversation, *TO_CONFIRM, "sí")
    assert turn.messages[0].text == phrases.say("es", "book-hold-expired")
    assert turn.offers
    turn = await said(conversation, "la primera", "sí")
    assert turn.appointment is not None
    first, second = refusing.requests
    assert first.key != second.key


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_is_told_in_the_language_of_the_conversation(talk, book, phrases, language: Language) -> None:
    script = {text: replace(entry, language=language) for text, entry in ALL.items()}
    conversation: Talk = talk(script, book=RefusingBook(book, BadIdentifier("phone", "not taken")))
    await conversation.say("por teléfono")
    await conversation.speak(language)
    turn = await said(conversation, *BY_PHONE[1:], "sí")
    assert turn.messages[0].text == phrases.say(language, "book-refused-phone")
