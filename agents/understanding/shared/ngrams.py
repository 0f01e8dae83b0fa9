"""Character n-grams of folded text, weighted by rarity: what a linear model sees of the letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.reading.folding import fold

Floats = NDArray[np.float32]
_WORDS = 8192
"""Words whose places are remembered: most of a message is words that were said before."""
_SHARED = 2
"""Texts that have a run of letters of the vocabulary at least."""


@dataclass(frozen=True, slots=True)
class Ngrams:
    """A fitted vocabulary with its weights."""

    terms: tuple[str, ...]
    idf: Floats
    span: tuple[int, int]
    places_of: Callable[[str], Sequence[int]] = field(compare=False)
    """The places of the n-grams of a word; those without a place are left out."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Ngrams.restore, (self.terms, self.idf, self.span)

    @classmethod
    def restore(cls, terms: Sequence[str], idf: Floats, span: tuple[int, int]) -> "Ngrams":
        """From what was stored."""
        index = {term: place for place, term in enumerate(terms)}

        @lru_cache(maxsize=_WORDS)
        def places_of(word: str) -> Sequence[int]:
            return [index[term] for term in _terms(word, span) if term in index]

        return cls(tuple(terms), idf, span, places_of)

    @classmethod
    def fit(cls, texts: Sequence[str], span: tuple[int, int]) -> tuple["Ngrams", Any]:
        """The vocabulary of the texts, and their sparse matrix (rows of unit length)."""
        from sklearn.feature_extraction.text import TfidfTransformer

        terms, counts = _counted(texts, span)
        weighing = TfidfTransformer(sublinear_tf=True)
        matrix = weighing.fit_transform(counts)
        return cls.restore(terms, weighing.idf_.astype(np.float32), span), matrix

    def vector(self, text: str) -> tuple[NDArray[np.intp], Floats]:
        """Places and values of one text; the values have unit length."""
        found = chain.from_iterable(map(self.places_of, _letters(text).split()))
        places, counts = np.unique(np.fromiter(found, dtype=np.intp), return_counts=True)
        values = (1 + np.log(counts.astype(np.float32))) * self.idf[places]
        norm = float(np.linalg.norm(values)) or 1.0
        return places, (values / norm).astype(np.float32)


def _counted(texts: Sequence[str], span: tuple[int, int]) -> tuple[list[str], Any]:
    """The runs of letters that several texts have, sorted, and how often each text has them, as a sparse matrix.

    As scikit-learn's ``char_wb`` counts them, in a fourth of its time: texts are made of words, of which each is cut
    once.
    """
    words: dict[str, int] = {}
    runs: dict[str, int] = {}
    in_texts = _table([[words.setdefault(word, len(words)) for word in _letters(text).split()] for text in texts])
    in_words = _table([[runs.setdefault(run, len(runs)) for run in _terms(word, span)] for word in words])
    counts = in_texts @ in_words
    counts.sort_indices()
    shared = np.flatnonzero(np.bincount(counts.indices, minlength=len(runs)) >= _SHARED)
    counts, met = counts[:, shared], list(runs)
    order = sorted(range(len(shared)), key=lambda place: met[shared[place]])
    counts.indices = np.argsort(order).astype(counts.indices.dtype)[counts.indices]  # rows stay in the order of meeting
    return [met[shared[place]] for place in order], counts


def _table(rows: Sequence[Sequence[int]]) -> Any:
    """A sparse matrix that counts the places of each row."""
    from scipy.sparse import csr_matrix

    places = np.fromiter(chain.from_iterable(rows), np.intp)
    starts = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(len(places)), places, starts))


def _letters(text: str) -> str:
    return fold(text).text


def _terms(word: str, span: tuple[int, int]) -> list[str]:
    """Its runs of letters, which may begin or end with a blank: what ``char_wb`` means to scikit-learn."""
    shortest, longest = span
    padded = f" {word} "
    return [
        padded[start : start + length]
        for length in range(shortest, min(longest, len(padded)) + 1)
        for start in range(len(padded) - length + 1)
    ]


def softmax(scores: NDArray[np.floating[Any]]) -> Floats:
    """Along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
