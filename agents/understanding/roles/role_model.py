"""What an utterance does, by its meaning, that of the one before it, who says it, and a few plain signs.

A multinomial logistic regression for each side of the conversation: each has roles of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from agents.understanding.roles.role import AgentRole, CitizenRole, Role
from agents.understanding.shared.ngrams import Floats, softmax
from knowledge.encoders.encoder import Vectors

Side = Literal["citizen", "agent"]
ROLES: Mapping[Side, tuple[Role, ...]] = {"citizen": get_args(CitizenRole), "agent": get_args(AgentRole)}
_SCALE, _SCALE_BEFORE = 2.0, 1.0
_PENALTY, _ITERATIONS = 0.5, 200
_MANY_WORDS, _MANY_FIGURES = 40, 9


@dataclass(frozen=True, slots=True)
class SaidAfter:
    """An utterance as the model sees it: its words and vector, and those of the one before it, which ``other`` side
    said. ``text_before`` is empty, and its vector zero, where it begins the conversation.
    """

    side: Side
    text: str
    vector: Vectors
    text_before: str
    vector_before: Vectors
    other: bool


@dataclass(frozen=True, slots=True)
class RoleModel:
    """``weights`` of each side: (features + 1, roles), the intercepts last."""

    mean: Floats
    weights: Mapping[Side, Floats]

    def probabilities(self, said: Sequence[SaidAfter]) -> list[dict[Role, float]]:
        """Of every role of who says it, for each utterance."""
        features = _features(said, self.mean)
        found: list[dict[Role, float]] = []
        for one, row in zip(said, features, strict=True):
            learnt = self.weights[one.side]
            shares = softmax(row @ learnt[:-1] + learnt[-1])
            found.append(dict(zip(ROLES[one.side], shares.tolist(), strict=True)))
        return found


def fit_roles(said: Sequence[SaidAfter], roles: Sequence[Role], weights: Sequence[float]) -> RoleModel:
    """``weights``: how much each example counts."""
    mean: Floats = np.mean([one.vector for one in said], axis=0, dtype=np.float32)
    features, learnt = _features(said, mean), {}
    for side, names in ROLES.items():
        rows = [place for place, one in enumerate(said) if one.side == side]
        carries = np.array([[roles[place] == name for name in names] for place in rows], np.float32)
        counts = np.array([weights[place] for place in rows], np.float32)
        counts *= _evened(carries, counts)
        learnt[side] = _fit_softmax(features[rows], carries, counts)
    return RoleModel(mean, learnt)


def _evened(carries: Floats, counts: Floats) -> Floats:
    """What makes rare roles count more: by the root of how rare they are."""
    share = np.maximum((carries * counts[:, None]).sum(axis=0) / counts.sum(), 1e-6)
    each = (carries / np.sqrt(share)).sum(axis=1)
    return np.asarray(each / np.average(each, weights=counts), np.float32)


def _features(said: Sequence[SaidAfter], mean: Floats) -> Floats:
    own = _centred(np.stack([one.vector for one in said]), mean) * _SCALE
    before = _centred(np.stack([one.vector_before for one in said]), mean) * _SCALE_BEFORE
    before *= np.array([[bool(one.text_before)] for one in said], np.float32)
    signs = np.array([_signs(one) for one in said], np.float32)
    return np.hstack([own, before, signs]).astype(np.float32)


def _centred(vectors: Floats, mean: Floats) -> Floats:
    moved = vectors - mean
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9), np.float32)


def _signs(one: SaidAfter) -> list[float]:
    words, figures = len(one.text.split()), len(re.findall(r"\d", one.text))
    return [
        "?" in one.text,
        one.text.rstrip().endswith("?"),
        "?" in one.text_before,
        not one.text_before,
        one.other,
        min(figures, _MANY_FIGURES) / _MANY_FIGURES,
        min(words, _MANY_WORDS) / _MANY_WORDS,
        words <= 3,
        "€" in one.text or "%" in one.text,
    ]


def _fit_softmax(features: Floats, carries: Floats, counts: Floats) -> Floats:
    from scipy.optimize import minimize

    shape = (features.shape[1] + 1, carries.shape[1])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        learnt = flat.reshape(shape).astype(np.float32)
        shares = softmax(features @ learnt[:-1] + learnt[-1])
        error = (shares - carries) * counts[:, None]
        gradient = np.vstack([features.T @ error + _PENALTY * learnt[:-1], error.sum(axis=0, keepdims=True)])
        missed = -(counts * np.log(np.maximum((shares * carries).sum(axis=1), 1e-9))).sum()
        return float(missed + _PENALTY / 2 * (learnt[:-1] ** 2).sum()), gradient.ravel().astype(np.float64)

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS, "maxcor": 6})
    return np.asarray(found.x.reshape(shape), dtype=np.float32)
