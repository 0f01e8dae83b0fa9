"""The real model hears real sound: several tracks, languages, silence, a call taken up again, a model that fails."""

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import numpy as np
import pytest
import pytest_asyncio

from api.settings.settings import Settings
from api.wiring.speech import build_reader, build_transcriber, transcriber_or_none
from evals.bench.speech import CLIPS
from evals.speech.clips import Clip, load_clips
from evals.speech.wer import errors
from speech.audio.vad import load_detector
from speech.errors import SpeechUnavailable
from speech.listening.language_belief import LanguageBelief
from speech.listening.listener import Job, TrackListener
from speech.listening.live import TranscriberLoad, WhisperTrack, WhisperTranscriber
from speech.listening.offline import transcribe
from speech.listening.reader import BEAM, HURRIED_BEAM, SpeechReader, WindowReading
from speech.listening.transcriber import LiveTrack, TrackStart
from speech.segments import RATE, Behind, Final, Heard, Samples

CLEAR = {clip.path.name: clip for clip in load_clips(CLIPS)}
SPOKEN = [CLEAR[f"{language}-0.ogg"] for language in ("es", "en", "fr")]


@pytest.fixture(scope="module")
def reader() -> SpeechReader:
    return build_reader(Settings(), workers=2)


@pytest_asyncio.fixture
async def transcriber(reader: SpeechReader) -> AsyncIterator[WhisperTranscriber]:
    one = WhisperTranscriber(reader, load_detector(), TranscriberLoad(workers=2))
    yield one
    await one.close()


