"""Fits on tiny data, and the check that what is kept matches what is taught."""

from collections.abc import Iterator

import numpy as np
import pytest

from agents.answers.ranking_weights import Features
from evals.training.checks import is_worse, run_checks
from evals.training.ranking import RankingExample, first_is_right, fit_weights

NAMES = list(Features.__dataclass_fields__)


def example(case: str, right: int, **columns: tuple[float, ...]) -> RankingExample:
    """Three sections; each named feature has a value in each of them."""
    features = np.zeros((3, len(NAMES)))
    for name, values in columns.items():
        features[:, NAMES.index(name)] = values
    return RankingExample(case, features, np.arange(3) == right)


def told_by_meaning(count: int = 30) -> list[RankingExample]:
    chance = np.random.default_rng(0)
    found = []
    for number in range(count):
        right = int(chance.integers(3))
        meaning = tuple(0.9 if section == right else float(chance.uniform(0, 0.5)) for section in range(3))
        found.append(example(str(number), right, meaning=meaning, words=tuple(chance.uniform(size=3))))
    return found


def test_the_fit_finds_the_feature_that_tells_the_answer() -> None:
    examples = told_by_meaning()
    fitted = Features(*fit_weights(examples).tolist())
    assert fitted.meaning > 10 * abs(fitted.words)
    assert all(first_is_right(examples, fitted))


def test_a_feature_that_never_varies_or_is_left_out_weighs_nothing() -> None:
    fitted = Features(*fit_weights(told_by_meaning(), without=("words",)).tolist())
    assert fitted.words == fitted.measure == 0.0


def test_questions_without_an_answer_teach_nothing() -> None:
    examples = told_by_meaning()
    unanswered = example("none", 3, meaning=(5.0, 0.0, 0.0))
    assert np.allclose(fit_weights([*examples, unanswered]), fit_weights(examples))


def test_a_heavier_ridge_makes_smaller_weights() -> None:
    examples = told_by_meaning()
    light, heavy = (Features(*fit_weights(examples, ridge).tolist()) for ridge in (1e-3, 1.0))
    assert 0 < heavy.meaning < light.meaning


@pytest.mark.parametrize(
    ("kept", "fitted", "worse"),
    [
        ([False] * 6, [True] * 6, True),
        ([True] * 6, [False] * 6, False),
        ([False] * 3 + [True] * 7, [True] * 10, False),
        ([True] * 4, [True] * 4, False),
    ],
)
def test_kept_weights_are_stale_only_when_worse_beyond_chance(
    kept: list[bool], fitted: list[bool], worse: bool
) -> None:
    assert is_worse(kept, fitted) is worse


def test_a_check_ends_with_one_when_anything_does_not_match(capsys: pytest.CaptureFixture[str]) -> None:
    def clean() -> Iterator[str]:
        yield from ()

    def stale() -> Iterator[str]:
        yield "made of other sentences"

    checks = {"needs": clean, "ranking": stale}
    assert run_checks(["needs"], checks) == 0
    assert run_checks(["needs", "ranking"], checks) == 1
    assert capsys.readouterr().out.splitlines() == [
        "needs: matches what is taught", "needs: matches what is taught", "ranking: made of other sentences",
    ]  # fmt: skip
