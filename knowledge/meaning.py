"""Vectors that compare meaning across languages: what every sentence of a language has in common is taken away."""

import threading
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.content.utterances import Utterances
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.languages import LANGUAGES, Language

_SAMPLED = 64
"""Needs whose plainest question stands for its language."""


class Meaning:
    """An encoder whose vectors are taken from the middle of their language, learnt from ``samples`` when first used.

    A sentence encoder puts two questions in Basque nearer than the same question in Basque and French; without the part
    that is the language, the same question comes first. Thread-safe.
    """

    def __init__(self, encoder: Encoder, samples: Mapping[Language, Sequence[str]]) -> None:
        self._encoder, self._samples = encoder, samples
        self._middles: Mapping[Language, NDArray[np.float32]] | None = None
        self._learning = threading.Lock()

    def encode(self, texts: Sequence[tuple[str, Language]]) -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length."""
        if not texts:
            return np.zeros((0, self._encoder.dimensions), np.float32)
        middles = self._learnt()
        vectors = self._encoder.encode([text for text, _ in texts])
        away = vectors - np.array([middles[language] for _, language in texts], np.float32)
        unit: Vectors = (away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        return unit

    def _learnt(self) -> Mapping[Language, NDArray[np.float32]]:
        with self._learning:
            if self._middles is None:
                encoded = {language: self._encoder.encode(said) for language, said in self._samples.items()}
                self._middles = {language: vectors.mean(axis=0) for language, vectors in encoded.items()}
        return self._middles


def plain_samples(utterances: Utterances) -> dict[Language, list[str]]:
    """The first plain question of some needs, the same needs in each language."""
    first = [one for one in utterances if one.style == "plain" and one.number == 0]
    return {language: [one.text for one in first if one.language == language][:_SAMPLED] for language in LANGUAGES}
