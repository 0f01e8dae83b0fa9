"""A message that asks several things gets an answer to each, nothing twice, and is told what was not understood."""

from collections.abc import Mapping
from typing import Any

import pytest

from agents.phrases.phrases import Phrases
from agents.reception.turns.turn import Turn
from agents.understanding.asked_parts import read_parts
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate, Label
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId
from tests.agents.answers.test_units import lines_of
from tests.agents.conftest import Queue, Talk, reading
from tests.fakes.scripted_reader import ScriptedReader

DNI = "12345678Z"
TSE = reading("question", need="tse", aspect="how")
AMOUNT = reading("question", need="viudedad", aspect="amount")
PAPERS = reading("question", need="viudedad", aspect="documents")
PARO = reading("question", need="paro")
WISH = reading("book", need="jubilacion_ordinaria")
NOTHING = reading("question")
ELSEWHERE = reading("question", "out_of_scope", out_of_scope=True, confidence=0.95)
STEPS = {
    "en Girona": reading(slots={"municipality": "Girona"}),
    "la primera": reading(slots={"option": "1"}),
    "mi DNI": reading(slots={"document": DNI}),
    "sí": reading("affirm"),
    "no": reading("deny"),
    "persona": reading("person"),
    "y cuánto": reading("question", "leans", aspect="amount"),
}


def script(*labels: Label, **parts: Reading) -> dict[str, Reading]:
    """Of one message, "todo", that asks those things; by the words of each part, what it asks."""
    by_words = {words.replace("_", " "): part for words, part in parts.items()}
    said = frozenset(labels).union(*(part.labels for part in by_words.values()))
    whole = read_parts(reading(*said), tuple(by_words), NOTHING_SAID, lambda words, _: by_words[words])
    return {**STEPS, **by_words, "todo": whole}


def lines(turn: Turn, kind: str = "answer") -> list[str]:
    return [line for message in turn.messages if message.kind == kind for line in message.text.split("\n")]


def told_of(turn: Turn, need: str, aspect: Any = None, language: Language = "es") -> list[str]:
    """The lines of the turn that stand in the article of the need."""
    known = {line.text for line in lines_of(need, language, aspect).values()}
    return [line for line in lines(turn) if line in known]


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


async def said(conversation: Talk, *texts: str) -> Turn:
    for text in texts:
        turn = await conversation.say(text)
    return turn


async def test_a_line_that_two_questions_come_to_is_told_once_and_the_other_gets_its_next(talk) -> None:
    amount, papers = UnitId("viudedad", "amount", 1), UnitId("viudedad", "documents", 1)
    told = script(cuánto=AMOUNT, papeles=PAPERS)

    class Torn(ScriptedReader):
        """Both come to the papers, and the first to the amount next."""

        def rank_units(self, text: str, language: Language, needs: Any, before: SaidBefore = NOTHING_SAID) -> Any:
            of_first = [(papers, 0.5), (amount, 0.4)]
            return of_first if text == "cuánto" else [(papers, 0.9), (amount, 0.01)]

    turn = await talk(told, reader=Torn(told)).say("todo")
    known = lines_of("viudedad")
    assert lines(turn)[0] == known[amount].text
    assert lines(turn).count(known[papers].text) == 1


async def test_where_several_things_are_asked_no_line_of_another_need_is_told_beside_an_answer(talk) -> None:
    orphan = UnitId("orfandad", "amount", 1)
    near = (Candidate("viudedad", 0.9), Candidate("orfandad", 0.2))
    told = script(tarjeta=TSE, cuánto=reading("question", need="viudedad", alternatives=near))

    class Two(ScriptedReader):
        """Both pensions answer what is asked of one."""

        def rank_units(self, text: str, language: Language, needs: Any, before: SaidBefore = NOTHING_SAID) -> Any:
            both = [(UnitId("viudedad", "amount", 1), 0.5), (orphan, 0.3)]
            return both if text == "cuánto" else super().rank_units(text, language, needs, before)

    turn = await talk(told, reader=Two(told)).say("todo")
    line = lines_of("orfandad")[orphan].text
    assert [message.text for message in turn.messages if line in message.text.split("\n")] == []


