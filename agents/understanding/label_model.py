"""A second look at what a message does: one logistic regression per label, over the sentence vector and the letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.understanding.label_hints import Hints
from agents.understanding.ngrams import Floats, Ngrams
from agents.understanding.reading import Label
from knowledge.encoder import Vectors

SPAN = (2, 4)
_VECTOR_SCALE = 3.0
_LETTER_SCALE = 3.0
_PENALTY = 0.02


@dataclass(frozen=True, slots=True)
class Lessons:
    """Sentences with what is known of them: ``carries`` and ``weights`` have one row per text, one column per label.

    A weight of 0 leaves the sentence out of the lessons of that label: nobody said whether it carries it.
    """

    texts: Sequence[str]
    vectors: Vectors
    labels: tuple[Label, ...]
    carries: NDArray[np.bool_]
    weights: Floats


@dataclass(frozen=True, slots=True)
class LabelModel:
    """Weights by label. ``mean`` takes out of a vector what all sentences share."""

    labels: tuple[Label, ...]
    mean: Floats
    vector_weights: Floats
    letter_weights: Floats
    intercept: Floats
    thresholds: Floats
    hints: Hints
    ngrams: Ngrams

    def read(self, text: str, vector: Vectors) -> frozenset[Label]:
        """The labels that reach their threshold; ``vector`` has shape (dimensions,)."""
        passed = self.probabilities(text, vector) >= self.thresholds
        return frozenset(label for label, yes in zip(self.labels, passed, strict=True) if yes)

    def probabilities(self, text: str, vector: Vectors) -> Floats:
        """One for each of ``labels``, each in [0, 1] by itself."""
        places, values = self.ngrams.vector(text)
        scores = centred(vector, self.mean) @ self.vector_weights + values @ self.letter_weights[places]
        return sigmoid(scores + self.intercept)


def train(lessons: Lessons, hints: Hints, thresholds: Floats, iterations: int) -> LabelModel:
    """Everything at once: the labels share the features and nothing else."""
    from scipy import sparse

    mean: Floats = lessons.vectors.mean(axis=0)
    ngrams, letters = Ngrams.fit(lessons.texts, SPAN)
    dense = centred(lessons.vectors, mean)
    features = sparse.csr_matrix(letters * _LETTER_SCALE, dtype=np.float32)
    weights = _fit(dense, features, lessons, iterations)
    width = dense.shape[1]
    return LabelModel(
        labels=lessons.labels,
        mean=mean,
        vector_weights=np.ascontiguousarray(weights[:width]),
        letter_weights=np.ascontiguousarray(weights[width:-1] * _LETTER_SCALE),
        intercept=weights[-1],
        thresholds=thresholds,
        hints=hints,
        ngrams=ngrams,
    )


def _fit(dense: Floats, letters: Any, lessons: Lessons, iterations: int) -> Floats:
    """Weights of shape (dimensions + n-grams + 1, labels): penalised logistic loss, by L-BFGS."""
    from scipy.optimize import minimize

    width, count = dense.shape[1], letters.shape[1]
    shape = (width + count + 1, len(lessons.labels))
    transposed = letters.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape).astype(np.float32)
        scores = dense @ weights[:width] + letters @ weights[width:-1] + weights[-1]
        error = lessons.weights * (sigmoid(scores) - lessons.carries)
        gradient = np.empty(shape)
        gradient[:width], gradient[width:-1] = dense.T @ error, transposed @ error
        gradient[:-1] += _PENALTY * weights[:-1]
        gradient[-1] = error.sum(axis=0)
        missed = lessons.weights * (np.logaddexp(0, scores) - lessons.carries * scores)
        return float(missed.sum() + _PENALTY / 2 * (weights[:-1] ** 2).sum()), gradient.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 6})
    return np.asarray(found.x.reshape(shape), dtype=np.float32)


def centred(vectors: Vectors, mean: Floats) -> Floats:
    """What is the sentence's own, at the scale the weights were learnt at."""
    own = vectors - mean
    norms = np.linalg.norm(own, axis=-1, keepdims=True)
    return np.asarray(own / np.where(norms == 0, 1, norms) * _VECTOR_SCALE, dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Elementwise, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(scores / 2)), dtype=np.float32)
