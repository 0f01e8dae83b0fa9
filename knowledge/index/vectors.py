"""The vectors of texts and of their sentences, kept so that nothing is encoded twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.disk import mapped
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.index.item_digests import DigestedItem, digest_rows, row_digests
from knowledge.index.nearest import Positions

Halves = NDArray[np.float16]

_ARRAYS = ("contents", "vectors", "parts", "starts")
FILES = tuple(f"{name}.npy" for name in _ARRAYS)
"""Files that ``save`` writes. Segments of every version share them, so their shape must not change."""


@dataclass(frozen=True, slots=True)
class EncodedTexts:
    """``parts[starts[row]:starts[row + 1]]`` are the sentences of a row, for those that have them."""

    contents: NDArray[np.uint8]
    """Shape (rows, 16): digests of what was encoded."""
    vectors: Halves
    """Shape (rows, dimensions), of unit length."""
    parts: Halves
    """Shape (sentences, dimensions)."""
    starts: Positions
    """Shape (rows + 1,)."""

    def similarities(self, rows: Positions, vector: Vectors) -> Vectors:
        """Cosine of each row and the vector, shape (dimensions,)."""
        similarities: Vectors = self.vectors[rows].astype(np.float32) @ vector
        return similarities

    def best_parts(self, rows: Positions, whole: Vectors, vector: Vectors) -> Vectors:
        """The cosine of each row's nearest sentence; that of the whole text for a row without sentences."""
        best = whole.copy()
        if len(self.parts):
            for at, row in enumerate(rows.tolist()):
                start, end = self.starts[row], self.starts[row + 1]
                if start < end:
                    best[at] = (self.parts[start:end].astype(np.float32) @ vector).max()
        return best

    def save(self, folder: Path) -> None:
        """Write them into a folder."""
        for name, file in zip(_ARRAYS, FILES, strict=True):
            np.save(folder / file, getattr(self, name))

    @classmethod
    def load(cls, folder: Path) -> "EncodedTexts":
        """Mapped into memory. OSError or ValueError when they are not what ``save`` wrote."""
        return cls(*(mapped(folder / file) for file in FILES))


def encode_items(entries: Sequence[DigestedItem], encoder: Encoder, known: Iterable[EncodedTexts] = ()) -> EncodedTexts:
    """The entries' texts, encoding only those not among the known."""
    vectors = np.empty((len(entries), encoder.dimensions), np.float16)
    parts: list[Halves] = [np.empty((0, encoder.dimensions), np.float16)] * len(entries)
    missing = _taken(entries, known, vectors, parts)
    vectors[missing] = encoder.encode([entries[row].item.text for row in missing], "passage")
    sentences = [part for row in missing for part in entries[row].item.parts]
    fresh, start = encoder.encode(sentences, "passage").astype(np.float16), 0
    for row in missing:
        end = start + len(entries[row].item.parts)
        parts[row], start = fresh[start:end], end
    starts = np.array(list(accumulate(map(len, parts), initial=0)), np.int64)
    return EncodedTexts(
        digest_rows(entry.content for entry in entries), vectors, np.concatenate(parts or [vectors]), starts
    )


def _taken(
    entries: Sequence[DigestedItem], known: Iterable[EncodedTexts], vectors: Halves, parts: list[Halves]
) -> list[int]:
    """Copy what is known into its rows, and say which rows are left."""
    wanting: dict[bytes, list[int]] = {}
    for row, entry in enumerate(entries):
        wanting.setdefault(entry.content, []).append(row)
    for encoded in known:
        for at, digest in enumerate(row_digests(encoded.contents)):
            for row in wanting.pop(digest, ()):
                vectors[row] = encoded.vectors[at]
                parts[row] = encoded.parts[encoded.starts[at] : encoded.starts[at + 1]]
        if not wanting:
            break
    return sorted(row for rows in wanting.values() for row in rows)
