"""Finds passages by meaning (FAISS) and by words (BM25), kept on disk until the content changes."""

import hashlib
import logging
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.disk import exclusive, replaced_folder
from knowledge.encoder import Encoder, Vectors
from knowledge.errors import WeightsCorrupt
from knowledge.fusion import fuse
from knowledge.index_items import IndexItem
from knowledge.languages import LANGUAGES, Language
from knowledge.lexical import LexicalIndex
from knowledge.vector_cache import encode_passages
from knowledge.weights.manifest import digests_that_differ, read_manifest, record

_faiss: Any = faiss  # its bundled types know only some of its classes
_LOG = logging.getLogger(__name__)
_VERSION = 2  # raise when a change of this code makes old caches wrong
_FLAT_UP_TO = 20_000
_CANDIDATES = 50
_VECTORS = "vectors.faiss"
_PARTS = "parts.npy"
_KEPT = 4  # indexes of other days, encoders or versions of the content that may still be in use


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``score`` orders one query's hits; ``similarity``, the cosine, compares across queries."""

    passage_id: str
    score: float
    similarity: float


class PassageIndex:
    """Search over items that do not change. Thread-safe."""

    def __init__(
        self, items: Sequence[IndexItem], vectors: Any, lexical: Sequence[LexicalIndex], parts: Vectors
    ) -> None:
        self._items = tuple(items)
        self._vectors = vectors
        self._lexical = tuple(lexical)
        self._parts = parts
        self._part_starts = np.cumsum([0, *(len(item.parts) for item in items)])
        self._positions = _positions_by_language(self._items)
        self._places = {item.id: position for position, item in enumerate(self._items)}
        self._mask = lru_cache(maxsize=256)(self._build_mask)

    @classmethod
    def open(cls, items: Sequence[IndexItem], encoder: Encoder, directory: Path | None = None) -> "PassageIndex":
        """Load the index of exactly these items from the directory, or build it there (in memory when None)."""
        if directory is None:
            return cls.build(items, encoder)
        folder = directory / f"index-{_key(items, encoder)[:20]}"
        loaded = cls._load(items, folder)
        if loaded:
            return loaded
        with exclusive(directory / ".index.lock"):
            loaded = cls._load(items, folder)  # another process may have built it meanwhile
            if loaded:
                return loaded
            index = cls.build(items, encoder, directory)
            with replaced_folder(folder) as part:
                index._save(part)
            _forget_old(directory)
            return index

    @classmethod
    def build(cls, items: Sequence[IndexItem], encoder: Encoder, cache: Path | None = None) -> "PassageIndex":
        """Encode and index the items; texts whose vectors are in the cache folder are not encoded again."""
        vectors = encode_passages([item.text for item in items], encoder, cache)
        positions = _positions_by_language(items)
        lexical = [LexicalIndex.build([items[at].text for at in where], code) for code, where in positions.items()]
        parts = encode_passages([part for item in items for part in item.parts], encoder, None)
        return cls(items, _faiss_index(vectors, encoder.dimensions), lexical, parts.astype(np.float16))

    def __len__(self) -> int:
        return len(self._items)

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
        mask = self._mask(language, need, day)
        if not self._items or not mask.any():
            return []
        words = self._word_scores(text, language) * mask
        wanted = max(_CANDIDATES, 2 * k)
        found = self._nearest(np.asarray(vector, np.float32).reshape(1, -1), mask, wanted)
        best_by_words = _top(words, wanted)
        candidates = np.unique(np.concatenate([found, best_by_words[words[best_by_words] > 0]]))
        similarity = self._similarities(candidates, vector)
        meaning = (similarity + self._best_parts(candidates, similarity, vector)) / np.float32(2)
        fused = fuse(meaning, words[candidates])
        ids = [self._id(position) for position in candidates.tolist()]
        order = sorted(range(len(ids)), key=lambda at: (-fused[at], -similarity[at], ids[at]))
        return [Hit(ids[at], float(fused[at]), float(similarity[at])) for at in order[:k]]

    def nearest(self, vector: Vectors, k: int) -> list[str]:
        """Ids of the k passages nearest by meaning alone, of any language. ``vector``: shape (dimensions,)."""
        found = self._nearest(np.asarray(vector, np.float32).reshape(1, -1), self._mask(None, None, None), k)
        return [self._id(position) for position in found.tolist()]

    def similarities(self, ids: Sequence[str], vector: Vectors) -> list[float]:
        """Cosine of each passage named and the query of that vector, shape (dimensions,). KeyError for another id."""
        positions = np.array([self._places[one] for one in ids], np.int64)
        return [float(similarity) for similarity in self._similarities(positions, vector)]

    def _id(self, position: int) -> str:
        return self._items[position].id

    def _build_mask(self, language: Language | None, need: str | None, day: date | None) -> NDArray[np.bool_]:
        if language is None and need is None and day is None:
            return np.ones(len(self._items), np.bool_)
        return np.fromiter(
            (
                (language is None or item.language == language)
                and (need is None or item.need == need)
                and (day is None or item.validity.holds_on(day))
                for item in self._items
            ),
            np.bool_,
            len(self._items),
        )

    def _word_scores(self, text: str, language: Language | None) -> NDArray[np.float32]:
        scores = np.zeros(len(self._items), np.float32)
        for index in self._lexical:
            if language is None or index.language == language:
                found, most = index.scores(text)
                # as a share of what was possible, so that languages compare
                scores[self._positions[index.language]] = found / most if most else 0.0
        return scores

    def _nearest(self, vector: Vectors, mask: NDArray[np.bool_], wanted: int) -> NDArray[np.int64]:
        options: dict[str, object] = {}
        if not mask.all():
            options["sel"] = _faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
        if isinstance(self._vectors, _faiss.IndexIVF):
            parameters = _faiss.SearchParametersIVF(nprobe=self._vectors.nprobe, **options)
        else:
            parameters = _faiss.SearchParameters(**options)
        with _one_thread():
            _, found = self._vectors.search(vector, min(wanted, int(mask.sum())), params=parameters)
        positions: NDArray[np.int64] = found[0][found[0] >= 0]
        return positions

    def _similarities(self, positions: NDArray[np.int64], vector: Vectors) -> NDArray[np.float32]:
        kept = self._vectors.reconstruct_batch(positions)
        similarities: NDArray[np.float32] = kept @ np.asarray(vector, np.float32).reshape(-1)
        return similarities

    def _best_parts(self, positions: NDArray[np.int64], whole: NDArray[np.float32], vector: Vectors) -> Vectors:
        """Of each passage the cosine of its nearest sentence; of one without sentences, its own."""
        best = whole.copy()
        query = np.asarray(vector, np.float32).reshape(-1)
        for row, position in enumerate(positions.tolist()):
            start, end = self._part_starts[position], self._part_starts[position + 1]
            if start < end:
                best[row] = (self._parts[start:end].astype(np.float32) @ query).max()
        return best

    def _save(self, folder: Path) -> None:
        _faiss.write_index(self._vectors, str(folder / _VECTORS))
        np.save(folder / _PARTS, self._parts)
        for index in self._lexical:
            place = folder / index.language
            place.mkdir()
            index.save(place)
        record(folder, "index", _VERSION)

    @classmethod
    def _load(cls, items: Sequence[IndexItem], folder: Path) -> "PassageIndex | None":
        """None when there is none; None and a warning when it is damaged."""
        try:
            manifest = read_manifest(folder)
            if manifest is None:
                return None
            damaged = digests_that_differ(folder, manifest)
            if damaged:
                raise ValueError(f"files differ from what was written: {', '.join(damaged)}")
            vectors = _faiss.read_index(str(folder / _VECTORS))
            lexical = [LexicalIndex.load(folder / language) for language in _positions_by_language(items)]
            parts = np.load(folder / _PARTS, mmap_mode="r")
        except (OSError, ValueError, KeyError, RuntimeError, WeightsCorrupt) as error:
            _LOG.warning("the index in %s cannot be used and is built again: %s", folder.name, error)
            return None
        return cls(items, vectors, lexical, parts)


