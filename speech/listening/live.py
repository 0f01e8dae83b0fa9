"""Hears live tracks with one model: the Transcriber that calls use."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Barrier

import numpy as np
import onnxruntime
import structlog

from knowledge.languages import Language
from speech.audio.sound_buffer import SoundBuffer
from speech.audio.vad import SpeechDetector
from speech.errors import SpeechUnavailable
from speech.listening.echo import LONGEST
from speech.listening.language_belief import LanguageBelief
from speech.listening.listener import Due, Job, TrackListener
from speech.listening.reader import HURRIED_BEAM, SpeechReader
from speech.listening.transcriber import BEGINNING, LiveTrack, TrackStart
from speech.listening.whisper import Window
from speech.segments import RATE, Behind, Final, Heard, Samples

_log = structlog.get_logger("speech.live")

_RECENT = 20.0
"""Seconds of sound kept to tell an echo of it on the other track."""

_NOBODY = Job(Window(np.zeros(RATE, np.float32), "es"), 0.0, 1.0, final=False, pausing=True, voiced=0.0)
"""A second of silence."""


@dataclass(frozen=True, slots=True)
class TranscriberLoad:
    """``workers``: readings at once, a thread each. ``interval``: seconds of sound between two readings; ``eager``:
    while no more people speak than there are threads.

    ``behind``: seconds of unread sound after which a track is told that the machine does not keep up.
    """

    workers: int = 2
    interval: float = 0.8
    eager: float = 0.6
    behind: float = 2.5


class WhisperTrack:
    """A track of ``WhisperTranscriber``; see the port."""

    def __init__(
        self, start: TrackStart, reader: SpeechReader, detector: SpeechDetector, wake: Callable[[], None]
    ) -> None:
        self.belief = LanguageBelief(start.expected, start.language)
        self.listener = TrackListener(reader.whisper.tokens, reader.terms, self.belief.best, start.at, start.number)
        self.reading = self.dropped = False
        self.other: WhisperTrack | None = None
        self.recent = SoundBuffer(start.at)
        self._detector, self._wake = detector, wake
        self._heard: asyncio.Queue[Heard | SpeechUnavailable | None] = asyncio.Queue()
        self._finished = self._behind = False

    def push(self, samples: Samples) -> None:
        """See the port."""
        if self._finished:
            raise ValueError("the track is finished")
        self.recent.push(samples)
        self.recent.drop(self.recent.end - _RECENT)
        self.listener.push(samples, self._detector.push(samples).tolist())
        self._wake()

    def expect(self, language: Language) -> None:
        """See the port."""
        self.belief.expect([language])

    def finish(self) -> None:
        """See the port."""
        if not self._finished:
            self._finished = True
            self.listener.finish()
            self._wake()

    def drop(self) -> None:
        """See the port."""
        if not self.dropped:
            self._finished = self.dropped = True
            self._wake()

    async def heard(self) -> AsyncIterator[Heard]:
        """See the port."""
        while (one := await self._heard.get()) is not None:
            if isinstance(one, SpeechUnavailable):
                raise one
            yield one

    def tell(self, events: list[Heard]) -> None:
        """Queue events for the reader of ``heard``."""
        for event in events:
            self._heard.put_nowait(event)
            if isinstance(event, Final):
                self.belief.next_utterance()

    def tell_behind(self, limit: float) -> None:
        """Tell once that the machine falls behind, and once that it has caught up."""
        unread = self.listener.unread
        behind = unread > (limit / 2 if self._behind else limit)
        if behind != self._behind:
            self._heard.put_nowait(Behind(unread if behind else 0.0))
        self._behind = behind

    def end(self, error: SpeechUnavailable | None = None) -> None:
        """End ``heard``, with an error when there is one."""
        self._heard.put_nowait(error)


class WhisperTranscriber:
    """Any number of tracks over one model and ``load.workers`` threads. Only reading happens outside the event loop."""

    def __init__(self, reader: SpeechReader, detector: onnxruntime.InferenceSession, load: TranscriberLoad) -> None:
        self._reader, self._hurried = reader, replace(reader, beam=HURRIED_BEAM)
        self._detector, self._load = detector, load
        self._tracks: list[WhisperTrack] = []
        self._threads = ThreadPoolExecutor(load.workers, thread_name_prefix="speech")
        self._running: set[asyncio.Task[None]] = set()

    def warm_up(self) -> None:
        """Each worker reads once, so that the first caller does not wait. Raises SpeechUnavailable."""
        together = Barrier(self._load.workers)  # else a quick worker would read for all
        try:
            list(self._threads.map(self._read_nobody, [together] * self._load.workers))
        except Exception as error:  # whatever the error, calls cannot be transcribed
            together.abort()
            raise _failed(error) from error

    def open(self, start: TrackStart = BEGINNING) -> LiveTrack:
        """See the port."""
        track = WhisperTrack(start, self._reader, SpeechDetector(self._detector), self._dispatch)
        if isinstance(start.echo_of, WhisperTrack):
            track.other, start.echo_of.other = start.echo_of, track
        self._tracks.append(track)
        return track

    async def close(self) -> None:
        """See the port."""
        for track in list(self._tracks):
            track.finish()
        while self._running:
            await asyncio.gather(*self._running)
        self._threads.shutdown()

    def _dispatch(self) -> None:
        while len(self._running) < self._load.workers and (track := self._next()) is not None:
            track.reading = True
            task = asyncio.get_running_loop().create_task(self._read(track, track.listener.job()))
            self._running.add(task)
            task.add_done_callback(self._after)

    def _after(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._dispatch()

    def _next(self) -> WhisperTrack | None:
        """Finals first, then the track that waited longest: under load partials come less often, finals do not."""
        idle = [track for track in self._tracks if not track.reading]
        due = [(what == "final", track) for track in idle if (what := self._due(track)) is not None]
        return max(due, key=lambda one: (one[0], one[1].listener.unread))[1] if due else None

    def _due(self, track: WhisperTrack) -> Due | None:
        if track.dropped:
            self._end(track)
            return None
        track.tell(track.listener.settle())
        track.tell_behind(self._load.behind)
        if track.listener.done:
            self._end(track)
        return track.listener.due(self._load.interval if self._crowded else self._load.eager)

    @property
    def _crowded(self) -> bool:
        """Whether more people speak than there are threads."""
        return sum(track.listener.speaking for track in self._tracks) > self._load.workers

    def _reader_for(self, job: Job) -> SpeechReader:
        """The reader of a window: one that searches less widely for a partial reading while others wait."""
        return self._hurried if self._crowded and not job.final else self._reader

    def _end(self, track: WhisperTrack, error: SpeechUnavailable | None = None) -> None:
        self._tracks.remove(track)
        track.end(error)

    def _read_nobody(self, together: Barrier) -> None:
        together.wait()
        self._reader.read_window(_NOBODY, LanguageBelief())

    async def _read(self, track: WhisperTrack, job: Job) -> None:
        loop = asyncio.get_running_loop()
        try:
            read = await loop.run_in_executor(
                self._threads, self._reader_for(job).read_window, job, track.belief, _heard_by(track, job)
            )
            track.tell(track.listener.apply(read.job, read.reading, read.times, sure=read.sure))
        except Exception as error:  # whatever the error, a track that is read no more has to end
            _log.exception("a reading failed")
            failed = _failed(error)
            failed.__cause__ = error
            self._end(track, failed)
        track.reading = False


def _failed(error: Exception) -> SpeechUnavailable:
    return SpeechUnavailable(f"the model failed: {error!r}")


def _heard_by(track: WhisperTrack, job: Job) -> Samples | None:
    """The sound of the other side of the call at the same time, and a little before."""
    return None if track.other is None else track.other.recent.between(job.start - LONGEST, job.heard)
