"""The turns around a hand-off: the number to call, who comes once, and the talk that goes on here."""

import re
from dataclasses import replace
from datetime import time, timedelta

import pytest

from agents.reception.turns.turn import Turn
from agents.reception.turns.waiting_words import NOTHING_KNOWN, when_they_come, who_comes
from agents.understanding.asked_parts import read_parts
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import NOTHING_SAID
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW
from tests.agents.conftest import Queue, Talk, reading
from tests.fakes.scripted_reader import ScriptedReader
from tools.errors import ToolUnavailable
from tools.queues.hand_offs import Prospect

SCRIPT = {
    "hola": reading("greeting"),
    "persona": reading("person"),
    "cuándo": reading("after_hand_off", "question"),
    "qué teléfono": reading("question", "after_hand_off", measure="phone"),
    "hasta qué hora": reading("question", "leans", need="humano", confidence=0.8, measure="hours"),
    "dame el número": reading("question", need="humano", confidence=0.98, measure="phone"),
    "jubilarme": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "gracias": reading("thanks"),
    "me pega": reading("violence"),
    "no hay peligro": reading("safe"),
    "no hay peligro, ¿y la jubilación?": reading("safe", "question", need="jubilacion_ordinaria"),
}
NUMBERS = ("qué teléfono", "hasta qué hora", "dame el número")
LINE = UnitId("humano", "how", 2)
"""It tells the number of the pensions and its hours."""
IN_ALL = pytest.mark.parametrize("language", LANGUAGES)


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


def phones(conversation: Talk, turn: Turn) -> list[str]:
    """The numbers to call that the answers tell."""
    facts = conversation.deps.knowledge_base.facts
    known = {str(facts.value_on(one, NOW.date())) for one in facts if facts[one].unit == "phone"}
    told = re.sub(r"\s", "", "".join(one.text for one in turn.messages if one.kind == "answer"))
    return [one for one in known if re.sub(r"\s", "", one) in told]


async def in_language(talk, language: Language, *texts: str, **changes: object) -> tuple[Talk, Turn]:
    script = {said: replace(one, language=language) for said, one in SCRIPT.items()}
    conversation = talk(script, reader=ScriptedReader(script, dict.fromkeys(NUMBERS, LINE)), **changes)
    await conversation.say("hola")
    await conversation.speak(language)
    for text in texts:
        turn = await conversation.say(text)
    return conversation, turn


@IN_ALL
async def test_what_is_asked_beside_there_is_no_danger_is_answered(talk, language: Language) -> None:
    conversation, turn = await in_language(talk, language, "me pega", "no hay peligro, ¿y la jubilación?")
    assert words(turn).startswith(conversation.deps.phrases.say(language, "heard-safe"))
    assert [one.kind for one in turn.messages if one.kind == "answer"]
    assert (await conversation.state())["safe"]


@IN_ALL
async def test_who_waits_and_asks_which_number_to_call_is_told_it(talk, language: Language) -> None:
    """That is what the sentence about waiting tells them to ask."""
    conversation, turn = await in_language(talk, language, "persona", "cuándo", "qué teléfono")
    assert phones(conversation, turn)
    assert all(one.citations for one in turn.messages if one.kind == "answer")
    assert turn.hand_off is None


@IN_ALL
async def test_who_asks_only_for_a_number_is_put_through_to_nobody(talk, language: Language) -> None:
    queue = Queue()
    conversation, turn = await in_language(talk, language, "dame el número", hand_offs=queue)
    assert phones(conversation, turn)
    assert not queue.waits


@IN_ALL
async def test_the_hours_are_told_too(talk, language: Language) -> None:
    _, turn = await in_language(talk, language, "persona", "hasta qué hora")
    assert [one.kind for one in turn.messages if one.kind == "answer"]


async def test_what_is_asked_beside_when_they_are_called_is_answered_after_that(talk) -> None:
    both = read_parts(
        reading("after_hand_off", "question"), ("cuándo", "jubilarme"), NOTHING_SAID, lambda words, _: SCRIPT[words]
    )
    conversation = talk(SCRIPT | {"las dos": both})
    await conversation.say("persona")
    turn = await conversation.say("las dos")
    assert turn.messages[0].text == when_they_come(
        NOTHING_KNOWN, conversation.deps.hand_offs.waits[0].id, "es", conversation.deps, None
    )
    assert [one.kind for one in turn.messages if one.kind == "answer"]