async def test_two_questions_get_two_answers_in_their_order(talk, phrases: Phrases) -> None:
    conversation = talk(script(tarjeta=TSE, viuda=AMOUNT))
    turn = await conversation.say("todo")
    first, second = told_of(turn, "tse", "how"), told_of(turn, "viudedad", "amount")
    assert first
    assert second
    assert lines(turn)[: len(first)] == first
    assert lines(turn).index(second[0]) > lines(turn).index(first[-1])
    assert phrases.say("es", "answer-apart") not in words(turn)
    assert (turn.need, turn.completeness) == ("tse", "complete")
    assert [message.kind for message in turn.messages][-1] == "question"


async def test_every_sentence_of_each_answer_is_cited(talk) -> None:
    turn = await talk(script(tarjeta=TSE, viuda=AMOUNT)).say("todo")
    answers = [message for message in turn.messages if message.kind == "answer"]
    assert len(answers) > 1
    assert all(message.citations for message in answers)
    for message in answers:
        told = {line for citation in message.citations for line in citation.told}
        assert told >= set(message.text.split("\n"))


async def test_three_questions_get_three_answers(talk) -> None:
    turn = await talk(script(tarjeta=TSE, cobra=AMOUNT, papeles=PAPERS)).say("todo")
    for need, aspect in (("tse", "how"), ("viudedad", "amount"), ("viudedad", "documents")):
        assert told_of(turn, need, aspect)


async def test_each_answer_among_several_is_shorter_than_alone(talk) -> None:
    alone = await talk(script(viuda=AMOUNT)).say("viuda")
    beside = await talk(script(tarjeta=TSE, viuda=AMOUNT)).say("todo")
    own, more = told_of(beside, "viudedad"), told_of(alone, "viudedad")
    assert own[0] == more[0]
    assert len(" ".join(own).split()) < len(" ".join(more).split())


async def test_who_handles_another_matter_is_told_beside_an_answer(talk, phrases: Phrases) -> None:
    turn = await talk(script(viuda=AMOUNT, paro=PARO)).say("todo")
    assert told_of(turn, "viudedad", "amount")
    assert phrases.say("es", "body-sepe") in words(turn)
    assert told_of(turn, "paro")
    assert phrases.say("es", "answer-apart") not in words(turn)


async def test_the_same_asked_twice_is_told_once(talk, phrases: Phrases) -> None:
    turn = await talk(script(viuda=AMOUNT, y_la_viuda=AMOUNT)).say("todo")
    once = await talk(script(viuda=AMOUNT, tarjeta=TSE)).say("todo")
    assert lines(turn) == told_of(once, "viudedad")
    assert len(set(lines(turn))) == len(lines(turn))
    assert phrases.say("es", "answer-apart") not in words(turn)


async def test_no_line_is_told_twice_though_two_questions_have_it(talk) -> None:
    line = UnitId("viudedad", "amount", 1)
    parts = script(cuánto=AMOUNT, y_cuánto_es=reading("question", need="viudedad", aspect="requirements"))
    turn = await talk(parts, reader=ScriptedReader(parts, {"y cuánto es": line})).say("todo")
    assert len(set(lines(turn))) == len(lines(turn))


async def test_what_was_told_of_each_question_is_not_told_again(talk) -> None:
    conversation = talk(script(tarjeta=TSE, viuda=AMOUNT))
    before = lines(await conversation.say("todo"))
    for words_again in ("viuda", "tarjeta", "viuda"):
        again = await conversation.say(words_again)
        assert any(message.text == "Como le decía:" for message in again.messages) or not set(lines(again)) & set(
            before
        )


