"""A second look at what a message does: per label, one logistic regression over the vector and one over the letters.

Learnt together they lean on the letters too much: with one alarm in a hundred ordinary sentences, two of their own
found 83 to 93 % of dangers nobody had taught where one over both found 78 (270 sentences, 2026-11-25).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.understanding.labels.danger import NO_BOUNDS, ORDER, DangerBounds, DangerNet, no_net, train_net
from agents.understanding.labels.hints import Hints
from agents.understanding.shared.labels import DANGERS, Label
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
    ``near_danger``: whether a text only sounds like danger.
    """

    texts: Sequence[str]
    vectors: Vectors
    labels: tuple[Label, ...]
    carries: NDArray[np.bool_]
    weights: Floats
    near_danger: Sequence[bool]


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
    net: DangerNet
    bounds: DangerBounds = NO_BOUNDS

    def find_labels(self, text: str, vector: Vectors) -> frozenset[Label]:
        """The labels that reach their threshold; ``vector`` has shape (dimensions,)."""
        return self.reached(self.probabilities(text, vector))

    def reached(self, probabilities: Floats, least: Floats | float = 0.0) -> frozenset[Label]:
        """The labels that reach their threshold, and ``least``."""
        passed = probabilities >= np.maximum(self.thresholds, least)
        return frozenset(label for label, yes in zip(self.labels, passed, strict=True) if yes)

    def probabilities(self, text: str, vector: Vectors) -> Floats:
        """The probability of each of ``labels``, independent of the others; ``vector`` has shape (dimensions,)."""
        return sigmoid(self._log_odds(text, centred(vector, self.mean)))

    def danger_scores(self, text: str, vector: Vectors) -> Floats:
        """The log-odds of each danger of ``ORDER``, by the regressions and the networks together."""
        own = centred(vector, self.mean)
        linear = self._log_odds(text, own)
        columns = [self.labels.index(danger) for danger in ORDER if danger in self.labels]
        if len(columns) < len(ORDER):
            return np.full(len(ORDER), -np.inf, np.float32)
        return np.asarray(2 * linear[columns] + self.net.log_odds(own), np.float32)

    def _log_odds(self, text: str, own: Floats) -> Floats:
        places, values = self.ngrams.vector(text)
        scores = own @ self.vector_weights + values @ self.letter_weights[places] + self.intercept
        return np.asarray(scores, np.float32)


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
        net=train_net(own, _dangers(lessons), lessons.near_danger) if networks else no_net(own.shape[1]),
    )


def _dangers(lessons: Lessons) -> list[Label | None]:
    columns = [(lessons.labels.index(danger), danger) for danger in sorted(DANGERS & set(lessons.labels))]
    return [next((danger for column, danger in columns if row[column]), None) for row in lessons.carries]


def centred(vectors: Vectors, mean: Floats) -> Floats:
    """The vector without the common mean, at the scale the weights were learnt at."""
    own = vectors - mean
    norms = np.linalg.norm(own, axis=-1, keepdims=True)
    return np.asarray(own / np.where(norms == 0, 1, norms) * _VECTOR_SCALE, dtype=np.float32)
