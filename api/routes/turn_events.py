"""Framing of server-sent events."""

import json
from typing import Any

from sse_starlette import ServerSentEvent

from agents.reception.turns.turn import Turn
from api.schemas.conversations import TurnOut


def turn_events(turn: Turn) -> list[ServerSentEvent]:
    """Send a ``message`` for each bubble, then the whole ``turn``, whose id tells a repeated turn."""
    out = TurnOut.of(turn)
    events = [ServerSentEvent(message.model_dump_json(), event="message") for message in out.messages]
    return [*events, ServerSentEvent(out.model_dump_json(), event="turn", id=out.turn_id)]


def missed_event(turn_id: str) -> ServerSentEvent:
    """A turn that was overtaken by the next one before it could be sent."""
    return ServerSentEvent(json.dumps({"turn_id": turn_id}), event="missed", id=turn_id)


def problem_event(body: dict[str, Any]) -> ServerSentEvent:
    """A problem, when the stream has already begun."""
    return ServerSentEvent(json.dumps(body, ensure_ascii=False), event="problem")
