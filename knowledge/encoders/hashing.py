"""A deterministic encoder that needs no model: hashed character n-grams. For tests and dry runs."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.encoders.encoder import Role, Vectors
from knowledge.words.stemming import folded, words

_SIZES = (3, 4, 5)
_WORDS = 65_536
"""Words whose vectors are remembered: most of a text is words that were seen before."""


class HashingEncoder:
    """Texts that share letters in order get near vectors; accents and case do not count. Role is ignored."""

    def __init__(self, dimensions: int = 256) -> None:
        self._dimensions = dimensions

        @lru_cache(maxsize=_WORDS)
        def word_vector(word: str) -> NDArray[np.int16]:
            vector = np.zeros(dimensions, np.int16)
            for hashed in map(crc32, _grams(word)):
                vector[hashed % dimensions] += 1 if hashed & 0x8000_0000 else -1
            return vector

        self._word_vector = word_vector

    @property
    def identity(self) -> str:
        """Name and size."""
        return f"hashing/{self._dimensions}"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length."""
        vectors = np.zeros((len(texts), self._dimensions), np.float32)
        for row, text in enumerate(texts):
            if found := [self._word_vector(folded(word)) for word in words(text)]:
                vectors[row] = np.sum(found, axis=0, dtype=np.int32)
        # a text without letters still needs a direction
        vectors[~vectors.any(axis=1), 0] = 1.0
        unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit


def _grams(word: str) -> Iterator[bytes]:
    padded = f" {word} "
    for size in _SIZES:
        yield from (padded[start : start + size].encode() for start in range(max(1, len(padded) - size + 1)))
