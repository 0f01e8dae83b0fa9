"""Pleas: danger, and the wish for a person. Read twice, by words and by a model; in between, they are doubtful.

One model tells all of them from everything else, by the vector and by the letters of a sentence. Learnt label by label
it heard a stranger's wish for a person 57 times of 100; together, at equal alarms, 84 (180 wishes, 2026-12-02).
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.understanding.labels.acts import Acts
from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.shared.ngrams import Floats

ORDER: tuple[Label, ...] = (*sorted(DANGERS), "person")
PLEAS: frozenset[Label] = frozenset(ORDER)
"""Labels that one sentence of a long message is enough for."""
_DANGERS = len(DANGERS)
_HIDDEN, _PENALTY, _RATE, _BATCH, _PASSES, _NETS = 64, 1e-3, 2e-3, 256, 14, 4
_STRENGTH, _ITERATIONS = 4.0, 100
_LETTERS = 2.0
"""How much the letters count beside the vector: 1, 2 and 3 measured the same."""
_MORE = 2
"""How many more times a plea, and a near miss, is seen than another sentence."""


@dataclass(frozen=True, slots=True)
class PleaLessons:
    """Sentences that teach pleas: the row of each among all texts, its plea if any, and whether it only sounds so."""

    rows: NDArray[np.intp]
    pleas: Sequence[Label | None]
    near: Sequence[bool]


@dataclass(frozen=True, slots=True)
class PleaModel:
    """Networks of one hidden layer over the vector of a sentence, averaged, and a regression over its letters.

    Shapes: ``inner`` (nets, dimensions, hidden), ``inner_bias`` (nets, hidden), ``outer`` (nets, hidden, 1 + pleas),
    ``outer_bias`` (nets, 1 + pleas), no plea first; ``letters`` (n-grams, pleas), ``letters_bias`` (pleas,).
    """

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    letters: Floats
    letters_bias: Floats

    def log_odds(self, vector: Floats, places: NDArray[np.intp], values: Floats) -> Floats:
        """Of each of ``ORDER`` against none; ``vector`` (dimensions,) is centred, the n-grams are at ``places``."""
        odds = _LETTERS * (values @ self.letters[places] + self.letters_bias)
        if len(self.inner):
            hidden = np.maximum(np.einsum("d,ndh->nh", vector, self.inner) + self.inner_bias, 0)
            scores = np.einsum("nh,nho->no", hidden, self.outer) + self.outer_bias
            odds = odds + (scores[:, 1:] - scores[:, :1]).mean(axis=0)
        return np.asarray(odds, np.float32)


@dataclass(frozen=True, slots=True)
class AlarmBounds:
    """Log-odds from which a sentence says it, and from which it may."""

    sure: float = 0.0
    doubtful: float = -np.inf

    @property
    def tried(self) -> bool:
        """Whether false alarms were counted to set them."""
        return self.doubtful > -np.inf


@dataclass(frozen=True, slots=True)
class HeardPleas:
    """``said``: beyond doubt; ``may_be_danger``, ``may_be_person``: where it is not beyond doubt that there is none."""

    said: frozenset[Label] = frozenset()
    may_be_danger: bool = False
    may_be_person: bool = False


NO_PLEAS = HeardPleas()


@dataclass(frozen=True, slots=True)
class PleaBounds:
    """Of the dangers together, and of the wish for a person."""

    danger: AlarmBounds
    person: AlarmBounds

    def judge(self, scores: Sequence[Floats]) -> HeardPleas:
        """``scores``: of the whole, then of its sentences. A sentence says it and the whole does not deny it."""
        rows = np.stack(scores)
        danger, may_be_danger = _judged(rows[:, :_DANGERS], self.danger)
        person, may_be_person = _judged(rows[:, _DANGERS:], self.person)
        said = [ORDER[danger]] if danger is not None else []
        said += ["person"] if person is not None else []
        return HeardPleas(frozenset(said), may_be_danger, may_be_person)


NO_BOUNDS = PleaBounds(AlarmBounds(), AlarmBounds())


def _judged(scores: Floats, bounds: AlarmBounds) -> tuple[int | None, bool]:
    best = scores.max(axis=0)
    sure = best.max() >= bounds.sure and scores[0].max() >= min(bounds.doubtful, bounds.sure)
    return (int(best.argmax()) if sure else None), bool(sure or best.max() >= bounds.doubtful)


def train_pleas(vectors: Floats, letters: Any, lessons: PleaLessons, *, networks: bool = True) -> PleaModel:
    """``vectors`` are centred; ``letters`` is their sparse matrix of n-grams; both have a row for every text."""
    classes = np.array([0 if plea is None else 1 + ORDER.index(plea) for plea in lessons.pleas])
    if len(np.unique(classes)) <= len(ORDER):
        return _deaf(vectors.shape[1], letters.shape[1])
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the last digits change nothing
        by_letters = LogisticRegression(C=_STRENGTH, max_iter=_ITERATIONS).fit(letters[lessons.rows], classes)
    weights, bias = by_letters.coef_[1:] - by_letters.coef_[0], by_letters.intercept_[1:] - by_letters.intercept_[0]
    nets = _networks(vectors[lessons.rows], classes, lessons.near) if networks else _no_networks(vectors.shape[1])
    return _as_model(*nets, np.ascontiguousarray(weights.T), bias)


def _networks(vectors: Floats, classes: NDArray[np.int_], near: Sequence[bool]) -> list[Floats]:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    heavy = np.flatnonzero((classes > 0) | np.array(near))
    rows = np.concatenate([np.arange(len(classes)), *[heavy] * _MORE])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # few passes on purpose: more learn the sentences by heart
        nets = [
            MLPClassifier(
                (_HIDDEN,), alpha=_PENALTY, learning_rate_init=_RATE, batch_size=_BATCH, max_iter=_PASSES,
                random_state=seed, n_iter_no_change=_PASSES,
            ).fit(vectors[rows], classes[rows])
            for seed in range(_NETS)
        ]  # fmt: skip
    of_layer = [(np.stack([n.coefs_[k] for n in nets]), np.stack([n.intercepts_[k] for n in nets])) for k in (0, 1)]
    return [part for parts in of_layer for part in parts]


def _no_networks(dimensions: int) -> list[Floats]:
    outputs = 1 + len(ORDER)
    shapes = ((0, dimensions, _HIDDEN), (0, _HIDDEN), (0, _HIDDEN, outputs), (0, outputs))
    return [np.zeros(shape, np.float32) for shape in shapes]


def _deaf(dimensions: int, ngrams: int) -> PleaModel:
    """Where there are too few sentences to learn from."""
    return _as_model(*_no_networks(dimensions), np.zeros((ngrams, len(ORDER))), np.zeros(len(ORDER)))


def _as_model(*parts: Any) -> PleaModel:
    return PleaModel(*(np.asarray(part, np.float32) for part in parts))


def confirmed(phrased: Acts, heard: bool) -> Acts:
    """The acts read in words; a danger among them stands when the model may hear one too, and else is doubtful."""
    unconfirmed = frozenset() if heard else phrased.labels & DANGERS
    if not unconfirmed:
        return phrased
    hits = tuple(hit for hit in phrased.hits if hit.key not in unconfirmed)
    return replace(phrased, labels=phrased.labels - unconfirmed | {"unsafe"}, hits=hits)
