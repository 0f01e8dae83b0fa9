"""Stores the segments heard in a call and announces all words to its followers and watchers."""

import contextlib

import structlog

from speech.calls.announcing import passing
from speech.calls.context import CallContext
from speech.calls.line import FLAWS, Flaw
from speech.calls.live_call import LiveCall
from speech.calls.merging import merge_with_previous
from speech.calls.questions import kinds_asked, standing_question
from speech.calls.record import Said, Track
from speech.segments import Behind, Final, Heard, Partial, Segment
from tools.errors import ToolUnavailable
from tools.reading.identities.kinds import IdentityKind

_log = structlog.get_logger("speech.calls")


async def write_heard(context: CallContext, live: LiveCall, track: Track, heard: Heard) -> None:
    """Store a segment, and announce the words. Raises CallNotFound, ToolUnavailable."""
    match heard:
        case Final(segment):
            if not segment.words:
                return
            await _write_segment(context, live, track, segment)
        case Partial() | Behind():
            with contextlib.suppress(ToolUnavailable):  # the next partial makes up for a lost one
                await context.log.pass_on(live.call.id, passing(track, heard))
    for listener in context.listeners:
        try:
            await listener.heard(live.call, track, heard)
        except Exception:
            _log.exception("not listened to", track=track)  # the words are stored; the call goes on


async def _write_segment(context: CallContext, live: LiveCall, track: Track, segment: Segment) -> None:
    if track == "agent":
        live.question = standing_question(live.question, segment)
    asked = kinds_asked(live.question, segment) if track == "citizen" else frozenset[IdentityKind]()
    said = merge_with_previous(live.last.get(track), Said(track, segment, asked))
    await context.record.add(live.call.id, said)
    live.last[track] = said


async def tell_flaw(context: CallContext, live: LiveCall, track: Track, flaw: Flaw) -> None:
    """Tell once that the words may be wrong, or make no sense at all when another rate was declared."""
    if (track, flaw) not in live.told:
        with contextlib.suppress(ToolUnavailable):
            await context.record.tell(live.call.id, "track", {"track": track, "state": flaw})
            live.told.add((track, flaw))
            _log.warning(FLAWS[flaw], call=live.call.id, track=track)
