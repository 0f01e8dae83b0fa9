"""A need that a message hardly names is answered, and it is said that it may be another."""

import pytest

from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import reading

HARDLY, PLAINLY = 0.55, 0.95


def said(turn) -> list[str]:
    return [message.text for message in turn.messages if message.kind == "notice"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_says_that_it_may_be_another_matter(talk, phrases, language: Language) -> None:
    citizen = talk({"hola": reading("greeting"), "zurdos": reading(need="viudedad", confidence=HARDLY)})
    await citizen.say("hola")
    await citizen.speak(language)
    turn = await citizen.say("zurdos")
    name = citizen.deps.catalogue["viudedad"].names[language]
    assert said(turn) == [phrases.say(language, "answer-unsure", need=name)]
    assert turn.completeness == "partial"
    assert any(message.kind == "answer" for message in turn.messages)  # what there is, is told


async def test_a_need_that_may_well_be_none_is_answered_saying_so(talk, phrases) -> None:
    citizen = talk({"gato": reading(need="viudedad", confidence=PLAINLY, outside=0.05)})
    turn = await citizen.say("gato")
    name = citizen.deps.catalogue["viudedad"].names["es"]
    assert said(turn) == [phrases.say("es", "answer-unsure", need=name)]
    assert turn.completeness == "partial"


async def test_a_need_named_beyond_doubt_is_only_answered(talk) -> None:
    turn = await talk({"viudedad": reading(need="viudedad", confidence=PLAINLY)}).say("viudedad")
    assert not said(turn)
    assert turn.completeness == "complete"


async def test_the_matter_on_the_table_needs_no_more_to_be_named(talk) -> None:
    citizen = talk(
        {
            "viudedad": reading(need="viudedad", confidence=PLAINLY),
            "y cuánto": reading("question", need="viudedad", confidence=HARDLY, aspect="amount"),
        }
    )
    await citizen.say("viudedad")
    assert not said(await citizen.say("y cuánto"))


async def test_what_was_picked_when_asked_is_beyond_doubt(talk) -> None:
    citizen = talk({"eso": reading(need="viudedad", confidence=0.4), "sí": reading("affirm")})
    await citizen.say("eso")
    assert not said(await citizen.say("sí"))


async def test_what_goes_on_with_the_matter_on_the_table_is_beyond_doubt(talk) -> None:
    citizen = talk(
        {
            "viudedad": reading(need="viudedad", confidence=PLAINLY),
            "y exigen grado": reading("question", "leans", aspect="amount", outside=0.4),
        }
    )
    await citizen.say("viudedad")
    turn = await citizen.say("y exigen grado")
    assert not said(turn)
    assert turn.completeness == "complete"


async def test_what_lies_elsewhere_is_said_not_to_be_known_whatever_is_on_the_table(talk, phrases) -> None:
    elsewhere = reading("question", "other_matter", out_of_scope=True, confidence=PLAINLY)
    citizen = talk({"viudedad": reading(need="viudedad", confidence=PLAINLY), "y las vacaciones": elsewhere})
    await citizen.say("viudedad")
    turn = await citizen.say("y las vacaciones")
    assert said(turn) == [phrases.say("es", "answer-other-matter")]
    assert not any(message.kind == "answer" for message in turn.messages)
