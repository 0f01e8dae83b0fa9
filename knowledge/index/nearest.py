"""Finds the nearest vectors, exactly or by an approximate structure of FAISS."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.encoders.encoder import Vectors
from knowledge.index.index_kind import Kind

_faiss: Any = faiss  # its bundled types know only some of its classes

Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]

_LINKS, _BUILD_EFFORT, _SEARCH_EFFORT = 32, 80, 256
_PROBES = 128
_TRAINING_ROUNDS = 8
_SAMPLES_PER_LIST = 40
_COMPONENTS_PER_BYTE = 8
_MOST_EFFORT = 8

OVERSAMPLING: dict[Kind, int] = {"exact": 1, "hnsw": 2, "ivf_sq": 2, "ivf_pq": 12}
"""Factor by which more results are asked of a kind than are wanted: its approximate cosines rank some of the nearest
too low, and exact cosines bring them back."""


class NearestVectors:
    """Positions of the vectors nearest to another, by cosine. Thread-safe; does not change."""

    def __init__(self, kind: Kind, index: Any) -> None:
        self.kind = kind
        self._index = index

    @classmethod
    def build(cls, kind: Kind, vectors: Vectors) -> "NearestVectors":
        """``vectors``: shape (n, dimensions), float32, of unit length."""
        index = _EMPTY[kind](*vectors.shape)
        if not index.is_trained:
            index.train(_sample(vectors))
        index.add(vectors)
        return cls(kind, index)

    def find(self, vector: Vectors, wanted: int, mask: Mask | None = None) -> Positions:
        """At most ``wanted`` positions that pass the mask, nearest first. ``vector``: shape (dimensions,).

        A kind that is not exact may miss some, and orders them by approximate cosines.
        """
        options: dict[str, object] = {}
        effort = 1.0
        if mask is not None:
            passing = int(mask.sum())
            wanted = min(wanted, passing)
            effort = min(_MOST_EFFORT, len(mask) / max(1, passing))
            options["sel"] = _faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
        wanted = min(wanted, self._index.ntotal)
        if not wanted:
            return np.empty(0, np.int64)
        with _one_thread():
            _, positions = self._index.search(vector.reshape(1, -1), wanted, params=self._parameters(effort, options))
        valid: Positions = positions[0][positions[0] >= 0]
        return valid

    def _parameters(self, effort: float, options: dict[str, object]) -> Any:
        """``effort``: how much farther to look because a filter hides much of what is near."""
        if self.kind == "exact":
            return _faiss.SearchParameters(**options)
        if self.kind == "hnsw":
            return _faiss.SearchParametersHNSW(efSearch=int(_SEARCH_EFFORT * effort), **options)
        return _faiss.SearchParametersIVF(nprobe=min(self._index.nlist, int(_PROBES * effort)), **options)

    def save(self, file: Path) -> None:
        """Write it whole."""
        _faiss.write_index(self._index, str(file))

    @classmethod
    def load(cls, kind: Kind, file: Path) -> "NearestVectors":
        """Mapped into memory: what is not looked at is not read. RuntimeError when it is not what ``save`` wrote."""
        flag = _faiss.IO_FLAG_MMAP if kind.startswith("ivf") else _faiss.IO_FLAG_MMAP_IFC
        return cls(kind, _faiss.read_index(str(file), flag))


def _exact(size: int, dimensions: int) -> Any:
    return _faiss.IndexFlatIP(dimensions)


def _hnsw(size: int, dimensions: int) -> Any:
    index = _faiss.IndexHNSWSQ(dimensions, _faiss.ScalarQuantizer.QT_8bit, _LINKS, _faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = _BUILD_EFFORT
    return index


def _ivf_sq(size: int, dimensions: int) -> Any:
    quantizer, eight_bits = _faiss.IndexFlatIP(dimensions), _faiss.ScalarQuantizer.QT_8bit
    return _faiss.IndexIVFScalarQuantizer(quantizer, dimensions, _lists(size), eight_bits, _faiss.METRIC_INNER_PRODUCT)


def _ivf_pq(size: int, dimensions: int) -> Any:
    most = max(1, dimensions // _COMPONENTS_PER_BYTE)
    code_bytes = max(number for number in range(1, most + 1) if dimensions % number == 0)
    quantizer = _faiss.IndexFlatIP(dimensions)
    index = _faiss.IndexIVFPQ(quantizer, dimensions, _lists(size), code_bytes, 8, _faiss.METRIC_INNER_PRODUCT)
    index.pq.cp.niter = _TRAINING_ROUNDS
    return index


_EMPTY = {"exact": _exact, "hnsw": _hnsw, "ivf_sq": _ivf_sq, "ivf_pq": _ivf_pq}


def _lists(size: int) -> int:
    """Grows with the square root, and so does what a search looks at."""
    return int(2 * np.sqrt(size))


def _sample(vectors: Vectors) -> Vectors:
    wanted = _SAMPLES_PER_LIST * _lists(len(vectors))
    return np.ascontiguousarray(vectors[:: max(1, len(vectors) // wanted)])


@contextmanager
def _one_thread() -> Iterator[None]:
    """Use one thread: a single query is too little work to share, and a busy core costs tens of milliseconds."""
    before = _faiss.omp_get_max_threads()
    _faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        _faiss.omp_set_num_threads(before)
