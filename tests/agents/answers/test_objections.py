"""Who says that the answer was none hears something else, or that there is no more, and is offered a person."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId
from tests.agents.answers.test_units import answer_lines, lines_of
from tests.agents.conftest import Talk, reading
from tests.fakes.scripted_reader import ScriptedReader

NEED, OTHER = "viudedad", "orfandad"
FIRST, SECOND, ELSEWHERE = UnitId(NEED, "amount", 1), UnitId(NEED, "deadlines", 1), UnitId(OTHER, "deadlines", 1)
ASKED, OBJECTED = reading("question", need=NEED), reading("question", "unanswered", need=NEED)
SCRIPT = {"hola": reading("greeting"), "cuánto": ASKED, "no es eso": OBJECTED, "que no": OBJECTED, "te digo": OBJECTED}


class LineReader(ScriptedReader):
    """Finds these lines, as probably."""

    def __init__(self, readings: Mapping[str, Reading], found: Mapping[UnitId, float]) -> None:
        super().__init__(readings)
        self._found = found

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        return [(unit, chance) for unit, chance in self._found.items() if unit.need in needs]


async def talk_of(talk, found: Mapping[UnitId, float], language: Language = "es") -> Talk:
    script = {words: replace(one, language=language) for words, one in SCRIPT.items()}
    citizen: Talk = talk(script, reader=LineReader(script, found))
    await citizen.say("hola")
    await citizen.speak(language)
    return citizen


async def test_a_line_that_was_no_answer_is_not_told_again_and_the_next_likely_one_is(talk) -> None:
    citizen = await talk_of(talk, {FIRST: 0.9} | {UnitId(NEED, "deadlines", place): 0.3 for place in range(1, 9)})
    told = answer_lines(await citizen.say("cuánto"))
    assert told[0] == lines_of(NEED)[FIRST].text
    next_told = answer_lines(await citizen.say("no es eso"))
    assert next_told
    assert not {*told} & {*next_told}


async def test_where_nothing_likely_is_left_that_is_said_and_a_person_offered(talk, phrases) -> None:
    citizen = await talk_of(talk, {FIRST: 0.9, SECOND: 0.03})
    await citizen.say("cuánto")
    turn = await citizen.say("no es eso")
    said = [message.text for message in turn.messages]
    assert phrases.say("es", "answer-missing") in said
    assert said[-1] == phrases.say("es", "offer-person")
    assert answer_lines(turn) == [lines_of(NEED)[SECOND].text]
    assert turn.completeness == "partial"
    assert turn.step == "asked.person"


async def test_where_nothing_is_left_nothing_is_repeated(talk, phrases) -> None:
    citizen = await talk_of(talk, {FIRST: 0.9})
    await citizen.say("cuánto")
    turn = await citizen.say("no es eso")
    assert answer_lines(turn) == []
    assert phrases.say("es", "answer-no-more") in [message.text for message in turn.messages]
    assert turn.step == "asked.person"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_second_answer_in_a_row_that_was_none_offers_a_person(talk, phrases, language: Language) -> None:
    lines = {UnitId(NEED, "amount", place): 0.3 for place in range(1, 12)}
    citizen = await talk_of(talk, {FIRST: 0.9} | lines, language)
    await citizen.say("cuánto")
    offer = phrases.say(language, "offer-person")
    assert offer not in [message.text for message in (await citizen.say("no es eso")).messages]
    turn = await citizen.say("que no")
    assert offer in [message.text for message in turn.messages]
    assert (await citizen.state())["objections"] == 2
    assert (await citizen.state())["misses"] == 0
    await citizen.say("cuánto")
    assert (await citizen.state())["objections"] == 0


async def test_what_is_said_against_an_answer_is_read_after_the_question(talk) -> None:
    heard: list[str] = []

    class Listening(LineReader):
        def rank_units(
            self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
        ) -> list[tuple[UnitId, float]]:
            heard.append(before.text)
            return super().rank_units(text, language, needs, before)

    citizen: Talk = talk(SCRIPT, reader=Listening(SCRIPT, {FIRST: 0.9, SECOND: 0.3}))
    for text in ("cuánto", "no es eso", "que no"):
        await citizen.say(text)
    assert heard == ["", "cuánto", "cuánto. no es eso"]


async def test_of_a_long_dispute_the_last_words_are_kept(talk) -> None:
    long = "te digo " + "una y otra vez " * 20 + "que no"
    script = {**SCRIPT, long: OBJECTED}
    citizen: Talk = talk(script, reader=LineReader(script, {FIRST: 0.9, SECOND: 0.3}))
    for text in ("cuánto", long, "que no"):
        await citizen.say(text)
    asked = (await citizen.state())["question"]
    assert asked.text == "que no"
    assert asked.before == long[-200:]


async def test_who_waits_for_a_person_is_offered_none(talk, phrases) -> None:
    script = {**SCRIPT, "una persona": reading("person")}
    citizen: Talk = talk(script, reader=LineReader(script, {FIRST: 0.9}))
    for text in ("cuánto", "una persona"):
        await citizen.say(text)
    turn = await citizen.say("no es eso")
    assert phrases.say("es", "offer-person") not in [message.text for message in turn.messages]


async def test_a_line_of_another_need_is_named_and_leaves_the_matter_on_the_table(talk, phrases) -> None:
    near = reading("question", need=NEED, confidence=0.4, alternatives=(Candidate(NEED, 0.4), Candidate(OTHER, 0.1)))
    script = {"viudedad": reading(need=NEED, confidence=0.98), "y cuánto tardan": near}
    citizen: Talk = talk(script, reader=LineReader(script, {FIRST: 0.2, ELSEWHERE: 0.5}))
    await citizen.say("viudedad")
    turn = await citizen.say("y cuánto tardan")
    name = citizen.deps.catalogue[OTHER].names["es"]
    assert phrases.say("es", "answer-about", need=name) in [message.text for message in turn.messages]
    assert (await citizen.state())["need"] == NEED
