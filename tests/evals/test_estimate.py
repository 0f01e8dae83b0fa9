"""What is left out of a tuning goes whole, and what was counted adds up."""

from pathlib import Path

import pytest

from agents.understanding.needs.need_decision import NeedDecision, Thresholds, select_need
from agents.understanding.needs.need_examples import NeedExample
from evals.figures import Share
from evals.training.needs.estimate import ALARM, BODY, CAUGHT, FOLDS, RIGHT, THREE, Estimate, fold_rows, style_rows

EXAMPLES = [
    *(
        NeedExample(f"{language} {number}", language, "viudedad", f"viudedad:plain:{number}", "plain")
        for number in range(40)
        for language in ("es", "eu")
    ),
    *(
        NeedExample(f"{kind} {number}", "es", f"other_matter:{kind}", f"around:{kind}:{number}", "around")
        for kind in ("perros", "bancos", "bodas", "multas", "coplas", "vinos")
        for number in range(4)
    ),
    NeedExample("la pensión de viudedad", "es", "viudedad", "viudedad:name", own=False),
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


def _decided(**shares: float) -> NeedDecision:
    return select_need(shares, Thresholds())


def test_each_aim_is_counted_and_what_lies_outside_apart(tmp_path: Path) -> None:
    bodies = {"viudedad": "INSS", "orfandad": "INSS", "afiliacion": "TGSS", None: "none"}
    judged = [
        (EXAMPLES[0], _decided(viudedad=0.6, unrelated=0.4)),
        (EXAMPLES[2], _decided(viudedad=0.3, orfandad=0.7)),
        (EXAMPLES[4], _decided(viudedad=0.1, orfandad=0.2, afiliacion=0.4, cita=0.15, jubilacion=0.15)),
        (EXAMPLES[6], _decided(viudedad=0.3, unrelated=0.7)),
        (EXAMPLES[80], _decided(viudedad=0.3, other_matter=0.7)),
        (EXAMPLES[81], _decided(viudedad=0.8, unrelated=0.2)),
    ]
    estimate = Estimate.of(judged, lambda need: bodies[need])
    assert estimate.shares == {
        (RIGHT, "es", "plain"): Share(1, 4),
        (THREE, "es", "plain"): Share(3, 4),
        (BODY, "es", "plain"): Share(2, 4),
        (ALARM, "es", "plain"): Share(1, 4),
        (CAUGHT, "es", "around"): Share(1, 2),
    }
    estimate.save(tmp_path / "folds" / "fold-0.json")
    twice = Estimate.pooled([Estimate.load(tmp_path / "folds" / "fold-0.json"), estimate])
    assert (twice.share(RIGHT), twice.share(CAUGHT, ["es"])) == (Share(2, 8), Share(2, 4))
    assert "| plain: right need | 25.0 | 25.0 | – |" in twice.table()
