"""A message that asks several things is read one after the other, each after the one before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from agents.understanding.appointments.steps import LastAsked, Step
from agents.understanding.asked_parts import about_part, read_parts
from agents.understanding.question.question_splitter import QuestionSplitter
from agents.understanding.reading import PartWords, Reading
from agents.understanding.shared.labels import DANGERS, SURE, Candidate
from agents.understanding.understander import Understander
from agents.understanding.units.spoken import SaidBefore
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId
from tests.agents.answers.test_units import lines_of
from tests.agents.builders import NOW, slot_values
from tests.agents.conftest import reading

TOLD = frozenset({UnitId("tse", "how", 1)})
BEFORE = SaidBefore(text="hola", beliefs={"paro": 0.2}, told=TOLD, topic="paro")
ASKS = ("qué es la tarjeta", "cuánto cobra una viuda", "y dónde")
FIRST = reading("question", need="tse", beliefs={"tse": 0.9}, aspect="what", confidence=0.8, outside=0.1)
SECOND = reading("question", need="viudedad", beliefs={"viudedad": 0.8}, aspect="amount")
THIRD = reading("leans", beliefs={"viudedad": 0.7})
WHOLE = reading(
    "question", "third_person", "violence", "out_of_scope", need="jubilacion_ordinaria", language="ca",
    switch_to="ca", variety="ca-valencia", reserved=True, conditions={"work": "sea"}, as_of=NOW.date(),
    slots={"date": "2026-12-01"}, beliefs={"jubilacion_ordinaria": 1.0}, out_of_scope=True,
)  # fmt: skip
Said = list[tuple[str, SaidBefore]]


def parts_of(whole: Reading, by_words: Mapping[str, Reading], before: SaidBefore = BEFORE) -> tuple[Reading, Said]:
    """The message read in parts, and what each was read after."""
    said: Said = []

    def read(words: str, after: SaidBefore) -> Reading:
        said.append((words, after))
        return by_words[words]

    return read_parts(whole, tuple(by_words), before, read), said


SCRIPT = dict(zip(ASKS, (FIRST, SECOND, THIRD), strict=True))


def test_each_part_is_kept_with_its_words_and_what_was_said_before_it() -> None:
    parts = parts_of(WHOLE, SCRIPT)[0].parts
    after = ("hola", ASKS[0], f"{ASKS[0]} {ASKS[1]}")
    assert parts == tuple(
        replace(one, words=PartWords(words, said))
        for one, words, said in zip((FIRST, SECOND, THIRD), ASKS, after, strict=True)
    )


def test_a_later_question_about_the_one_before_is_so_beyond_doubt() -> None:
    other = Candidate("paro", 0.1)
    later = reading("question", "leans", out_of_scope=True, confidence=0.6, outside=0.6, alternatives=(other,))
    part = parts_of(WHOLE, {ASKS[0]: FIRST, "y lo puedo borrar": later})[0].parts[1]
    assert (part.outside, part.alternatives) == (0.0, (Candidate("tse", SURE), other))


def test_what_the_words_of_the_whole_tell_is_told_when_it_is_about_a_part() -> None:
    found = parts_of(replace(WHOLE, words=PartWords(anew=True, undoes=True)), SCRIPT)[0]
    assert found.words == PartWords(ASKS[0], "hola", anew=True, undoes=True)


@pytest.mark.parametrize(("confidence", "need"), [(0.6, "tse"), (0.95, None)])
def test_a_later_question_that_names_nothing_is_about_the_one_before_unless_it_lies_outside_for_sure(
    confidence: float, need: str | None
) -> None:
    later = reading("question", "leans", "other_matter", out_of_scope=True, confidence=confidence)
    part = parts_of(WHOLE, {ASKS[0]: FIRST, "y lo puedo borrar": later})[0].parts[1]
    assert (part.need, part.goes_on, part.out_of_scope) == (need, need is not None, need is None)


def test_each_part_is_read_after_those_before_it_and_the_last_need_named_is_on_the_table() -> None:
    said = [after for _, after in parts_of(WHOLE, SCRIPT)[1]]
    assert said[0] == BEFORE
    assert said[1] == SaidBefore(ASKS[0], {"tse": 0.9}, TOLD, "tse")
    assert said[2] == SaidBefore(f"{ASKS[0]} {ASKS[1]}", {"viudedad": 0.8}, TOLD, "viudedad")
    unnamed = dict(zip(ASKS, (THIRD, FIRST, SECOND), strict=True))
    assert parts_of(WHOLE, unnamed)[1][1][1].topic == "paro"


def test_the_message_is_about_what_its_first_question_is_about() -> None:
    found, _ = parts_of(WHOLE, SCRIPT)
    assert (found.need, found.confidence, found.outside, found.aspect) == ("tse", 0.8, 0.1, "what")
    assert not found.out_of_scope
    assert found.words.asked == ASKS[0]


def test_what_the_message_does_and_the_values_in_it_are_those_of_the_whole() -> None:
    found, _ = parts_of(WHOLE, SCRIPT)
    names = ("language", "language_confidence", "switch_to", "variety", "slots", "reserved", "conditions", "as_of")
    assert [getattr(found, name) for name in names] == [getattr(WHOLE, name) for name in names]
    assert found.labels == {"question", "third_person", "violence"}
    assert found.beliefs == THIRD.beliefs


@pytest.mark.parametrize("danger", sorted(DANGERS))
def test_danger_in_any_part_is_danger_in_the_message(danger: Any) -> None:
    safe = replace(WHOLE, labels=frozenset({"unsafe"}))
    found, _ = parts_of(safe, {ASKS[0]: FIRST, ASKS[1]: reading("question", danger, "insult")})
    assert found.labels == {"unsafe", danger}


def test_a_label_of_the_matter_is_that_of_the_first_question() -> None:
    leaning = replace(FIRST, labels=frozenset({"leans", "other_matter", "book"}))
    found, _ = parts_of(WHOLE, {ASKS[0]: leaning, ASKS[1]: SECOND})
    assert found.labels == {"question", "third_person", "violence", "leans", "other_matter"}


def test_another_part_is_what_the_message_is_about_and_it_still_does_what_the_whole_does() -> None:
    found, _ = parts_of(WHOLE, SCRIPT)
    other = about_part(found.parts[2], found)
    assert (other.need, other.parts, other.slots) == (None, found.parts, WHOLE.slots)
    assert other.labels == {"question", "third_person", "violence", "leans"}
    assert about_part(found.parts[0], found) == found


@pytest.mark.parametrize("wish", ["book", "change", "cancel"])
def test_a_wish_after_a_question_is_read_by_itself(wish: Any) -> None:
    asked = reading(wish, need="viudedad")
    _, said = parts_of(WHOLE, {ASKS[0]: FIRST, ASKS[1]: asked, ASKS[2]: THIRD})
    assert [words for words, _ in said] == [ASKS[0], ASKS[1], ASKS[1], ASKS[2]]
    assert said[2][1] == SaidBefore(told=TOLD)
    assert parts_of(WHOLE, {ASKS[0]: asked, ASKS[1]: FIRST})[1][0][1] == BEFORE
    assert len(parts_of(WHOLE, {ASKS[0]: asked, ASKS[1]: FIRST})[1]) == 2


# As it is served


TWO_MATTERS: dict[Language, str] = {
    "es": "¿cómo pido la tarjeta sanitaria europea? ¿y cuánto cobro de baja?",
    "ca": "com demano la targeta sanitària europea? i quant cobro de baixa?",
    "gl": "como pido a tarxeta sanitaria europea? e canto cobro de baixa?",
    "eu": "nola eskatzen da Europako osasun-txartela? eta zenbat kobratuko dut bajan?",
    "en": "how do I get the European health card? and how much sick pay will I get?",
    "fr": "comment obtenir la carte européenne ? et combien vais-je toucher en arrêt maladie ?",
}
TWO_SIDES: dict[Language, str] = {
    "es": "¿cuánto se cobra de viudedad y qué papeles hay que llevar?",
    "ca": "quant es cobra de viduïtat i quins papers s'han de portar?",
    "gl": "canto se cobra de viuvez e que papeis hai que levar?",
    "eu": "zenbat kobratzen da alarguntzagatik eta zer paper eraman behar dira?",
    "en": "how much is the widow's pension and what papers do I need?",
    "fr": "combien touche une veuve et quels papiers faut-il ?",
}
ONE: dict[Language, str] = {
    "es": "tengo 63 años y 40 cotizados, ¿puedo jubilarme ya o tengo que esperar?",
    "ca": "tinc 63 anys i 40 de cotitzats, em puc jubilar ja o he d'esperar?",
    "gl": "teño 63 anos e 40 cotizados, podo xubilarme xa ou teño que agardar?",
    "eu": "63 urte ditut eta 40 kotizatuta, erretiroa har dezaket jada ala itxaron behar dut?",
    "en": "I'm 63 and have 40 years paid in, can I retire now or do I have to wait?",
    "fr": "j'ai 63 ans et 40 ans cotisés, puis-je partir maintenant ou dois-je attendre ?",
}
WISHED_AFTER: list[tuple[Language, str, str]] = [
    ("es", "¿cuánto dura el paro? y quiero cita para jubilarme", "jubilacion_ordinaria"),
    ("es", "¿cómo pido la tarjeta sanitaria europea? y quiero pedir cita para la viudedad", "viudedad"),
    ("ca", "com demano la targeta sanitària europea? i vull cita per a la jubilació", "jubilacion_ordinaria"),
    ("gl", "como pido a tarxeta sanitaria europea? e quero cita para xubilarme", "jubilacion_ordinaria"),
    ("en", "how do I get the European health card? and I want an appointment for the widow's pension", "viudedad"),
    ("fr", "comment obtenir la carte européenne ? et je veux un rendez-vous pour ma retraite", "jubilacion_ordinaria"),
]


def read(real: Understander, language: Language, text: str, step: Step | None = None) -> Reading:
    return real.read_message(text, prior=language, now=NOW, asked=LastAsked(step))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_matters_of_one_message_are_each_understood(real: Understander, language: Language) -> None:
    found = read(real, language, TWO_MATTERS[language])
    assert [part.need for part in found.parts] == ["tse", "incapacidad_temporal_info"]
    assert (found.need, found.language) == ("tse", language)
    assert all("question" in part.labels for part in found.parts)
    assert found.beliefs == found.parts[-1].beliefs


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_of_two_questions_leans_on_the_first(real: Understander, language: Language) -> None:
    found = read(real, language, TWO_SIDES[language])
    assert [part.need for part in found.parts] == ["viudedad", "viudedad"]
    assert found.parts[1].goes_on
    assert found.parts[1].words.after == found.parts[0].words.asked
    alone = read(real, language, found.parts[1].words.asked)
    assert alone.need != "viudedad" or alone.confidence < found.parts[1].confidence


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_asks_one_thing_has_no_parts(real: Understander, language: Language) -> None:
    found = read(real, language, ONE[language])
    assert (found.parts, found.words) == ((), PartWords())


@pytest.mark.parametrize(("language", "text", "need"), WISHED_AFTER)
def test_an_appointment_wanted_after_a_question_is_for_what_it_names(
    real: Understander, language: Language, text: str, need: str
) -> None:
    found = read(real, language, text, "idle")
    assert "book" in found.labels
    assert [("book" in part.labels, part.need == need) for part in found.parts] == [(False, False), (True, True)]


@pytest.mark.parametrize("step", ["idle", "booked", None])
def test_a_message_is_taken_apart_where_no_appointment_is_under_way(real: Understander, step: Step | None) -> None:
    assert len(read(real, "es", TWO_MATTERS["es"], step).parts) == 2


@pytest.mark.parametrize(
    "step",
    ["need", "place", "option", "document", "phone", "confirm", "what_change", "reference", "confirm_change",
     "confirm_cancel"],
)  # fmt: skip
def test_in_the_middle_of_an_appointment_each_thing_asked_is_read_by_itself(real: Understander, step: Step) -> None:
    found, alone = (read(real, "es", TWO_MATTERS["es"], one) for one in (step, "idle"))
    assert [part.need for part in found.parts] == [part.need for part in alone.parts]
    assert all("question" in part.labels for part in found.parts)


def test_what_is_done_in_an_appointment_is_read_in_the_words_that_ask_nothing(real: Understander) -> None:
    found = read(real, "es", "sí, perfecto. ¿y cómo pido la tarjeta sanitaria europea?", "confirm")
    assert [part.need for part in found.parts] == ["tse"]
    assert found.words.stated is not None
    assert "affirm" in found.words.stated.labels


def test_danger_in_any_part_is_heard_in_the_message(real: Understander) -> None:
    found = read(real, "es", "¿cómo pido la tarjeta sanitaria europea? ¿y qué hago si mi marido me pega?")
    assert len(found.parts) == 2
    assert "violence" in found.labels


def test_without_a_model_every_message_asks_one_thing(real: Understander) -> None:
    none: QuestionSplitter | None = None
    assert read(replace(real, splitter=none), "es", TWO_MATTERS["es"]).parts == ()


def test_values_and_conditions_said_anywhere_are_those_of_the_message(real: Understander) -> None:
    found = read(real, "es", "soy autónomo, ¿cuánto cobro de baja? ¿y cómo pido la tarjeta europea el 3 de diciembre?")
    assert len(found.parts) == 2
    assert found.conditions == {"work": "self_employed"}
    assert found.slots == slot_values() | found.slots
    assert found.slots["date"].value == "2026-12-03"


# In a conversation


def answered(turn: Turn, need: str, language: Language) -> list[str]:
    """The lines of the turn that stand in the article of the need."""
    known = {line.text for line in lines_of(need, language).values()}
    told = (line for message in turn.messages if message.kind == "answer" for line in message.text.split("\n"))
    return [line for line in told if line in known]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_two_questions_as_people_write_them_get_two_answers(talk, real: Understander, language: Language) -> None:
    conversation = talk({}, reader=real)
    await conversation.say("hola")
    await conversation.speak(language)
    turn = await conversation.say(TWO_MATTERS[language])
    assert (turn.need, turn.language) == ("tse", language)
    assert answered(turn, "tse", language)
    assert answered(turn, "incapacidad_temporal_info", language)
    told = [line for message in turn.messages for line in message.text.split("\n")]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(("language", "text", "need"), WISHED_AFTER)
async def test_an_appointment_and_a_question_as_people_write_them_get_both(
    talk, real: Understander, language: Language, text: str, need: str
) -> None:
    conversation = talk({}, reader=real)
    await conversation.say("hola")
    await conversation.speak(language)
    turn = await conversation.say(text)
    assert (turn.step, turn.need) == ("book.place", need)
    asked = read(real, language, text, "idle").parts[0].need
    assert asked is not None
    assert answered(turn, asked, language)
