"""When the agent of a call is told what to say, and what was said wrong."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from agents.copilot.advice import Advice
from agents.copilot.call_watch import AdviceWatch
from agents.copilot.state import CopilotState
from api.calls.advice_events import AdviceEvents
from speech.calls.record import Call, Said
from speech.segments import Final, Partial, Segment, Word
from tests import shipped
from tests.api.fakes import NOW
from tests.api.scripted_copilot import ScriptedCopilot, make_copilot
from tests.fakes.call_record import MemoryCallRecord
from tests.fakes.feedback_log import MemoryFeedbackLog
from tools.clock import fixed
from tools.contacts.contact import Utterance
from tools.errors import ToolUnavailable

AGE, YEARS = "¿A qué edad me jubilo?", "¿Y cuántos años hacen falta?"


@dataclass
class Listener(ScriptedCopilot):
    """Writes down what it hears."""

    texts: list[str] = field(default_factory=list)
    fails_on: str = ""

    async def listen(self, memory: CopilotState, utterance: Utterance) -> tuple[CopilotState, Advice]:
        self.texts.append(utterance.text)
        if utterance.text == self.fails_on:
            raise RuntimeError("nobody thought of this")
        memory, advice = await super().listen(memory, utterance)
        if utterance.text == YEARS:
            (said,) = advice.suggestions
            advice = replace(advice, suggestions=(replace(said, text="15 años."),))
        return memory, advice


class World:
    """One call and what is told of it."""

    def __init__(self) -> None:
        self.record, self.copilot, self.services = MemoryCallRecord(), Listener(), make_copilot()
        self.number, self.down = {"citizen": 0, "agent": 0}, False
        self.call = Call("c", NOW, "agent", "es")
        self.watch = self.new_watch()

    def new_watch(self) -> AdviceWatch:
        async def tell(call_id: str, kind: Any, body: Any) -> None:
            if self.down:
                raise ToolUnavailable("down")
            await self.record.tell(call_id, kind, body)

        events = AdviceEvents(self.services, shipped.phrases(), fixed(NOW))
        return AdviceWatch(self.copilot, events, self.record, self.record.log, tell, again_s=0.01)

    async def add(self, text: str, track: Any = "citizen") -> Segment:
        """Stores a segment, as calls do before they announce it."""
        number = self.number[track]
        self.number[track] += 1
        at = float(sum(self.number.values()))
        segment = Segment(number, "es", tuple(Word(word, at, at + 1, 0.9) for word in text.split()))
        await self.record.add("c", Said(track, segment))
        return segment

    async def says(self, text: str, track: Any = "citizen", *, wait: bool = True) -> None:
        await self.watch.heard(self.call, track, Final(await self.add(text, track), 1.0))
        if wait:
            await self.settled()

    async def settled(self) -> None:
        await asyncio.wait_for(self.watch._talks["c"].idle.wait(), 10)

    async def told(self, kind: str = "suggestion") -> list[Any]:
        return [dict(event.body) for event in await self.record.events("c") if event.kind == kind]

    async def suggested(self) -> list[list[str]]:
        return [[one["text"] for one in body["suggestions"]] for body in await self.told()]


@pytest.fixture
async def world() -> World:
    made = World()
    await made.record.open(made.call)
    return made


async def test_a_question_brings_a_suggestion_that_feedback_can_name(world: World) -> None:
    await world.says("hola")
    await world.says(AGE)
    (body,) = await world.told()
    assert (body["turn"], body["track"], body["number"]) == (1, "citizen", 1)
    assert body["suggestions"][0]["citations"][0]["id"]
    log = world.services.feedback
    assert isinstance(log, MemoryFeedbackLog)
    assert log.proposed[body["id"]].proposals[0].text == body["suggestions"][0]["text"]


async def test_it_stays_while_the_agent_speaks_is_told_once_and_goes_when_the_talk_moves_on(world: World) -> None:
    await world.says(AGE)
    await world.says("se lo digo", "agent")
    await world.says(AGE)
    await world.says(YEARS)
    await world.says("ah, muy bien")
    await world.says("gracias")
    first, second, cleared = await world.suggested()
    assert first != second == ["15 años."]
    assert cleared == []
    assert (await world.told())[-1]["abstained"] == "nothing_asked"


async def test_greetings_tell_nothing(world: World) -> None:
    for text, track in (("hola", "agent"), ("hola", "citizen"), ("buenas", "citizen")):
        await world.says(text, track)
    assert await world.told() == []


async def test_partial_words_are_left_alone(world: World) -> None:
    await world.watch.heard(world.call, "citizen", Partial(0, "es", (), AGE, 1.0))
    assert world.watch._talks == {}


async def test_an_alert_says_where_it_was_said(world: World) -> None:
    await world.says("hola")
    await world.says("hacen falta 40 años", "agent")
    (body,) = await world.told("alert")
    assert (body["track"], body["number"], body["turn"], body["kind"]) == ("agent", 0, 1, "term")
    assert (body["said"], body["right"]) == ("40 años", "Son 15 años.")


async def test_of_what_comes_at_once_all_is_read_in_order_and_the_last_is_told(world: World) -> None:
    for text in (AGE, "hacen falta 40 años", YEARS):
        await world.says(text, wait=False)
    await world.settled()
    assert world.copilot.texts == [AGE, "hacen falta 40 años", YEARS]
    assert await world.suggested() == [["15 años."]]
    assert len(await world.told("alert")) == 1


async def test_another_process_takes_the_call_up_from_its_record_and_tells_nothing_twice(world: World) -> None:
    await world.says("hacen falta 40 años", "agent")
    await world.says(AGE)
    await world.add("y otra vez 40 años", "agent")  # it was killed before it read this
    world.watch.forget(world.call)
    world.copilot.texts.clear()
    world.watch = world.new_watch()
    await world.says("bueno", "agent")
    assert world.copilot.texts == ["hacen falta 40 años", AGE, "y otra vez 40 años", "bueno"]
    assert len(await world.told()) == 1
    assert [(body["track"], body["number"]) for body in await world.told("alert")] == [("agent", 0), ("agent", 1)]


async def test_words_never_wait_and_what_could_not_be_told_is_told_later(world: World) -> None:
    world.down = True
    for text in ("hacen falta 40 años", AGE):
        await asyncio.wait_for(world.says(text, wait=False), 0.5)
    await asyncio.sleep(0.1)
    assert await world.told("alert") == []
    world.down = False
    await world.settled()
    assert len(await world.told("alert")) == len(await world.told()) == 1


async def test_what_the_copilot_fails_on_is_passed_over(world: World) -> None:
    world.copilot.fails_on = "uf"
    await world.says("uf")
    await world.says(AGE)
    assert len(await world.told()) == 1


async def test_of_a_call_that_is_not_there_nothing_is_told_and_nothing_hangs(world: World) -> None:
    nobody = replace(world.call, id="nobody")
    await world.watch.heard(nobody, "citizen", Final(await world.add(AGE), 1.0))
    await asyncio.wait_for(world.watch.ending(nobody), 5)
    assert world.watch._talks == {}


async def test_the_last_words_are_read_before_the_call_ends(world: World) -> None:
    await world.says(AGE, wait=False)
    await world.watch.ending(world.call)
    assert len(await world.told()) == 1
    assert world.watch._talks == {}


async def test_a_record_that_stays_away_does_not_keep_the_call_from_ending(world: World) -> None:
    world.down, world.watch.ending_s = True, 0.1
    await world.says(AGE, wait=False)
    await asyncio.wait_for(world.watch.ending(world.call), 5)
    assert world.watch._talks == {}
