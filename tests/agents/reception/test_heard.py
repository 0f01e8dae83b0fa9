"""Feelings, waiting for a person and danger, over the graph in every language."""

import pytest

from agents.reception.turns.turn import Turn
from agents.reception.turns.waiting_words import NOTHING_KNOWN, when_they_come
from knowledge.languages import LANGUAGES, Language
from tests.agents.conftest import reading

SCRIPT = {
    "murió ayer": reading("grief"),
    "murió ayer, ¿qué hago?": reading("grief", "question", need="viudedad"),
    "sigo triste": reading("grief"),
    "tengo miedo": reading("worry"),
    "no tengo para comer": reading("hardship"),
    "¡aprobada!": reading("joy"),
    "estoy harto, ¿cuánto cobro?": reading("complaint", "question", need="viudedad"),
    "estoy harto": reading("complaint"),
    "no sé si sigo, ¿cuánto cobro?": reading("unsafe", "question", need="viudedad"),
    "no sé si sigo": reading("unsafe"),
    "jubilarme": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "ok": reading("ack", "affirm"),
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "persona": reading("person"),
    "cuándo": reading("question", "leans"),
    "no viene nadie": reading("after_hand_off"),
    "me pega": reading("violence"),
    "el tiempo": reading("out_of_scope", out_of_scope=True),
    "una vergüenza": reading("complaint"),
    "gracias": reading("thanks"),
}
NUMBERS = ("112", "016", "024")


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


def kinds(turn: Turn) -> list[str]:
    return [message.kind for message in turn.messages]


async def spoken(talk, language: Language):
    conversation = talk(
        {text: read.__class__(**{**_values(read), "language": language}) for text, read in SCRIPT.items()}
    )
    await conversation.say("gracias")
    await conversation.speak(language)
    return conversation


def _values(read) -> dict:
    return {name: getattr(read, name) for name in read.__dataclass_fields__}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "feeling"),
    [("murió ayer", "grief"), ("tengo miedo", "worry"), ("no tengo para comer", "hardship"), ("¡aprobada!", "joy")],
)
async def test_a_feeling_is_heard_with_a_sentence_and_an_offer(
    talk, language: Language, text: str, feeling: str
) -> None:
    conversation = await spoken(talk, language)
    say = conversation.deps.phrases.say
    turn = await conversation.say(text)
    assert [one.text for one in turn.messages] == [say(language, f"heard-{feeling}"), say(language, f"offer-{feeling}")]


async def test_with_a_question_one_sentence_comes_before_the_answer_and_once(talk) -> None:
    conversation = talk(SCRIPT)
    first = await conversation.say("murió ayer, ¿qué hago?")
    assert first.messages[0].text == "Siento mucho su pérdida."
    assert "answer" in kinds(first)
    again = await conversation.say("murió ayer, ¿qué hago?")
    assert "Siento mucho su pérdida." not in words(again)
    assert "Siento mucho su pérdida." not in words(await conversation.say("sigo triste"))


async def test_anger_with_a_question_is_answered_and_alone_it_may_complain(talk) -> None:
    conversation = talk(SCRIPT)
    first = await conversation.say("estoy harto, ¿cuánto cobro?")
    assert first.messages[0].text == conversation.deps.phrases.say("es", "heard-complaint")
    assert "answer" in kinds(first)
    assert "queja" in words(await conversation.say("estoy harto"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_may_be_danger_is_answered_and_asked_about_kindly_once(talk, language: Language) -> None:
    conversation = await spoken(talk, language)
    say = conversation.deps.phrases.say
    turn = await conversation.say("no sé si sigo, ¿cuánto cobro?")
    assert turn.messages[0].text == say(language, "heard-unsafe")
    assert "answer" in kinds(turn)
    assert say(language, "reply-person") in turn.quick_replies
    assert turn.hand_off is None
    assert not [number for number in NUMBERS if number in words(turn)]
    assert say(language, "heard-unsafe") not in words(await conversation.say("no sé si sigo"))


async def test_a_feeling_in_the_middle_of_a_booking_is_heard_and_the_booking_goes_on(talk) -> None:
    conversation = talk(SCRIPT)
    step = (await conversation.say("cita jubilación")).step
    turn = await conversation.say("murió ayer")
    assert (turn.messages[0].text, turn.step) == ("Siento mucho su pérdida.", step)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ok_is_answered_shortly_and_asks_nothing(talk, language: Language) -> None:
    conversation = await spoken(talk, language)
    await conversation.say("jubilarme")
    turn = await conversation.say("ok")
    assert words(turn) == conversation.deps.phrases.say(language, "ack")
    assert "?" not in words(turn)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asks", ["cuándo", "no viene nadie"])
async def test_who_waits_for_a_person_is_told_who_when_and_how(talk, language: Language, asks: str) -> None:
    conversation = await spoken(talk, language)
    reference = (await conversation.say("persona")).hand_off.id
    turn = await conversation.say(asks)
    assert words(turn) == when_they_come(NOTHING_KNOWN, reference, language, conversation.deps, None)
    assert "answer" in kinds(await conversation.say("jubilarme"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_danger_there_are_only_people_and_care(talk, language: Language) -> None:
    conversation = await spoken(talk, language)
    say = conversation.deps.phrases.say
    assert (await conversation.say("me pega")).hand_off.urgent
    for text in ("jubilarme", "el tiempo", "una vergüenza", "gracias", "ok", "cita jubilación", "murió ayer"):
        assert words(await conversation.say(text)) == say(language, "care-violence")
    assert (await conversation.say("persona")).hand_off.reason == "violence"


async def test_who_says_that_there_is_no_danger_is_served_again_and_the_person_still_comes(talk) -> None:
    script = SCRIPT | {"No hay peligro, quiero preguntar otra cosa": reading()}
    conversation = talk(script)
    await conversation.say("me pega")
    assert "Dígame en qué puedo ayudarle" in words(await conversation.say("No hay peligro, quiero preguntar otra cosa"))
    assert "answer" in kinds(await conversation.say("jubilarme"))
    (waiting,) = conversation.deps.hand_offs.waits
    assert waiting.urgent
    assert (await conversation.say("me pega")).hand_off.urgent
    assert "otra cosa" not in words(await conversation.say("jubilarme"))