async def test_the_conversation_goes_on_about_the_first(talk) -> None:
    conversation = talk(script(viuda=PAPERS, tarjeta=TSE))
    await conversation.say("todo")
    turn = await conversation.say("y cuánto")
    assert turn.need == "viudedad"
    assert told_of(turn, "viudedad", "amount")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_two_things_the_one_not_understood_is_told_after_the_answer(
    talk, phrases: Phrases, language: Language
) -> None:
    conversation = talk({"hola": reading("greeting"), **script(viuda=AMOUNT, otra_cosa=NOTHING)})
    await conversation.say("hola")
    await conversation.speak(language)
    turn = await conversation.say("todo")
    assert told_of(turn, "viudedad", "amount", language)
    assert turn.messages[-2].text == phrases.say(language, "answer-apart")
    assert turn.messages[-2].kind == "notice"
    assert turn.messages[-1].kind == "question"


@pytest.mark.parametrize("first", [NOTHING, ELSEWHERE, reading("question", "leans"),
                                   reading("question", "other_matter", out_of_scope=True)])  # fmt: skip
async def test_the_second_is_answered_though_the_first_is_not_understood(
    talk, phrases: Phrases, first: Reading
) -> None:
    conversation = talk(script(lo_otro=first, viuda=AMOUNT))
    turn = await conversation.say("todo")
    assert told_of(turn, "viudedad", "amount")
    assert (turn.need, (await conversation.state())["misses"]) == ("viudedad", 0)
    assert words(turn).count(phrases.say("es", "answer-apart")) == 1
    for key in ("not-understood", "out-of-scope", "answer-other-matter", "about-what"):
        assert phrases.say("es", key) not in words(turn)


async def test_the_words_of_its_own_part_find_the_line_of_each_question(talk) -> None:
    lines_asked = {"tarjeta": UnitId("tse", "amount", 1), "viuda": UnitId("viudedad", "deadlines", 1)}
    parts = script(tarjeta=reading("question", need="tse"), viuda=reading("question", need="viudedad"))
    turn = await talk(parts, reader=ScriptedReader(parts, lines_asked)).say("todo")
    assert lines(turn)[0] == lines_of("tse")[lines_asked["tarjeta"]].text
    assert lines_of("viudedad")[lines_asked["viuda"]].text in lines(turn)


