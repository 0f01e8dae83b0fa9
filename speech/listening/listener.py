"""Listens to one track: finds the next window to read and the words that stay. No threads, clock or model.

An utterance is read again and again while it grows. The words that two readings in a row begin with stay
(LocalAgreement-2): the next reading begins with them, so nothing that was shown as stable is ever rewritten. A window
that grows long is cut after a word that stays, and what was before it becomes a segment; one that cannot grow is cut
after a word that is not at its end.
"""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from knowledge.languages import Language
from knowledge.words.sentences import ends_sentence
from speech.agreement import agreed, before_going_round, going_round, in_time, once
from speech.audio.sound_buffer import SoundBuffer
from speech.listening.endpoints import FRAME_S, Endpointer, Hearing
from speech.listening.second_reading import SpokenFigures
from speech.listening.terms import Terms
from speech.listening.tokens import WhisperTokens
from speech.listening.whisper import TokenTime, WhisperReading, Window
from speech.segments import Final, Heard, Partial, Samples, Segment, Word

_MARK = re.compile(r"\W+")
_SOUND = re.compile(r"\w|\ufffd")
"""A letter or figure, or a part of one."""

Due = Literal["partial", "final"]
"""The kind of reading: of an utterance that goes on, or of one that is over."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Times, in seconds of sound.

    ``first``: before an utterance is first read. ``longest``: of a window before it is cut after a word that stays;
    ``hard``: that no window exceeds. ``after``: kept after the last word of an utterance. ``edge``: words that end
    so near the end may change. ``patience``: after which a word stays as it was read last though readings differ.
    ``doubts``: after which words stay though the language is doubtful. ``least``: speech under which an utterance is a
    noise.
    """

    first: float = 0.7
    longest: float = 7.0
    hard: float = 18.0
    after: float = 0.3
    edge: float = 1.0
    patience: float = 2.2
    doubts: float = 3.0
    least: float = 0.13


@dataclass(frozen=True, slots=True)
class Job:
    """A window to be read. ``start`` and ``heard``: seconds of the track from which and up to which it goes.

    ``final``: it will not be read again. ``voiced``: seconds of speech in it.
    """

    window: Window
    start: float
    heard: float
    final: bool
    pausing: bool
    voiced: float


@dataclass(slots=True)
class _Utterance:
    """``stable``: the pieces of each of the ``words`` that stay; ``last``: words of the last reading after them.

    ``read_to``: seconds of the track up to which it was read; ``covered``: without going round in circles.
    """

    start: float
    read_to: float = 0.0
    covered: float = 0.0
    stable: tuple[tuple[int, ...], ...] = ()
    words: tuple[Word, ...] = ()
    last: tuple[str, ...] = ()
    shown: bool = False
    _figures: SpokenFigures | None = None

    def figures(self, language: Language) -> SpokenFigures:
        """The figures in all its words, those that may change too; found once until words come or change."""
        said = (*(word.text for word in self.words), *self.last)
        if self._figures is None or (self._figures.words, self._figures.language) != (said, language):
            self._figures = SpokenFigures(said, language)
        return self._figures


