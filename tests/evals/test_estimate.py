"""What is left out of a tuning goes whole, and what was counted adds up."""

from pathlib import Path

import pytest

from agents.understanding.needs.examples import Example
from evals.figures import Share
from evals.tuning.estimate import FOLDS, Estimate, fold_rows, style_rows

EXAMPLES = [
    *(
        Example(f"{language} {number}", language, "viudedad", f"viudedad:plain:{number}", "plain")
        for number in range(40)
        for language in ("es", "eu")
    ),
    *(
        Example(f"{kind} {number}", "es", f"other_matter:{kind}", f"around:{kind}:{number}", "around")
        for kind in ("perros", "bancos", "bodas", "multas", "coplas", "vinos")
        for number in range(4)
    ),
    Example("la pensión de viudedad", "es", "viudedad", "viudedad:name", own=False),
]


def test_every_own_sentence_is_left_out_of_one_fold() -> None:
    folds = [fold_rows(EXAMPLES, fold) for fold in range(FOLDS)]
    assert sum(map(len, folds)) == len(frozenset().union(*folds)) == len(EXAMPLES) - 1


@pytest.mark.parametrize("fold", range(FOLDS))
def test_the_languages_of_a_group_and_a_whole_kind_go_together(fold: int) -> None:
    rows = fold_rows(EXAMPLES, fold)
    out = {EXAMPLES[row].group for row in rows if EXAMPLES[row].label == "viudedad"}
    kinds = {EXAMPLES[row].label for row in rows} - {"viudedad"}
    whole = {row for row, one in enumerate(EXAMPLES) if one.own and (one.group in out or one.label in kinds)}
    assert rows == whole


def test_a_way_of_asking_goes_whole() -> None:
    assert {EXAMPLES[row].style for row in style_rows(EXAMPLES, "around")} == {"around"}
    assert len(style_rows(EXAMPLES, "around")) == 24


def test_the_likeliest_label_counts_and_outside_apart(tmp_path: Path) -> None:
    judged = [
        (EXAMPLES[0], {"viudedad": 0.6, "unrelated": 0.4}),
        (EXAMPLES[2], {"viudedad": 0.3, "orfandad": 0.7}),
        (EXAMPLES[80], {"viudedad": 0.3, "other_matter": 0.7}),
        (EXAMPLES[81], {"viudedad": 0.8, "unrelated": 0.2}),
    ]
    estimate = Estimate.of(judged)
    assert estimate.right == {("es", "plain"): Share(1, 2)}
    assert estimate.outside == Share(1, 2)
    estimate.save(tmp_path / "folds" / "fold-0.json")
    twice = Estimate.pooled([Estimate.load(tmp_path / "folds" / "fold-0.json"), estimate])
    assert (twice.right["es", "plain"], twice.outside) == (Share(2, 4), Share(2, 4))
    assert "| plain | 50.0 | 50.0 |" in twice.table()