class Heard(ScriptedReader):
    """Notes after what each question is asked."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        super().__init__(readings)
        self.after: dict[str, str] = {}

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        self.after[text] = before.text
        return super().rank_units(text, language, needs, before)


async def test_a_later_question_is_asked_after_the_one_before_it_in_the_message(talk) -> None:
    parts = script(tarjeta=TSE, viuda=AMOUNT, papeles=PAPERS)
    reader = Heard(parts)
    conversation = talk(parts, reader=reader)
    await said(conversation, "hola", "todo")
    assert reader.after == {"tarjeta": "hola", "viuda": "tarjeta", "papeles": "tarjeta viuda"}


async def test_a_wish_for_a_person_is_not_what_a_question_is_asked_after(talk) -> None:
    parts = script(tarjeta=TSE, viuda=AMOUNT)
    reader = Heard(parts)
    await said(talk(parts, reader=reader), "persona", "todo")
    assert reader.after == {"tarjeta": "", "viuda": "tarjeta"}


async def test_a_doubtful_first_question_is_named_before_both_answers(talk, phrases: Phrases) -> None:
    doubtful = reading("question", need="tse", confidence=0.55, aspect="how", alternatives=(Candidate("tse", 0.55),))
    turn = await talk(script(tarjeta=doubtful, viuda=AMOUNT)).say("todo")
    assert turn.messages[0].text == phrases.say("es", "answer-about", need="la tarjeta sanitaria europea")
    assert told_of(turn, "tse")
    assert told_of(turn, "viudedad", "amount")


# Appointments


@pytest.mark.parametrize("wish_first", [True, False])
async def test_a_question_beside_a_wish_for_an_appointment_is_answered_and_the_booking_goes_on(
    talk, wish_first: bool
) -> None:
    parts = {"cita": WISH, "viuda": AMOUNT} if wish_first else {"viuda": AMOUNT, "cita": WISH}
    conversation = talk(script(**parts))
    turn = await conversation.say("todo")
    alone = await talk(script(cita=WISH)).say("cita")
    *told, question = [message.text for message in alone.messages]
    assert [message.text for message in turn.messages][: len(told)] == told
    assert told_of(turn, "jubilacion_ordinaria") == told_of(alone, "jubilacion_ordinaria")
    assert told_of(turn, "viudedad", "amount")
    assert turn.messages[-1].text == question
    assert turn.step == "book.place"
    assert turn.messages[-1].kind == "question"
    turn = await said(conversation, "en Girona", "la primera", "mi DNI", "sí")
    assert turn.appointment is not None
    assert (turn.appointment.status, turn.need) == ("booked", "jubilacion_ordinaria")


async def test_what_the_appointment_is_for_is_answered_where_it_is_asked(talk) -> None:
    turn = await talk(script(viuda=AMOUNT, cita=reading("book", need="cita_inss"))).say("todo")
    assert (turn.step, turn.need) == ("book.place", "viudedad")
    assert told_of(turn, "viudedad", "amount")


async def test_what_an_appointment_is_for_is_no_question_by_itself(talk) -> None:
    parts = script(quiero_jubilarme=reading(need="jubilacion_ordinaria"), cita=reading("book", need="cita_inss"))
    turn, alone = await talk(parts).say("todo"), await talk(parts | {"cita": WISH}).say("cita")
    assert (turn.step, words(turn)) == ("book.place", words(alone))


async def test_a_question_beside_a_cancellation_is_answered_and_the_cancellation_goes_on(talk) -> None:
    turn = await talk(script(anular=reading("cancel", need="cita_modificar"), viuda=AMOUNT)).say("todo")
    assert turn.step == "cancel.locator"
    assert told_of(turn, "viudedad", "amount")


async def test_what_the_appointment_to_change_is_for_is_not_answered_as_if_it_were_asked(talk) -> None:
    parts = script(cambiar=reading("change", need="viudedad"), tarjeta=TSE)
    turn = await talk(parts).say("todo")
    assert turn.step == "change.locator"
    assert told_of(turn, "tse", "how")
    assert not told_of(turn, "viudedad")


async def test_where_no_appointment_is_given_the_way_and_the_other_answer_are_told(talk, phrases: Phrases) -> None:
    turn = await talk(script(viuda=AMOUNT, cita=reading("book", need="vida_laboral"))).say("todo")
    assert phrases.say("es", "book-walk-in") in words(turn)
    assert told_of(turn, "vida_laboral")
    assert told_of(turn, "viudedad", "amount")


async def test_who_asks_for_a_person_among_other_things_gets_one(talk) -> None:
    queue = Queue()
    turn = await talk(script("person", viuda=AMOUNT, tarjeta=TSE), hand_offs=queue).say("todo")
    assert turn.hand_off is not None
    assert len(queue.waits) == 1
    assert lines(turn) == []


async def test_danger_in_the_second_part_comes_before_the_answer_to_the_first(talk) -> None:
    turn = await talk(script(viuda=AMOUNT, me_pega=reading("violence"))).say("todo")
    assert turn.hand_off is not None
    assert turn.hand_off.reason == "violence"
    assert lines(turn) == []


async def test_how_it_is_done_online_is_not_told_twice_before_an_appointment(talk, phrases: Phrases) -> None:
    how = UnitId("viudedad", "how", 1)
    told = script(cómo=reading("question", need="viudedad", aspect="how"), cita=reading("book", need="viudedad"))

    class How(ScriptedReader):
        """The way it is asked for answers."""

        def rank_units(self, text: str, language: Language, needs: Any, before: SaidBefore = NOTHING_SAID) -> Any:
            return [(one, 0.5 / place) for place, one in enumerate(lines_of("viudedad", aspect="how"), start=1)]

    turn = await talk(told, reader=How(told)).say("todo")
    said = lines(turn)
    assert phrases.say("es", "book-maybe-online") in words(turn)
    assert lines_of("viudedad")[how].text in said
    assert len(said) == len(set(said))