@IN_ALL
async def test_a_person_is_called_once_and_said_to_be_once(talk, language: Language) -> None:
    queue = Queue()
    conversation, first = await in_language(talk, language, "persona", hand_offs=queue)
    again = await conversation.say("persona")
    say = conversation.deps.phrases.say
    assert say(language, "handoff-asked") in words(first)
    assert again.messages[0].text == say(language, "handoff-already", reference=queue.waits[0].id)
    assert again.messages[1].text == who_comes(NOTHING_KNOWN, language, conversation.deps, None)
    assert len(queue.waits) == 1


@IN_ALL
async def test_the_talk_goes_on_while_a_person_is_on_the_way(talk, language: Language) -> None:
    conversation, turn = await in_language(talk, language, "persona", "jubilarme")
    assert [one.kind for one in turn.messages if one.kind == "answer"]
    assert words(await conversation.say("gracias")) == conversation.deps.phrases.say(language, "thanks")


@IN_ALL
async def test_there_is_no_danger_said_in_words_is_heard_like_the_button(talk, language: Language) -> None:
    conversation, turn = await in_language(talk, language, "me pega", "no hay peligro")
    assert words(turn) == conversation.deps.phrases.say(language, "care-over")
    assert [one.kind for one in (await conversation.say("jubilarme")).messages if one.kind == "answer"]
    assert conversation.deps.hand_offs.waits[0].urgent


async def test_who_asks_for_the_number_is_told_it_though_another_need_is_nearly_as_likely(talk) -> None:
    near = (Candidate("humano", 0.6), Candidate("cita_inss", 0.35))
    script = {"un número": reading("question", need="humano", confidence=0.6, measure="phone", alternatives=near)}
    conversation = talk(script, reader=ScriptedReader(script, {"un número": LINE}))
    turn = await conversation.say("un número")
    assert turn.need == "humano"
    assert phones(conversation, turn)


WAIT = Prospect(ahead=3, wait=timedelta(minutes=4))
AT_NOON = SEGURIDAD_SOCIAL.model_copy(update={"attention": {"wednesday": (time(12), time(14))}})
"""Where nobody is there yet."""


@IN_ALL
async def test_who_is_handed_over_is_told_the_wait_where_it_was_measured(talk, language: Language) -> None:
    queue = Queue()
    queue.told = WAIT
    conversation, turn = await in_language(talk, language, "persona", hand_offs=queue)
    say = conversation.deps.phrases.say
    for told in (turn, await conversation.say("cuándo")):
        assert say(language, "handoff-here") in words(told)
        assert say(language, "handoff-wait", minutes=4) in words(told)
        assert say(language, "handoff-order") not in words(told)


@IN_ALL
async def test_out_of_hours_they_are_told_when_somebody_is_there_and_may_be_called_back(
    talk, language: Language
) -> None:
    conversation, turn = await in_language(talk, language, "persona", administration=AT_NOON)
    say = conversation.deps.phrases.say
    assert "12" in words(turn)  # the hour, in the time of the administration
    assert say(language, "handoff-phone-booking") in words(turn)
    assert say(language, "handoff-here") not in words(turn)
    assert say(language, "reply-phone-booking") in turn.quick_replies
    booking = await conversation.say(say(language, "reply-phone-booking"))
    assert booking.step.startswith("book.")
    task = (await conversation.state())["task"]
    assert task.search.channel == "phone"


@IN_ALL
async def test_who_is_in_danger_is_offered_no_call_at_another_hour(talk, language: Language) -> None:
    conversation, turn = await in_language(talk, language, "me pega", administration=AT_NOON)
    assert conversation.deps.phrases.say(language, "handoff-phone-booking") not in words(turn)
    assert turn.quick_replies == conversation.deps.phrases.replies(language, "reply-safe")


async def test_a_wait_that_cannot_be_found_out_is_not_told_and_the_person_comes(talk) -> None:
    class Silent(Queue):
        async def prospect(self, hand_off_id: str) -> Prospect:
            raise ToolUnavailable("no waits")

    queue = Silent()
    _, turn = await in_language(talk, "es", "persona", hand_offs=queue)
    assert turn.hand_off in queue.waits
    assert "minuto" not in words(turn)
