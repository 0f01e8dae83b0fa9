"""Calls over memory and a transcriber that follows a script, to carry telephony end to end."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from api.telephony.connection import Connection
from speech.calls.calls import Calls
from speech.calls.record import Call, Track
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from tests.fakes.call_record import MemoryCallRecord
from tests.fakes.transcriber import ScriptedTranscriber
from tools.clock import system_clock

SCRIPT = ("buenos días", "quería pedir cita", "para la jubilación", "en Girona", "gracias")
"""Heard by every track, one line for each second of its sound."""


def make_calls(folder: Path, **rules: Any) -> Calls:
    rules = {"ahead_s": 60.0, **rules}
    shelf, transcriber = SoundStore(folder, bytes(32)), ScriptedTranscriber(SCRIPT)
    record = MemoryCallRecord()
    return Calls(record, shelf, record.log, transcriber, system_clock, CallRules(**rules))


def connect(calls: Calls, linger_s: float = 0.01) -> Connection:
    return Connection(calls, lambda: uuid4().hex, "es", linger_s)


async def call_of(calls: Calls, reference: str) -> Call:
    (call,) = [call for call in await calls.record.latest(100) if call.reference == reference]
    return call


async def said(calls: Calls, reference: str, track: Track = "citizen") -> list[str]:
    call = await call_of(calls, reference)
    return [one.segment.text for one in await calls.record.find_segments(call.id) if one.track == track]


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await true():
            await asyncio.sleep(0.01)


async def until_said(calls: Calls, reference: str, lines: int, track: Track = "citizen") -> None:
    async def enough() -> bool:
        known = any(call.reference == reference for call in await calls.record.latest(100))
        return known and len(await said(calls, reference, track)) >= lines

    await until(enough)


async def until_ended(calls: Calls, reference: str) -> None:
    async def ended() -> bool:
        return (await call_of(calls, reference)).ended is not None

    await until(ended)
