"""Calls end once all that was said in them is written down, here or by another process; abandoned ones are ended."""

import asyncio
import contextlib
from datetime import datetime

import structlog

from speech.calls.context import CallContext
from speech.calls.live_call import LiveCall, stop
from speech.calls.record import Call
from speech.calls.track_opening import open_files_left, start_track
from speech.errors import CallEnded, CallNotFound

_log = structlog.get_logger("speech.calls")


async def begin_end(context: CallContext, call: Call) -> "asyncio.Task[None]":
    """The one task that ends the call in this process. Raises CallElsewhere, SpeechUnavailable, ToolUnavailable."""
    transcriber = context.needed_transcriber()
    async with context.hold(call, limited=False) as live:
        if live.ending is None or not live.ends:
            for track, spool in (await open_files_left(context, live)).items():
                start_track(context, live, track, spool, transcriber)
            live.ending = asyncio.create_task(_end(context, live))
            live.ending.add_done_callback(_log_failure)
        return live.ending


async def _end(context: CallContext, live: LiveCall) -> None:
    call_id = live.call.id
    live.close_lines(CallEnded(call_id))
    await asyncio.gather(*(session.finish() for session in live.tracks.values()))
    for listener in context.listeners:
        await listener.ending(live.call)
    await context.record.end(call_id, context.clock())
    try:
        await context.sound.drop(call_id, live.unreadable)
    finally:  # the call has ended, whatever the record answers now; sweeping deletes its rest on disk later
        context.live_calls.pop(call_id, None)


def _log_failure(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.warning("call not ended", reason=type(error).__name__)  # `Calls.tidy` tries again


async def let_go(context: CallContext, live: LiveCall) -> None:
    """Stop hearing a call that another process ended, or that ended while the database did not answer."""
    async with live.joining:
        if live.ends or context.live_calls.get(live.call.id) is not live:
            return
        del context.live_calls[live.call.id]
        live.close_lines(CallEnded(live.call.id))
        await stop([live])
        for listener in context.listeners:
            listener.forget(live.call)
        with contextlib.suppress(CallNotFound):
            await context.sound.drop(live.call.id, live.unreadable)


def is_abandoned(context: CallContext, call: Call, now: datetime) -> bool:
    """Whether nobody takes the call up again: no line joined for the time of grace, or its sound is elsewhere."""
    live = context.live_calls.get(call.id)
    if live is not None:
        return not live.ends and not live.lines and now - live.touched > context.rules.grace
    touched = context.shelf.touched(call.id)
    if touched is None and call.sound_from is not None:
        return (now - call.started).total_seconds() > 2 * context.rules.longest_s  # its sound is on another machine
    return now - max(touched or call.started, call.started, context.since) > context.rules.grace
