"""A track whose transcriber or record fails and comes back."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from knowledge.languages import Language
from speech.calls.record import Track
from speech.calls.session import TrackSession
from speech.calls.track_file import TrackFile, create_track_file
from speech.errors import SpeechUnavailable
from speech.listening.live import TranscriberLoad, WhisperTranscriber
from speech.listening.transcriber import LiveTrack, TrackStart, Transcriber
from speech.segments import RATE, Behind, Final, Heard, Partial, Samples, Segment
from tests.fakes.transcriber import ScriptedTrack, ScriptedTranscriber
from tests.speech.levels import LevelModel, spoken
from tools.errors import ToolUnavailable

SCRIPT = ("uno", "dos", "tres", "cuatro")


def tone(seconds: float) -> Samples:
    return np.full(round(seconds * RATE), 0.1, dtype=np.float32)


@dataclass
class Failing:
    """A transcriber whose first tracks break after their first segment."""

    breaks: int
    opened: list[TrackStart] = field(default_factory=list)

    def open(self, start: TrackStart = TrackStart()) -> LiveTrack:  # noqa: B008 - frozen
        self.opened.append(start)
        track = ScriptedTranscriber(SCRIPT).open(start)
        return Breaking(track) if len(self.opened) <= self.breaks else track

    async def close(self) -> None:
        """Nothing to free."""


@dataclass
class Breaking:
    inner: LiveTrack

    def push(self, samples: Samples) -> None:
        self.inner.push(samples)

    def expect(self, language: Language) -> None:
        self.inner.expect(language)

    def finish(self) -> None:
        self.inner.finish()

    def drop(self) -> None:
        self.inner.drop()

    async def heard(self) -> AsyncIterator[Heard]:
        async for heard in self.inner.heard():
            yield heard
            if isinstance(heard, Final):
                raise SpeechUnavailable("the model broke")


@dataclass
class Notes:
    """A record in a list, that fails as often as it is told."""

    finals: list[Final] = field(default_factory=list)
    fails: int = 0
    behind: list[float] = field(default_factory=list)

    async def begin(self, _: Track) -> TrackStart:
        if not self.finals:
            return TrackStart()
        return TrackStart(at=self.finals[-1].segment.end, number=len(self.finals))

    async def heard(self, _: Track, heard: Heard) -> None:
        if isinstance(heard, Behind):
            self.behind.append(heard.seconds)
        if isinstance(heard, Final):
            if self.fails:
                self.fails -= 1
                raise ToolUnavailable("the database is away")
            self.finals.append(heard)

    @property
    def texts(self) -> list[str]:
        return [final.segment.text for final in self.finals]


def session_over(spool: TrackFile, transcriber: Transcriber, notes: Notes) -> TrackSession:
    return TrackSession("citizen", spool, transcriber, notes.begin, notes.heard, retry_s=0.0, pause_s=0.0)


async def test_a_model_that_breaks_hears_again_what_was_not_written_down(tmp_path: Path) -> None:
    notes, transcriber = Notes(), Failing(breaks=2)
    session = session_over(create_track_file(tmp_path / "s", b"k" * 32, 0), transcriber, notes).start()
    for _ in range(41):
        session.feed(tone(0.1))
        await asyncio.sleep(0)
    await session.finish()
    assert notes.texts == list(SCRIPT)
    assert [round(start.at) for start in transcriber.opened] == [0, 1, 2]


async def test_a_record_that_is_away_loses_nothing(tmp_path: Path) -> None:
    notes = Notes(fails=2)
    spool = create_track_file(tmp_path / "s", b"k" * 32, 0)
    session = session_over(spool, ScriptedTranscriber(SCRIPT), notes).start()
    session.feed(tone(4.1))
    await session.finish()
    assert notes.texts == list(SCRIPT)


async def test_a_long_past_is_heard_in_parts(tmp_path: Path) -> None:
    spool = create_track_file(tmp_path / "s", b"k" * 32, 0)
    spool.append(tone(35))
    pushed: list[int] = []

    class Counting(ScriptedTrack):
        def push(self, samples: Samples) -> None:
            pushed.append(len(samples))

    class Counter(ScriptedTranscriber):
        def open(self, start: TrackStart = TrackStart()) -> LiveTrack:  # noqa: B008 - frozen
            return Counting(start, SCRIPT, "es", 1.0)

    await session_over(spool, Counter(SCRIPT), Notes()).start().finish()
    assert pushed == [10 * RATE] * 3 + [5 * RATE]


async def test_it_says_that_words_come_late_until_they_do_not(tmp_path: Path) -> None:
    spool = create_track_file(tmp_path / "s", b"k" * 32, 0)
    session = session_over(spool, ScriptedTranscriber(SCRIPT), Notes())
    spool.append(tone(10))
    session._note(Behind(6.0))
    assert session.behind == 6.0
    first, last = (ScriptedTranscriber(SCRIPT).open(), ScriptedTranscriber(SCRIPT).open(TrackStart(at=9.0)))
    for track, late in ((first, 9.0), (last, 0.0)):
        track.push(tone(1.1))
        track.finish()
        async for heard in track.heard():
            session._note(heard)
        assert session.behind == late


@dataclass
class Telling:
    """A transcriber whose tracks tell what is given."""

    events: list[Heard]

    def open(self, start: TrackStart = TrackStart()) -> LiveTrack:  # noqa: B008 - frozen
        track = ScriptedTrack(start, (), "es", 1.0)
        for event in self.events:
            track._queue.put_nowait(event)
        return track

    async def close(self) -> None:
        """Nothing to free."""


async def test_how_late_words_come_is_told_at_each_change_and_when_they_do_not(tmp_path: Path) -> None:
    spool, notes = create_track_file(tmp_path / "s", b"k" * 32, 0), Notes()
    spool.append(tone(40))
    after = [Partial(0, "es", (), "uno", heard) for heard in (10.0, 10.3, 25.0)]
    events: list[Heard] = [Behind(6.0), *after, Final(Segment(0, "es", ()), 39.0)]
    await session_over(spool, Telling(events), notes).start().finish()
    assert notes.behind == [6.0, 30.0, 15.0, 0.0]


SAID = ("paca", "pade", "meca", "mede")


async def read_by_a_model(
    tmp_path: Path, notes: Notes, hear: Callable[[TrackSession], Awaitable[None]]
) -> tuple[list[str], list[str]]:
    """What it has read when the service stops, and what was written down."""
    model, spool = LevelModel(), create_track_file(tmp_path / "s", b"k" * 32, 0)
    transcriber = WhisperTranscriber(model.reader, model.detector, TranscriberLoad(workers=1))
    for word in SAID:
        spool.append(spoken(word, silence=1.5))
    await hear(session_over(spool, transcriber, notes).start())
    await transcriber.close()
    return model.windows, notes.texts


async def test_what_a_record_that_is_away_did_not_take_is_not_read_to_its_end_each_time(tmp_path: Path) -> None:
    read, written = await read_by_a_model(tmp_path, Notes(fails=3), TrackSession.finish)
    assert written == list(SAID)
    assert read.count(SAID[-1]) == 1


async def test_what_nobody_waits_for_is_not_read_before_the_service_stops(tmp_path: Path) -> None:
    async def stop(session: TrackSession) -> None:
        await asyncio.sleep(0)  # it begins
        await asyncio.sleep(0)
        await session.stop()

    read, written = await read_by_a_model(tmp_path, Notes(), stop)
    assert len(read) <= 1
    assert written == []


async def test_who_waits_for_the_last_words_is_told_when_the_service_stops(tmp_path: Path) -> None:
    spool = create_track_file(tmp_path / "s", b"k" * 32, 0)
    session = session_over(spool, Failing(breaks=1_000_000), Notes(fails=1_000_000)).start()
    session.feed(tone(1.1))
    finishing = asyncio.create_task(session.finish())
    await asyncio.sleep(0)
    await session.stop()
    with pytest.raises(SpeechUnavailable, match="on disk"):
        await finishing
