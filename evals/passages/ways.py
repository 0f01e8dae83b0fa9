"""The ways to search that are compared, all over the same windows of the same texts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from knowledge.encoders.encoder import Encoder
from knowledge.index import PassageIndex
from knowledge.index.items import IndexItem
from knowledge.index.lexical import LexicalIndex
from knowledge.index.postings import Postings
from knowledge.search.corpus_search import CorpusIndex, CorpusText, items_of_corpus, text_of

Way = Callable[[str], Sequence[str]]
"""The ids of the texts found for a question, best first."""

_DEEP = 100
"""Windows that a way looks at: the ranks beyond add nothing that the first three would show."""
_RANKS_FROM = 60  # as in the paper on reciprocal rank fusion


def ways(texts: Sequence[CorpusText], encoder: Encoder, kept: Path | None = None) -> Mapping[str, Way]:
    """By name. Vectors are kept in the folder, so that the next time nothing is encoded but the questions."""
    items = items_of_corpus(texts)
    words, meaning = _by_words(items), _by_meaning(items, encoder, kept)
    search = CorpusIndex.open(texts, encoder, kept)
    return {
        "BM25 alone": words,
        "encoder alone": meaning,
        "their ranks fused": lambda question: _fused((words(question), meaning(question))),
        "search": lambda question: [hit.id for hit in search.search(question)],
    }


def _by_words(items: Sequence[IndexItem]) -> Way:
    """BM25 over stems of the language most passages are in."""
    languages = [item.language for item in items]
    language = max(set(languages), key=languages.count)
    postings = Postings.build([item.text for item in items], language)
    index = LexicalIndex(language, [postings], [np.ones(len(items), np.bool_)])

    def find(question: str) -> Sequence[str]:
        scores = index.scores(question).scores
        order = np.argsort(-scores, kind="stable")[:_DEEP].tolist()
        return _texts(items[at].id for at in order if scores[at] > 0)

    return find


def _by_meaning(items: Sequence[IndexItem], encoder: Encoder, kept: Path | None) -> Way:
    """Cosine of the question and each window."""
    index = PassageIndex.open(items, encoder, kept)

    def find(question: str) -> Sequence[str]:
        vector = encoder.encode([question], "query")[0]
        ids = index.nearest(vector, _DEEP)
        similarities = dict(zip(ids, index.similarities(ids, vector), strict=True))
        return _texts(sorted(ids, key=lambda one: (-similarities[one], one)))

    return find


def _fused(rankings: Iterable[Sequence[str]]) -> Sequence[str]:
    scores: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, found in enumerate(ranking, start=1):
            scores[found] += 1 / (_RANKS_FROM + rank)
    return sorted(scores, key=lambda one: (-scores[one], one))


def _texts(windows: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(map(text_of, windows)))
