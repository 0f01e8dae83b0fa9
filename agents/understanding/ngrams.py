"""Character n-grams of folded text, weighted by rarity: what a linear model sees of the letters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.folding import fold

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ngrams:
    """A fitted vocabulary with its weights."""

    terms: tuple[str, ...]
    idf: Floats
    span: tuple[int, int]
    index: dict[str, int]

    @classmethod
    def restore(cls, terms: Sequence[str], idf: Floats, span: tuple[int, int]) -> "Ngrams":
        """From what was stored."""
        return cls(tuple(terms), idf, span, {term: place for place, term in enumerate(terms)})

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
        counts = Counter(map(self.index.get, _terms(_letters(text), self.span)))
        counts.pop(None, None)
        places = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * self.idf[places]
        norm = float(np.linalg.norm(values)) or 1.0
        return places, (values / norm).astype(np.float32)


def _letters(text: str) -> str:
    return fold(text).text


def _terms(text: str, span: tuple[int, int]) -> list[str]:
    """Runs of letters that cross no blank but may begin or end with one: what ``char_wb`` means to scikit-learn."""
    shortest, longest = span
    return [
        word[start : start + length]
        for word in (f" {word} " for word in text.split())
        for length in range(shortest, min(longest, len(word)) + 1)
        for start in range(len(word) - length + 1)
    ]


def softmax(scores: NDArray[np.floating[Any]]) -> Floats:
    """Along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
