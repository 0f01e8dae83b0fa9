"""Rules asked "as of" another day are told as they stand that day, or not at all."""

from datetime import date

import pytest

from agents.reception.turns.turn import Turn
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import reading

NEXT, LONG_AGO = date(2027, 1, 1), date(2015, 12, 31)


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


def asked(day: date, language: Language = "es"):
    return reading(
        "question", need="jubilacion_ordinaria", aspect="requirements", as_of=day, language=language, switch_to=language
    )


async def test_the_figures_are_those_of_the_day(talk) -> None:
    turn = await talk({"edad": asked(NEXT)}).say("edad")
    assert "como si hoy fuera 1 de enero de 2027" in words(turn)
    assert "67 años" in words(turn)
    assert "66 años" not in words(turn)
    told = [message for message in turn.messages if message.kind == "answer"]
    assert all(citation.validity.holds_on(NEXT) for message in told for citation in message.citations)


async def test_the_figures_of_a_day_are_told_though_todays_were(talk) -> None:
    today = reading("question", need="jubilacion_ordinaria", aspect="requirements")
    then = reading("question", "leans", aspect="requirements", as_of=NEXT)
    citizen = talk({"edad": today, "y en 2027": then})
    assert "66 años" in words(await citizen.say("edad"))
    assert "67 años" in words(await citizen.say("y en 2027"))


async def test_what_was_told_for_another_day_can_be_repeated(talk) -> None:
    conversation = talk({"edad": asked(NEXT), "repita": reading("repeat")})
    first = await conversation.say("edad")
    for _ in range(2):
        again = await conversation.say("repita")
        assert (again.messages, again.completeness) == (first.messages, first.completeness)


async def test_lines_without_a_dated_figure_are_not_told_for_another_day(talk) -> None:
    turn = await talk({"edad": asked(NEXT)}).say("edad")
    assert "Cuentan los años y meses completos" not in words(turn)
    assert turn.completeness == "partial"


async def test_a_day_nobody_noted_figures_for_gets_none(talk) -> None:
    turn = await talk({"edad": asked(LONG_AGO)}).say("edad")
    assert "31 de diciembre de 2015" in words(turn)
    assert turn.completeness == "none"
    assert all(message.kind != "answer" for message in turn.messages)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_has_the_same_figures_that_day(talk, language: Language) -> None:
    turn = await talk({"edad": asked(NEXT, language)}).say("edad")
    assert "67" in words(turn)
    assert "66" not in words(turn)


async def test_a_year_of_ones_life_that_the_rules_of_today_speak_of_is_no_day_to_answer_for(talk) -> None:
    then = reading("question", need="jubilacion_mutualista", aspect="requirements", as_of=date(1967, 12, 31))
    turn = await talk({"cotizaba en 1967": then}).say("cotizaba en 1967")
    assert turn.completeness == "complete"
    assert "como si hoy fuera" not in words(turn)
