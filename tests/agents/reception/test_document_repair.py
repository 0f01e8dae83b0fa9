"""A document with the wrong letter: what it may be is offered, and nothing is taken for granted."""

from typing import Any

import pytest

from agents.understanding.reading import Reading
from agents.understanding.slots.identities import read_identities
from knowledge.languages import LANGUAGES
from tests.agents.conftest import reading
from tools.reading.folding import fold
from tools.reading.identities.repair import readable_document, repair_document

WRONG = "12345687Z"
SAID = "doce treinta y cuatro cincuenta y seis ochenta y siete, zeta"


def understood(text: str) -> Reading:
    slots, _ = read_identities(fold(text), "es", frozenset({"document"}))
    return Reading(language="es", language_confidence=0.99, slots=slots)


SCRIPT = {
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "en Girona": reading(slots={"municipality": "Girona"}),
    "la primera": reading(slots={"option": "1"}),
    "anular": reading("cancel", need="cita_modificar"),
    **{text: understood(text) for text in (SAID, WRONG, "12345678-Z", "12345678", "la zeta")},
}


async def until_document(conversation: Any) -> None:
    for text in ("cita jubilación", "en Girona", "la primera"):
        await conversation.say(text)


@pytest.mark.parametrize("text", [SAID, WRONG])
async def test_what_it_may_be_is_offered_and_nothing_is_booked_with_it(talk, phrases, text: str) -> None:
    conversation = talk(SCRIPT)
    await until_document(conversation)
    turn = await conversation.say(text)
    offers = tuple(readable_document(one) for one in repair_document(WRONG))
    assert "12345678-Z" in offers
    assert turn.step == "book.document"
    assert turn.quick_replies[: len(offers)] == offers
    assert phrases.say("es", "book-document-repair", documents=", ".join(offers)) in str(turn.messages)
    assert (await conversation.state())["task"].person.document is None


async def test_the_one_chosen_is_a_document_like_any_other(talk) -> None:
    conversation = talk(SCRIPT)
    await until_document(conversation)
    turn = await conversation.say(SAID)
    turn = await conversation.say(turn.quick_replies[turn.quick_replies.index("12345678-Z")])
    assert turn.step == "book.confirm"
    assert "***678Z" in str(turn.messages)


async def test_it_is_offered_when_an_appointment_is_looked_for_too(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("anular")
    turn = await conversation.say(WRONG)
    assert turn.step == "cancel.locator"
    assert "12345678-Z" in turn.quick_replies


@pytest.mark.parametrize("text", ["12345678", "la zeta"])
async def test_a_part_of_a_document_is_told_to_be_one(talk, phrases, text: str) -> None:
    conversation = talk(SCRIPT)
    await until_document(conversation)
    turn = await conversation.say(text)
    assert turn.step == "book.document"
    assert phrases.say("es", "book-document-part") in str(turn.messages)


async def test_what_was_dictated_is_not_kept_in_the_transcript(talk) -> None:
    conversation = talk(SCRIPT)
    await until_document(conversation)
    turn = await conversation.say(SAID)
    transcript = str((await conversation.state())["transcript"])
    assert SAID not in transcript
    assert "[DOCUMENT]" in transcript
    assert not any(offer in transcript for offer in turn.quick_replies if offer[0].isdigit())
    assert "document_repair" not in turn.slots
    assert turn.slots["document_invalid"] == "***687Z"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offer_is_worded_in_every_language(phrases, language) -> None:
    assert "12345678-Z" in phrases.say(language, "book-document-repair", documents="12345678-Z")
