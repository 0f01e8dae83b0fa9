"""Which need a message names: one linear model over the sentence vector and the letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from agents.understanding.examples import Example, scope_of
from agents.understanding.ngrams import Floats, Ngrams, softmax
from knowledge.encoder import Vectors
from knowledge.languages import LANGUAGES, Language

SPAN = (2, 4)
_VECTOR_SCALE = 2.0
_LETTER_SCALE = 2.0
_STRENGTH = 8.0
_TEMPERATURE = 0.9
_ITERATIONS = 60


@dataclass(frozen=True, slots=True)
class NeedModel:
    """Weights by label. ``means`` takes out of a vector what is only its language."""

    labels: tuple[str, ...]
    means: Floats
    vector_weights: Floats
    letter_weights: Floats
    intercept: Floats
    ngrams: Ngrams

    def probabilities(self, text: str, language: Language, vector: Vectors) -> dict[str, float]:
        """By need, ``unrelated`` and ``other_matter`` (whose matters are added up); they sum to 1."""
        places, values = self.ngrams.vector(text)
        centred = _unit(vector.reshape(1, -1) - self.means[LANGUAGES.index(language)])[0]
        scores = self.vector_weights @ (centred * _VECTOR_SCALE) + self.intercept
        scores = scores + values @ self.letter_weights[places] * _LETTER_SCALE
        totals: dict[str, float] = {}
        for label, share in zip(self.labels, softmax(scores / _TEMPERATURE), strict=True):
            scope = scope_of(label)
            totals[scope] = totals.get(scope, 0.0) + float(share)
        return totals


def train(examples: Sequence[Example], vectors: Vectors) -> NeedModel:
    """``vectors`` has one row per example. Examples of little weight (prose) teach by their letters alone."""
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    order = sorted(range(len(examples)), key=lambda row: not examples[row].weight >= 1)
    examples, vectors = [examples[row] for row in order], vectors[order]
    main = sum(example.weight >= 1 for example in examples)
    means = language_means([example.language for example in examples[:main]], vectors[:main])
    languages = np.array([LANGUAGES.index(example.language) for example in examples[:main]])
    centred = np.zeros_like(vectors)
    centred[:main] = _unit(vectors[:main] - means[languages])
    texts = [example.text for example in examples]
    ngrams, letters = Ngrams.fit(texts[:main], SPAN, texts[main:])
    features = sparse.hstack([sparse.csr_matrix(centred * _VECTOR_SCALE), letters * _LETTER_SCALE]).tocsr()
    model = LogisticRegression(C=_STRENGTH, max_iter=_ITERATIONS, tol=1e-3)
    labels, weights = [example.label for example in examples], [example.weight for example in examples]
    model.fit(features.astype(np.float32), labels, sample_weight=weights)
    return _model(model, means, ngrams)


def _model(model: Any, means: Floats, ngrams: Ngrams) -> NeedModel:
    weights = model.coef_.astype(np.float32)
    width = means.shape[1]
    return NeedModel(
        labels=tuple(str(label) for label in model.classes_),
        means=means,
        vector_weights=np.ascontiguousarray(weights[:, :width]),
        letter_weights=np.ascontiguousarray(weights[:, width:].T),
        intercept=model.intercept_.astype(np.float32),
        ngrams=ngrams,
    )


def language_means(languages: Sequence[Language], vectors: Vectors) -> Floats:
    """Shape (6, dimensions), in the order of ``LANGUAGES``; the common mean where a language has no example."""
    rows: Mapping[Language, list[int]] = {
        language: [row for row, known in enumerate(languages) if known == language] for language in LANGUAGES
    }
    common = vectors.mean(axis=0)
    return np.stack([vectors[rows[known]].mean(axis=0) if rows[known] else common for known in LANGUAGES])


def _unit(vectors: Floats) -> Floats:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms == 0, 1, norms), dtype=np.float32)
