"""Sound in which each level of loudness is a word, and a model that hears it so: a word that was cut is heard twice."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from knowledge.languages import Language
from speech.listening.reader import SpeechReader
from speech.listening.terms import Terms
from speech.listening.tokens import WhisperTokens
from speech.listening.whisper import TokenTime, Whisper, WhisperReading, Window
from speech.segments import RATE, Samples
from tests.speech.vocabulary import pieces_of, vocabulary

_FIRST, _LAST = ("pa", "me", "si", "to", "lu", "fa", "ne", "ri"), ("ca", "de", "lo", "mi")
WORDS = [first + last for first in _FIRST for last in _LAST]
WORDS += [word + "s" for word in WORDS]
"""The level of each is its place from 1 on, in hundredths of full scale."""


def spoken(text: str, *, each: float = 0.5, silence: float = 0.0) -> Samples:
    """Words of ``each`` so many seconds, and the silence after them."""
    levels = [(WORDS.index(word) + 1) / 100 for word in text.split()]
    return np.concatenate(
        [np.repeat(np.float32(levels), round(each * RATE)), np.zeros(round(silence * RATE), np.float32)]
    )


@dataclass
class LevelModel:
    """Whisper and Silero in one. ``windows``: what it has read, in order."""

    tokens: WhisperTokens = field(default_factory=lambda: vocabulary(WORDS))
    windows: list[str] = field(default_factory=list)
    interrupt_at: int | None = None
    """The reading at which somebody presses Ctrl+C."""

    @property
    def reader(self) -> SpeechReader:
        """Reads with it."""
        return SpeechReader(cast(Whisper, self), Terms({}))

    @property
    def detector(self) -> onnxruntime.InferenceSession:
        """Whatever is no silence is speech."""
        return cast(onnxruntime.InferenceSession, self)

    def run(self, outputs: None, given: dict[str, NDArray[np.float32]]) -> list[Any]:
        """Silero."""
        return [np.where(given["input"].max(axis=1) > 0.005, 0.9, 0.1), given["h"], given["c"]]

    def listen(self, samples: Samples) -> Samples:
        """Nothing is to be encoded."""
        if len(self.windows) == self.interrupt_at:
            raise KeyboardInterrupt
        self.windows.append(" ".join(word for word, _ in _heard(samples)))
        return samples

    def decode_window(self, sound: Samples, window: Window, **beams: int) -> WhisperReading:
        """The words that are known, and those after them."""
        pieces = pieces_of(self.tokens, " ".join(word for word, _ in _heard(sound)))
        return WhisperReading((*window.known, *pieces[len(window.known) :]), -0.2, 0.01)

    def place(self, sound: Samples, language: Language, pieces: tuple[int, ...]) -> list[TokenTime]:
        """Where each is."""
        return [time for _, time in _heard(sound)][: len(pieces)]

    def languages(self, sound: Samples) -> dict[Language, float]:
        """Spanish."""
        return {"es": 0.0, "ca": -9.0, "gl": -9.0, "eu": -9.0, "en": -9.0, "fr": -9.0}


def _heard(samples: Samples) -> list[tuple[str, TokenTime]]:
    words, at = list[tuple[str, TokenTime]](), 0.0
    for level, same in groupby(np.rint(samples * 100).astype(int).tolist()):
        length = len(list(same)) / RATE
        if level > 0:
            words.append((WORDS[level - 1], TokenTime(at, at + length, 0.9)))
        at += length
    return words
