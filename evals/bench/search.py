"""Time and memory of retrieval beside the encoder, over our passages and over growing numbers of others."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from api.wiring.models import Models
from evals.bench.synthetic import ClusteredEncoder, passages
from evals.bench.timing import LEAST_TIMES, Figures, percentile, resident_mb, timed
from evals.bench.understand import mixed_sentences
from knowledge.encoders.encoder import Encoder
from knowledge.index.index_kind import IndexKind
from knowledge.index.items import IndexItem
from knowledge.index.passage_index import PassageIndex

SIZES = (1_000, 10_000, 100_000)
LARGE = 1_000_000
QUERIES = 200
NEAREST = 10
_CHANGED = 100
_CHUNK = 50_000


def bench_search(models: Models, seconds: float, sizes: Sequence[int] = SIZES, kind: IndexKind = "auto") -> Figures:
    """The seconds are shared by the corpora; building them takes longer. Vectors of the queries are made beforehand.

    Of each corpus: time of a query; share of the exact nearest ten that are found; what opening it and searching adds
    to the memory of a new process; its size on disk; seconds to build it, and to open it with 100 passages changed.
    """
    share = seconds / (1 + len(sizes))
    ours = models.knowledge_base.on(models.today()).index
    figures: Figures = {"passages": len(ours), **_times(ours, models.encoder, share)}
    for size in sizes:
        figures |= {f"{size // 1000}k_{name}": value for name, value in _corpus(size, kind, share).items()}
    return figures


def _corpus(size: int, kind: IndexKind, seconds: float) -> Figures:
    items, encoder = passages(size), ClusteredEncoder()
    with TemporaryDirectory(prefix="isac-bench-") as name:
        folder = Path(name)
        building, changing = list[float](), list[float]()
        with timed(building):
            PassageIndex.open(items, encoder, folder, kind)
        disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
        # in a process of its own: here, memory that building has left free would hide what opening needs
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            figures = pool.submit(_opened, size, kind, folder, seconds).result()
        changed = [*items[_CHANGED:], *passages(_CHANGED, seed=2)]
        with timed(changing):
            PassageIndex.open(changed, encoder, folder, kind)
    seconds_of = {"build_s": round(building[0], 1), "change_s": round(changing[0], 1)}
    return figures | {"disk_mb": round(disk, 1)} | seconds_of


def _opened(size: int, kind: IndexKind, folder: Path, seconds: float) -> Figures:
    items, encoder = passages(size), ClusteredEncoder()
    before = resident_mb()
    index = PassageIndex.open(items, encoder, folder, kind)
    figures = _times(index, encoder, seconds)
    figures["mb"] = round(resident_mb() - before, 1)
    return figures | {"recall": _recall(index, items, encoder)}


def _times(index: PassageIndex, encoder: Encoder, seconds: float) -> Figures:
    queries = mixed_sentences()[:QUERIES]
    vectors = encoder.encode([text for _, text in queries])
    times: list[float] = []
    deadline = time.perf_counter() + seconds
    for (language, text), vector in cycle(zip(queries, vectors, strict=True)):
        with timed(times):
            index.search(text, vector, language=language, k=5)
        if len(times) >= LEAST_TIMES and time.perf_counter() >= deadline:
            break
    return {"p50_ms": percentile(times, 50), "p95_ms": percentile(times, 95)}


def _recall(index: PassageIndex, items: Sequence[IndexItem], encoder: Encoder) -> float:
    """Share of the exact nearest ten that the index finds."""
    queries = encoder.encode([text for _, text in mixed_sentences()[:QUERIES]])
    best = np.empty((len(queries), 0), np.float32)
    places = np.empty((len(queries), 0), np.int64)
    for start in range(0, len(items), _CHUNK):
        kept = encoder.encode([item.text for item in items[start : start + _CHUNK]], "passage")
        best = np.hstack([best, queries @ kept.T])
        places = np.hstack([places, np.broadcast_to(np.arange(start, start + len(kept)), (len(queries), len(kept)))])
        nearest = np.argpartition(-best, NEAREST, axis=1)[:, :NEAREST]
        best, places = np.take_along_axis(best, nearest, 1), np.take_along_axis(places, nearest, 1)
    found = sum(
        len({items[place].id for place in exact} & set(index.nearest(query, NEAREST)))
        for exact, query in zip(places.tolist(), queries, strict=True)
    )
    return round(found / (NEAREST * len(queries)), 3)
