"""Finds passages by meaning and by words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path

import numpy as np

from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.index.filters import RowFilter
from knowledge.index.fusion import fuse
from knowledge.index.index_kind import IndexKind, kind_for
from knowledge.index.item_digests import DigestedItem, digest_items
from knowledge.index.items import IndexItem
from knowledge.index.language_index import Candidates, LanguageIndex, top
from knowledge.index.segment import IndexSegment, PlacedSegment, place_items
from knowledge.index.segment_store import SegmentStore
from knowledge.index.vectors import encode_items
from knowledge.languages import Language

_CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``score`` orders one query's hits; ``similarity`` (cosine) compares across queries."""

    passage_id: str
    score: float
    similarity: float


class PassageIndex:
    """Search over items that do not change. Thread-safe."""

    def __init__(self, items: Sequence[IndexItem], placed: Iterable[PlacedSegment]) -> None:
        self._items = tuple(items)
        by_language: dict[Language, list[PlacedSegment]] = {}
        for placed_segment in placed:
            by_language.setdefault(placed_segment.segment.language, []).append(placed_segment)
        self._languages = tuple(LanguageIndex(language, own) for language, own in by_language.items())
        self._starts = list(accumulate(map(len, self._languages), initial=0))
        self._places = np.concatenate([np.empty(0, np.int64), *(index.places for index in self._languages)])
        self._filters = RowFilter(self._items, self._places)
        self._rows = {self._items[at].id: row for row, at in enumerate(self._places.tolist()) if at >= 0}

    @classmethod
    def open(
        cls, items: Sequence[IndexItem], encoder: Encoder, directory: Path | None = None, kind: IndexKind = "auto"
    ) -> "PassageIndex":
        """Open the index of exactly these items from the directory; without a directory, build it in memory.

        Items that were added or changed are indexed and kept for the next time.
        """
        if directory is None:
            return cls.build(items, encoder, kind)
        return cls(items, SegmentStore(directory, encoder, kind).open(digest_items(items)))

    @classmethod
    def build(cls, items: Sequence[IndexItem], encoder: Encoder, kind: IndexKind = "auto") -> "PassageIndex":
        """Encode and index the items, in memory."""
        return cls(items, _in_memory(digest_items(items), encoder, kind))

    def __len__(self) -> int:
        return len(self._rows)

    def search(  # noqa: PLR0913  # a query and its independent filters
        self,
        text: str,
        vector: Vectors,
        *,
        language: Language | None = None,
        need: str | None = None,
        day: date | None = None,
        k: int = 5,
    ) -> list[Hit]:
        """The best k, best first, of those that pass the filters. ``vector``: the query's, shape (dimensions,)."""
        mask, query, wanted = self._filters.mask(need, day), _flat(vector), max(_CANDIDATES, 2 * k)
        by_start = [
            (start, index.candidates(text, query, mask[start : start + len(index)], wanted))
            for start, index in zip(self._starts, self._languages, strict=False)
            if language is None or index.language == language
        ]
        if not by_start:
            return []
        candidates = Candidates.together([part for _, part in by_start], [start for start, _ in by_start]).best(wanted)
        fused = fuse(candidates.meaning, candidates.words, trust=candidates.trust)
        ids = [self._id(row) for row in candidates.rows.tolist()]
        order = sorted(range(len(ids)), key=lambda at: (-fused[at], -candidates.similarity[at], ids[at]))
        return [Hit(ids[at], float(fused[at]), float(candidates.similarity[at])) for at in order[:k]]

    def nearest(self, vector: Vectors, k: int) -> list[str]:
        """Ids of the k passages nearest by meaning alone, of any language, in no order. ``vector``: as in search."""
        mask, query = self._filters.mask(None, None), _flat(vector)
        wanted = max(_CANDIDATES, k)
        ids: list[str] = []
        similarities = [np.empty(0, np.float32)]
        for start, index in zip(self._starts, self._languages, strict=False):
            rows = index.nearest(query, mask[start : start + len(index)], wanted)
            ids += [self._id(start + row) for row in rows.tolist()]
            similarities.append(index.similarities(rows, query))
        return [ids[at] for at in top(np.concatenate(similarities), k).tolist()]

    def similarities(self, ids: Sequence[str], vector: Vectors) -> list[float]:
        """Cosine of each passage named and the query of that vector, shape (dimensions,). KeyError for another id."""
        rows, query = np.array([self._rows[passage_id] for passage_id in ids], np.int64), _flat(vector)
        similarities = np.empty(len(rows), np.float32)
        for start, index in zip(self._starts, self._languages, strict=False):
            own = (start <= rows) & (rows < start + len(index))
            similarities[own] = index.similarities(rows[own] - start, query)
        return similarities.tolist()

    def _id(self, row: int) -> str:
        return self._items[int(self._places[row])].id


def _in_memory(
    listed: Mapping[Language, Sequence[DigestedItem]], encoder: Encoder, kind: IndexKind
) -> list[PlacedSegment]:
    placed: list[PlacedSegment] = []
    for language, entries in listed.items():
        encoded = encode_items(entries, encoder)
        segment = IndexSegment.build(language, kind_for(len(entries), kind), entries, encoded)
        placed += place_items([segment], entries)[0]
    return placed


def _flat(vector: Vectors) -> Vectors:
    return np.asarray(vector, np.float32).reshape(-1)
