"""A need without an approved article: served with who handles it and where, never with invented content."""

import pytest

from agents.reception.turns.turn import Turn
from agents.understanding.reading import PartWords
from knowledge.content.needs import Need
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import need
from tests.agents.conftest import reading

LINK = "https://seg-social.es"
BODIES = tuple(SEGURIDAD_SOCIAL.bodies)


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


@pytest.fixture
def without(talk, knowledge_base):  # type: ignore[no-untyped-def]
    """A conversation over the catalogue and one need more, which nobody has written about."""

    def start(entry: Need, *labels: str, language: Language = "es", **rest: object):  # type: ignore[no-untyped-def]
        script = {
            "eso": reading(*labels, need=entry.id, language=language, **rest),  # type: ignore[arg-type]
            "jubilarme": reading(need="jubilacion_ordinaria"),
            "sí": reading("affirm"),
            "no": reading("deny"),
            "cita jubilación": reading("book", need="jubilacion_ordinaria"),
        }
        return talk(script, catalogue={**knowledge_base.catalogue, entry.id: entry})

    return start


@pytest.mark.parametrize("body", BODIES)
async def test_it_names_the_need_who_handles_it_and_the_official_page(without, phrases, body: str) -> None:
    entry = need("cosa_nueva", body=body, action="answer", appointment="none", channels=())
    turn = await without(entry).say("eso")
    assert phrases.say("es", "need-understood", need="cosa nueva") in words(turn)
    assert phrases.say("es", f"body-{body.lower()}") in words(turn)
    assert LINK in words(turn)
    assert "answer" not in [message.kind for message in turn.messages]
    assert (turn.need, turn.completeness) == ("cosa_nueva", "none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_has_a_name_in_every_language(phrases, language: Language) -> None:
    names = [phrases.say(language, f"body-{body.lower()}") for body in BODIES]
    assert len(set(names)) == len(BODIES)
    for key in ("not-understood", "not-understood-again"):
        assert phrases.say(language, key) not in names


async def test_it_never_says_that_it_was_not_understood(without, phrases) -> None:
    turn = await without(need("cosa_nueva", appointment="none", channels=())).say("eso")
    assert phrases.say("es", "not-understood") not in words(turn)
    assert turn.messages[-1].text == phrases.say("es", "offer-person")


async def test_a_yes_brings_a_person(without) -> None:
    conversation = without(need("cosa_nueva", appointment="none", channels=()))
    await conversation.say("eso")
    turn = await conversation.say("sí")
    assert turn.hand_off is not None
    assert (turn.hand_off.reason, turn.hand_off.need) == ("no_answer", "cosa_nueva")


async def test_a_yes_to_an_appointment_starts_it_where_there_are_any(without, phrases) -> None:
    conversation = without(need("cosa_nueva"))
    turn = await conversation.say("eso")
    assert turn.messages[-1].text == phrases.say("es", "offer-book")
    assert (await conversation.say("sí")).step == "book.place"


async def test_an_appointment_asked_for_is_booked(without) -> None:
    assert (await without(need("cosa_nueva"), "book").say("eso")).step == "book.place"


@pytest.mark.parametrize(("appointment", "key"), [("walk_in", "book-walk-in"), ("none", "book-none")])
async def test_no_information_is_announced_that_does_not_come(without, phrases, appointment: str, key: str) -> None:
    entry = need("cosa_nueva", appointment=appointment, channels=())  # type: ignore[arg-type]
    turn = await without(entry, "book").say("eso")
    assert phrases.say("es", key) in words(turn)
    assert phrases.say("es", "book-not-needed") not in words(turn)


async def test_a_bait_is_not_decided_without_an_article_either(without, phrases) -> None:
    turn = await without(need("cosa_nueva"), "decision_bait").say("eso")
    assert phrases.say("es", "not-decision") in words(turn)


async def test_what_another_administration_handles_is_said_to_be_theirs(without, phrases) -> None:
    entry = need("cosa_nueva", action="refer", appointment="none", body="AEAT", channels=())
    turn = await without(entry).say("eso")
    body = phrases.say("es", "body-aeat")
    assert phrases.say("es", "answer-other-body", body=body) in words(turn)


async def test_in_the_middle_of_a_booking_it_is_told_and_the_booking_goes_on(without, phrases) -> None:
    conversation = without(need("cosa_nueva"), "question")
    await conversation.say("cita jubilación")
    turn = await conversation.say("eso")
    assert LINK in words(turn)
    assert turn.step == "book.place"


async def test_beside_what_an_article_answers_it_is_left_for_another_message(without, phrases) -> None:
    known = reading("question", need="jubilacion_ordinaria", aspect="requirements", words=PartWords("jubilarme"))
    parts = (known, reading("question", need="cosa_nueva", words=PartWords("y eso otro", "jubilarme")))
    turn = await without(need("cosa_nueva"), "question", parts=parts).say("eso")
    assert LINK in words(turn)
    assert turn.messages[-2].text == phrases.say("es", "answer-apart")


async def test_a_need_that_is_a_person_brings_one(without) -> None:
    turn = await without(need("cosa_nueva", action="person", appointment="none", channels=())).say("eso")
    assert turn.hand_off is not None
    assert turn.hand_off.reason == "asked"


async def test_a_need_that_is_an_emergency_is_asked_about_kindly(without, phrases) -> None:
    turn = await without(need("cosa_nueva", action="emergency", appointment="none", channels=())).say("eso")
    assert turn.hand_off is None
    assert [message.kind for message in turn.messages] == ["notice", "notice"]
    assert turn.messages[-1].text == phrases.say("es", "offer-unsafe")
