"""Questions offered beside an answer or in its place: what stands on a button, and what its words bring."""

from collections import Counter
from collections.abc import Mapping

import pytest

from agents.answers.article_answer import answer_from_article
from agents.answers.question import Person, Question
from agents.phrases.phrases import Phrases
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId
from tests import shipped
from tests.agents.answers.test_units import DAY, LATER, Unsure, answer_lines, lines_of
from tests.agents.builders import MENTIONS
from tests.agents.conftest import Talk, reading
from tests.fakes.scripted_reader import ScriptedReader

LONGEST = 65
SCRIPT = {"cuánto": reading("question", need="viudedad", aspect="amount")}


def short(language: Language = "es") -> Mapping[UnitId, str]:
    return shipped.knowledge_base().short_questions[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_has_a_short_question_that_no_other_of_its_need_has(language: Language) -> None:
    units = {unit for unit in shipped.knowledge_base().unit_lines() if unit.aspect != "related"}
    assert set(short(language)) == units
    assert [words for words in short(language).values() if len(words) > LONGEST] == []
    said = Counter((unit.need, words.casefold()) for unit, words in short(language).items())
    assert [one for one, times in said.items() if times > 1] == []


async def test_the_words_of_a_button_bring_its_line_and_leave_the_others(talk) -> None:
    citizen = talk(SCRIPT)
    turn = await citizen.say("cuánto")
    offered = [words for words in turn.quick_replies if words in short().values()]
    assert len(offered) > 1
    unit = next(unit for unit, words in short().items() if unit.need == "viudedad" and words == offered[1])
    told = await citizen.say(offered[1])
    assert answer_lines(told)[0] == lines_of("viudedad")[unit].text
    assert offered[0] in told.quick_replies
    assert offered[1] not in told.quick_replies


async def offered_after(citizen: Talk, *texts: str) -> str:
    """The first question that is offered after these messages."""
    for text in texts:
        turn = await citizen.say(text)
    return next(words for words in turn.quick_replies if words in short().values())


async def test_the_words_of_a_button_are_ours_and_nothing_of_the_person_is_read_in_them(talk) -> None:
    words = await offered_after(talk(SCRIPT), "cuánto")
    misread = reading("violence", "person", "third_person", conditions={"work": "sea"}, as_of=LATER)
    citizen = talk(SCRIPT | {words: misread})
    await offered_after(citizen, "cuánto")
    told = await citizen.say(words)
    assert told.hand_off is None
    assert [one.kind for one in told.messages] == ["answer"]
    assert (await citizen.state()).get("conditions") == {}


async def test_who_is_in_danger_presses_no_question(talk) -> None:
    citizen = talk(SCRIPT | {"me pega": reading("violence")})
    words = await offered_after(citizen, "cuánto")
    await citizen.say("me pega")
    assert answer_lines(await citizen.say(words)) == []


async def test_a_question_that_was_offered_before_another_matter_is_not_pressed_any_more(talk) -> None:
    citizen = talk(SCRIPT | {"cita jubilación": reading("book", need="jubilacion_ordinaria")})
    words = await offered_after(citizen, "cuánto")
    turn = await citizen.say("cita jubilación")
    assert answer_lines(await citizen.say(words)) == []
    assert turn.step is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_in_force_is_told_to_whoever_chooses_its_question(language: Language) -> None:
    person = Person({"work": "domestic"}, told=frozenset())
    for need in shipped.knowledge_base().catalogue:
        for unit, line in lines_of(need, language).items():
            question = Question("¿?", language, need, unit.aspect, DAY, unit=unit, offered=(unit,))
            told = answer_from_article(question, person, shipped.knowledge_base(), MENTIONS, ScriptedReader({}))
            assert told.units[0] == unit
            assert line.text in told.messages[0].text
            assert unit not in told.beside


def test_a_line_that_is_not_in_force_any_more_is_said_to_be_withheld() -> None:
    gone = UnitId("viudedad", "amount", 99)
    question = Question("¿?", "es", "viudedad", "amount", DAY, unit=gone)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, ScriptedReader({}))
    assert (told.messages, told.withheld) == ((), True)


