"""How an appointment that exists is found: nothing told is asked again, and after one search a person or a new one."""

from typing import Any

import pytest

from agents.understanding.reading import PartWords
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import reading
from tests.agents.reception.test_acts_at_their_step import People
from tests.agents.reception.test_booking_dialogue import DNI, SCRIPT, book_for, words

VISIT = {"date": "2026-12-10", "municipality": "Girona"}
SAID = {
    **SCRIPT,
    "cambiar la del 10 en Girona": reading("change", "has_appointment", slots=VISIT),
    "quiero cambiar": reading("change"),
    "mi DNI": reading(slots={"document": DNI}),
    "12345678": reading(slots={"document_part": "12345678"}),
    "la Z": reading("correct", slots={"document": DNI}),
    "sin localizador": reading("locator_lost"),
    "DNI y la del 10 en Girona": reading(slots={"document": DNI, **VISIT}),
    "la pedí por la web": reading(slots={"channel": "online"}),
    "una nueva en Girona, después del 18": reading(
        slots={"date": "2026-12-19", "date_to": "2026-12-24", "municipality": "Girona"},
        words=PartWords(anew=True),
    ),
    "jubilación": reading("matter", need="jubilacion_ordinaria"),
    "pues anule la otra": reading("cancel"),
    "déjelo": reading("drop"),
    "¿y si no voy?": reading(
        "no_appointment", "question", "leans", need="cita_modificar", words=PartWords(supposes=True)
    ),
    "ya tengo una y perdí el localizador": reading("book", "change", "has_appointment", "locator_lost"),
    "no gracias, está bien": reading("deny", "thanks", need="jubilacion_ordinaria"),
}  # fmt: skip


async def say(conversation: Any, *texts: str) -> Any:
    turn = None
    for text in texts:
        turn = await conversation.say(text)
    return turn


def key_words(phrases: Any, key: str, language: Language = "es") -> str:
    return str(phrases.say(language, key))


async def test_day_and_town_are_told_once_and_only_the_document_is_asked_for(talk, book, phrases) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cambiar la del 10 en Girona")
    assert key_words(phrases, "visit-ask-document") in words(turn)
    turn = await say(conversation, "mi DNI")
    assert turn.step == "change.visit"
    assert key_words(phrases, "visit-not-found") in words(turn)
    assert key_words(phrases, "visit-ask-again") in words(turn)


async def test_day_town_and_document_told_where_the_locator_was_asked_for_are_looked_for(talk, book, phrases) -> None:
    made = await book_for(book, "jubilacion_ordinaria", "pensions")
    here = {"date": made.slot.starts_at.date().isoformat(), "municipality": "Girona", "document": DNI}
    script = {**SAID, "aquí": reading(slots=here)}
    assert (await say(talk(script, people=People(made)), "quiero cambiar", "aquí")).step == "change.option"
    turn = await say(talk(script, people=People()), "quiero cambiar", "aquí")
    assert key_words(phrases, "visit-not-found") in words(turn)
    assert key_words(phrases, "appointment-ask-rest") not in words(turn)


async def test_the_same_search_is_not_told_as_new_and_how_it_was_booked_is_no_answer(talk, phrases) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cambiar la del 10 en Girona", "mi DNI", "la pedí por la web")
    assert key_words(phrases, "book-is-in-person") not in words(turn)


async def test_a_new_one_is_looked_for_in_plain_words_and_keeps_what_was_told(talk, phrases) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cambiar la del 10 en Girona", "mi DNI", "una nueva en Girona, después del 18")
    assert turn.step == "book.need"
    turn = await say(conversation, "jubilación")
    assert turn.step == "book.option"
    assert min(offer.starts_at.date().isoformat() for offer in turn.offers) >= "2026-12-19"


async def test_what_the_appointment_is_for_is_not_asked_again_for_a_new_one(talk) -> None:
    told = reading("change", "has_appointment", need="jubilacion_ordinaria", slots=VISIT)
    conversation = talk({**SAID, "cambiar la de jubilación": told}, people=People())
    turn = await say(conversation, "cambiar la de jubilación", "mi DNI", "una nueva en Girona, después del 18")
    assert (turn.step, turn.need) == ("book.option", "jubilacion_ordinaria")


async def test_the_one_that_was_not_found_is_not_asked_for_again_when_it_is_to_be_cancelled(talk, phrases) -> None:
    conversation = talk(SAID, people=People())
    await say(conversation, "cambiar la del 10 en Girona", "mi DNI", "una nueva en Girona, después del 18")
    turn = await say(conversation, "pues anule la otra")
    assert turn.step == "cancel.visit"
    assert key_words(phrases, "visit-ask-again") in words(turn)


async def test_of_an_appointment_that_was_not_found_nothing_is_said_to_stand(talk, phrases) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cambiar la del 10 en Girona", "mi DNI", "déjelo")
    assert turn.step == "open"
    assert key_words(phrases, "not-found-abandoned") in words(turn)
    assert key_words(phrases, "change-abandoned") not in words(turn)


async def test_what_if_it_is_not_kept_is_answered_and_the_search_goes_on(talk) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cambiar la del 10 en Girona", "mi DNI", "¿y si no voy?")
    assert turn.step == "change.visit"
    assert any(message.kind == "answer" for message in turn.messages)


async def test_how_it_is_found_is_explained_once(talk, phrases) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cambiar la del 10 en Girona", "sin localizador")
    assert key_words(phrases, "help-visit") in words(turn)
    turn = await say(conversation, "sin localizador")
    assert key_words(phrases, "help-visit") not in words(turn)


async def test_who_has_one_and_lost_its_locator_is_asked_for_it_in_the_middle_of_a_booking(talk) -> None:
    conversation = talk(SAID, people=People())
    turn = await say(conversation, "cita jubilación", "en Girona", "ya tengo una y perdí el localizador")
    assert turn.step.startswith("change.")
    turn = await say(talk(SAID, people=People()), "cita jubilación", "en Girona", "sin localizador")
    assert turn.step.startswith("change.")


async def test_the_number_without_its_letter_is_kept_until_the_letter_comes(talk) -> None:
    conversation = talk(SAID, people=People())
    await say(conversation, "cambiar la del 10 en Girona", "12345678")
    assert (await conversation.state())["task"].person.number == "12345678"
    await say(conversation, "la Z")
    assert (await conversation.state())["task"].person.number == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_new_phrases_are_in_every_language(phrases, language: Language) -> None:
    said = {key_words(phrases, "not-found-abandoned", language), phrases.say(language, "book-kept-anyway", office="X")}
    assert len(said) == len({"not-found-abandoned", "book-kept-anyway"})


async def test_who_says_that_it_is_for_oneself_hears_that_it_is(talk, phrases) -> None:
    turn = await say(talk({**SAID, "es para mí": reading("oneself")}), "cita jubilación", "en Girona", "es para mí")
    assert turn.step == "book.option"
    assert key_words(phrases, "book-for-self") in words(turn)
    assert key_words(phrases, "book-stuck") not in words(turn)


async def test_no_thanks_ends_and_begins_nothing(talk, phrases) -> None:
    turn = await say(talk(SAID), "todo", "sí", "no gracias, está bien")
    assert turn.step == "open"
    assert not any(message.kind == "answer" for message in turn.messages)
