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
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=span, preprocessor=_letters, sublinear_tf=True, min_df=2
        )
        matrix = vectorizer.fit_transform(texts)
        terms = [str(term) for term in vectorizer.get_feature_names_out()]
        return cls.restore(terms, vectorizer.idf_.astype(np.float32), span), matrix

    def vector(self, text: str) -> tuple[NDArray[np.intp], Floats]:
        """Places and values of one text; the values have unit length."""
        found = chain.from_iterable(map(self.places_of, _letters(text).split()))
        places, counts = np.unique(np.fromiter(found, dtype=np.intp), return_counts=True)
        values = (1 + np.log(counts.astype(np.float32))) * self.idf[places]
        norm = float(np.linalg.norm(values)) or 1.0
        return places, (values / norm).astype(np.float32)


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
