"""A second look at what a message does: per label, one logistic regression over the vector and one over the letters.

Learnt together they lean on the letters too much. Danger and the wish for a person have a model of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.understanding.labels.hints import Hints
from agents.understanding.labels.pleas import NO_BOUNDS, PleaBounds, PleaLessons, PleaModel, train_pleas
from agents.understanding.shared.labels import Label
from agents.understanding.shared.logistic import fit_logistic, sigmoid
from agents.understanding.shared.ngrams import Floats, Ngrams
from knowledge.encoders.encoder import Vectors

SPAN = (2, 4)
_VECTOR_SCALE = 2.0
_VECTOR_PENALTY, _LETTER_PENALTY = 1.0, 0.03


@dataclass(frozen=True, slots=True)
class Lessons:
    """Sentences with what is known of them: ``carries`` and ``weights`` have one row per text, one column per label.

    A weight of 0 leaves the sentence out of the lessons of that label: nobody said whether it carries it.
    ``pleas``: what they teach of those.
    """

    texts: Sequence[str]
    vectors: Vectors
    labels: tuple[Label, ...]
    carries: NDArray[np.bool_]
    weights: Floats
    pleas: PleaLessons


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
    pleas: PleaModel
    bounds: PleaBounds = NO_BOUNDS

    def find_labels(self, text: str, vector: Vectors) -> frozenset[Label]:
        """The labels that reach their threshold; ``vector`` has shape (dimensions,)."""
        return self.reached(self.probabilities(text, vector))

    def reached(self, probabilities: Floats, least: Floats | float = 0.0) -> frozenset[Label]:
        """The labels that reach their threshold, and ``least``."""
        passed = probabilities >= np.maximum(self.thresholds, least)
        return frozenset(label for label, yes in zip(self.labels, passed, strict=True) if yes)

    def probabilities(self, text: str, vector: Vectors) -> Floats:
        """The probability of each of ``labels``, independent of the others; ``vector`` has shape (dimensions,)."""
        own, (places, values) = centred(vector, self.mean), self.ngrams.vector(text)
        scores = own @ self.vector_weights + values @ self.letter_weights[places] + self.intercept
        return sigmoid(np.asarray(scores, np.float32))

    def plea_scores(self, text: str, vector: Vectors) -> Floats:
        """The log-odds of each plea of ``pleas.ORDER`` against none."""
        return self.pleas.log_odds(centred(vector, self.mean), *self.ngrams.vector(text))


def train(lessons: Lessons, hints: Hints, thresholds: Floats, iterations: int, *, networks: bool = True) -> LabelModel:
    """The labels share the features and nothing else. Scores are the mean of the two regressions."""
    from scipy import sparse

    mean: Floats = lessons.vectors.mean(axis=0)
    own = centred(lessons.vectors, mean)
    ngrams, letters = Ngrams.fit(lessons.texts, SPAN)
    by_vector = fit_logistic(own, lessons.carries, lessons.weights, _VECTOR_PENALTY, iterations) / 2
    rows = sparse.csr_matrix(letters, dtype=np.float32)
    by_letters = fit_logistic(rows, lessons.carries, lessons.weights, _LETTER_PENALTY, iterations) / 2
    return LabelModel(
        labels=lessons.labels,
        mean=mean,
        vector_weights=np.ascontiguousarray(by_vector[:-1]),
        letter_weights=np.ascontiguousarray(by_letters[:-1]),
        intercept=by_vector[-1] + by_letters[-1],
        thresholds=thresholds,
        hints=hints,
        ngrams=ngrams,
        pleas=train_pleas(own, rows, lessons.pleas, networks=networks),
    )


def centred(vectors: Vectors, mean: Floats) -> Floats:
    """The vector without the common mean, at the scale the weights were learnt at."""
    own = vectors - mean
    norms = np.linalg.norm(own, axis=-1, keepdims=True)
    return np.asarray(own / np.where(norms == 0, 1, norms) * _VECTOR_SCALE, dtype=np.float32)
