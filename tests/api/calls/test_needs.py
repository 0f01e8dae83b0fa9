"""When the agent is told what the citizen wants."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from agents.calls.need_watch import NeedWatch
from agents.reception.call_needs import PolicyNeedReader
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Label
from knowledge.languages import Language
from speech.calls.record import Call, Said
from speech.segments import Final, Partial, Segment, Word
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.api.fakes import NOW, catalogue
from tests.fakes.call_record import MemoryCallRecord
from tools.clock import fixed
from tools.errors import ToolUnavailable

Meaning = tuple[str | None, float, frozenset[Label]]


@dataclass
class WordReader:
    """Knows a few words; what comes last counts."""

    meanings: dict[str, Meaning]
    texts: list[str] = field(default_factory=list)

    def read_message(self, text: str, *, prior: Language | None, now: datetime) -> Reading:
        self.texts.append(text)
        need, confidence, labels = None, 0.0, frozenset[Label]()
        for word in text.split():
            if word in self.meanings:
                need, confidence, labels = self.meanings[word]
        return Reading("es", 0.9, need=need, confidence=confidence, labels=labels)


@dataclass
class World:
    """One call and what is told of it."""

    record: MemoryCallRecord
    watch: NeedWatch
    reader: WordReader
    call: Call

    async def says(self, text: str, number: int, track: Any = "citizen") -> None:
        await self.watch.heard(self.call, track, final(text, number))
        await self.settled()

    async def settled(self) -> None:
        known = self.watch._calls.get("c")
        if known is not None:
            await asyncio.wait_for(known.idle.wait(), 10)

    async def told(self) -> list[tuple[str | None, bool]]:
        needs = [event.body for event in await self.record.events("c") if event.kind == "need"]
        return [(body["need"], body["urgent"]) for body in needs]


def words(text: str) -> tuple[Word, ...]:
    return tuple(Word(word, n, n + 1, 0.9) for n, word in enumerate(text.split()))


def final(text: str, number: int) -> Final:
    return Final(Segment(number, "es", words(text)), 1.0)


@pytest.fixture(params=[False, True], ids=["plain", "open question"])
async def world(request: pytest.FixtureRequest) -> World:
    record = MemoryCallRecord()
    call = await record.open(Call("c", NOW, "agent", "es", open_question=request.param))

    async def tell(call_id: str, kind: Any, body: Any) -> None:
        await record.tell(call_id, kind, body)

    reader = WordReader(
        {
            "jubilarme": ("jubilacion_ordinaria", 0.9, frozenset()),
            "quizá": ("paro", 0.4, frozenset()),
            "paro": ("paro", 0.8, frozenset()),
            "miedo": (None, 0.0, frozenset({"violence"})),
        }
    )
    watch = NeedWatch(
        PolicyNeedReader(SEGURIDAD_SOCIAL, reader, catalogue(), shipped.phrases()), record, tell, fixed(NOW)
    )
    return World(record, watch, reader, call)


async def test_it_is_told_when_it_changes_and_only_then(world: World) -> None:
    for number, text in enumerate(("hola", "quiero jubilarme", "eso es", "bueno no el paro", "gracias")):
        await world.says(text, number)
    assert await world.told() == [("jubilacion_ordinaria", False), ("paro", False)]
    assert (await world.record.find("c")).need == (await world.record.events("c"))[-1].body


async def test_danger_is_told_at_once_stays_and_keeps_the_need(world: World) -> None:
    for number, text in enumerate(("quiero jubilarme", "tengo miedo", "y el paro")):
        await world.says(text, number)
    assert await world.told() == [
        ("jubilacion_ordinaria", False), ("jubilacion_ordinaria", True), ("paro", True),
    ]  # fmt: skip
    assert (await world.record.events("c"))[1].body["route"]["to"] == "person"


async def test_with_an_open_question_it_does_not_wait_for_the_segment(world: World) -> None:
    await world.watch.heard(world.call, "citizen", Partial(0, "es", words("yo"), "quizá", 1.0))
    await world.settled()
    assert await world.told() == []  # half a sentence, and not beyond doubt
    await world.watch.heard(world.call, "citizen", Partial(0, "es", words("yo quiero"), "jubilarme", 1.0))
    await world.settled()
    assert await world.told() == ([("jubilacion_ordinaria", False)] if world.call.open_question else [])
    await world.says("yo quiero jubilarme", 0)
    assert await world.told() == [("jubilacion_ordinaria", False)]


async def test_danger_is_not_kept_waiting_by_a_need_that_was_told(world: World) -> None:
    await world.says("quiero jubilarme", 0)
    for tentative in ("no, el paro", "no, el paro, y tengo miedo"):
        await world.watch.heard(world.call, "citizen", Partial(1, "es", words("espere"), tentative, 1.0))
        await world.settled()
    danger = [("jubilacion_ordinaria", True)] if world.call.open_question else []
    assert await world.told() == [("jubilacion_ordinaria", False), *danger]


async def test_another_need_waits_for_its_segment_though_the_words_are_the_same(world: World) -> None:
    await world.says("quiero jubilarme", 0)
    await world.watch.heard(world.call, "citizen", Partial(1, "es", words("no el"), "paro", 1.0))
    await world.settled()
    assert await world.told() == [("jubilacion_ordinaria", False)]
    await world.says("no el paro", 1)
    assert await world.told() == [("jubilacion_ordinaria", False), ("paro", False)]


@pytest.mark.parametrize("before", [(), ("quiero jubilarme",)])
async def test_what_was_whole_is_told_though_the_next_words_are_there_already(
    world: World, before: tuple[str, ...]
) -> None:
    for number, text in enumerate(before):
        await world.says(text, number)
    at = len(before)
    await world.watch.heard(world.call, "citizen", final("no el paro", at))  # a cut: nobody paused
    await world.watch.heard(world.call, "citizen", Partial(at + 1, "es", words("porque"), "entonces", 1.0))
    await world.settled()
    assert (await world.told())[-1] == ("paro", False)


async def test_what_the_agent_says_is_not_read(world: World) -> None:
    await world.says("quiere jubilarme", 0, "agent")
    assert world.reader.texts == []


async def test_a_call_that_another_process_heard_goes_on(world: World) -> None:
    await world.record.add("c", Said("citizen", Segment(0, "es", words("quiero jubilarme"))))
    await world.record.tell("c", "need", {"need": "jubilacion_ordinaria", "route": {"to": "answer"}, "urgent": False})
    await world.says("cuanto antes", 1)
    assert world.reader.texts == ["quiero jubilarme cuanto antes"]
    assert len(await world.told()) == 1


async def test_a_long_call_is_read_by_its_end(world: World) -> None:
    for number in range(40):
        await world.says(f"{number} " + "palabra " * 8, number)
    assert len(world.reader.texts[-1]) <= 700
    assert "39 palabra" in world.reader.texts[-1]


async def test_the_last_words_are_read_before_the_call_ends(world: World) -> None:
    await world.watch.heard(world.call, "citizen", final("quiero jubilarme", 0))
    await world.watch.ending(world.call)
    assert await world.told() == [("jubilacion_ordinaria", False)]


async def test_of_a_call_that_ended_elsewhere_nothing_is_left(world: World) -> None:
    await world.says("hola", 0)
    task = world.watch._calls["c"].task
    assert task is not None
    world.watch.forget(world.call)
    await asyncio.wait([task], timeout=10)
    assert (task.cancelled(), world.watch._calls) == (True, {})


async def test_what_could_not_be_told_is_told_when_the_record_is_back(world: World) -> None:
    tell, tried = world.watch.tell, asyncio.Event()

    async def away(call_id: str, kind: Any, body: Any) -> None:
        tried.set()
        raise ToolUnavailable("away")

    world.watch.tell, world.watch.again_s = away, 0.01
    await world.watch.heard(world.call, "citizen", final("quiero jubilarme", 0))
    await asyncio.wait_for(tried.wait(), 10)
    world.watch.tell = tell
    await asyncio.wait_for(world.watch.ending(world.call), 10)
    assert await world.told() == [("jubilacion_ordinaria", False)]


async def test_while_the_record_is_away_words_do_not_make_it_try_again_and_the_call_ends(world: World) -> None:
    tries: list[str] = []

    async def away(call_id: str, kind: Any, body: Any) -> None:
        tries.append(kind)
        raise ToolUnavailable("away")

    world.watch.tell, world.watch.again_s, world.watch.ending_s = away, 60.0, 0.2
    for number in range(3):
        await world.watch.heard(world.call, "citizen", final("quiero jubilarme", number))
        await asyncio.sleep(0.05)
    await asyncio.wait_for(world.watch.ending(world.call), 10)
    assert tries == ["need"]
    assert world.watch._calls == {}
