"""Vectors that compare meaning across languages: the mean vector of each language is subtracted."""

import threading
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.languages import Language


class CrossLanguageEncoder:
    """An encoder whose vectors are centred on the mean of their language, learnt from ``load_samples`` on first use.

    A sentence encoder puts two questions in Basque nearer than the same question in Basque and French. Without the part
    that is the language, the same question comes first. Thread-safe.
    """

    def __init__(self, encoder: Encoder, load_samples: Callable[[], Mapping[Language, Sequence[str]]]) -> None:
        self._encoder, self._load_samples = encoder, load_samples
        self._means: Mapping[Language, NDArray[np.float32]] | None = None
        self._learning = threading.Lock()

    def encode(self, texts: Sequence[tuple[str, Language]]) -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length."""
        if not texts:
            return np.zeros((0, self._encoder.dimensions), np.float32)
        means = self._language_means()
        vectors = self._encoder.encode([text for text, _ in texts])
        centred = vectors - np.array([means[language] for _, language in texts], np.float32)
        unit: Vectors = (centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        return unit

    def _language_means(self) -> Mapping[Language, NDArray[np.float32]]:
        with self._learning:
            if self._means is None:
                samples = self._load_samples()
                encoded = {language: self._encoder.encode(sentences) for language, sentences in samples.items()}
                self._means = {language: vectors.mean(axis=0) for language, vectors in encoded.items()}
        return self._means
