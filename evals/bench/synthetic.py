"""Any number of passages that look like ours, and vectors for them without a model: the same in every run."""

import random
import zlib
from collections.abc import Sequence

import numpy as np

from evals.bench.understand import mixed_sentences
from knowledge.encoders.encoder import Role, Vectors
from knowledge.index.items import IndexItem
from knowledge.languages import LANGUAGES

WORDS_PER_PASSAGE = 60
_CENTRES, _DIMENSIONS, _SPREAD = 2_000, 384, 0.05


class ClusteredEncoder:
    """Vectors in clusters, as those of real sentences are, made from a text's bytes."""

    identity = "clustered"
    dimensions = _DIMENSIONS

    def __init__(self) -> None:
        self._centres = np.random.default_rng(0).normal(size=(_CENTRES, _DIMENSIONS)).astype(np.float32)
        self._centres /= np.linalg.norm(self._centres, axis=1, keepdims=True)

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length."""
        vectors = np.empty((len(texts), _DIMENSIONS), np.float32)
        for row, text in enumerate(texts):
            chance = np.random.default_rng(zlib.crc32(text.encode()))
            vectors[row] = self._centres[chance.integers(_CENTRES)] + _SPREAD * chance.normal(size=_DIMENSIONS)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return vectors


def passages(size: int, seed: int = 1) -> list[IndexItem]:
    """Random texts of the words that citizens use, in the six languages in turn."""
    words = sorted({word for _, text in mixed_sentences() for word in text.split()})
    chance = random.Random(seed)
    texts = (" ".join(chance.choices(words, k=WORDS_PER_PASSAGE)) for _ in range(size))
    return [
        IndexItem(f"p{seed}.{number}", text, LANGUAGES[number % len(LANGUAGES)]) for number, text in enumerate(texts)
    ]
