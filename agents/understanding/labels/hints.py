"""Picks the sentences of a long message that may be pleas and deserve a closer look, by letters alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from agents.understanding.shared.ngrams import Floats, Ngrams

SPAN = (2, 4)
_STRENGTH, _ITERATIONS = 4.0, 200
_NOTICED = 0.995
"""Of the pleas, the share that must be looked at."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Weights (n-grams,) of a logistic regression, and the score from which a sentence is looked at."""

    ngrams: Ngrams
    weights: Floats
    floor: float

    def open(self, text: str) -> bool:
        """Whether the text may be a plea."""
        places, values = self.ngrams.vector(text)
        return float(values @ self.weights[places]) >= self.floor


def train_hints(carrying: Sequence[str], ordinary: Sequence[str]) -> Hints:
    """The floor is what nearly all of one half of the carrying reach by what the other half taught."""
    from sklearn.linear_model import LogisticRegression

    texts = [*carrying, *ordinary]
    ngrams, letters = Ngrams.fit(texts, SPAN)
    carries = np.arange(len(texts)) < len(carrying)
    if carries.all() or not carries.any():
        return Hints(ngrams, np.zeros(letters.shape[1], np.float32), 0.0)

    def learnt(rows: Sequence[int]) -> Floats:
        model = LogisticRegression(C=_STRENGTH, max_iter=_ITERATIONS, tol=1e-3).fit(letters[rows], carries[rows])
        return np.asarray(model.coef_[0], np.float32)

    halves = [list(range(half, len(texts), 2)) for half in (0, 1)]
    reached = [letters[range(half, len(carrying), 2)] @ learnt(halves[1 - half]) for half in (0, 1)]
    return Hints(ngrams, learnt(range(len(texts))), float(np.quantile(np.concatenate(reached), 1 - _NOTICED)))