async def hear(track: LiveTrack, sound: Samples, every: float = 0.02) -> list[Heard]:
    """A fifth of a second ``every`` so many seconds: ten times as fast as it is spoken, if not told otherwise."""

    async def push() -> None:
        for at in range(0, len(sound), RATE // 5):
            track.push(sound[at : at + RATE // 5])
            await asyncio.sleep(every)
        track.finish()

    pushing = asyncio.create_task(push())
    heard = [one async for one in track.heard()]
    await pushing
    return heard


def text(heard: list[Heard]) -> str:
    return " ".join(one.segment.text for one in heard if isinstance(one, Final))


async def test_tracks_are_heard_at_the_same_time_each_in_its_language(transcriber: WhisperTranscriber) -> None:
    tracks = [transcriber.open() for _ in SPOKEN]
    told = await asyncio.gather(*(hear(track, clip.samples()) for track, clip in zip(tracks, SPOKEN, strict=True)))
    for clip, heard in zip(SPOKEN, told, strict=True):
        assert errors(clip.said, text(heard)).rate <= 0.35, text(heard)
        assert {one.segment.language for one in heard if isinstance(one, Final)} == {clip.language}


async def test_a_call_taken_up_again_goes_on_with_its_times_and_numbers(transcriber: WhisperTranscriber) -> None:
    heard = await hear(transcriber.open(TrackStart("es", at=10.0, number=3)), SPOKEN[0].samples())
    finals = [one.segment for one in heard if isinstance(one, Final)]
    assert finals[0].number == 3
    assert finals[0].start >= 10.0
    assert all(word.start <= word.end for segment in finals for word in segment.words)


@pytest.mark.parametrize("kind", ["silence", "noise", "tones", "hum"])
async def test_silence_never_speaks(transcriber: WhisperTranscriber, kind: str) -> None:
    assert await hear(transcriber.open(), quiet(kind, 20)) == []


def quiet(kind: str, seconds: int) -> Samples:
    time = np.arange(seconds * RATE) / RATE
    if kind == "noise":
        return np.random.default_rng(0).normal(0, 0.05, len(time)).astype(np.float32)
    if kind == "tones":  # a telephone's keys, half of the time
        keys = np.sin(2 * np.pi * 770 * time) + np.sin(2 * np.pi * 1336 * time)
        return (0.2 * keys * (time % 0.5 < 0.15)).astype(np.float32)
    if kind == "hum":
        return (0.1 * np.sin(2 * np.pi * 50 * time)).astype(np.float32)
    return np.zeros(len(time), np.float32)


async def test_an_empty_track_ends_and_a_finished_one_takes_no_more(transcriber: WhisperTranscriber) -> None:
    track = transcriber.open()
    track.finish()
    track.finish()
    assert [one async for one in track.heard()] == []
    with pytest.raises(ValueError, match="finished"):
        track.push(np.zeros(10, np.float32))


async def test_a_track_that_falls_behind_tells_it_once_and_that_it_has_caught_up(
    transcriber: WhisperTranscriber, monkeypatch: pytest.MonkeyPatch
) -> None:
    track = transcriber.open()
    assert isinstance(track, WhisperTrack)
    for unread in (1.0, 5.0, 7.0, 3.0, 5.0, 1.0, 3.0, 0.0):
        monkeypatch.setattr(TrackListener, "unread", unread)
        track.tell_behind(4.0)
    track.end()
    assert [one async for one in track.heard()] == [Behind(5.0), Behind(0.0)]


class Failing(SpeechReader):
    """A model that fails."""

    def read_window(self, job: Job, belief: object, other: Samples | None = None) -> WindowReading:
        raise RuntimeError("out of memory")


async def test_a_model_that_fails_is_told_as_such(reader: SpeechReader) -> None:
    transcriber = WhisperTranscriber(Failing(reader.whisper, reader.terms), load_detector(), TranscriberLoad(workers=1))
    with pytest.raises(SpeechUnavailable, match="out of memory"):
        await hear(transcriber.open(TrackStart("es")), SPOKEN[0].samples())
    await transcriber.close()


async def test_each_worker_has_read_before_the_service_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    read, readers = SpeechReader.read_window, list[str]()

    def noted(reader: SpeechReader, job: Job, belief: LanguageBelief, other: Samples | None = None) -> WindowReading:
        readers.append(threading.current_thread().name)
        return read(reader, job, belief, other)

    monkeypatch.setattr(SpeechReader, "read_window", noted)
    transcriber = build_transcriber(Settings(_env_file=None, speech_workers=2))
    await transcriber.close()
    assert len(set(readers)) == len(readers) == 2


def test_a_service_whose_model_fails_at_the_first_reading_starts_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SpeechReader, "read_window", Failing.read_window)
    assert transcriber_or_none(Settings(_env_file=None)) is None


@dataclass(frozen=True, slots=True)
class Noting(SpeechReader):
    """Notes how widely each reading searched, and which partials no pause brought."""

    beams: list[tuple[bool, int]] = field(default_factory=list)
    in_speech: list[Job] = field(default_factory=list)

    def read_window(self, job: Job, belief: LanguageBelief, other: Samples | None = None) -> WindowReading:
        self.beams.append((job.final, self.beam))
        if not (job.final or job.pausing):
            self.in_speech.append(job)
        return SpeechReader(self.whisper, self.terms, self.beam).read_window(job, belief, other)


@pytest.mark.parametrize(("speaking", "beam"), [(1, BEAM), (2, HURRIED_BEAM)])
async def test_only_where_people_wait_are_partials_searched_less_widely(
    reader: SpeechReader, speaking: int, beam: int
) -> None:
    noting = Noting(reader.whisper, reader.terms)
    transcriber = WhisperTranscriber(noting, load_detector(), TranscriberLoad(workers=1))
    await asyncio.gather(*(hear(transcriber.open(TrackStart("es")), SPOKEN[0].samples()) for _ in range(speaking)))
    await transcriber.close()
    assert {searched for final, searched in noting.beams if not final} == {beam}
    assert {searched for final, searched in noting.beams if final} <= {BEAM}


@pytest.mark.parametrize(("speaking", "often"), [(1, True), (2, False)])
async def test_only_where_nobody_waits_are_partials_more_frequent(
    reader: SpeechReader, speaking: int, often: bool
) -> None:
    noting, never = Noting(reader.whisper, reader.terms), 1e9
    transcriber = WhisperTranscriber(noting, load_detector(), TranscriberLoad(workers=1, interval=never, eager=0.3))
    others = [transcriber.open(TrackStart("es")) for _ in range(speaking - 1)]
    for track in others:
        track.push(SPOKEN[0].samples(after=0.0))  # and goes on
    await hear(transcriber.open(TrackStart("es")), SPOKEN[0].samples(), every=0.05)  # or a slow machine has no time
    for track in others:
        track.finish()
    await transcriber.close()
    assert (len(noting.in_speech) > 2) is often


@pytest.mark.parametrize("clip", SPOKEN, ids=lambda clip: clip.language)
def test_a_file_is_read_whole(reader: SpeechReader, clip: Clip) -> None:
    segments = list(transcribe([clip.samples()], reader, load_detector(), TrackStart(clip.language)))
    assert errors(clip.said, " ".join(segment.text for segment in segments)).rate <= 0.2
    assert [segment.number for segment in segments] == list(range(len(segments)))


def test_words_carry_times_in_order_and_confidence(reader: SpeechReader) -> None:
    (segment, *_) = transcribe([SPOKEN[0].samples()], reader, load_detector(), TrackStart("es"))
    times = [(word.start, word.end) for word in segment.words]
    assert times == sorted(times)
    assert all(0 <= word.confidence <= 1 for word in segment.words)
