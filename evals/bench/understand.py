"""How long one sentence takes to understand."""

import time
from itertools import cycle, islice

from api.wiring import Mind
from evals.bench.timing import Figures, percentile, resident_mb, timed
from evals.suite_files import read
from knowledge.languages import LANGUAGES, Language

WARM_UP = 20


def bench_understand(mind: Mind, seconds: float) -> Figures:
    """Sentences of the need suite, one at a time, encoder included; languages and needs in turn."""
    sentences = cycle(mixed_sentences())
    for language, text in islice(sentences, WARM_UP):
        mind.understander.read(text, prior=language, now=mind.clock())
    times: list[float] = []
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        language, text = next(sentences)
        with timed(times):
            mind.understander.read(text, prior=language, now=mind.clock())
    return {
        "sentences": len(times),
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "rss_mb": resident_mb(),
    }


def mixed_sentences() -> list[tuple[Language, str]]:
    """One of each language in turn."""
    by_language = {
        language: [text for texts in read(f"need/{language}.yaml").values() for text in texts] for language in LANGUAGES
    }
    return [
        (language, text)
        for texts in zip(*by_language.values(), strict=True)
        for language, text in zip(LANGUAGES, texts, strict=True)
    ]
