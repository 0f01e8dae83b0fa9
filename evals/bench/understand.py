"""Time to understand one sentence."""

import json
import time
from functools import cache
from itertools import cycle, islice
from typing import Any

from api.commands.batch import batch
from api.wiring.models import Models
from evals.bench.timing import LEAST_TIMES, Figures, percentile, resident_mb, timed
from evals.questions.question_files import questions
from knowledge.languages import LANGUAGES, Language

WARM_UP = 20
BATCH = 600


def bench_understand(models: Models, seconds: float, *, batched: int = BATCH) -> Figures:
    """Unseen questions, one at a time, encoder included; languages, needs and kinds in turn. Then a batch of them."""
    sentences = cycle(mixed_sentences())
    for language, text in islice(sentences, WARM_UP):
        models.understander.read_message(text, prior=language, now=models.clock())
    times: list[float] = []
    deadline = time.perf_counter() + seconds
    while len(times) < LEAST_TIMES or time.perf_counter() < deadline:
        language, text = next(sentences)
        with timed(times):
            models.understander.read_message(text, prior=language, now=models.clock())
    batch = timed_batch(models, batched)
    return {
        "sentences": len(times),
        "batch_per_s": batch,
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "rss_mb": resident_mb(),
    }


def timed_batch(models: Models, size: int = BATCH) -> float:
    """Sentences a second as ``isac understand`` reads a file of them, no language told."""
    some = [json.dumps({"text": text}) for _, text in islice(cycle(mixed_sentences()), size)]

    def handle(record: dict[str, Any]) -> dict[str, Any]:
        return {"need": models.understander.read_message(record["text"], prior=None, now=models.clock()).need}

    begun = time.perf_counter()
    answered = sum(1 for _ in batch(some, handle))
    return round(answered / (time.perf_counter() - begun), 1)


@cache
def mixed_sentences() -> tuple[tuple[Language, str], ...]:
    """Sentences of each language in turn."""
    asked = questions()
    by_language = {language: [one.text for one in asked if one.language == language] for language in LANGUAGES}
    return tuple(
        (language, text)
        for texts in zip(*by_language.values(), strict=False)
        for language, text in zip(LANGUAGES, texts, strict=True)
    )
