"""A reply needs no graph: whoever asks for it gets what the chat says to the same question."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agents.answers.line_ranking import UnitRanker
from agents.answers.question import Person, Question
from agents.answers.reply import Reply, reply
from agents.phrases.phrases import Phrases
from agents.reception.nodes.say import as_sentence
from agents.reception.turns.turn import Turn
from agents.understanding.question.mentions import MentionReader
from agents.understanding.reading import Reading
from knowledge.added.add import AddRequest, add_documents
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import parse_unit
from knowledge.search.knowledge_base import ADDED, KnowledgeBase
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.answers.test_documents import PAGE
from tests.agents.builders import MENTIONS, NOW, need
from tests.agents.conftest import reading
from tests.fakes.scripted_reader import ScriptedReader
from tools.places.places import Places

DAY = NOW.date()
UNWRITTEN = need("cosa_nueva", appointment="none", channels=())


@dataclass(frozen=True)
class Desk:
    """What an agent's program would ask with: no conversation, no appointment book."""

    administration: Administration
    phrases: Phrases
    catalogue: Catalogue
    knowledge_base: KnowledgeBase
    places: Places
    mentions: MentionReader = MENTIONS
    reader: UnitRanker = field(default_factory=lambda: ScriptedReader({}))

    def reading(self, script: dict[str, Reading]) -> "Desk":
        """With a reader that finds what the script's texts ask for."""
        return replace(self, reader=ScriptedReader(script))


@pytest.fixture
def desk(phrases: Phrases, knowledge_base: KnowledgeBase, places: Places) -> Desk:
    return Desk(
        SEGURIDAD_SOCIAL, phrases, {**knowledge_base.catalogue, UNWRITTEN.id: UNWRITTEN}, knowledge_base, places
    )


def question(text: str, need_id: str, language: Language = "es", **rest: Any) -> Question:
    return Question(text, language, need_id, rest.pop("aspect", None), DAY, **rest)


def same(told: Reply, turn: Turn) -> bool:
    """Whether a turn of the chat says it, a list of one as a sentence, offers the same and knows the same of it."""
    messages = tuple(map(as_sentence, told.messages if told.closing is None else (*told.messages, told.closing)))
    as_of = (told.need, told.as_of) if told.as_of else None
    mine = (messages, told.quick_replies, told.completeness, told.need, as_of)
    return mine == (turn.messages, turn.quick_replies, turn.completeness, turn.need, turn.as_of)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("need_id", "aspect"),
    [
        ("jubilacion_ordinaria", "requirements"),
        ("nacimiento_cuidado", "documents"),
        ("ingreso_minimo_vital", None),
        ("paro", "how"),
        ("cosa_nueva", None),
    ],
)
async def test_the_chat_says_the_reply(talk, desk: Desk, language: Language, need_id: str, aspect: Any) -> None:
    script = {
        "¿cómo va?": reading("question", need=need_id, aspect=aspect, language=language, switch_to=language),
    }
    turn = await talk(script, catalogue=desk.catalogue).say("¿cómo va?")
    asked = question("¿cómo va?", need_id, language, names=True)
    assert same(reply(asked, Person(), desk.reading(script)), turn)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_pressed_section_is_told_alike(talk, desk: Desk, language: Language) -> None:
    button = desk.phrases.say(language, "aspect-documents")
    script = {"viudedad": reading("question", need="viudedad", aspect="requirements")}
    citizen = talk(script)
    await citizen.say("viudedad")
    await citizen.speak(language)
    before = Person(told=frozenset(map(parse_unit, (await citizen.state())["told_units"])))
    turn = await citizen.say(button)
    told = reply(question(button, "viudedad", language, aspect="documents"), before, desk)
    assert told.aspect == "documents"
    assert (told.messages, told.quick_replies, told.completeness) == (
        turn.messages,
        turn.quick_replies,
        turn.completeness,
    )


