"""Opens the tracks of a live call: each goes on after its last stored segment."""

import asyncio
from collections.abc import Sequence
from functools import partial

from knowledge.languages import Language
from speech.calls.context import CallContext
from speech.calls.live_call import LiveCall
from speech.calls.record import Said, Track
from speech.calls.session import TrackSession
from speech.calls.sound_store import opened
from speech.calls.track_file import TrackFile
from speech.calls.transcript_writer import write_heard
from speech.errors import SoundUnreadable, SpeechUnavailable
from speech.listening.transcriber import TrackStart, Transcriber
from speech.segments import RATE, Heard


async def open_track(context: CallContext, live: LiveCall, track: Track, transcriber: Transcriber) -> TrackSession:
    """The session of a track, begun when there is none or its side had ended and speaks again.

    Raises TrackFileBusy, SpeechUnavailable, ToolUnavailable.
    """
    session = live.tracks.get(track)
    if session is not None and not (session.finished or session.unreadable):
        return session
    if session is not None:
        await _write_last_words(context, session)
        del live.tracks[track]
        if session.unreadable:
            context.shelf.set_aside(live.call.id, track)
    now = context.clock()
    since = now - await context.record.begin_sound(live.call.id, now)
    at = max(0, round(since.total_seconds() * RATE))
    spool = await opened(partial(context.shelf.begin, live.call.id, track, at))
    return start_track(context, live, track, spool, transcriber)


async def _write_last_words(context: CallContext, session: TrackSession) -> None:
    """Wait until the last words are written, but not for ever: while the model fails they never are."""
    try:
        async with asyncio.timeout(context.rules.last_words_s):
            await session.finish()
    except TimeoutError:
        raise SpeechUnavailable("what was said before is still being written: connect again later") from None


def start_track(
    context: CallContext, live: LiveCall, track: Track, spool: TrackFile, transcriber: Transcriber
) -> TrackSession:
    """Start hearing a track from its file."""

    async def begin(side: Track) -> TrackStart:
        return await _find_start(context, live, side, spool)

    async def heard(side: Track, words: Heard) -> None:
        await write_heard(context, live, side, words)

    session = live.tracks[track] = TrackSession(track, spool, transcriber, begin, heard)
    return session.start()


async def _find_start(context: CallContext, live: LiveCall, track: Track, spool: TrackFile) -> TrackStart:
    """The start of a track after its last stored segment."""
    said = await context.record.find_segments(live.call.id)
    own = [one for one in said if one.track == track]
    if own:
        live.last[track] = own[-1]
    live.question = next((one.segment for one in reversed(said) if one.track == "agent"), None)
    at = max(spool.begin / RATE, own[-1].segment.end if own else 0.0)
    other = next((session.live for side, session in live.tracks.items() if side != track), None)
    number = max((one.segment.number for one in own), default=-1) + 1
    return TrackStart(None, _expected_languages(live.call.language, said, track), at, number, other)


def _expected_languages(language: Language | None, said: Sequence[Said], track: Track) -> tuple[Language, ...]:
    """Languages of a side, likeliest first: those it spoke itself, that of the call, those of the other side."""
    spoken = [(one.track == track, one.segment.language) for one in reversed(said)]
    own = [heard for is_own, heard in spoken if is_own]
    other = [heard for is_own, heard in spoken if not is_own]
    return tuple(dict.fromkeys([*own, *([language] if language else ()), *other]))


async def open_files_left(context: CallContext, live: LiveCall) -> dict[Track, TrackFile]:
    """Files of tracks that are not heard now: the disk may have more of them than was written down."""
    found: dict[Track, TrackFile] = {}
    for track in context.shelf.tracks(live.call.id):
        try:
            if track not in live.tracks:
                found[track] = await opened(partial(context.shelf.resume, live.call.id, track))
        except FileNotFoundError:
            continue  # it was begun, and nothing was said
        except SoundUnreadable:  # the call ends with what was written down
            context.shelf.set_aside(live.call.id, track)
        except BaseException:
            for spool in found.values():
                spool.close()
            raise
    return found
