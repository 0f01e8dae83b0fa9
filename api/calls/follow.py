"""The events of a call for whoever follows it: those that are stored, resumable, and those that pass."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from sse_starlette import ServerSentEvent

from api.services import Services
from speech.calls.announcing import call_channel
from speech.calls.record import CallEvent

_LOOK_S = 5.0
"""Events are looked for that often, whether somebody speaks or not: an announcement may be lost."""


async def follow(
    services: Services, call_id: str, after: int, look_seconds: float = _LOOK_S
) -> AsyncIterator[ServerSentEvent]:
    """From the stored event after number ``after`` on, until the call has ended."""
    loop = asyncio.get_running_loop()
    with services.events.subscribe(call_channel(call_id)) as announced:
        while True:
            for event in await services.calls.record.events(call_id, after):
                after = event.number
                yield _stored(event)
                if event.kind == "ended":
                    return
            look_at = loop.time() + look_seconds
            while (news := await _next(announced, look_at - loop.time())) is not None and "number" not in news:
                yield ServerSentEvent(_json(news["body"]), event=news["kind"])


async def _next(announced: AsyncIterator[dict[str, Any]], seconds: float) -> dict[str, Any] | None:
    """None when there is none in that time; always when it is up, however many wait."""
    try:
        return await asyncio.wait_for(anext(announced), seconds)
    except TimeoutError:
        return None


def _stored(event: CallEvent) -> ServerSentEvent:
    return ServerSentEvent(_json(event.body), event=event.kind, id=str(event.number))


def _json(body: Mapping[str, Any]) -> str:
    return json.dumps(dict(body), ensure_ascii=False)
