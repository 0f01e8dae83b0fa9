import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.intervals import clopper_pearson, pass_power_k


@given(st.integers(1, 120).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_share(counts: tuple[int, int]) -> None:
    passed, total = counts
    low, high = clopper_pearson(passed, total)
    assert 0 <= low <= passed / total <= high <= 1
    assert low < high


@pytest.mark.parametrize(
    ("passed", "total", "low", "high"), [(8, 10, 0.4439, 0.9748), (0, 20, 0.0, 0.1684), (20, 20, 0.8316, 1.0)]
)
def test_the_interval_is_the_exact_one(passed: int, total: int, low: float, high: float) -> None:
    assert clopper_pearson(passed, total) == pytest.approx((low, high), abs=1e-4)


def test_nothing_counted_has_no_interval() -> None:
    assert all(math.isnan(bound) for bound in clopper_pearson(0, 0))


def test_pass_power_k_is_undefined_with_fewer_than_k_runs() -> None:
    assert math.isnan(pass_power_k(1, 1, 2))


def test_pass_power_k_counts_draws_without_replacement() -> None:
    assert pass_power_k(3, 4, 2) == pytest.approx(3 / 6)
    assert pass_power_k(1, 4, 2) == 0
    assert pass_power_k(4, 4, 4) == 1


@pytest.mark.parametrize(("passed", "total", "k"), [(2, 1, 1), (1, 1, 0), (-1, 1, 1)])
def test_impossible_counts_are_refused(passed: int, total: int, k: int) -> None:
    with pytest.raises(ValueError, match="pass"):
        pass_power_k(passed, total, k)
