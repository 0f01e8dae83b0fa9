"""Sides that join, end and are let go at the same time."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from speech.calls.calls import Calls
from speech.calls.record import Call
from speech.calls.record_memory import MemoryCallRecord
from speech.calls.rules import CallRules
from speech.calls.shelf import Shelf
from speech.segments import RATE, Samples
from speech.transcriber_scripted import ScriptedTranscriber
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


class NoEvents:
    async def publish(self, channel: str, payload: Mapping[str, Any]) -> None:
        """Nobody listens."""


def tone(seconds: float) -> Samples:
    return np.full(round(seconds * RATE), 0.1, np.float32)


@pytest.fixture
def record() -> SlowRecord:
    return SlowRecord()


@pytest.fixture
async def calls(tmp_path: Path, record: SlowRecord) -> AsyncIterator[Calls]:
    await record.open(Call("a", NOW, "ane", "es"))
    calls = Calls(
        record, Shelf(tmp_path, b"k" * 32), NoEvents(), ScriptedTranscriber(("uno", "dos")), lambda: NOW, CallRules()
    )
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
    assert [one.segment.text for one in await record.said("a")] == ["uno", "dos"]
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
