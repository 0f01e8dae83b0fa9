"""Sound that comes faster than it can be spoken is told once; what was kept back during a cut is not."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from speech.calls.calls import Calls
from speech.calls.record import Call
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from speech.segments import RATE, Samples
from tests.fakes.call_record import MemoryCallRecord
from tests.fakes.transcriber import ScriptedTranscriber


@dataclass
class Clock:
    """Goes on when it is told to."""

    now: datetime = datetime(2025, 11, 26, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def calls(tmp_path: Path, clock: Clock) -> AsyncIterator[Calls]:
    record, transcriber = MemoryCallRecord(), ScriptedTranscriber(())
    await record.open(Call("a", clock(), "ane", "es"))
    one = Calls(record, SoundStore(tmp_path, b"k" * 32), record.log, transcriber, clock, CallRules(catch_up=1e6))
    yield one
    await one.close()


def tone(seconds: float) -> Samples:
    return np.full(round(seconds * RATE), 0.1, np.float32)


async def told(calls: Calls) -> list[str]:
    return [event.body["track"] for event in await calls.record.events("a") if event.body.get("state") == "ahead"]


async def test_twice_as_much_sound_as_time_is_told_once(calls: Calls) -> None:
    line = await calls.join("a", "citizen")
    await line.feed(tone(9.9))
    assert await told(calls) == []
    for _ in range(3):
        await line.feed(tone(1))
    again = await calls.join("a", "citizen")
    await again.feed(tone(1))
    assert await told(calls) == ["citizen"]


async def test_what_was_kept_back_while_the_line_was_cut_is_not(calls: Calls, clock: Clock) -> None:
    line = await calls.join("a", "citizen")
    await line.feed(tone(5))
    await calls.leave("a", line)
    clock.now += timedelta(seconds=300)
    await (await calls.join("a", "agent")).feed(tone(9.9))
    line = await calls.join("a", "citizen")
    for _ in range(30):
        await line.feed(tone(10))  # all of it at once, and no more
    assert await told(calls) == []


async def test_a_clock_that_goes_a_little_fast_is_not(calls: Calls, clock: Clock) -> None:
    line = await calls.join("a", "citizen")
    await line.feed(tone(0.1))
    clock.now += timedelta(hours=1)
    line = await calls.join("a", "citizen")
    await line.feed(tone(1.01 * 3600))
    assert await told(calls) == []