class Wide(Unsure):
    """The first line of every need is likelier than its others."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        ranked = super().rank_units(text, language, needs)
        return [(unit, chance * (2 if (unit.aspect, unit.place) == ("what", 1) else 1)) for unit, chance in ranked]


async def test_where_no_line_is_likely_the_nearest_are_told_and_the_other_questions_offered(
    talk, phrases: Phrases
) -> None:
    script = {"¿y eso?": reading("question", "leans", need="viudedad"), "la segunda": reading(slots={"option": "2"})}
    citizen = talk(SCRIPT | script, reader=Unsure(SCRIPT | script))
    before = await citizen.say("cuánto")
    turn = await citizen.say("¿y eso?")
    told = [one.text for one in turn.messages]
    assert (told[0], told[-1]) == (phrases.say("es", "answer-nearest"), phrases.say("es", "answer-which"))
    assert [one.kind for one in turn.messages[1:-1]] == ["answer"] * len(told[1:-1])
    assert answer_lines(turn)
    assert turn.completeness == "partial"
    asked = set(turn.quick_replies) & set(short().values())
    lines = {words: lines_of("viudedad")[unit].text for unit, words in short().items() if unit.need == "viudedad"}
    assert not {lines[words] for words in asked} & {*answer_lines(turn), *answer_lines(before)}
    second = next(unit for unit, words in short().items() if unit.need == "viudedad" and words == turn.quick_replies[1])
    assert answer_lines(await citizen.say("la segunda"))[0] == lines_of("viudedad")[second].text


async def test_in_the_middle_of_a_booking_the_nearest_line_is_told_and_nothing_is_asked_beside(talk, phrases) -> None:
    script = {"cita jubilación": reading("book", need="jubilacion_ordinaria"), "¿y eso?": reading("question", "leans")}
    citizen = talk(script, reader=Unsure(script))
    await citizen.say("cita jubilación")
    turn = await citizen.say("¿y eso?")
    assert phrases.say("es", "answer-which") not in [one.text for one in turn.messages]


async def test_danger_is_no_question_to_choose(talk) -> None:
    several = reading(
        "question", need="viudedad", alternatives=(Candidate("emergencia", 0.9), Candidate("humano", 0.9))
    )
    turn = await talk({"¿y eso?": several}, reader=Wide({"¿y eso?": several})).say("¿y eso?")
    assert [words for words in turn.quick_replies if ": ¿" in words] == []


async def test_who_is_not_understood_a_second_time_is_told_what_comes_nearest(talk, phrases: Phrases) -> None:
    script = {
        "¿y eso?": reading("question", "leans", need="viudedad"),
        "eso otro": reading("question", need="viudedad"),
    }
    citizen = talk(SCRIPT | script, reader=Unsure(SCRIPT | script))
    await citizen.say("cuánto")
    await citizen.say("¿y eso?")
    turn = await citizen.say("eso otro")
    assert answer_lines(turn)
    assert phrases.say("es", "answer-missing") in [one.text for one in turn.messages]


async def test_a_question_about_another_need_names_it(talk) -> None:
    alternatives = (Candidate("viudedad", 0.95), Candidate("orfandad", 0.9))
    several = reading("question", need="viudedad", alternatives=alternatives)
    citizen = talk({"¿y eso?": several}, reader=Wide({"¿y eso?": several}))
    turn = await citizen.say("¿y eso?")
    (named, *_) = [words for words in turn.quick_replies if words.startswith("La pensión de orfandad: ¿")]
    told = await citizen.say(named)
    assert (told.need, answer_lines(told)[0]) == ("orfandad", next(iter(lines_of("orfandad").values())).text)