async def test_what_a_person_told_is_acknowledged_alike(talk, desk: Desk) -> None:
    told = {"work": "self_employed"}
    script = {
        "papeles, autónoma": reading("question", need="nacimiento_cuidado", aspect="documents", conditions=told),
    }
    turn = await talk(script).say("papeles, autónoma")
    asked, desk = question("papeles, autónoma", "nacimiento_cuidado", names=True), desk.reading(script)
    known = reply(asked, Person(conditions={"work": "self_employed"}, told_now=frozenset({"work"})), desk)
    assert same(known, turn)
    assert "trabajo por cuenta propia" in known.messages[0].text
    assert not same(reply(asked, Person(), desk), turn)


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2015, 12, 31)])
async def test_the_rules_of_another_day_are_told_alike(talk, desk: Desk, day: date) -> None:
    script = {"edad": reading("question", need="jubilacion_ordinaria", aspect="requirements", as_of=day)}
    turn = await talk(script).say("edad")
    asked = question("edad", "jubilacion_ordinaria", as_of=day, names=True)
    assert same(reply(asked, Person(), desk.reading(script)), turn)


async def test_easy_words_are_told_alike(talk, desk: Desk) -> None:
    citizen = talk({"viudedad": reading(need="viudedad"), "fácil": reading("easier")})
    await citizen.say("viudedad")
    told, turn = reply(question("fácil", "viudedad", easier=True), Person(), desk), await citizen.say("fácil")
    assert same(replace(told, closing=None), turn)  # what else is wanted was asked with the answer before


async def test_an_added_document_is_quoted_alike(talk, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "comedor.md").write_text(PAGE, encoding="utf-8")
    add_documents(AddRequest([tmp_path / "comedor.md"]), tmp_path / ADDED)
    text = "Comedor de mayores: ¿el comedor de mayores de la calle Luna abre los lunes y los jueves?"
    with_document = replace(desk, knowledge_base=shipped.new_knowledge_base(tmp_path))
    script = {text: reading("question", need=UNWRITTEN.id)}
    turn = await talk(script, catalogue=desk.catalogue, knowledge_base=with_document.knowledge_base).say(text)
    told = reply(question(text, UNWRITTEN.id), Person(), with_document)
    assert same(told, turn)
    assert any(message.citations for message in told.messages)


def test_a_condition_is_asked_for_once(desk: Desk) -> None:
    asked = question("imv", "ingreso_minimo_vital")
    first = reply(asked, Person(), desk)
    assert (first.asks, first.depends_on) == ("condition", "territory")
    again = reply(asked, Person(asked_for=frozenset({"territory"})), desk)
    assert (again.asks, again.depends_on) != ("condition", "territory")
    assert again.messages == first.messages


def test_a_need_without_an_article_offers_a_person(desk: Desk) -> None:
    told = reply(question("¿cómo va?", UNWRITTEN.id), Person(), desk)
    assert (told.asks, told.completeness, told.aspect) == ("person", "none", None)
    assert not any(message.kind == "answer" for message in told.messages)


def test_every_answer_is_inside_its_citations(desk: Desk) -> None:
    told = reply(question("¿cuánto?", "orfandad", aspect="amount"), Person(), desk)
    answers = [message for message in told.messages if message.kind == "answer"]
    assert answers
    for one in answers:
        lines = one.text.split("\n")
        assert {line for citation in one.citations for line in citation.told} == set(lines)
        assert not any(line in citation.quote for citation in one.citations for line in lines)


def test_what_hardly_any_article_answers_is_said_to_be_missing(desk: Desk) -> None:
    told = reply(question("¿y mis vacaciones?", "viudedad", outside=True), Person(), desk)
    assert told.messages[0] == desk.phrases.message("es", "notice", "answer-missing")
    assert told.completeness == "partial"


def test_it_speaks_the_variety_of_the_person(desk: Desk) -> None:
    asked = question("el paro", "cosa_nueva", "ca")
    plain = desk.phrases.say("ca", "reply-person"), desk.phrases.in_variety("ca-valencia").say("ca", "reply-person")
    told = reply(asked, Person(variety="ca-valencia"), desk)
    assert plain[1] in told.quick_replies
