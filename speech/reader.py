"""A job read: in which language, which words, when each was said. Runs in a worker's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from speech.agreement import going_round
from speech.language_belief import LanguageBelief
from speech.listener import Job
from speech.whisper import Reading, Sound, Timed, Whisper

_PARTIAL_BEAM, _FINAL_BEAM = 2, 5
_NO_REPEAT = 3


@dataclass(frozen=True, slots=True)
class Read:
    """``job``: as it was read, in the language heard. ``sure``: of that language. ``times``: of each piece."""

    job: Job
    reading: Reading
    times: Sequence[Timed]
    sure: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """One of a process; several threads may read at once, each for another track."""

    whisper: Whisper

    def read(self, job: Job, belief: LanguageBelief) -> Read:
        """Words that stay keep their language; otherwise the window is read in the likeliest."""
        sound = self.whisper.listen(job.window.samples)
        if belief.locked is None and not job.window.known:
            belief.hear(self.whisper.languages(sound))
            job = replace(job, window=replace(job.window, language=belief.best))
        reading = self._words(sound, job)
        times = self.whisper.place(sound, job.window.language, reading.pieces)
        return Read(job, reading, times, belief.sure)

    def _words(self, sound: Sound, job: Job) -> Reading:
        reading = self.whisper.read(sound, job.window, beam=_FINAL_BEAM if job.final else _PARTIAL_BEAM)
        if job.final and self._goes_round(reading):
            return self.whisper.read(sound, job.window, beam=_FINAL_BEAM, no_repeat=_NO_REPEAT)
        return reading

    def _goes_round(self, reading: Reading) -> bool:
        tokens = self.whisper.tokens
        return going_round([tokens.text(word) for word in tokens.split(reading.pieces)])
