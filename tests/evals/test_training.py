"""The check that what is kept matches what is taught."""

from collections.abc import Iterator

import pytest

from evals.training.checks import run_checks


def test_a_check_ends_with_one_when_anything_does_not_match(capsys: pytest.CaptureFixture[str]) -> None:
    def clean() -> Iterator[str]:
        yield from ()

    def stale() -> Iterator[str]:
        yield "made of other sentences"

    checks = {"needs": clean, "dialogue": stale}
    assert run_checks(["needs"], checks) == 0
    assert run_checks(["needs", "dialogue"], checks) == 1
    assert capsys.readouterr().out.splitlines() == [
        "needs: matches what is taught", "needs: matches what is taught", "dialogue: made of other sentences",
    ]  # fmt: skip
