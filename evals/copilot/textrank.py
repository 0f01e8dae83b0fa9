"""TextRank (Mihalcea and Tarau 2004) over turns: those most like the others, by PageRank on their likeness."""

import numpy as np
from numpy.typing import NDArray

_DAMPING, _STEPS = 0.85, 60


def text_rank(vectors: NDArray[np.float32], most: int) -> list[int]:
    """Places of the ``most`` central texts, in their order. ``vectors``: of length one, a row each."""
    likeness = np.clip(vectors @ vectors.T, 0, None)
    np.fill_diagonal(likeness, 0)
    sums = likeness.sum(axis=0)
    # a text like no other passes its weight on to all alike
    moves = np.where(sums > 0, likeness / np.where(sums > 0, sums, 1), 1 / max(len(sums), 1))
    rank = np.full(len(sums), 1 / max(len(sums), 1))
    for _ in range(_STEPS):
        rank = (1 - _DAMPING) / len(sums) + _DAMPING * (moves @ rank) if len(sums) else rank
    return sorted(np.argsort(-rank, kind="stable")[:most].tolist())
