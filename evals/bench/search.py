"""How long retrieval takes beside the encoder, and what it needs: over our passages, and over more and more of them."""

import random
import time
import zlib
from collections.abc import Sequence
from itertools import cycle

import numpy as np

from api.wiring import Mind
from evals.bench.timing import Figures, percentile, resident_mb, timed
from evals.bench.understand import mixed_sentences
from knowledge.encoder import Encoder, Role, Vectors
from knowledge.index import PassageIndex
from knowledge.index_items import IndexItem
from knowledge.languages import LANGUAGES

SIZES = (1_000, 10_000, 100_000)
WORDS_PER_PASSAGE = 60
QUERIES = 200
NEAREST = 10
_CENTRES, _DIMENSIONS, _SPREAD = 2_000, 384, 0.05


class ClusteredEncoder:
    """Vectors in clusters, as those of real sentences are, made from a text's bytes: fast, and the same every time."""

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


def bench_search(mind: Mind, seconds: float, sizes: Sequence[int] = SIZES) -> Figures:
    """The seconds are shared by the corpora. Vectors of the queries are made beforehand."""
    share = seconds / (1 + len(sizes))
    ours = mind.bookcase.on(mind.today()).index
    figures: Figures = {"passages": len(ours), **_measure("", ours, mind.encoder, share)}
    encoder = ClusteredEncoder()
    words = sorted({word for _, text in mixed_sentences() for word in text.split()})
    for size in sizes:
        before = resident_mb()
        items = _passages(words, size)
        index = PassageIndex.build(items, encoder)
        name = f"{size // 1000}k_"
        figures |= _measure(name, index, encoder, share)
        figures |= {f"{name}recall": _recall(index, items, encoder), f"{name}mb": round(resident_mb() - before, 1)}
    return figures


def _passages(words: list[str], size: int) -> list[IndexItem]:
    """Random texts of the domain's words, the same in every run."""
    chance = random.Random(1)
    texts = (" ".join(chance.choices(words, k=WORDS_PER_PASSAGE)) for _ in range(size))
    return [IndexItem(f"p{number}", text, LANGUAGES[number % len(LANGUAGES)]) for number, text in enumerate(texts)]


def _measure(prefix: str, index: PassageIndex, encoder: Encoder, seconds: float) -> Figures:
    queries = mixed_sentences()[:QUERIES]
    vectors = encoder.encode([text for _, text in queries])
    times: list[float] = []
    deadline = time.perf_counter() + seconds
    for (language, text), vector in cycle(zip(queries, vectors, strict=True)):
        with timed(times):
            index.search(text, vector, language=language, k=5)
        if time.perf_counter() >= deadline:
            break
    return {f"{prefix}p50_ms": percentile(times, 50), f"{prefix}p95_ms": percentile(times, 95)}


def _recall(index: PassageIndex, items: Sequence[IndexItem], encoder: Encoder) -> float:
    """Share of the exact nearest ten that the index finds."""
    kept = encoder.encode([item.text for item in items], "passage")
    queries = encoder.encode([text for _, text in mixed_sentences()[:QUERIES]])
    found = 0
    for query in queries:
        exact = np.argpartition(-(kept @ query), NEAREST)[:NEAREST]
        found += len({items[row].id for row in exact.tolist()} & set(index.nearest(query, NEAREST)))
    return round(found / (NEAREST * len(queries)), 3)
