"""Whole conversations with the understander as it is served: what leans on what was said, and what only begins so."""

from typing import Any

import pytest

from agents.phrases.phrases import Phrases
from agents.reception.turns.turn import Turn
from agents.understanding.understander import Understander
from knowledge.languages import LANGUAGES, Language
from tests import shipped

LEANING: list[tuple[Language, str, str, str]] = [
    ("ca", "vull donar-me de baixa d'autònoms", "i si ho faig tard?", "baja_autonomo"),
    ("gl", "quero a xubilación anticipada voluntaria", "canto me quitarían?", "jubilacion_anticipada_voluntaria"),
    ("es", "¿cómo se pide la pensión de viudedad?", "¿qué papeles llevo?", "viudedad"),
    ("es", "quiero cita para la pensión de viudedad", "¿qué papeles llevo?", "viudedad"),
    ("eu", "nire senarra hil da", "Zenbat kobratuko dut?", "viudedad"),
    ("en", "how do I register as self-employed?", "and would I have to give any of it back?", "alta_autonomo"),
    ("fr", "comment obtenir mon relevé de carrière ?", "et si je rate la date ?", "vida_laboral"),
]
CHANGING: list[tuple[Language, str, set[str]]] = [
    ("es", "y mi mujer está embarazada, ¿qué le toca?", {"riesgo_embarazo", "nacimiento_cuidado"}),
    ("ca", "i la meva dona està embarassada, què li toca?", {"riesgo_embarazo", "nacimiento_cuidado"}),
    ("gl", "e a tarxeta sanitaria europea?", {"tse"}),
    ("eu", "eta Europako osasun-txartela?", {"tse"}),
    ("en", "and what about the European health card?", {"tse"}),
    ("fr", "et la carte européenne d'assurance maladie ?", {"tse"}),
]
GREETED: dict[Language, str] = {
    "es": "buenas, el casero no me firma el papel, ¿a quién se lo digo?",
    "ca": "bon dia, la sogra ja no pot pujar escales sola, què fem?",
    "gl": "bos días, como arranxo os papeis do neno que acaba de chegar?",
    "eu": "kaixo, Espainiara etorri berri naiz seme-alabekin, nola lortuko dut medikua?",
    "en": "hi I just moved to Spain with my kids, how do I get a doctor",
    "fr": "bonjour, je viens d'arriver en Espagne avec mes enfants, comment avoir un médecin ?",
}
HOW_ARE_YOU: dict[Language, str] = {
    "es": "hola, ¿cómo está usted?",
    "ca": "hola, com està vostè?",
    "gl": "ola, como está vostede?",
    "eu": "egun on, zer moduz zaude?",
    "en": "hello, how are you today?",
    "fr": "bonjour, comment allez-vous ?",
}


async def said(talk: Any, reader: Understander, language: Language, *texts: str) -> Turn:
    conversation = talk({}, reader=reader)
    for text in texts:
        turn = await conversation.say(text)
        if text == texts[0]:
            await conversation.speak(language)
    return turn  # type: ignore[no-any-return]


@pytest.mark.parametrize(("language", "opening", "leaning", "need"), LEANING)
async def test_what_leans_is_answered_about_what_was_spoken_of(
    talk, real: Understander, language: Language, opening: str, leaning: str, need: str
) -> None:
    """Where no line of it is likely, which of its questions it is, is asked."""
    turn = await said(talk, real, language, opening, leaning)
    assert turn.need == need
    short = shipped.knowledge_base().short_questions[language]
    offered = {unit.need for unit, words in short.items() if words in turn.quick_replies}
    assert "answer" in [message.kind for message in turn.messages] or need in offered


@pytest.mark.parametrize(("language", "text", "needs"), CHANGING)
async def test_what_begins_with_and_and_names_a_matter_is_about_it(
    talk, real: Understander, phrases: Phrases, language: Language, text: str, needs: set[str]
) -> None:
    turn = await said(talk, real, language, "quiero darme de baja de autónomos", text)
    names = {phrases.name(language, talk({}).deps.catalogue[need].names) for need in needs}
    assert turn.need in needs or any(name in message.text for name in names for message in turn.messages)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_greeting_does_not_answer_the_question_it_comes_with(
    talk, real: Understander, phrases: Phrases, language: Language
) -> None:
    turn = await said(talk, real, language, GREETED[language])
    greeting = {phrases.say(each, "greeting-again") for each in LANGUAGES}
    assert not greeting & {message.text for message in turn.messages}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_are_you_is_a_greeting(talk, real: Understander, phrases: Phrases, language: Language) -> None:
    turn = await said(talk, real, language, HOW_ARE_YOU[language])
    assert {message.text for message in turn.messages} & {phrases.say(each, "greeting-again") for each in LANGUAGES}
