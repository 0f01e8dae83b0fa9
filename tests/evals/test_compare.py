"""Two runs side by side: paired when the samples are the same, by intervals when they are not."""

import json
import math
from pathlib import Path

import pytest
from inspect_ai.log import EvalConfig, EvalDataset, EvalLog, EvalSample, EvalSpec, write_eval_log
from inspect_ai.scorer import CORRECT, INCORRECT, NOANSWER, Score

from evals.compare import compare, compare_runs
from evals.figures import GradedRun


def runs(marks: str, language: str = "es", prefix: str = "q") -> list[GradedRun]:
    return [
        GradedRun(f"{prefix}{number}", language, mark == "C", mark == "N", "", 1, f"{prefix}{number}")
        for number, mark in enumerate(marks)
    ]


def test_the_same_samples_are_paired() -> None:
    everything, spanish = compare_runs("need", runs("C" * 20), runs("C" * 12 + "I" * 8))
    assert (everything.language, spanish.language) == ("all", "es")
    assert (spanish.lost, spanish.won) == (8, 0)
    assert spanish.chance == pytest.approx(2 / 2**8)
    assert spanish.is_beyond_chance
    assert spanish.plain()["verdict"] == "worse"


def test_few_discordant_pairs_are_within_chance_whatever_the_shares() -> None:
    one = next(compare_runs("need", runs("C" * 20), runs("C" * 15 + "I" * 5)))
    assert one.chance == pytest.approx(0.0625)
    assert one.plain()["verdict"] == "within chance"


def test_runs_that_agree_differ_by_nothing() -> None:
    one = next(compare_runs("need", runs("CCI"), runs("CCI")))
    assert (one.chance, one.difference) == (1.0, 0.0)


@pytest.mark.parametrize(("marks", "beyond"), [("I" * 40, True), ("C" * 34 + "I" * 6, False)])
def test_other_samples_are_compared_by_their_intervals(marks: str, beyond: bool) -> None:
    one = next(compare_runs("need", runs("C" * 40), runs(marks, prefix="other")))
    assert one.chance is None
    assert one.is_beyond_chance is beyond


def test_a_question_that_was_reworded_is_another_sample() -> None:
    before = [GradedRun("es/1", "es", True, False, "", 1, "cuándo me jubilo")]
    after = [GradedRun("es/1", "es", False, False, "", 1, "cuándo me puedo jubilar")]
    one = next(compare_runs("need", before, after))
    assert (one.lost, one.chance) == (0, None)


def test_a_lost_simulator_counts_for_neither() -> None:
    one = next(compare_runs("booking", runs("C" * 20), runs("C" * 19 + "N")))
    assert (one.before.total, one.after.total, one.lost, one.chance) == (19, 19, 0, 1.0)


def test_a_run_that_was_stopped_is_compared_on_what_it_did() -> None:
    one = next(compare_runs("need", runs("C" * 10 + "I" * 30), runs("C" * 10)))
    assert (one.before.passed, one.before.total, one.chance) == (10, 10, 1.0)


def test_a_language_that_one_run_lacks_is_left_out() -> None:
    found = list(compare_runs("need", runs("CC", "es") + runs("CC", "eu", "e"), runs("CC", "es")))
    assert [one.language for one in found] == ["all", "es"]
    assert not math.isnan(found[0].difference)


def written(folder: Path, task: str, marks: str, status: str = "success") -> None:
    folder.mkdir(exist_ok=True)
    spec = EvalSpec(
        created="2026-11-25T10:00:00+00:00", task=task, dataset=EvalDataset(), model="none", config=EvalConfig()
    )
    samples = [
        EvalSample(
            id=f"es/{number}", epoch=1, input=f"q{number}", target="", metadata={"language": "es"},
            scores={"right": Score(value=mark, metadata={"simulator_error": mark == NOANSWER})},
        )
        for number, mark in enumerate(marks)
    ]  # fmt: skip
    log = EvalLog.model_validate({"eval": spec, "status": status, "samples": samples})
    write_eval_log(log, str(folder / f"2026-11-25T10-00-00+00-00_{task}_x.json"), format="json")


def test_folders_are_compared_suite_by_suite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = tmp_path / "a", tmp_path / "b"
    written(before, "need", CORRECT * 12)
    written(after, "need", INCORRECT * 12)
    written(before, "language", CORRECT)
    written(after, "language", CORRECT, "started")
    written(before, "answers", CORRECT)
    assert compare(before, after, as_json=False) == 0
    told = capsys.readouterr().out
    assert "WORSE" in told
    assert "answers: only in" in told
    assert "language: the run in" in told
    assert compare(before, after, as_json=True) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(row["suite"], row["language"], row["verdict"]) for row in rows} == {
        ("need", "all", "worse"), ("need", "es", "worse"), ("language", "all", "within chance"),
        ("language", "es", "within chance"),
    }  # fmt: skip


def test_folders_without_a_common_suite_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "a", "need", CORRECT)
    assert compare(tmp_path / "a", tmp_path / "none", as_json=True) == 2
    assert "no suite in common" in capsys.readouterr().err
