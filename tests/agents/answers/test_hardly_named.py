"""A need that a message hardly names is answered and named; where it may well be none, that is said."""

import pytest

from agents.understanding.shared.labels import Candidate
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import reading

HARDLY, PLAINLY = 0.55, 0.95
ELSEWHERE = 0.11
"""More than this lies outside, it may well be no need at all."""


def said(turn) -> list[str]:
    return [message.text for message in turn.messages if message.kind == "notice"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("outside", "key"), [(0.0, "answer-about"), (ELSEWHERE - 0.02, "answer-about"), (ELSEWHERE, "answer-unsure")]
)
async def test_it_names_the_matter_and_says_where_it_may_well_be_none(
    talk, phrases, outside: float, key: str, language: Language
) -> None:
    hardly = reading(need="viudedad", confidence=HARDLY, outside=outside)
    citizen = talk({"hola": reading("greeting"), "zurdos": hardly})
    await citizen.say("hola")
    await citizen.speak(language)
    turn = await citizen.say("zurdos")
    name = citizen.deps.catalogue["viudedad"].names[language]
    assert said(turn) == [phrases.say(language, key, need=name)]
    assert turn.messages[0].text == said(turn)[0]
    assert turn.completeness == "partial"
    assert any(message.kind == "answer" for message in turn.messages)  # what there is, is told


@pytest.mark.parametrize(("outside", "key"), [(0.05, "answer-about"), (ELSEWHERE, "answer-unsure")])
async def test_a_need_named_plainly_that_may_be_none_is_answered_saying_so(
    talk, phrases, outside: float, key: str
) -> None:
    citizen = talk({"gato": reading(need="viudedad", confidence=PLAINLY, outside=outside)})
    turn = await citizen.say("gato")
    name = citizen.deps.catalogue["viudedad"].names["es"]
    assert said(turn) == [phrases.say("es", key, need=name)]
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


async def test_what_was_picked_when_asked_is_beyond_doubt(talk, phrases) -> None:
    either = reading("book", need="vida_laboral", confidence=0.4, alternatives=(Candidate("viudedad", 0.38),))
    citizen = talk({"cita": either, "la primera": reading(slots={"option": "1"})})
    assert (await citizen.say("cita")).step == "asked.clarify"
    turn = await citizen.say("la primera")
    assert said(turn) == [phrases.say("es", "book-walk-in")]
    assert any(message.kind == "answer" for message in turn.messages)


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
