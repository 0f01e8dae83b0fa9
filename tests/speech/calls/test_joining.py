"""Sides that join, end and are let go at the same time."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from speech.calls.calls import Calls
from speech.calls.record import Call
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from speech.errors import SpeechUnavailable
from speech.listening.transcriber import BEGINNING, LiveTrack, TrackStart
from speech.segments import RATE, Samples
from tests.fakes.call_record import MemoryCallRecord
from tests.fakes.transcriber import ScriptedTranscriber
from tools.errors import ToolUnavailable

NOW = datetime(2025, 11, 26, 9, tzinfo=UTC)


class SlowRecord(MemoryCallRecord):
    """Its first ``fails`` beginnings of sound wait until ``go_on``, and fail then."""

    fails = 0

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go_on = asyncio.Event(), asyncio.Event()

    async def begin_sound(self, call_id: str, at: datetime) -> datetime:
        if self.fails:
            self.fails -= 1
            self.asked.set()
            await self.go_on.wait()
            raise ToolUnavailable("the database is away")
        return await super().begin_sound(call_id, at)


@dataclass
class Model:
    """It may fail."""

    fails: bool = False

    def open(self, start: TrackStart = BEGINNING) -> LiveTrack:
        if self.fails:
            raise SpeechUnavailable("the model broke")
        return ScriptedTranscriber(("uno", "dos")).open(start)

    async def close(self) -> None:
        """Nothing to free."""


def tone(seconds: float) -> Samples:
    return np.full(round(seconds * RATE), 0.1, np.float32)


@pytest.fixture
def record() -> SlowRecord:
    return SlowRecord()


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
async def calls(tmp_path: Path, record: SlowRecord, model: Model) -> AsyncIterator[Calls]:
    await record.open(Call("a", NOW, "ane", "es"))
    rules = CallRules(last_words_s=0.2)
    calls = Calls(record, SoundStore(tmp_path, b"k" * 32), record.log, model, lambda: NOW, rules)
    yield calls
    await calls.close()


@pytest.mark.parametrize("cut", [False, True])
async def test_who_waited_behind_one_that_could_not_join_is_joined(calls: Calls, record: SlowRecord, cut: bool) -> None:
    record.fails = 1
    first = asyncio.create_task(calls.join("a", "citizen"))
    await record.asked.wait()
    second = asyncio.create_task(calls.join("a", "agent"))
    await asyncio.sleep(0)
    first.cancel() if cut else record.go_on.set()
    line = await second
    assert isinstance(
        (await asyncio.gather(first, return_exceptions=True))[0], asyncio.CancelledError | ToolUnavailable
    )
    assert calls.joined("a") == {"agent"}
    line.session.feed(tone(2.1))
    await calls.leave("a", line, ended=True)
    assert [one.segment.text for one in await record.find_segments("a")] == ["uno", "dos"]
    assert (await calls.join("a", "agent")).received == pytest.approx(2.1, abs=0.01)


async def test_an_end_that_waited_behind_one_that_could_not_join_ends(calls: Calls, record: SlowRecord) -> None:
    record.fails = 1
    first = asyncio.create_task(calls.join("a", "citizen"))
    await record.asked.wait()
    ending = asyncio.create_task(calls.end("a"))
    await asyncio.sleep(0)
    record.go_on.set()
    await ending
    await asyncio.gather(first, return_exceptions=True)
    assert (await record.find("a")).ended == NOW
    assert calls.live == 0


async def test_a_model_that_fails_keeps_nobody_waiting_without_end(calls: Calls, model: Model) -> None:
    model.fails = True
    line = await calls.join("a", "citizen")
    line.session.feed(tone(1.1))
    async with asyncio.timeout(5):
        await calls.leave("a", line, ended=True)
        again = asyncio.create_task(calls.join("a", "citizen"))
        await asyncio.sleep(0)
        other = asyncio.create_task(calls.join("a", "agent"))
        with pytest.raises(SpeechUnavailable, match="connect again"):
            await again
        await other
        await calls.end("a", wait_s=0.1)


async def test_an_end_does_not_wait_longer_than_it_was_told_and_comes_all_the_same(
    calls: Calls, record: SlowRecord, model: Model
) -> None:
    model.fails = True
    line = await calls.join("a", "citizen")
    line.session.retry_s = 0.01
    line.session.feed(tone(1.1))
    await calls.leave("a", line, ended=True)
    again = asyncio.create_task(calls.join("a", "citizen"))
    await asyncio.sleep(0)
    async with asyncio.timeout(0.15):
        await calls.end("a", wait_s=0.05)
    model.fails = False
    await asyncio.gather(again, return_exceptions=True)
    async with asyncio.timeout(5):
        while (await record.find("a")).ended is None:
            await asyncio.sleep(0.01)
    assert [one.segment.text for one in await record.find_segments("a")] == ["uno"]


async def test_when_the_service_stops_every_call_is_let_go_though_one_ends_and_one_has_no_disk(
    calls: Calls, record: SlowRecord, model: Model, tmp_path: Path
) -> None:
    model.fails = True
    for call_id in "bc":
        await record.open(Call(call_id, NOW, "ane", "es"))
    lines = {call_id: await calls.join(call_id, "citizen") for call_id in "abc"}
    for line in lines.values():
        line.session.feed(tone(0.05))
    await calls.end("a", wait_s=0)
    lines["b"].session.spool.close()  # nothing more can be written
    await calls.close()
    assert calls.live == 0
    after = SoundStore(tmp_path, b"k" * 32)
    kept = {call_id: after.resume(call_id, "citizen") for call_id in "abc"}  # no file is still held
    assert {call_id: spool.end - spool.begin for call_id, spool in kept.items()} == {"a": 800, "b": 0, "c": 800}
    for spool in kept.values():
        spool.close()
