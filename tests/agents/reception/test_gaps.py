"""Which turns leave a gap behind, through the door that HTTP uses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from agents.reception.conversation import Conversations
from agents.reception.turns.turn import Turn
from agents.understanding.sums.own_sum import SumChances
from knowledge.content.corpus import Corpus
from knowledge.languages import Language
from knowledge.passages import Passage, UnitId
from knowledge.search.knowledge_base import KnowledgeBase
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import MemorySaver, reading
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.gap_log import MemoryGapLog
from tests.fakes.scripted_reader import ScriptedReader
from tools.clock import fixed
from tools.gaps.gaps import Gap, GapKeeper, GapQuery

SCRIPT = {
    "jubilarme": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "Jubilarme?": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "¿Qué requisitos hay?": reading(aspect="requirements"),
    "blablá": reading(),
    "bla": reading(),
    "me llamo Ana Ruiz y tengo una duda": reading(slots={"name": "Ana Ruiz"}),
    "el tiempo": reading("out_of_scope", out_of_scope=True),
    "orfandad": reading("other_matter", out_of_scope=True),
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "hola": reading("greeting"),
    "persona": reading("person"),
    "sí": reading("affirm"),
    "socorro": reading("crisis"),
}


class Remembering:
    """A memory that forgets nothing."""

    async def last_said(self, conversation_id: str) -> str | None:
        return None

    async def forget_history(self, conversation_id: str) -> None:
        return None


class Desk:
    """A conversation whose gaps can be looked at."""

    def __init__(self, talk: Callable[..., Any], script: dict[str, Any], now: datetime = NOW, **changes: Any) -> None:
        self.log = MemoryGapLog()
        deps = talk(script, clock=fixed(now), gaps=GapKeeper(self.log, fixed(now), days=180), **changes).deps
        self._talks = Conversations(shipped.reception(MemorySaver()), deps, Remembering(), MemoryContactLog())
        self._id = ""

    async def say(self, *texts: str) -> Turn:
        if not self._id:
            self._id, turn = await self._talks.open("es")
        for text in texts:
            turn = await self._talks.reply(self._id, text)
        return turn

    async def gaps(self) -> list[Gap]:
        return await self.log.find(GapQuery())


@pytest.fixture
def desk(talk: Callable[..., Any]) -> Desk:
    return Desk(talk, SCRIPT)


async def whys(desk: Desk) -> list[str]:
    return [gap.why for gap in await desk.gaps()]


async def test_what_is_served_leaves_nothing(desk: Desk) -> None:
    await desk.say("hola", "jubilarme", "cita jubilación", "persona", "socorro")
    assert await desk.gaps() == []


async def test_what_is_not_understood_is_kept_until_a_person_takes_over(desk: Desk) -> None:
    await desk.say("blablá", "bla", "blablá")
    kept = sorted((gap.why, gap.text) for gap in await desk.gaps())
    assert kept == [("hand_off", "blablá"), ("not_understood", "bla"), ("not_understood", "blablá")]


async def test_a_yes_to_the_offer_of_a_person_is_no_question(desk: Desk) -> None:
    await desk.say("blablá", "bla", "sí")
    assert await whys(desk) == ["not_understood", "not_understood"]


@pytest.mark.parametrize(("text", "why"), [("el tiempo", "out_of_scope"), ("orfandad", "other_matter")])
async def test_what_is_not_in_the_catalogue_is_told_apart(desk: Desk, text: str, why: str) -> None:
    await desk.say(text)
    (gap,) = await desk.gaps()
    assert (gap.why, gap.text, gap.need, gap.language) == (why, text, None, "es")


async def test_names_and_identifiers_are_masked(talk: Callable[..., Any]) -> None:
    text = "me llamo Ana Ruiz y mi DNI es 12345678Z"
    slots = {"name": "Ana Ruiz", "document": "12345678Z"}
    desk = Desk(talk, {text: reading(slots=slots)})
    await desk.say(text)
    (gap,) = await desk.gaps()
    assert gap.text == "me llamo [NAME] y mi DNI es [DOCUMENT]"


async def test_nothing_given_in_the_middle_of_a_booking_is_kept(desk: Desk) -> None:
    await desk.say("cita jubilación", "blablá", "orfandad")
    assert await desk.gaps() == []


async def test_a_value_that_a_sum_lacks_is_no_gap(talk: Callable[..., Any]) -> None:
    text = "¿cuánto cobro de baja?"
    wanted = SumChances(0.9, {"sick_pay": 0.9})
    script = {text: reading("question", need="incapacidad_temporal_info", sums=wanted)}
    desk = Desk(talk, script, sums=shipped.sums(), told_values=shipped.told_reader())
    turn = await desk.say(text)
    assert turn.completeness == "partial"
    assert await desk.gaps() == []


async def test_the_same_words_again_after_a_whole_answer_are_a_gap(talk: Callable[..., Any]) -> None:
    again = {"Jubilarme?": UnitId("jubilacion_ordinaria", "requirements", 3)}
    desk = Desk(talk, SCRIPT, reader=ScriptedReader(SCRIPT, again))
    await desk.say("jubilarme")
    assert await desk.gaps() == []
    await desk.say("Jubilarme?")
    (gap,) = await desk.gaps()
    assert (gap.why, gap.need, gap.aspect) == ("asked_twice", "jubilacion_ordinaria", "requirements")


async def test_a_button_pressed_for_more_of_the_same_section_is_no_gap(desk: Desk) -> None:
    await desk.say("jubilarme", "¿Qué requisitos hay?")
    assert await desk.gaps() == []


async def test_a_button_pressed_once_more_when_its_section_is_told_is_no_gap(desk: Desk) -> None:
    await desk.say("jubilarme", "¿Qué requisitos hay?", "¿Qué requisitos hay?", "¿Qué requisitos hay?")
    assert await desk.gaps() == []


async def test_a_long_story_is_cut(talk: Callable[..., Any]) -> None:
    text = "bla " * 200
    desk = Desk(talk, {text.strip(): reading(), text: reading()})
    await desk.say(text)
    (gap,) = await desk.gaps()
    assert len(gap.text) <= 300
    assert gap.text.endswith("…")


async def test_a_section_that_the_article_does_not_have_is_a_gap(
    talk: Callable[..., Any], knowledge_base: KnowledgeBase
) -> None:
    corpus = knowledge_base.on(NOW.date()).corpus
    lacking = next(
        need for need, entry in sorted(knowledge_base.catalogue.items())
        if entry.policy.action == "answer" and "amount" not in entry.sources and corpus.passages(need, "es")
    )  # fmt: skip
    desk = Desk(talk, {"¿Cuánto es?": reading("question", need=lacking, aspect="amount")})
    turn = await desk.say("¿Cuánto es?")
    assert turn.completeness == "none"
    (gap,) = await desk.gaps()
    assert (gap.why, gap.need, gap.aspect) == ("no_section", lacking, "amount")


async def test_a_figure_that_is_no_longer_in_force_is_told_apart_from_one_never_written(
    talk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = Corpus.passages

    def without_figures(self: Corpus, need: str, language: Language) -> tuple[Passage, ...]:
        return tuple(
            replace(one, sentences=tuple(line for line in one.sentences if not line.facts), withheld=1)
            for one in every(self, need, language)
        )

    monkeypatch.setattr(Corpus, "passages", without_figures)
    script = {"a cuánto asciende": reading("question", need="complemento_brecha_genero", aspect="amount")}
    turn = await (desk := Desk(talk, script)).say("a cuánto asciende")
    assert turn.completeness == "partial"
    (gap,) = await desk.gaps()
    assert gap.why == "withheld"
