"""A transcriber that hears a script, for tests of everything around it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.languages import Language
from speech.listening.transcriber import BEGINNING, LiveTrack, TrackStart
from speech.segments import RATE, Final, Heard, Partial, Samples, Segment, Word


@dataclass(slots=True)
class ScriptedTrack:
    """Each ``pace`` seconds of sound it hears the next words, one second after the other; silence counts as sound."""

    start: TrackStart
    script: Sequence[str]
    language: Language
    pace: float
    _queue: asyncio.Queue[Heard | None] = field(default_factory=asyncio.Queue)
    _samples: int = 0
    _said: int = 0
    _finished: bool = False

    def push(self, samples: Samples) -> None:
        """See the port."""
        if self._finished:
            raise ValueError("the track is finished")
        self._samples += len(samples)
        while self._said < len(self.script) and self._samples / RATE >= (self._said + 1) * self.pace:
            self._say()

    def expect(self, language: Language) -> None:
        """See the port."""
        self.start = replace(self.start, expected=(language,))

    def finish(self) -> None:
        """See the port."""
        if not self._finished:
            self._finished = True
            self._queue.put_nowait(None)

    def drop(self) -> None:
        """See the port."""
        self.finish()

    async def heard(self) -> AsyncIterator[Heard]:
        """See the port."""
        while (heard := await self._queue.get()) is not None:
            yield heard

    def _say(self) -> None:
        begin = self.start.at + self._said * self.pace
        text = self.script[self._said].split()
        step = self.pace / max(1, len(text))
        words = tuple(Word(word, begin + n * step, begin + (n + 1) * step, 0.9) for n, word in enumerate(text))
        number, end = self.start.number + self._said, begin + self.pace
        self._queue.put_nowait(Partial(number, self.language, words[:-1], words[-1].text, end))
        self._queue.put_nowait(Final(Segment(number, self.language, words), end))
        self._said += 1


@dataclass(frozen=True, slots=True)
class ScriptedTranscriber:
    """Every track hears ``script``, from its segment ``start.number`` on."""

    script: Sequence[str]
    language: Language = "es"
    pace: float = 1.0

    def open(self, start: TrackStart = BEGINNING) -> LiveTrack:
        """See the port."""
        return ScriptedTrack(start, self.script[start.number :], self.language, self.pace)

    async def close(self) -> None:
        """Nothing to free."""
