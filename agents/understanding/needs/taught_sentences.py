"""The sentences a need was taught with, kept so that a doubtful reading can be explained by them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors


@dataclass(frozen=True, slots=True)
class TaughtSentences:
    """``vectors`` (sentences, dimensions) of unit length, half precision; ``labels`` and ``texts`` of each."""

    vectors: NDArray[np.float16]
    labels: NDArray[np.intp]
    texts: tuple[str, ...]

    @classmethod
    def from_rows(cls, vectors: Floats, labels: Sequence[int], texts: Sequence[str]) -> "TaughtSentences":
        """All three in the same order."""
        return cls(np.ascontiguousarray(vectors, np.float16), np.asarray(labels, np.intp), tuple(texts))

    def nearest_sentence(self, vector: Vectors, label: int) -> str | None:
        """The nearest sentence of that label; None when it has none."""
        rows = np.flatnonzero(self.labels == label)
        if not len(rows):
            return None
        nearest = int(rows[int(np.argmax(self.vectors[rows].astype(np.float32) @ vector))])
        return self.texts[nearest]