def _forget_old(directory: Path) -> None:
    newest_first = sorted(directory.glob("index-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in newest_first[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _one_thread() -> Iterator[None]:
    """One query is too little work to share, and waiting for a busy core costs tens of milliseconds."""
    before = _faiss.omp_get_max_threads()
    _faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        _faiss.omp_set_num_threads(before)


def _key(items: Sequence[IndexItem], encoder: Encoder) -> str:
    digest = hashlib.sha256(f"{_VERSION}\n{encoder.identity}\n{_faiss.__version__}\n".encode())
    for item in items:
        digest.update(f"{item.id}\x1f{item.language}\x1f{item.text}\x1f{len(item.parts)}\x1e".encode())
    return digest.hexdigest()


def _positions_by_language(items: Sequence[IndexItem]) -> dict[Language, NDArray[np.int64]]:
    positions: dict[Language, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        positions[item.language].append(at)
    return {language: np.array(positions[language]) for language in LANGUAGES if language in positions}


def _faiss_index(vectors: Vectors, dimensions: int) -> Any:
    """Exact up to 20,000; beyond, inverted lists over 8-bit vectors, whose search grows with the square root."""
    if len(vectors) <= _FLAT_UP_TO:
        index = _faiss.IndexFlatIP(dimensions)
    else:
        lists = int(4 * np.sqrt(len(vectors)))
        index = _faiss.IndexIVFScalarQuantizer(
            _faiss.IndexFlatIP(dimensions),
            dimensions,
            lists,
            _faiss.ScalarQuantizer.QT_8bit,
            _faiss.METRIC_INNER_PRODUCT,
        )
        index.train(vectors[:: max(1, len(vectors) // (64 * lists))])
        index.nprobe = max(16, lists // 24)
        index.set_direct_map_type(_faiss.DirectMap.Array)
    index.add(vectors)
    return index


def _top(scores: NDArray[np.float32], wanted: int) -> NDArray[np.int64]:
    if len(scores) <= wanted:
        return np.arange(len(scores))
    return np.argpartition(-scores, wanted)[:wanted]
