"""The events of a call for whoever follows it: those that are stored, resumable, and those that pass."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any

from sse_starlette import ServerSentEvent

from api.services.identities import IDENTITY
from api.services.services import Services
from speech.calls.record import Track
from speech.calls.words_json import call_event
from tools.contacts.contact import PassingEvent

SIGNAL = "signal"
"""Kind of the passing event by which the two browsers of a call find each other."""


async def follow(
    services: Services, call_id: str, after: int, side: Track | None = None
) -> AsyncIterator[ServerSentEvent]:
    """From the stored event after number ``after`` on, until the call has ended.

    Signals are told to who follows as the side that they come to, and to nobody else; who an agent found the citizen to
    be, to none.
    """
    async with aclosing(services.chat.contacts.follow(call_id, after)) as events:
        async for event in events:
            if isinstance(event, PassingEvent):
                if event.kind == SIGNAL and (side is None or event.data["track"] == side):
                    continue
                yield ServerSentEvent(_json(event.data), event=event.kind)
                continue
            if event.kind == IDENTITY:
                continue
            told = await asyncio.to_thread(call_event, event)  # numbers are read in what was said
            yield ServerSentEvent(_json(told.body), event=told.kind, id=str(told.number))
            if told.kind == "ended":
                return


def _json(body: Mapping[str, Any]) -> str:
    return json.dumps(dict(body), ensure_ascii=False)
