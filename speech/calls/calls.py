"""The calls of this process: they begin, lines join and leave, what is said is stored and told, and they end."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from knowledge.languages import Language
from speech.calls.announcing import Listener, passing
from speech.calls.kept_sound import KeptSound
from speech.calls.line import FLAWS, Flaw, Line
from speech.calls.live_call import LiveCall, stop
from speech.calls.merging import merge_with_previous
from speech.calls.questions import kinds_asked, standing_question
from speech.calls.record import Call, CallRecord, EventKind, Said, Track
from speech.calls.rules import CallRules
from speech.calls.session import TrackSession
from speech.calls.sound_store import SoundStore, opened
from speech.calls.track_file import TrackFile, TrackFileBusy
from speech.errors import (
    CallElsewhere,
    CallEnded,
    CallNotFound,
    SoundUnreadable,
    SpeechError,
    SpeechUnavailable,
    TakenOver,
    TooManyCalls,
)
from speech.listening.transcriber import TrackStart, Transcriber
from speech.segments import RATE, Behind, Final, Heard, Partial
from tools.clock import Clock
from tools.contacts.contact_log import ContactLog
from tools.errors import ToolUnavailable
from tools.reading.identities.kinds import IdentityKind

_log = structlog.get_logger("speech.calls")


@dataclass(slots=True)
class Calls:
    """One of a process, of one event loop. Without a ``transcriber`` no call begins, and none that waits is ended."""

    record: CallRecord
    shelf: SoundStore
    log: ContactLog
    transcriber: Transcriber | None
    clock: Clock
    rules: CallRules = field(default_factory=CallRules)
    listeners: Sequence[Listener] = ()
    _live: dict[str, LiveCall] = field(default_factory=dict)
    _since: datetime = field(init=False)
    """While there was no process, nobody could take a call up again."""

    def __post_init__(self) -> None:
        self._since = self.clock()

    async def open(self, call: Call) -> Call:
        """A new call, or that of its reference. Raises SpeechUnavailable, ToolUnavailable."""
        self._hearing()
        return await self.record.open(call)

    async def join(self, call_id: str, track: Track) -> Line:
        """A line on a track; it takes the place of another one. What crashed before is taken up where it was.

        Raises CallNotFound, CallEnded, TooManyCalls, CallElsewhere, SpeechUnavailable, ToolUnavailable.
        """
        transcriber = self._hearing()
        async with self._alone(await self.record.find(call_id)) as live:
            call = await self.record.find(call_id)  # it may have ended while we waited
            if call.ended is not None or live.ending is not None:
                raise CallEnded(call_id)
            session = await self._session(live, track, transcriber)
            await self.record.tell(call_id, "track", {"track": track, "state": "joined"})
            if before := live.lines.pop(track, None):
                before.close(TakenOver(call_id))
                session.flush()
            live.touched = now = self.clock()
            elapsed = (now - (call.sound_from or now)).total_seconds()
            line = Line(session, self.rules, elapsed, partial(self._tell_flaw, live, track))
            live.lines[track] = line
            return line

    async def expect(self, call_id: str, language: Language) -> None:
        """It is expected in another language from now on. Raises CallNotFound, ToolUnavailable."""
        if (live := self._live.get(call_id)) is not None:
            live.call = replace(live.call, language=language)
            for session in live.tracks.values():
                if session.live is not None:
                    session.live.expect(language)
        await self.record.expect(call_id, language)

    async def leave(self, call_id: str, line: Line, *, ended: bool = False) -> None:
        """The line is cut, or its side has ``ended``: then what it said last is written down at once."""
        session, live = line.session, self._live.get(call_id)
        if live is None or live.lines.get(session.track) is not line:
            return
        del live.lines[session.track]  # before the disk is asked: a full one must not keep the call joined
        live.touched = self.clock()
        session.flush()
        if ended and live.ending is None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.rules.last_words_s):
                    await session.finish()
        with contextlib.suppress(ToolUnavailable):
            await self.record.tell(call_id, "track", {"track": session.track, "state": "ended" if ended else "left"})

    async def end(self, call_id: str, wait_s: float = 10.0) -> None:
        """Nothing more is said; returns when all is written down, or after ``wait_s`` seconds, while it goes on.

        Raises CallNotFound, CallElsewhere, SpeechUnavailable, ToolUnavailable.
        """
        self._hearing()
        call = await self.record.find(call_id)
        if call.ended is None:
            beginning = asyncio.create_task(self._begin_end(call))  # it begins though nobody waits for it any more
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await asyncio.shield(await asyncio.shield(beginning))

    def received(self, call_id: str, track: Track) -> float | None:
        """Seconds of sound of a track; None when this machine has none."""
        live = self._live.get(call_id)
        if live is not None and track in live.tracks:
            return live.tracks[track].received
        return self.shelf.received(call_id, track)

    @property
    def sound(self) -> KeptSound:
        """What becomes of their sound."""
        return KeptSound(self.record, self.shelf, self.clock, self.rules, self._live.__contains__)

    @property
    def live(self) -> int:
        """Calls that are heard in this process."""
        return len(self._live)

    def joined(self, call_id: str) -> frozenset[Track]:
        """Tracks that have a line in this process."""
        live = self._live.get(call_id)
        return frozenset(live.lines) if live else frozenset()

    async def tidy(self) -> None:
        """End calls that nobody takes up again, from what the disk has of them, and let go of those that have ended."""
        now, here = self.clock(), tuple(self._live.values())
        lasting = {call.id: call for call in await self.record.live()}
        for live in here:
            if live.call.id not in lasting:
                await self._let_go(live)
        for call in lasting.values():
            if self.transcriber is not None and self._is_left(call, now):
                try:
                    await self._begin_end(call)
                except (CallElsewhere, CallNotFound):
                    continue
                except (SpeechError, OSError) as error:  # its own trouble: the others are not to wait for it
                    _log.warning("call not ended", reason=type(error).__name__)

    async def _let_go(self, live: LiveCall) -> None:
        """It was ended by another process, or here by a database that did not answer."""
        async with live.joining:
            if live.ends or self._live.get(live.call.id) is not live:
                return
            del self._live[live.call.id]
            live.close_lines(CallEnded(live.call.id))
            await stop([live])
            for listener in self.listeners:
                listener.forget(live.call)
            with contextlib.suppress(CallNotFound):
                await self.sound.drop(live.call.id, live.unreadable)

    async def tell(self, call_id: str, kind: EventKind, body: Mapping[str, Any]) -> None:
        """An event of the call, stored and announced. Raises CallNotFound, ToolUnavailable."""
        await self.record.tell(call_id, kind, body)

    async def close(self) -> None:
        """Let go of all calls; the next process takes them up."""
        calls = tuple(self._live.values())  # an ending that is cancelled takes its call out
        for live in calls:
            live.close_lines(CallElsewhere("the service stops: connect again"))
        endings = [live.ending for live in calls if live.ending is not None]
        for ending in endings:
            ending.cancel()
        await asyncio.gather(*endings, return_exceptions=True)
        await stop(calls)
        self._live.clear()

    def _hearing(self) -> Transcriber:
        if self.transcriber is None:
            raise SpeechUnavailable("there is no speech model: run `isac models fetch`, then start the service again")
        return self.transcriber

    def _live_one(self, call: Call, *, limited: bool = True) -> LiveCall:
        live = self._live.get(call.id)
        if live is None:
            if limited and len(self._live) >= self.rules.most:
                raise TooManyCalls(f"{self.rules.most} calls at once")
            live = self._live[call.id] = LiveCall(call, self.clock())
        return live

    @contextlib.asynccontextmanager
    async def _alone(self, call: Call, *, limited: bool = True) -> AsyncIterator[LiveCall]:
        """The call while nobody else joins or ends it. One that was let go while we waited is not gone on with."""
        while True:
            live = self._live_one(call, limited=limited)
            async with live.joining:
                if self._live.get(call.id) is live:
                    with self._let_go_on_error(live):
                        yield live
                    return

    @contextlib.contextmanager
    def _let_go_on_error(self, live: LiveCall) -> Iterator[None]:
        """A call that cannot be taken up takes no place."""
        try:
            yield
        except BaseException as error:
            if not live.tracks and not live.lines and live.ending is None:
                self._live.pop(live.call.id, None)
            if isinstance(error, TrackFileBusy):
                raise CallElsewhere(live.call.id) from None
            raise

    async def _session(self, live: LiveCall, track: Track, transcriber: Transcriber) -> TrackSession:
        session = live.tracks.get(track)
        if session is not None and (session.finished or session.unreadable):  # its side had ended, and speaks again
            await self._last_words(session)
            del live.tracks[track]
            if session.unreadable:
                self.shelf.set_aside(live.call.id, track)
            session = None
        if session is None:
            now = self.clock()
            since = now - await self.record.begin_sound(live.call.id, now)
            at = max(0, round(since.total_seconds() * RATE))
            spool = await opened(partial(self.shelf.begin, live.call.id, track, at))
            session = self._take_up(live, track, spool, transcriber)
        return session

    async def _last_words(self, session: TrackSession) -> None:
        """Written before more is taken; while the model fails that is never, and others want to join or to end it."""
        try:
            async with asyncio.timeout(self.rules.last_words_s):
                await session.finish()
        except TimeoutError:
            raise SpeechUnavailable("what was said before is still being written: connect again later") from None

    def _take_up(self, live: LiveCall, track: Track, spool: TrackFile, transcriber: Transcriber) -> TrackSession:
        async def begin(side: Track) -> TrackStart:
            return await self._start_of(live, side, spool)

        async def heard(side: Track, words: Heard) -> None:
            await self._heard(live, side, words)

        session = live.tracks[track] = TrackSession(track, spool, transcriber, begin, heard)
        return session.start()

    async def _start_of(self, live: LiveCall, track: Track, spool: TrackFile) -> TrackStart:
        """After the last segment that is stored."""
        said = await self.record.said(live.call.id)
        own = [one for one in said if one.track == track]
        if own:
            live.last[track] = own[-1]
        live.question = next((one.segment for one in reversed(said) if one.track == "agent"), None)
        at = max(spool.begin / RATE, own[-1].segment.end if own else 0.0)
        other = next((session.live for side, session in live.tracks.items() if side != track), None)
        number = max((one.segment.number for one in own), default=-1) + 1
        return TrackStart(None, _expected(live.call.language, said, track), at, number, other)

    async def _heard(self, live: LiveCall, track: Track, heard: Heard) -> None:
        call = live.call
        match heard:
            case Final(segment):
                if not segment.words:
                    return
                if track == "agent":
                    live.question = standing_question(live.question, segment)
                asked = kinds_asked(live.question, segment) if track == "citizen" else frozenset[IdentityKind]()
                said = merge_with_previous(live.last.get(track), Said(track, segment, asked))
                await self.record.add(call.id, said)
                live.last[track] = said
            case Partial() | Behind():
                with contextlib.suppress(ToolUnavailable):  # the next one makes up for it
                    await self.log.pass_on(call.id, passing(track, heard))
        for listener in self.listeners:
            try:
                await listener.heard(call, track, heard)
            except Exception:
                _log.exception("not listened to", track=track)  # what was said is stored; the call goes on

    async def _tell_flaw(self, live: LiveCall, track: Track, flaw: Flaw) -> None:
        """Once: what is written may be wrong, or make no sense at all when another rate was declared."""
        if (track, flaw) not in live.told:
            with contextlib.suppress(ToolUnavailable):
                await self.record.tell(live.call.id, "track", {"track": track, "state": flaw})
                live.told.add((track, flaw))
                _log.warning(FLAWS[flaw], call=live.call.id, track=track)

    def _is_left(self, call: Call, now: datetime) -> bool:
        live = self._live.get(call.id)
        if live is not None:
            return not live.ends and not live.lines and now - live.touched > self.rules.grace
        touched = self.shelf.touched(call.id)
        if touched is None and call.sound_from is not None:
            return (now - call.started).total_seconds() > 2 * self.rules.longest_s  # its sound is on another machine
        return now - max(touched or call.started, call.started, self._since) > self.rules.grace

    async def _begin_end(self, call: Call) -> "asyncio.Task[None]":
        """The one task that ends it here."""
        transcriber = self._hearing()
        async with self._alone(call, limited=False) as live:
            if live.ending is None or not live.ends:
                for track, spool in (await self._left_on_disk(live)).items():
                    self._take_up(live, track, spool, transcriber)
                live.ending = asyncio.create_task(self._end(live))
                live.ending.add_done_callback(_ended)
            return live.ending

    async def _left_on_disk(self, live: LiveCall) -> dict[Track, TrackFile]:
        """Tracks of which the disk may have more than was written down."""
        found: dict[Track, TrackFile] = {}
        for track in self.shelf.tracks(live.call.id):
            try:
                if track not in live.tracks:
                    found[track] = await opened(partial(self.shelf.resume, live.call.id, track))
            except FileNotFoundError:
                continue  # it was begun, and nothing was said
            except SoundUnreadable:  # the call ends with what was written down
                self.shelf.set_aside(live.call.id, track)
            except BaseException:
                for spool in found.values():
                    spool.close()
                raise
        return found

    async def _end(self, live: LiveCall) -> None:
        call_id = live.call.id
        live.close_lines(CallEnded(call_id))
        await asyncio.gather(*(session.finish() for session in live.tracks.values()))
        for listener in self.listeners:
            await listener.ending(live.call)
        await self.record.end(call_id, self.clock())
        try:
            await self.sound.drop(call_id, live.unreadable)
        finally:  # it has ended, whatever the record answers now; what is left on disk is swept by and by
            self._live.pop(call_id, None)


def _ended(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.warning("call not ended", reason=type(error).__name__)  # `tidy` tries again


def _expected(language: Language | None, said: Sequence[Said], track: Track) -> tuple[Language, ...]:
    """Languages of a side, likeliest first: those it spoke itself, that of the call, those of the other side."""
    spoken = [(one.track == track, one.segment.language) for one in reversed(said)]
    own = [heard for is_own, heard in spoken if is_own]
    other = [heard for is_own, heard in spoken if not is_own]
    return tuple(dict.fromkeys([*own, *([language] if language else ()), *other]))
