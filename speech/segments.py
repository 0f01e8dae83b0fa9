"""The words of one track: segments that never change, and partials that still may."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.languages import Language

RATE = 16_000
"""Samples a second, everywhere inside ``speech``."""

SUSPECT = 0.4
"""Words less sure than this are marked as doubtful."""

Samples = NDArray[np.float32]
"""Mono at ``RATE``, in [-1, 1], shape (samples,)."""


@dataclass(frozen=True, slots=True)
class Word:
    """``start`` and ``end``: seconds of the track. ``confidence``: probability in [0, 1] of its least sure piece."""

    text: str
    start: float
    end: float
    confidence: float

    @property
    def suspect(self) -> bool:
        """Whether it is shown as doubtful."""
        return self.confidence < SUSPECT


@dataclass(frozen=True, slots=True)
class Segment:
    """An utterance, or a part of a long one. ``number`` counts the segments of its track from 0; it never changes."""

    number: int
    language: Language
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, spaced."""
        return " ".join(word.text for word in self.words)

    @property
    def start(self) -> float:
        """Seconds of the track."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """Seconds of the track."""
        return self.words[-1].end

    @property
    def confidence(self) -> float:
        """The mean confidence of its words."""
        return sum(word.confidence for word in self.words) / len(self.words)


@dataclass(frozen=True, slots=True)
class Partial:
    """The utterance being spoken. ``stable`` words stay; ``tentative`` is replaced by the next partial.

    ``number``: that of the segment it will become. ``heard``: seconds of the track it was made from.
    """

    number: int
    language: Language
    stable: tuple[Word, ...]
    tentative: str
    heard: float


@dataclass(frozen=True, slots=True)
class Final:
    """A finished segment. Its words begin with the stable ones of its last partial. ``heard``: as in Partial."""

    segment: Segment
    heard: float


@dataclass(frozen=True, slots=True)
class Behind:
    """The machine falls behind: words come ``seconds`` late; 0: it has caught up."""

    seconds: float


Heard = Partial | Final | Behind
