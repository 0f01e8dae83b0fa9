"""What a person tells of their situation changes the answer, is said back, and is asked for once when it matters."""

from dataclasses import replace
from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import Queue, reading

OWN = {"work": "self_employed"}
SCRIPT = {
    "papeles por nacimiento": reading("question", need="nacimiento_cuidado", aspect="documents"),
    "papeles, autónoma": reading("question", need="nacimiento_cuidado", aspect="documents", conditions=OWN),
    "¿y si soy autónoma?": reading("question", leaning=True, conditions=OWN),
    "¿y por cuenta ajena?": reading("question", leaning=True, conditions={"work": "employee"}),
    "jubilarme": reading(
        "question", need="jubilacion_ordinaria", aspect="requirements", conditions={"age": "64", "contributed": "40y3m"}
    ),
    "vida laboral": reading(need="vida_laboral"),
    "imv": reading(need="ingreso_minimo_vital"),
    "Navarra": reading(conditions={"territory": "31"}, slots={"province": "31"}),
    "Sevilla": reading(conditions={"territory": "41"}, slots={"province": "41"}),
    "para mi madre": reading("third_person", "question", leaning=True),
    "soy autónoma": reading(leaning=True, need="alta_autonomo", conditions=OWN),
    "persona": reading("person"),
}


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


def answers(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages if message.kind == "answer")


async def test_what_was_told_is_said_back_and_its_lines_come_with_the_answer(talk) -> None:
    turn = await talk(SCRIPT).say("papeles, autónoma")
    assert "Por lo que me ha dicho (trabajo por cuenta propia)" in words(turn)
    assert "Los autónomos presentan una declaración" in answers(turn)
    assert all(message.citations for message in turn.messages if message.kind == "answer")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_told_is_said_back_once(talk, language: Language) -> None:
    more = {
        "hola": reading("greeting"),
        "cuánto, autónoma": reading("question", need="nacimiento_cuidado", aspect="amount", conditions=OWN),
    }
    citizen = talk({said: replace(one, language=language) for said, one in (SCRIPT | more).items()})
    await citizen.say("hola")
    await citizen.speak(language)
    say = citizen.deps.phrases.say
    said_back = say(language, "answer-conditions", conditions=say(language, "condition-work-self_employed"))
    assert said_back in words(await citizen.say("papeles, autónoma"))
    again = await citizen.say("cuánto, autónoma")
    assert said_back not in words(again)
    assert answers(again)


async def test_lines_for_other_people_are_left_out(talk) -> None:
    told = answers(await talk(SCRIPT).say("papeles, autónoma"))
    assert "En el empleo de hogar" not in told
    assert "En el empleo de hogar" in answers(await talk(SCRIPT).say("papeles por nacimiento"))


async def test_a_follow_up_is_the_last_question_for_another_situation(talk) -> None:
    citizen = talk(SCRIPT)
    await citizen.say("papeles por nacimiento")
    turn = await citizen.say("¿y si soy autónoma?")
    assert turn.need == "nacimiento_cuidado"
    assert "Los autónomos presentan una declaración" in answers(turn)
    again = await citizen.say("¿y por cuenta ajena?")
    assert again.need == "nacimiento_cuidado"
    assert "Los autónomos presentan una declaración" not in answers(again)


async def test_a_follow_up_brings_the_line_for_that_situation(talk) -> None:
    script = SCRIPT | {"¿cuánto se cobra?": reading("question", need="nacimiento_cuidado", aspect="amount")}
    citizen = talk(script)
    await citizen.say("¿cuánto se cobra?")
    turn = await citizen.say("¿y si soy autónoma?")
    assert "Por lo que me ha dicho (trabajo por cuenta propia)" in words(turn)
    assert answers(turn).startswith("Si es autónomo, se suman las bases de los 6 meses anteriores")
    assert (await citizen.state())["question"].text == "¿cuánto se cobra?"


async def test_the_same_follow_up_again_is_answered_alike(talk) -> None:
    citizen = talk(SCRIPT)
    await citizen.say("papeles por nacimiento")
    first = answers(await citizen.say("¿y si soy autónoma?"))
    assert first
    assert answers(await citizen.say("¿y si soy autónoma?")) == first


async def test_what_changes_nothing_is_noted_and_nothing_else_is_said(talk) -> None:
    citizen = talk(SCRIPT)
    await citizen.say("vida laboral")
    turn = await citizen.say("¿y si soy autónoma?")
    assert words(turn) == "Lo tengo en cuenta: trabajo por cuenta propia. ¿Qué más quiere saber?"


async def test_figures_about_oneself_lead_to_the_rules_and_are_said_back(talk) -> None:
    turn = await talk(SCRIPT).say("jubilarme")
    assert "64 años de edad y 40 años y 3 meses de cotización" in words(turn)
    assert "38 años y 3 meses" in answers(turn)


async def test_a_situation_alone_with_nothing_on_the_table_is_a_need(talk) -> None:
    assert (await talk(SCRIPT).say("soy autónoma")).need == "alta_autonomo"


async def test_what_the_answer_depends_on_is_asked_once(talk) -> None:
    citizen = talk(SCRIPT)
    first = await citizen.say("imv")
    assert "¿En qué provincia vive?" in words(first)
    assert first.step == "asked.condition"
    assert "¿En qué provincia vive?" not in words(await citizen.say("imv"))


async def test_the_province_decides_who_manages_it(talk) -> None:
    citizen = talk(SCRIPT)
    await citizen.say("imv")
    turn = await citizen.say("Navarra")
    assert turn.messages[0].kind == "referral"
    assert "En el País Vasco y en Navarra la solicitud se hace ante su gobierno" in answers(turn)
    elsewhere = talk(SCRIPT)
    await elsewhere.say("imv")
    assert all(message.kind != "referral" for message in (await elsewhere.say("Sevilla")).messages)


async def test_which_work_is_asked_with_the_works_to_choose(talk) -> None:
    turn = await talk(SCRIPT).say("papeles por nacimiento")
    assert "¿En cuál de estos casos está?" in words(turn)
    assert {"Trabajo por cuenta propia", "Empleo de hogar"} <= set(turn.quick_replies)


async def test_somebody_else_has_a_situation_of_their_own(talk) -> None:
    citizen = talk(SCRIPT)
    await citizen.say("papeles, autónoma")
    await citizen.say("para mi madre")
    assert (await citizen.state())["conditions"] == {}


async def test_a_person_receives_what_was_told(talk) -> None:
    queue = Queue()
    citizen = talk(SCRIPT, hand_offs=queue)
    await citizen.say("jubilarme")
    await citizen.say("persona")
    assert "Ha dicho de su situación: 64 años de edad y 40 años y 3 meses de cotización." in queue.waits[0].summary


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_says_it_back(talk, language: Language) -> None:
    everything: Any = {
        "age": "64", "contributed": "40y3m", "work": "sea", "disability": "65", "children": "1", "territory": "31",
    }  # fmt: skip
    script = {
        "imv": reading("question", need="ingreso_minimo_vital", aspect="amount", conditions=everything,
                       language=language, switch_to=language),
    }  # fmt: skip
    turn = await talk(script).say("imv")
    assert turn.language == language
    assert "{" not in words(turn)
