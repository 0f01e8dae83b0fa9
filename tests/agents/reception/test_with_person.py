"""A conversation that a person has: what is said in it, what the assistant says of it, and when it is silent."""

import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations, product
from typing import Any
from uuid import uuid4

import pytest

from agents.reception.attending import AgentWords
from agents.reception.checkpoints import Checkpoints
from agents.reception.conversation import Conversations
from agents.reception.nodes.hand_off import reference_of
from agents.reception.turns.turn import Turn
from knowledge.languages import AUTONYMS, LANGUAGES, Language
from tests import shipped
from tests.agents.builders import NOW, appointment
from tests.agents.conftest import Queue, Talk, reading
from tests.agents.reception.test_conversation_log import FailingLog
from tools.errors import ToolUnavailable
from tools.queues.floor import Agent, Standing
from tools.store.database import Database
from tools.store.events import PostgresEventBus

ITZIAR = Agent("itziar", "Itziar, de pensiones", ("es", "eu"))
JON = Agent("jon", "Jon", ("es",))
DNI = "12345678Z"
GIVES = {
    "place": {"municipality": "Girona"},
    "document": {"document": DNI},
    "day": {"date": "2026-12-15"},
    "email": {"email": "ana@example.org"},
}
GIVEN = [some for n in range(len(GIVES) + 1) for some in combinations(GIVES, n)]
"""What may come with the wish for an appointment."""
ANSWERS = {
    "book.place": "Girona", "book.option": "la primera", "book.document": f"es {DNI}", "book.confirm": "sí",
}  # fmt: skip
SCRIPT = {
    **{
        " ".join(("cita", *some)): reading(
            "book", need="jubilacion_ordinaria", slots=dict(pair for one in some for pair in GIVES[one].items())
        )
        for some in GIVEN
    },
    "sí": reading("affirm"),
    "persona": reading("person"),
    "me pega": reading("violence"),
    "jubilarme": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    f"es {DNI}": reading(slots={"document": DNI}),
    "gracias": reading("thanks"),
    "anular": reading("cancel"),
    "Girona": reading(slots={"municipality": "Girona"}),
    "la primera": reading(slots={"option": "1"}),
}


class OneDesk:
    """Of the floor only who has the conversation, as the test says."""

    def __init__(self, queue: Queue) -> None:
        self._queue, self._changes = queue, 0
        self.standing: Standing | None = None

    async def of_conversation(self, conversation_id: str) -> Standing | None:
        waiting = next((one for one in self._queue.waits if one.conversation_id == conversation_id), None)
        if self.standing is None and waiting is not None:
            return Standing(waiting, "waiting", NOW)
        return self.standing

    def now(self, state: Any, agent: Agent | None = None) -> None:
        self._changes += 1
        since = NOW + timedelta(minutes=self._changes)
        self.standing = Standing(self._queue.waits[-1], state, since, agent)


@dataclass(frozen=True)
class Chat:
    """A conversation, its desk and its log."""

    id: str
    conversations: Conversations
    desk: OneDesk
    queue: Queue
    log: FailingLog
    talk: Talk

    async def say(self, text: str, key: str | None = None) -> Turn:
        return await self.conversations.reply(self.id, text, key or uuid4().hex)

    async def taken(self, agent: Agent = ITZIAR) -> None:
        self.desk.now("held", agent)
        await self.conversations.tell_who_has_it(self.id)

    async def over(self, state: str, agent: Agent = ITZIAR) -> None:
        self.desk.now(state, agent)
        await self.conversations.tell_who_has_it(self.id)

    async def anew(self) -> "Chat":
        """Another conversation, at an empty desk."""
        self.desk.standing = None
        self.queue.waits.clear()
        conversation_id, _ = await self.conversations.open("es")
        return replace(self, id=conversation_id)

    async def lines(self, **how: bool) -> list[tuple[str, str]]:
        snapshot = await self.conversations.snapshot(self.id, **how)
        return [(line.said.speaker, line.said.text) for line in snapshot.lines]

    def phrase(self, key: str, language: Language = "es", **values: str) -> str:
        return self.talk.deps.phrases.say(language, key, **values)


