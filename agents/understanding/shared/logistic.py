"""Several logistic regressions over the same features, fitted together."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.understanding.shared.ngrams import Floats


def fit_logistic(features: Any, carries: NDArray[np.bool_], weights: Floats, penalty: float, iterations: int) -> Floats:
    """Weights of shape (features + 1, labels), the intercepts last: penalised logistic loss, by L-BFGS.

    ``features``: a matrix, dense or sparse (CSR), a row for each text; ``carries`` and ``weights`` have one row per
    text, one column per label. A weight of 0 leaves the text out of the lessons of that label.
    """
    from scipy.optimize import minimize

    shape = (features.shape[1] + 1, carries.shape[1])
    transposed = features.T if isinstance(features, np.ndarray) else features.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        learnt = flat.reshape(shape).astype(np.float32)
        scores = features @ learnt[:-1] + learnt[-1]
        error = weights * (sigmoid(scores) - carries)
        gradient = np.empty(shape)
        gradient[:-1] = transposed @ error + penalty * learnt[:-1]
        gradient[-1] = error.sum(axis=0)
        missed = weights * (np.logaddexp(0, scores) - carries * scores)
        return float(missed.sum() + penalty / 2 * (learnt[:-1] ** 2).sum()), gradient.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 6})
    return np.asarray(found.x.reshape(shape), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Elementwise, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(scores / 2)), dtype=np.float32)
