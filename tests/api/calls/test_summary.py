"""When a call ends its summary is told, once, and the call ends whatever becomes of it."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import pytest

from agents.summary.call_watch import SummaryWatch
from agents.summary.summarizing import Summarizing
from agents.summary.summary import Summary
from api.calls.advice_events import summary_event
from knowledge.languages import Language
from speech.calls.record import Call, Said
from speech.segments import Final, Segment, Word
from tests.api.calls.conftest import until
from tests.api.fakes import NOW
from tests.api.scripted_summaries import CountingSummarizer
from tests.fakes.call_record import MemoryCallRecord
from tools.contacts.contact import Utterance
from tools.errors import ToolUnavailable

CALL = Call("c", NOW, "agent", "ca", language="es")


class Broken:
    def summarize(
        self,
        transcript: Sequence[Utterance],
        language: Language | None,
        agent_language: Language | None,
        needs: Sequence[str] = (),
    ) -> Summary:
        raise RuntimeError("nobody thought of this")


class Counted(CountingSummarizer):
    times = 0

    def summarize(
        self,
        transcript: Sequence[Utterance],
        language: Language | None,
        agent_language: Language | None,
        needs: Sequence[str] = (),
    ) -> Summary:
        self.times += 1
        return super().summarize(transcript, language, agent_language, needs)


class Slow(CountingSummarizer):
    def __init__(self) -> None:
        self.go = threading.Event()

    def summarize(
        self,
        transcript: Sequence[Utterance],
        language: Language | None,
        agent_language: Language | None,
        needs: Sequence[str] = (),
    ) -> Summary:
        self.go.wait(10)
        return super().summarize(transcript, language, agent_language, needs)


@pytest.fixture
async def record() -> MemoryCallRecord:
    made = MemoryCallRecord()
    await made.open(CALL)
    return made


def watch(record: MemoryCallRecord, summarizer: Summarizing, ending_s: float = 5.0) -> SummaryWatch:
    async def tell(call_id: str, kind: Any, body: Any) -> None:
        await record.tell(call_id, kind, body)

    return SummaryWatch(summarizer, record.log, tell, summary_event, ending_s)


async def says(record: MemoryCallRecord, text: str) -> None:
    await record.add("c", Said("citizen", Segment(0, "es", (Word(text, 0.0, 1.0, 0.9),))))


async def told(record: MemoryCallRecord) -> list[Any]:
    return [event.body for event in await record.events("c") if event.kind == "summary"]


async def test_it_is_told_once_in_the_language_of_the_agent(record: MemoryCallRecord) -> None:
    await says(record, "Me jubilo.")
    for _ in range(2):  # the process was killed between the summary and the end
        await watch(record, CountingSummarizer()).ending(CALL)
    (body,) = await told(record)
    assert (body["language"], body["reason"], body["disposition"]) == ("ca", "Me jubilo.", "resolved")


async def test_it_is_read_along_without_being_told(record: MemoryCallRecord) -> None:
    summarizer = Counted()
    watching = watch(record, summarizer)
    watching.pause_s = 0.01
    await says(record, "Me jubilo.")
    for number in range(3):
        await watching.heard(CALL, "citizen", Final(Segment(number, "es", ()), 1.0))
    await until(lambda: summarizer.times == 1)
    assert await told(record) == []
    await watching.heard(CALL, "citizen", Final(Segment(3, "es", ()), 1.0))
    await watching.ending(CALL)
    assert (len(await told(record)), watching._reading) == (1, {})


async def test_of_a_call_without_words_there_is_none(record: MemoryCallRecord) -> None:
    await watch(record, CountingSummarizer()).ending(CALL)
    assert await told(record) == []


async def test_the_call_ends_though_it_fails_or_takes_long(record: MemoryCallRecord) -> None:
    await says(record, "Me jubilo.")
    slow = Slow()
    for summarizer in (Broken(), slow):
        await asyncio.wait_for(watch(record, summarizer, 0.05).ending(CALL), 5)
    slow.go.set()
    assert await told(record) == []


async def test_the_call_ends_though_the_record_is_away(record: MemoryCallRecord) -> None:
    async def away(call_id: str, kind: Any, body: Any) -> None:
        raise ToolUnavailable("away")

    await says(record, "Me jubilo.")
    await SummaryWatch(CountingSummarizer(), record.log, away, summary_event).ending(CALL)
    assert await told(record) == []
