"""Danger is read twice: by words and by two models, whole and sentence by sentence. In between, it is doubtful."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from agents.understanding.labels.acts import Acts
from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.shared.ngrams import Floats

ORDER: tuple[Label, ...] = tuple(sorted(DANGERS))
_HIDDEN, _PENALTY, _RATE, _BATCH, _PASSES, _NETS = 64, 1e-3, 2e-3, 256, 14, 2
_MORE = 2
"""How many more times a sentence of danger, and a near miss, is seen than another."""


@dataclass(frozen=True, slots=True)
class DangerNet:
    """Networks of one hidden layer over the vector of a sentence; their log-odds are averaged.

    Shapes: ``inner`` (nets, dimensions, hidden), ``inner_bias`` (nets, hidden), ``outer`` (nets, hidden, 1 + dangers),
    ``outer_bias`` (nets, 1 + dangers); the first column is no danger.
    """

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    def log_odds(self, vector: Floats) -> Floats:
        """Of each of ``ORDER`` against none; ``vector`` has shape (dimensions,) and is centred."""
        if not len(self.inner):
            return np.zeros(len(ORDER), np.float32)
        hidden = np.maximum(np.einsum("d,ndh->nh", vector, self.inner) + self.inner_bias, 0)
        scores = np.einsum("nh,nho->no", hidden, self.outer) + self.outer_bias
        return np.asarray((scores[:, 1:] - scores[:, :1]).mean(axis=0), np.float32)


@dataclass(frozen=True, slots=True)
class DangerBounds:
    """Log-odds from which a sentence says danger, and from which it may."""

    sure: float = 0.0
    doubtful: float = -np.inf

    @property
    def tried(self) -> bool:
        """Whether false alarms were counted to set them."""
        return self.doubtful > -np.inf

    def judge(self, scores: Sequence[Floats]) -> tuple[frozenset[Label], bool]:
        """The dangers said beyond doubt, and whether any may be. ``scores``: of the whole, then of its sentences.

        A sentence says it and the whole does not deny it.
        """
        best = np.max(np.stack(scores), axis=0)
        doubtful = bool(best.max() >= self.doubtful)
        if best.max() < self.sure or scores[0].max() < min(self.doubtful, self.sure):
            return frozenset(), doubtful
        return frozenset({ORDER[int(best.argmax())]}), True


NO_BOUNDS = DangerBounds()


def train_net(vectors: Floats, dangers: Sequence[Label | None], near: Sequence[bool]) -> DangerNet:
    """``dangers``: that of each row, if any; ``near``: rows that only sound like one."""
    from sklearn.exceptions import ConvergenceWarning

    classes = np.array([0 if danger is None else 1 + ORDER.index(danger) for danger in dangers])
    if len(np.unique(classes)) <= len(ORDER):
        return no_net(vectors.shape[1])
    heavy = np.flatnonzero((classes > 0) | np.array(near))
    rows = np.concatenate([np.arange(len(classes)), *[heavy] * _MORE])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # few passes on purpose: more learn the sentences by heart
        nets = [_network(seed).fit(vectors[rows], classes[rows]) for seed in range(_NETS)]
    inner, outer = (np.stack([net.coefs_[layer] for net in nets]) for layer in (0, 1))
    inner_bias, outer_bias = (np.stack([net.intercepts_[layer] for net in nets]) for layer in (0, 1))
    return DangerNet(*(part.astype(np.float32) for part in (inner, inner_bias, outer, outer_bias)))


def _network(seed: int) -> Any:
    from sklearn.neural_network import MLPClassifier

    return MLPClassifier(
        (_HIDDEN,), alpha=_PENALTY, learning_rate_init=_RATE, batch_size=_BATCH, max_iter=_PASSES, random_state=seed,
        n_iter_no_change=_PASSES,
    )  # fmt: skip


def no_net(dimensions: int) -> DangerNet:
    """Where there are too few sentences to learn from."""
    inner, outer = np.zeros((0, dimensions, _HIDDEN), np.float32), np.zeros((0, _HIDDEN, 1 + len(ORDER)), np.float32)
    return DangerNet(inner, np.zeros((0, _HIDDEN), np.float32), outer, np.zeros((0, 1 + len(ORDER)), np.float32))


def confirmed(phrased: Acts, heard: bool) -> Acts:
    """The acts read in words; a danger among them stands when the model may hear one too, and else is doubtful."""
    unconfirmed = frozenset() if heard else phrased.labels & DANGERS
    if not unconfirmed:
        return phrased
    hits = tuple(hit for hit in phrased.hits if hit.key not in unconfirmed)
    return replace(phrased, labels=phrased.labels - unconfirmed | {"unsafe"}, hits=hits)
