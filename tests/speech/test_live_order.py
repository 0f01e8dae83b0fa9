"""Which track is read next, and that what leaks from one into the other is not, over a model that hears levels."""

import asyncio
from dataclasses import dataclass, field
from threading import Event

import numpy as np
import pytest

from speech.listening.language_belief import LanguageBelief
from speech.listening.listener import Job
from speech.listening.live import TranscriberLoad, WhisperTranscriber
from speech.listening.reader import SpeechReader, WindowReading
from speech.listening.transcriber import LiveTrack, TrackStart
from speech.segments import RATE, Final, Samples
from tests.speech.levels import LevelModel, spoken

STEP = RATE // 10


@dataclass(frozen=True, slots=True)
class Waiting(SpeechReader):
    """Reads nothing before ``go_on``."""

    go_on: Event = field(default_factory=Event)

    def read_window(self, job: Job, belief: LanguageBelief, other: Samples | None = None) -> WindowReading:
        assert self.go_on.wait(10)
        return SpeechReader(self.whisper, self.terms, self.beam).read_window(job, belief, other)


async def written(*tracks: LiveTrack) -> list[str]:
    """What is said on each in the end."""
    said = []
    for track in tracks:
        track.finish()
    for track in tracks:
        finals = [one async for one in track.heard() if isinstance(one, Final)]
        said.append(" ".join(one.segment.text for one in finals))
    return said


async def test_what_is_over_is_read_first_and_then_whoever_waited_longest() -> None:
    model = LevelModel()
    waiting = Waiting(model.reader.whisper, model.reader.terms)
    transcriber = WhisperTranscriber(waiting, model.detector, TranscriberLoad(workers=1))
    busy, short, over, long = (transcriber.open(TrackStart("es")) for _ in range(4))
    busy.push(spoken("paca", each=1))
    short.push(spoken("meca", each=2))
    over.push(spoken("toca", each=1, silence=1.5))
    long.push(spoken("sica", each=4))
    waiting.go_on.set()
    async with asyncio.timeout(10):
        while len(model.windows) < 4:
            await asyncio.sleep(0.01)
    assert model.windows[:4] == ["paca", "toca", "sica", "meca"]
    assert await written(busy, short, over, long) == ["paca", "meca", "toca", "sica"]
    await transcriber.close()


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("leaks_into_second", [True, False])
async def test_what_leaks_from_either_side_into_the_other_is_written_once(told: bool, leaks_into_second: bool) -> None:
    model = LevelModel()
    transcriber = WhisperTranscriber(model.reader, model.detector, TranscriberLoad(workers=2))
    first = transcriber.open(TrackStart("es"))
    second = transcriber.open(TrackStart("es", echo_of=first if told else None))
    said = np.concatenate([np.zeros(RATE, np.float32), spoken("pade pami melo", silence=1.5)])  # levels 2, 4, 7
    leaked = np.concatenate([np.zeros(3 * STEP, np.float32), said])[: len(said)] / 2
    sides = (said, leaked) if leaks_into_second else (leaked, said)
    for at in range(0, len(said), STEP):
        for track, sound in zip((first, second), sides, strict=True):
            track.push(sound[at : at + STEP])
        await asyncio.sleep(0)
    texts = await written(first, second)
    assert "pade pami melo" in texts
    assert ("" in texts) is told, texts
    await transcriber.close()


async def test_what_leaks_is_known_also_when_the_side_that_said_it_has_ended() -> None:
    model = LevelModel()
    transcriber = WhisperTranscriber(model.reader, model.detector, TranscriberLoad(workers=1))
    first = transcriber.open(TrackStart("es"))
    second = transcriber.open(TrackStart("es", echo_of=first))
    said = np.concatenate([np.zeros(RATE, np.float32), spoken("pade pami melo", silence=1.5)])
    first.push(said)
    assert await written(first) == ["pade pami melo"]
    second.push(said / 2)
    assert await written(second) == [""]
    await transcriber.close()
