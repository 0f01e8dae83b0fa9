"""A deterministic encoder that needs no model: hashed character n-grams. For tests and dry runs."""

import unicodedata
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from knowledge.encoder import Role, Vectors

_SIZES = (3, 4, 5)


class HashingEncoder:
    """Texts that share letters in order get near vectors; accents and case do not count. Role is ignored."""

    def __init__(self, dimensions: int = 256) -> None:
        self._dimensions = dimensions

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
            for gram in _grams(text):
                hashed = crc32(gram.encode())
                vectors[row, hashed % self._dimensions] += 1.0 if hashed & 0x8000_0000 else -1.0
        # a text without letters still needs a direction
        vectors[~vectors.any(axis=1), 0] = 1.0
        unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit


def _grams(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    for word in letters.split():
        padded = f" {word} "
        for size in _SIZES:
            yield from (padded[start : start + size] for start in range(max(1, len(padded) - size + 1)))