@dataclass(slots=True)
class TrackListener:
    """State of one track from ``at`` on. Jobs are taken one at a time: ``job``, then ``apply`` with its reading."""

    tokens: WhisperTokens
    terms: Terms
    language: Language
    at: float = 0.0
    number: int = 0
    hearing: Hearing = field(default_factory=Hearing)
    pace: Pace = field(default_factory=Pace)
    _ends: Endpointer = field(init=False)
    _sound: SoundBuffer = field(init=False)
    _frames: deque[float] = field(default_factory=deque)
    _open: _Utterance | None = None
    _before: tuple[int, ...] = ()
    _finished: bool = False

    def __post_init__(self) -> None:
        self._ends = Endpointer(self.hearing, now=self.at, spoke=self.at)
        self._sound = SoundBuffer(self.at)

    def push(self, samples: Samples, probabilities: Sequence[float]) -> None:
        """The next sound, and the probability of speech in each frame that it made whole."""
        self._sound.push(samples)
        self._frames.extend(probabilities)
        self._advance()

    def finish(self) -> None:
        """Note the end of the sound."""
        self._finished = True

    @property
    def done(self) -> bool:
        """Whether all was read and nothing more comes."""
        return self._finished and not self._frames and self._open is None

    @property
    def speaking(self) -> bool:
        """Whether an utterance is not written yet."""
        return self._open is not None

    @property
    def unread(self) -> float:
        """Seconds of sound of the utterance that no reading has covered."""
        if self._open is None:
            return 0.0
        return self._ends.now + len(self._frames) * FRAME_S - max(self._open.read_to, self._open.start)

    def settle(self) -> list[Heard]:
        """The segment of an utterance that ended after a reading of all of it whose every word stays."""
        utterance = self._open
        if utterance is None or not utterance.words or utterance.last or not self._over():
            return []
        ends = self._ends
        if utterance.covered < ends.spoke + self.hearing.pause:
            return []
        if utterance.figures(self.language).dictated:
            return []  # a last reading tells whether its figures can be believed
        ends.close()
        final = self._final(utterance.words, ends.now)
        self._close(_flat(utterance.stable), min(ends.now, ends.spoke + self.pace.after))
        return [final]

    def due(self, interval: float) -> Due | None:
        """Whether a window is due; ``interval``: seconds of new sound that are worth another reading."""
        if self._open is None:
            return None
        if self._must_end():
            return "final"
        new = self._ends.now - max(self._open.read_to, self._open.start + self.pace.first - interval)
        unread = self._open.read_to < self._ends.spoke + self.hearing.pause
        paused = self._ends.pausing and unread and new > self.hearing.pause
        return "partial" if new >= interval or paused else None

    def job(self) -> Job:
        """The window that is due."""
        return self._last_job() if self._must_end() else self._job(self._ends.now, final=False)

    def apply(self, job: Job, reading: WhisperReading, times: Sequence[TokenTime], *, sure: bool = True) -> list[Heard]:
        """Take the reading of ``job``; ``times``: of each of its pieces; ``sure``: of its language."""
        assert self._open is not None
        self._open.read_to = job.heard
        self.language = job.window.language
        pieces = self._split(reading.pieces)
        words = self._words(pieces, times, job.start)
        texts = [word.text for word in words]
        known = len(self._open.words)
        if not going_round(texts):
            self._open.covered = job.heard
            words = words[: max(known, min(once(words), in_time(words)))]
        elif job.final:
            words = words[: max(known, before_going_round(texts))]
        else:
            return []
        self._open.words = _as_sure_as(words, self._open.words)
        if job.final:
            return self._finals(job, reading, pieces, words)
        may_stay = sure or job.heard - job.start >= self.pace.doubts
        return self._partials(job, pieces, words, may_stay=may_stay)

    def _split(self, pieces: Sequence[int]) -> list[tuple[int, ...]]:
        """The words that stay and those after them. What follows without a space, as in "612.34", is said too; marks
        alone belong to the word before.
        """
        assert self._open is not None
        stay = list(self._open.stable)
        after = self.tokens.split(pieces[len(_flat(stay)) :])
        if stay and after and not _SOUND.search(self.tokens.text(after[0])):
            stay[-1] += after.pop(0)
        return [*stay, *after]

    def _words(self, pieces: Sequence[tuple[int, ...]], times: Sequence[TokenTime], start: float) -> list[Word]:
        texts = self.terms.spelt([self.tokens.text(word) for word in pieces])
        words, at = [], 0
        for text, word in zip(texts, pieces, strict=True):
            own = times[at : at + len(word)]
            at += len(word)
            least = min(_of_sounds(word, own, self.tokens))
            words.append(Word(text, start + own[0].start, start + own[-1].end, least))
        return words

    def _advance(self) -> None:
        """Follow the frames; those after the end of an utterance wait until it has been read."""
        while self._frames and not self._must_end():
            self._ends.push(self._frames.popleft())
            if self._open is None and self._ends.began is not None:
                self._open = _Utterance(max(self._sound.start, self._ends.began - self.hearing.lead))
        if self._open is None:
            self._sound.drop(self._ends.now - 2 * self.hearing.lead)

    def _must_end(self) -> bool:
        return self._open is not None and (self._over() or self._ends.now - self._open.start >= self.pace.hard)

    def _over(self) -> bool:
        finished = self._finished and not self._frames
        if finished or self._ends.began is None or self._ends.ended(number=True):
            return True
        return self._ends.ended(number=False) and not self._in_number()

    def _last_job(self) -> Job:
        over, ends = self._over(), self._ends
        job = self._job(min(ends.now, ends.spoke + self.pace.after) if over else ends.now, final=True)
        if over:
            ends.close()
        return job

    def _job(self, heard: float, *, final: bool) -> Job:
        assert self._open is not None
        samples = self._sound.between(self._open.start, heard)
        window = Window(samples, self.language, _flat(self._open.stable), self._before)
        return Job(window, self._open.start, heard, final, self._ends.pausing, self._ends.voiced)

    def _in_number(self) -> bool:
        assert self._open is not None
        if self._open.read_to < self._ends.spoke:  # the last words may be a number: no reading has shown it yet
            return True
        return self._open.figures(self.language).end_in_number

    def _partials(self, job: Job, pieces: list[tuple[int, ...]], words: list[Word], *, may_stay: bool) -> list[Heard]:
        utterance = self._open
        assert utterance is not None
        known = len(utterance.words)
        now = tuple(word.text for word in words[known:])
        same = agreed(utterance.last, now) if may_stay else 0
        if not job.pausing:
            same = min(same, len(now) - 1)
            while same > 0 and words[known + same - 1].end > job.heard - self.pace.edge:
                same -= 1
        if may_stay:  # readings may go on differing: a person who reads along must not wait for them
            same = max(same, sum(word.end <= job.heard - self.pace.patience for word in words[known:]))
        if same > 0:
            stay = known + same
            kept = pieces[:stay]
            if not job.pausing:
                kept[-1], words[stay - 1] = self._without_mark(kept[-1], words[stay - 1])
            utterance.stable, utterance.words = tuple(kept), (*utterance.words, *words[known:stay])
        utterance.last, utterance.shown = tuple(word.text for word in words[len(utterance.words) :]), True
        is_long = job.heard - utterance.start >= self.pace.longest and not utterance.figures(self.language).dictated
        return [*(self._cut(job) if is_long else ()), self._partial(job)]

    def _partial(self, job: Job) -> Partial:
        assert self._open is not None
        return Partial(self.number, self.language, self._open.words, " ".join(self._open.last), job.heard)

    def _without_mark(self, pieces: tuple[int, ...], word: Word) -> tuple[tuple[int, ...], Word]:
        """A mark after the last word that stays may still change: it is left to the next reading."""
        while len(pieces) > 1 and _MARK.fullmatch(self.tokens.text(pieces[-1:]) or " "):
            pieces = pieces[:-1]
        return pieces, replace(word, text=re.sub(r"\W+$", "", word.text) or word.text)

    def _cut(self, job: Job) -> list[Heard]:
        """A segment of the words up to the best place to cut; none where no word stays."""
        utterance = self._open
        assert utterance is not None
        place = _best_cut(utterance.words)
        if place == 0:
            return []
        words, rest = utterance.words[:place], utterance.words[place:]
        utterance.stable, self._before = utterance.stable[place:], _flat(utterance.stable[:place])
        utterance.start = (words[-1].end + rest[0].start) / 2 if rest else words[-1].end
        utterance.words = rest
        self._sound.drop(utterance.start)
        return [self._final(words, job.heard)]

    def _finals(
        self, job: Job, reading: WhisperReading, pieces: list[tuple[int, ...]], words: list[Word]
    ) -> list[Heard]:
        utterance = self._open
        assert utterance is not None
        known = len(utterance.words)
        said = (*utterance.words, *words[known:])
        if not known and (job.voiced < self.pace.least or reading.nobody):
            said = ()
        if self._goes_on_at_end(job, said) and (cut := self._cut_before_end(job, pieces, words)):
            return cut
        heard: list[Heard] = []
        if said:
            heard = [self._final(said, job.heard)]
        elif utterance.shown:
            heard = [Partial(self.number, self.language, (), "", job.heard)]
        self._close(_flat(pieces[: len(said)]), job.heard)
        return heard

    def _goes_on_at_end(self, job: Job, said: Sequence[Word]) -> bool:
        """Whether the window ended because it was long, perhaps in the middle of a word."""
        assert self._open is not None
        read = self._ends.began is not None and self._open.covered == job.heard
        return read and bool(said) and said[-1].end > job.heard - self.pace.edge

    def _cut_before_end(self, job: Job, pieces: list[tuple[int, ...]], words: list[Word]) -> list[Heard]:
        """A segment of what is not at the end, which is read again with what follows; none where no place is good."""
        utterance = self._open
        assert utterance is not None
        known = len(utterance.words)
        stay = max(known, sum(word.end <= job.heard - self.pace.edge for word in words))
        kept = (*utterance.words, *words[known:stay])
        if not _best_cut(kept):
            return []
        utterance.stable, utterance.words = tuple(pieces[:stay]), kept
        utterance.last = tuple(word.text for word in words[stay:])
        heard = [*self._cut(job), self._partial(job)]
        self._advance()
        return heard

    def _close(self, pieces: tuple[int, ...], heard: float) -> None:
        self._before = pieces
        self._sound.drop(heard)
        self._ends.cut()
        self._open = None if self._ends.began is None else _Utterance(heard)
        self._advance()

    def _final(self, words: tuple[Word, ...], heard: float) -> Final:
        segment = Segment(self.number, self.language, words)
        self.number += 1
        return Final(segment, heard)


def _as_sure_as(now: Sequence[Word], stay: Sequence[Word]) -> tuple[Word, ...]:
    """Words that stay, with the confidence they have ``now`` that more was heard: figures are believed at the end."""
    return tuple(replace(word, confidence=one.confidence) for word, one in zip(stay, now, strict=False))


def _flat(words: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(piece for word in words for piece in word)


def _of_sounds(word: Sequence[int], times: Sequence[TokenTime], tokens: WhisperTokens) -> list[float]:
    """The probabilities of the pieces of a word but for its marks: "8," is as sure as its figure."""
    probabilities = [time.probability for time in times]
    sounds = [one for piece, one in zip(word, probabilities, strict=True) if _SOUND.search(tokens.text([piece]))]
    return sounds or probabilities


def _best_cut(words: Sequence[Word]) -> int:
    """How many words go: up to the last end of a sentence of the later half, else to its longest gap."""
    places = range(max(1, len(words) // 2), len(words))
    ends = [place for place in places if ends_sentence(words[place - 1].text)]
    if ends:
        return ends[-1]
    return max(places, key=lambda place: words[place].start - words[place - 1].end, default=0)
