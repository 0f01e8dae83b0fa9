"""Who speaks Valencian is told the names of needs and documents in Valencian forms."""

from dataclasses import replace
from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import Language
from knowledge.passages import UnitId
from knowledge.search.knowledge_base import KnowledgeBase
from tests.agents.conftest import Queue, reading
from tests.fakes.scripted_reader import ScriptedReader

DNI = "12345678Z"
LINES = (UnitId("viudedad", "how", 2), UnitId("viudedad", "documents", 2))
"""One with words that have a form of their own in Valencian, and an item of a list, which is a sentence by itself."""


def said(*labels: Any, **rest: Any) -> Any:
    return reading(*labels, language="ca", **rest)


SCRIPT = {
    "en valencià": said(switch_to="ca", variety="ca-valencia"),
    "en català": said(switch_to="ca"),
    "el paro": said(need="paro"),
    "cita viuda": said("book", need="viudedad"),
    "a Castelló": said(slots={"municipality": "Castelló de la Plana"}),
    "la primera": said(slots={"option": "1"}),
    "el DNI": said(slots={"document": DNI}),
    "sí": said("affirm"),
    "persona": said("person"),
    "cita viuda o orfe": said(
        "book", need="viudedad", confidence=0.4, alternatives=(Candidate("viudedad", 0.4), Candidate("orfandad", 0.38))
    ),
    "potser viuda": said(need="viudedad", confidence=0.4),
    "La pensió d'orfandat": said(),
    "viuda": said(need="viudedad"),
    "Explique-m'ho més fàcil": said(),
    "on es demana això, que no ho veig": said("question", need="viudedad"),
    "autònoma, quant": said(
        "question", need="nacimiento_cuidado", aspect="amount", conditions={"work": "self_employed"}
    ),
    "autònoma, quan": said(
        "question", need="nacimiento_cuidado", aspect="deadlines", conditions={"work": "self_employed"}
    ),
}


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


@pytest.mark.parametrize(("wish", "name"), [("en valencià", "la prestació per desocupació"), ("en català", "l'atur")])
async def test_a_need_is_named_as_the_citizen_speaks(talk, wish: str, name: str) -> None:
    conversation = talk(SCRIPT)
    await conversation.say(wish)
    assert words(await conversation.say("el paro")).endswith(f"Vol saber res més sobre {name}?")


async def test_a_booking_is_read_back_and_prepared_in_valencian(talk, knowledge_base: KnowledgeBase) -> None:
    widow = knowledge_base.catalogue["viudedad"]
    needs = {
        **knowledge_base.catalogue,
        "viudedad": replace(widow, policy=replace(widow.policy, documents=("registered_mobile",))),
    }
    conversation = talk(SCRIPT, catalogue=needs)
    for text in ("en valencià", "cita viuda", "a Castelló", "la primera"):
        await conversation.say(text)
    assert "Tràmit: la pensió de viudetat." in words(await conversation.say("el DNI"))
    assert "Porte: mòbil registrat en la Seguretat Social." in words(await conversation.say("sí"))


async def test_a_name_offered_in_valencian_is_understood_when_it_comes_back(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("en valencià")
    asked = await conversation.say("cita viuda o orfe")
    assert "La pensió d'orfandat" in asked.quick_replies
    booking = await conversation.say("La pensió d'orfandat")
    assert (booking.need, booking.step) == ("orfandad", "book.place")


async def test_a_need_that_is_only_likely_is_named_in_valencian(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("en valencià")
    assert words(await conversation.say("potser viuda")).startswith("Sobre la pensió de viudetat:")


async def test_easier_words_are_offered_and_understood_in_valencian(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("en valencià")
    told = await conversation.say("viuda")
    assert "Explique-m'ho més fàcil" in told.quick_replies
    easier = await conversation.say("Explique-m'ho més fàcil")
    assert [message.kind for message in easier.messages].count("answer") > 0
    assert easier.messages != told.messages


async def test_the_person_who_takes_over_is_told_the_need_and_the_variety(talk) -> None:
    queue = Queue()
    conversation = talk(SCRIPT, hand_offs=queue)
    for text in ("en valencià", "viuda", "persona"):
        await conversation.say(text)
    assert {"Idioma: Català (valencià).", "Necessitat: la pensió de viudetat."} <= set(queue.waits[0].summary)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("wish", ["en valencià", "en català"])
async def test_who_asks_on_right_after_a_line_is_asked_what_else_it_may_be(talk, wish: str, line: UnitId) -> None:
    asked = "on es demana això, que no ho veig"

    class Sure(ScriptedReader):
        """One line answers, and the others are far from it."""

        def rank_units(self, text: str, language: Language, needs: Any, before: SaidBefore = NOTHING_SAID) -> Any:
            first, *others = super().rank_units(text, language, needs, before)
            return [(first[0], 0.9), *((unit, 0.001) for unit, _ in others)]

    conversation = talk(SCRIPT, reader=Sure(SCRIPT, {asked: line}))
    await conversation.say(wish)
    await conversation.say(asked)
    again = await conversation.say(asked)
    phrases = conversation.deps.phrases.in_variety("ca-valencia" if wish == "en valencià" else None)
    assert again.messages[-1].text == phrases.say("ca", "answer-said")
    assert all(one.kind != "answer" for one in again.messages)


@pytest.mark.parametrize("wish", ["en valencià", "en català"])
async def test_the_situation_is_said_back_once(talk, wish: str) -> None:
    conversation = talk(SCRIPT)
    await conversation.say(wish)
    first, later = await conversation.say("autònoma, quant"), await conversation.say("autònoma, quan")
    noted = [one.text for one in first.messages if one.kind == "notice"]
    assert noted
    assert not set(noted) & {one.text for one in later.messages}
