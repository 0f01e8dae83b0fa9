"""How long retrieval takes beside the encoder: over our passages, and over ten thousand."""

import random
import time
from itertools import cycle

from api.wiring import Mind
from evals.bench.timing import Figures, percentile, timed
from evals.bench.understand import mixed_sentences
from knowledge.encoder import Encoder
from knowledge.encoder_hashing import HashingEncoder
from knowledge.index import PassageIndex
from knowledge.index_items import IndexItem
from knowledge.languages import LANGUAGES

SYNTHETIC = 10_000
WORDS_PER_PASSAGE = 60
QUERIES = 200


def bench_search(mind: Mind, seconds: float) -> Figures:
    """Half the time on each corpus. Vectors of the queries are made beforehand."""
    ours = mind.bookcase.on(mind.today()).index
    words = sorted({word for _, text in mixed_sentences() for word in text.split()})
    hashing = HashingEncoder()
    synthetic = PassageIndex.build(_passages(words), hashing)
    return {
        "passages": len(ours),
        **_measure("", ours, mind.encoder, seconds / 2),
        "synthetic_passages": SYNTHETIC,
        **_measure("synthetic_", synthetic, hashing, seconds / 2),
    }


def _passages(words: list[str]) -> list[IndexItem]:
    """Random texts of the domain's words, the same in every run."""
    chance = random.Random(1)
    return [
        IndexItem(
            f"p{number}", " ".join(chance.choices(words, k=WORDS_PER_PASSAGE)), LANGUAGES[number % len(LANGUAGES)]
        )
        for number in range(SYNTHETIC)
    ]


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
