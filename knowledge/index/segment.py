"""Passages of one language indexed together. A segment never changes: a change is another segment beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from knowledge.disk import mapped
from knowledge.encoders.encoder import Vectors
from knowledge.index.index_kind import Kind
from knowledge.index.item_digests import DigestedItem, digest_rows, row_digests
from knowledge.index.nearest import OVERSAMPLING, Mask, NearestVectors, Positions
from knowledge.index.postings import Postings
from knowledge.index.vectors import EncodedTexts
from knowledge.languages import Language

_NEAREST = "nearest.faiss"
_IDENTITIES = "identities.npy"
_KIND = "kind.txt"
_WORDS = "words"

_FEW = 2_000
"""When a filter lets so few through, each is looked at: exact, and faster than looking for them among the others."""


@dataclass(frozen=True, slots=True)
class IndexSegment:
    """Row by row: who each passage is, its vectors, and its words."""

    language: Language
    identities: NDArray[np.uint8]
    """Shape (rows, 16)."""
    encoded: EncodedTexts
    nearest: NearestVectors
    postings: Postings

    @classmethod
    def build(
        cls, language: Language, kind: Kind, entries: Sequence[DigestedItem], encoded: EncodedTexts
    ) -> "IndexSegment":
        """``encoded``: the entries' texts, row by row."""
        return cls(
            language,
            digest_rows(entry.identity for entry in entries),
            encoded,
            NearestVectors.build(kind, encoded.vectors.astype(np.float32)),
            Postings.build([entry.item.text for entry in entries], language),
        )

    def __len__(self) -> int:
        return len(self.identities)

    def find(self, vector: Vectors, wanted: int, mask: Mask) -> Positions:
        """Rows nearest by meaning, at least that many when so many pass. ``vector``: shape (dimensions,)."""
        kind, passing = self.nearest.kind, int(mask.sum())
        if kind != "exact" and passing <= max(_FEW, wanted):
            return np.flatnonzero(mask)
        return self.nearest.find(vector, OVERSAMPLING[kind] * wanted, None if passing == len(mask) else mask)

    def save(self, folder: Path) -> None:
        """Write it into a folder."""
        np.save(folder / _IDENTITIES, self.identities)
        (folder / _KIND).write_text(f"{self.language} {self.nearest.kind}", encoding="ascii")
        self.encoded.save(folder)
        self.nearest.save(folder / _NEAREST)
        (folder / _WORDS).mkdir()
        self.postings.save(folder / _WORDS)

    @classmethod
    def load(cls, folder: Path) -> "IndexSegment":
        """Mapped into memory. OSError, ValueError, KeyError or RuntimeError when it is not what ``save`` wrote."""
        language, kind = (folder / _KIND).read_text(encoding="ascii").split()
        if kind not in get_args(Kind):
            raise ValueError(f"no kind of index {kind!r}")
        return cls(
            language,  # type: ignore[arg-type]  # as it was saved; the manifest vouches for the file
            mapped(folder / _IDENTITIES),
            EncodedTexts.load(folder),
            NearestVectors.load(kind, folder / _NEAREST),  # type: ignore[arg-type]  # checked above
            Postings.load(folder / _WORDS),
        )


@dataclass(frozen=True, slots=True)
class PlacedSegment:
    """A segment as seen by those who hold some items: of each row the place of its item among them; -1 is gone."""

    segment: IndexSegment
    places: Positions


def place_items(
    segments: Iterable[IndexSegment], entries: Sequence[DigestedItem]
) -> tuple[list[PlacedSegment], list[DigestedItem]]:
    """Each entry in one row of one segment, as far as they have them; and the entries that no segment has."""
    left = {entry.identity: entry for entry in entries}
    placed = []
    for segment in segments:
        here = (left.pop(identity, None) for identity in row_digests(segment.identities))
        places = np.fromiter((-1 if entry is None else entry.place for entry in here), np.int64, len(segment))
        placed.append(PlacedSegment(segment, places))
    return placed, list(left.values())
