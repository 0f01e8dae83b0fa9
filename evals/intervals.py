"""Small samples get honest widths: exact intervals, and pass^k that is undefined rather than invented."""

import math
from collections.abc import Callable, Sequence

import numpy as np

_STEPS = 60
_DRAWS, _SEED = 2000, 7


def clopper_pearson(passed: int, total: int, *, confidence: float = 0.95) -> tuple[float, float]:
    """The exact binomial interval of a share; ``(nan, nan)`` when nothing was counted."""
    if not 0 <= passed <= total:
        raise ValueError(f"{passed} of {total} is no share")
    if total == 0:
        return math.nan, math.nan
    tail = (1 - confidence) / 2
    low = 0.0 if passed == 0 else _root(lambda p: _at_least(passed, total, p) < tail)
    high = 1.0 if passed == total else _root(lambda p: 1 - _at_least(passed + 1, total, p) > tail)
    return low, high


def of_clusters(clusters: Sequence[tuple[int, int]], *, confidence: float = 0.95) -> tuple[float, float]:
    """The interval of a share counted in clusters, passed and total of each: cases of one dialogue are alike.

    The wider of the exact one and of a bootstrap over clusters, which alone would be a point where all passed.
    """
    counts = np.array([one for one in clusters if one[1]], dtype=np.int64).reshape(-1, 2)
    low, high = clopper_pearson(int(counts[:, 0].sum()), int(counts[:, 1].sum()), confidence=confidence)
    if not len(counts):
        return low, high
    drawn = np.random.default_rng(_SEED).integers(0, len(counts), (_DRAWS, len(counts)))
    passed, total = counts[drawn].sum(axis=1).T
    tail = 50 * (1 - confidence)
    least, most = np.percentile(passed / total, (tail, 100 - tail))
    return min(low, float(least)), max(high, float(most))


def pass_power_k(passed: int, total: int, k: int) -> float:
    """Chance that k runs drawn from these all passed, C(passed, k) / C(total, k); NaN with fewer than k runs.

    One run would look like a reliability of 1.0 at any k: that is why it is NaN instead.
    """
    if k < 1 or not 0 <= passed <= total:
        raise ValueError(f"pass^{k} of {passed} in {total}")
    return math.nan if total < k else math.comb(passed, k) / math.comb(total, k)


def _at_least(count: int, total: int, p: float) -> float:
    if p <= 0:
        return 1.0 if count <= 0 else 0.0
    if p >= 1:
        return 1.0
    return math.fsum(
        math.exp(_log_choose(total, i) + i * math.log(p) + (total - i) * math.log1p(-p))
        for i in range(count, total + 1)
    )


def _log_choose(total: int, count: int) -> float:
    return math.lgamma(total + 1) - math.lgamma(count + 1) - math.lgamma(total - count + 1)


def _root(below: Callable[[float], bool]) -> float:
    """Find where ``below`` stops being true, by bisection on 0..1."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2
