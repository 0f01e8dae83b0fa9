"""Who keeps too many times is told, in the conversation too."""

import pytest

from tests.agents.conftest import book_of
from tests.agents.reception.test_reception import DNI, SCRIPT
from tests.books import OpenBook
from tools.appointments.book import Asker
from tools.appointments.fairness import HoldLimits
from tools.appointments.slots import BookingRules
from tools.errors import TooManyHolds
from tools.offices.slots import SlotQuery
from tools.store.database import Database


@pytest.fixture
def book(database: Database) -> OpenBook:
    return book_of(database, BookingRules(limits=HoldLimits(live_per_person=1, live_per_origin=1)))


async def _kept_elsewhere(book: OpenBook, asker: Asker) -> None:
    (slot,) = await book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=1))
    await book.hold(slot.id, "another conversation", asker)


async def test_an_origin_that_keeps_too_many_is_told_and_keeps_no_more(talk, book, phrases) -> None:
    await _kept_elsewhere(book, Asker(origin="here"))
    conversation = talk(SCRIPT, book=book, origin="here")
    for text in ("cita jubilación", "en Girona"):
        await conversation.say(text)
    turn = await conversation.say("la primera")
    assert phrases.say("es", "problem-too-many-holds-do") in [message.text for message in turn.messages]
    assert (await conversation.state())["task"] is None
    elsewhere = talk(SCRIPT, book=book, origin="there")
    for text in ("cita jubilación", "en Girona", "la primera"):
        turn = await elsewhere.say(text)
    assert turn.step == "book.document"


async def test_a_document_given_after_the_choice_counts_for_its_person_and_the_time_is_let_go(
    talk, book, phrases
) -> None:
    conversation = talk(SCRIPT, book=book)
    for text in ("cita jubilación", "en Girona", "la primera"):
        turn = await conversation.say(text)
    assert turn.step == "book.document"
    await _kept_elsewhere(book, Asker(DNI))
    turn = await conversation.say("mi DNI")
    assert phrases.say("es", "problem-too-many-holds-do") in [message.text for message in turn.messages]
    assert (await conversation.state())["task"] is None
    assert await book.holders() == ["another conversation"]


async def test_a_document_given_after_the_choice_makes_the_time_its_person_s(talk, book) -> None:
    conversation = talk(SCRIPT, book=book)
    for text in ("cita jubilación", "en Girona", "la primera", "mi DNI"):
        turn = await conversation.say(text)
    assert turn.step == "book.confirm"
    with pytest.raises(TooManyHolds):
        await _kept_elsewhere(book, Asker(DNI))


async def test_a_document_given_before_the_choice_counts_for_its_person(talk, book, phrases) -> None:
    await _kept_elsewhere(book, Asker(DNI))
    conversation = talk(SCRIPT, book=book)
    for text in ("cita jubilación", "mi DNI", "en Girona"):
        await conversation.say(text)
    turn = await conversation.say("la primera")
    assert phrases.say("es", "problem-too-many-holds-do") in [message.text for message in turn.messages]