@pytest.fixture
async def chat(talk: Callable[..., Talk], database: Database) -> AsyncIterator[Chat]:
    queue = Queue()
    desk, log = OneDesk(queue), FailingLog(database, PostgresEventBus(database))
    checkpoints = await Checkpoints.open(database.url)
    started = talk(SCRIPT, new_id=lambda: uuid4().hex, hand_offs=queue)
    conversations = Conversations(shipped.reception(checkpoints.saver), started.deps, checkpoints, log, desk)
    conversation_id, _ = await conversations.open("es")
    yield Chat(conversation_id, conversations, desk, queue, log, started)
    await checkpoints.close()


async def test_the_assistant_says_once_that_a_person_is_there_and_is_silent(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    await chat.conversations.tell_who_has_it(chat.id)
    turns = [await chat.say(text) for text in ("jubilarme", "persona", "me pega")]
    assert {(turn.step, turn.messages, turn.hand_off) for turn in turns} == {("person", (), None)}
    assert (await chat.lines())[-4:] == [
        ("assistant", chat.phrase("person-joined", name=ITZIAR.name)),
        *(("citizen", text) for text in ("jubilarme", "persona", "me pega")),
    ]


async def test_whoever_finds_it_first_says_that_a_person_is_there(chat: Chat) -> None:
    """The process in which an agent accepted may end before it says so."""
    await chat.say("persona")
    chat.desk.now("held", ITZIAR)
    assert (await chat.say("hola")).step == "person"
    joined = ("assistant", chat.phrase("person-joined", name=ITZIAR.name))
    assert (await chat.lines())[-2:] == [joined, ("citizen", "hola")]


async def test_while_nobody_has_it_the_assistant_goes_on(chat: Chat) -> None:
    await chat.say("persona")
    await chat.conversations.tell_who_has_it(chat.id)
    turn = await chat.say("jubilarme")
    assert [one.kind for one in turn.messages if one.kind == "answer"]


@pytest.mark.parametrize("state", ["returned", "closed"])
async def test_afterwards_the_assistant_says_so_and_answers_again(chat: Chat, state: str) -> None:
    await chat.say("persona")
    await chat.taken()
    await chat.say("hola")
    await chat.over(state)
    assert (await chat.lines())[-1] == ("assistant", chat.phrase(f"person-{state}", name=ITZIAR.name))
    turn = await chat.say("jubilarme")
    assert [one.kind for one in turn.messages if one.kind == "answer"]


async def test_a_person_may_be_asked_for_again_and_is_called_anew(chat: Chat) -> None:
    first = await chat.say("persona")
    await chat.taken()
    await chat.over("closed")
    chat.desk.standing = None
    again = await chat.say("persona")
    assert again.hand_off is not None
    assert again.hand_off.id == first.hand_off.id == reference_of(chat.id)
    assert again.messages[0].text == chat.phrase("handoff-asked")


async def test_who_was_in_danger_and_was_attended_is_not_in_danger_for_ever(chat: Chat) -> None:
    await chat.say("me pega")
    await chat.taken()
    await chat.over("closed")
    turn = await chat.say("jubilarme")
    assert [one.kind for one in turn.messages if one.kind == "answer"]


async def test_a_booking_under_way_is_taken_up_where_it_was(chat: Chat) -> None:
    step = (await chat.say("cita jubilación")).step
    await chat.say("persona")
    await chat.taken()
    await chat.say("hola")
    await chat.over("returned")
    said = (await chat.lines())[-1][1]
    assert chat.phrase("back-to-booking") in said
    assert (await chat.say("gracias")).step == step


async def test_when_an_agent_is_lost_it_says_who_comes_and_helps_meanwhile(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    chat.desk.now("waiting", ITZIAR)
    turn = await chat.say("jubilarme")
    assert [one.kind for one in turn.messages if one.kind == "answer"]
    chat.desk.now("offered", JON)
    await chat.taken(JON)
    said = [text for speaker, text in await chat.lines() if speaker == "assistant"]
    assert said[-3] == chat.phrase("person-left", name=ITZIAR.name)
    assert said[-1] == chat.phrase("person-joined", name=JON.name)


async def test_what_both_say_is_in_order_with_numbers_and_the_agents_name(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    expected = []
    for n in range(5):
        await chat.say(f"pregunta {n}", f"c{n}")
        line = await chat.conversations.agent_says(chat.id, AgentWords(ITZIAR, f"respuesta {n}", f"a{n}"))
        assert (line.said.name, line.key) == (ITZIAR.name, f"a{n}")
        expected += [("citizen", f"pregunta {n}"), ("agent", f"respuesta {n}")]
    snapshot = await chat.conversations.snapshot(chat.id)
    assert (await chat.lines())[-10:] == expected
    numbers = [one.number for one in snapshot.lines]
    assert numbers == sorted(set(numbers))
    assert snapshot.number >= numbers[-1]
    assert [one.key for one in snapshot.lines[-10:]] == [f"{who}{n}" for n in range(5) for who in "ca"]


async def test_what_is_said_again_with_its_key_is_said_once_even_after_something_else(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    first = await chat.say("uno", "k1")
    answer = await chat.conversations.agent_says(chat.id, AgentWords(ITZIAR, "dos", "k1"))
    await chat.say("tres", "k2")
    again = await chat.say("uno", "k1")
    assert (again.turn_id, again.step, again.messages) == (first.turn_id, "person", ())
    assert await chat.conversations.agent_says(chat.id, AgentWords(ITZIAR, "dos", "k1")) == answer
    await chat.over("returned")
    assert (await chat.say("uno", "k1")).turn_id == first.turn_id
    said = [text for _, text in await chat.lines()]
    assert (said.count("uno"), said.count("dos")) == (1, 1)


async def test_what_could_not_reach_the_log_is_an_error_and_sent_again_reaches_it_once(chat: Chat) -> None:
    """An agent waits for it: unlike an answer, it may not come later."""
    await chat.say("persona")
    await chat.taken()
    chat.log.away = True
    with pytest.raises(ToolUnavailable):
        await chat.say("uno", "k1")
    with pytest.raises(ToolUnavailable):
        await chat.conversations.agent_says(chat.id, AgentWords(ITZIAR, "dos", "k2"))
    chat.log.away = False
    await chat.say("uno", "k1")
    await chat.conversations.agent_says(chat.id, AgentWords(ITZIAR, "dos", "k2"))
    assert (await chat.lines())[-2:] == [("citizen", "uno"), ("agent", "dos")]


async def test_a_document_is_masked_in_the_log_and_whole_for_who_has_it_until_they_leave(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    turn = await chat.say(f"es {DNI}")
    assert (await chat.lines())[-1] == ("citizen", "es [DOCUMENT]")
    assert (await chat.lines(as_written=True))[-1] == ("citizen", f"es {DNI}")
    assert await chat.conversations.as_written(chat.id) == {turn.turn_id: f"es {DNI}"}
    assert DNI not in str(await chat.log.events(chat.id))
    chat.desk.now("waiting", ITZIAR)  # the next agent needs it too
    await chat.taken(JON)
    assert f"es {DNI}" in dict((text, who) for who, text in await chat.lines(as_written=True))
    await chat.over("returned", JON)
    assert await chat.conversations.as_written(chat.id) == {}
    assert DNI not in str(await chat.lines(as_written=True))


async def test_a_long_message_with_lines_reaches_the_agent_whole(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    long = "\n".join(f"{n}. algo que contar" for n in range(300))
    await chat.say(long)
    assert (await chat.lines(as_written=True))[-1] == ("citizen", long)


async def test_what_an_agent_writes_is_not_changed(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    await chat.conversations.agent_says(chat.id, AgentWords(ITZIAR, "Llame al 612 345 678\ny diga P-7", "k"))
    assert (await chat.lines())[-1] == ("agent", "Llame al 612 345 678\ny diga P-7")


async def test_an_appointment_made_by_an_agent_is_told_with_its_card_and_known_afterwards(chat: Chat) -> None:
    await chat.say("persona")
    await chat.taken()
    said = AgentWords(ITZIAR, "Cita reservada", "k", appointment("ABCDEFGH"))
    for line in (
        await chat.conversations.agent_says(chat.id, said),
        (await chat.conversations.snapshot(chat.id)).lines[-1],
    ):
        assert line.appointment is not None
        assert line.appointment.language == "es"
        card = line.appointment.card
        assert (card.locator, card.status, card.need) == ("ABCDEFGH", "booked", "jubilacion_ordinaria")
        assert card.matter
        assert card.bring
    await chat.over("returned")
    assert (await chat.say("anular")).step == "cancel.document"  # its locator is known


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_change_is_told_in_the_language_of_the_conversation(chat: Chat, language: Language) -> None:
    await chat.say("persona")
    config: Any = {"configurable": {"thread_id": chat.id}}
    await chat.conversations._reception.aupdate_state(config, {"language": language}, as_node="say")
    changes: tuple[tuple[str, str], ...] = (
        ("held", "joined"), ("waiting", "left"), ("held", "joined"), ("returned", "returned"), ("held", "joined"),
        ("closed", "closed"),
    )  # fmt: skip
    for state, key in changes:
        chat.desk.now(state, ITZIAR)
        await chat.conversations.tell_who_has_it(chat.id)
        told = [chat.phrase(f"person-{key}", language, name=ITZIAR.name)]
        if state == "held" and language not in ITZIAR.languages:  # nothing translates here, and that is said
            told.append(chat.phrase("person-not-translated", language, autonym=AUTONYMS[ITZIAR.languages[0]]))
        assert (await chat.lines())[-1] == ("assistant", "\n".join(told))


async def test_who_has_it_gets_all_that_was_given_and_others_a_hint(chat: Chat) -> None:
    await chat.say("cita jubilación")
    await chat.say("Girona")
    await chat.say("la primera")
    await chat.say(f"es {DNI}")
    await chat.say("persona")
    (waiting,) = chat.queue.waits
    await chat.taken()
    given = (await chat.conversations.snapshot(chat.id, as_written=True)).given
    assert (given["need"], given["document"], given["channel"]) == ("jubilacion_ordinaria", DNI, "in_person")
    assert given["slot"] == waiting.slots["slot"]
    assert waiting.slots["document"] == "***678Z"
    assert (await chat.conversations.snapshot(chat.id)).given == {}


async def asked_after_it(chat: Chat, given: tuple[str, ...], answers: int, end: str) -> tuple[set[str], list[str]]:
    """The steps answered before a person was asked for, and those asked at afterwards.

    ``end``: what became of the hand-off; while it waits the talk goes on.
    """
    turn = await chat.say(" ".join(("cita", *given)))
    known = {f"book.{one}" for one in given}
    for _ in range(answers):
        if turn.step != "book.confirm":
            known.add(turn.step)
            turn = await chat.say(ANSWERS[turn.step])
    await chat.say("persona")
    if end != "waiting":
        await chat.taken()
        await chat.say("hola")
        await chat.over(end)
    turn = await chat.say("cita")
    asked = [turn.step]
    while turn.step in ANSWERS and len(asked) < 2 * len(ANSWERS):
        turn = await chat.say(ANSWERS[turn.step])
        asked.append(turn.step)
    return known, asked


CASES = list(product(GIVEN, range(3), ("waiting", "returned", "closed")))
"""144 of them."""


async def test_what_was_given_is_not_asked_again_after_a_hand_off(chat: Chat, request: pytest.FixtureRequest) -> None:
    cases = random.Random("given").sample(CASES, min(len(CASES), request.config.getoption("--conversations")))
    again = []
    for given, answers, end in cases:
        anew = await chat.anew()
        known, asked = await asked_after_it(anew, given, answers, end)
        if known & set(asked) or "book.confirm" not in asked:
            again.append((given, answers, end, asked))
    assert not again


async def test_the_sources_of_an_answer_go_with_what_was_said(chat: Chat) -> None:
    turn = await chat.say("jubilarme")
    told = (await chat.conversations.snapshot(chat.id)).lines[-1]
    assert told.citations == tuple(dict.fromkeys(one.id for said in turn.messages for one in said.citations))
    assert told.citations
