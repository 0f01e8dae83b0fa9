"""Reads a window: its language, its words and their times. Runs in a worker's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.languages import LANGUAGES, Language
from speech.agreement import going_round, repeats_prompt
from speech.listening.echo import is_echo
from speech.listening.language_belief import LanguageBelief
from speech.listening.listener import Job
from speech.listening.second_reading import AGREED, DIFFERENT, PROMPT, SpokenFigures, figures_agree
from speech.listening.terms import Terms
from speech.listening.whisper import EncodedSound, TokenTime, Whisper, WhisperReading
from speech.segments import Samples

BEAM, HURRIED_BEAM = 5, 2
_NO_REPEAT = 3
_SURPRISE = 10.0
"""The weight of the likelihood of a piece beside Whisper's own evidence of the language."""

_NOTHING = WhisperReading((), 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class WindowReading:
    """``job``: as it was read, in the language heard. ``sure``: of that language. ``times``: of each piece."""

    job: Job
    reading: WhisperReading
    times: Sequence[TokenTime]
    sure: bool


@dataclass(frozen=True, slots=True)
class SpeechReader:
    """Reads windows; shared by the threads of a process, each reading another track.

    ``terms``: spelt as this service spells them. ``beam``: how widely it searches.
    """

    whisper: Whisper
    terms: Terms
    beam: int = BEAM

    def read_window(self, job: Job, belief: LanguageBelief, other: Samples | None = None) -> WindowReading:
        """Words that stay keep their language; otherwise the window is read in the likeliest.

        ``other``: the sound of the other side of the call meanwhile; its echo is not read.
        """
        if other is not None and not job.window.known and is_echo(job.window.samples, other):
            return WindowReading(job, _NOTHING, (), belief.sure)
        sound = self.whisper.listen(job.window.samples)
        free = belief.locked is None and not job.window.known
        readings = self._rivals(sound, job, belief) if free else {}
        job = _in(belief.best, job) if free else job
        reading = readings.get(job.window.language) or self._own_words(sound, job)
        figures = self._figures(reading, job.window.language)
        second = self._second(sound, job) if job.final and figures.dictated else None
        others = self._figures(second, job.window.language) if second is not None else figures
        if second is not None and not job.window.known and _is_better(second, others, reading, figures):
            reading, second, figures, others = second, reading, others, figures
        times = self.whisper.place(sound, job.window.language, reading.pieces)
        if second is not None:
            told = figures_agree(figures, others)
            times = self._weighed(times, reading, told)
            if any(told):  # if both readings have a figure, somebody speaks
                reading = replace(reading, silence=min(reading.silence, second.silence))
        return WindowReading(job, reading, times, belief.sure)

    def _rivals(self, sound: EncodedSound, job: Job, belief: LanguageBelief) -> dict[Language, WhisperReading]:
        """Readings in each likely language, when it is doubtful: the right one reads with less surprise.

        Whisper base alone takes one Catalan sentence in three for Spanish; so weighed, one in twelve.
        """
        heard = self.whisper.languages(sound)
        belief.hear(heard)
        rivals = belief.rivals
        if len(rivals) < 2:
            return {}
        readings = {one: self._own_words(sound, _in(one, job)) for one in rivals}
        worst = min(reading.likelihood for reading in readings.values())
        belief.hear(
            {
                one: heard[one] + _SURPRISE * (readings[one].likelihood if one in readings else worst)
                for one in LANGUAGES
            }
        )
        return readings

    def _second(self, sound: EncodedSound, job: Job) -> WhisperReading:
        """The same sound read after the prompt of a dictation."""
        window = replace(job.window, known=(), before=self.whisper.tokens.pieces(PROMPT))
        return self._words(sound, replace(job, window=window))

    def _figures(self, reading: WhisperReading, language: Language) -> SpokenFigures:
        return SpokenFigures(tuple(self.whisper.tokens.words(reading.pieces)), language)

    def _weighed(
        self, times: Sequence[TokenTime], reading: WhisperReading, told: Sequence[bool | None]
    ) -> list[TokenTime]:
        """``times`` with the confidence that two readings give to figures."""
        split = self.whisper.tokens.split(reading.pieces)
        by_piece = [one for word, one in zip(split, told, strict=True) for _ in word]
        return [replace(time, probability=_confidence(time, one)) for time, one in zip(times, by_piece, strict=True)]

    def _own_words(self, sound: EncodedSound, job: Job) -> WhisperReading:
        """Read without the prompt when the reading merely repeats the prompt."""
        reading, window, words = self._words(sound, job), job.window, self.whisper.tokens.words
        if window.before and repeats_prompt(words(reading.pieces), words(window.before)):
            return self._words(sound, replace(job, window=replace(window, before=())))
        return reading

    def _words(self, sound: EncodedSound, job: Job) -> WhisperReading:
        reading = self.whisper.decode_window(sound, job.window, beam=self.beam)
        if job.final and self._goes_round(reading):
            return self.whisper.decode_window(sound, job.window, beam=self.beam, no_repeat=_NO_REPEAT)
        return reading

    def _goes_round(self, reading: WhisperReading) -> bool:
        return going_round(self.whisper.tokens.words(reading.pieces))


def _is_better(other: WhisperReading, others: SpokenFigures, reading: WhisperReading, figures: SpokenFigures) -> bool:
    if reading.nobody and other.somebody:  # the first reading broke off at once, as if it were noise
        return True
    return others.are_identity and not figures.are_identity


def _in(language: Language, job: Job) -> Job:
    return replace(job, window=replace(job.window, language=language))


def _confidence(time: TokenTime, believed: bool | None) -> float:
    if believed is None:
        return time.probability
    return max(time.probability, AGREED) if believed else min(time.probability, DIFFERENT)
