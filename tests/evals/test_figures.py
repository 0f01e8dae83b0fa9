"""Runs that were stopped do not pass for whole ones."""

import json
from pathlib import Path

import pytest
from inspect_ai.log import EvalConfig, EvalDataset, EvalLog, EvalSample, EvalSpec, write_eval_log
from inspect_ai.scorer import CORRECT, INCORRECT, Score

from evals.figures import figures_of, latest_logs
from evals.reporting.report import report

WHOLE, STOPPED = "2026-11-25T10:00:00+00:00", "2026-11-26T10:00:00+00:00"


def written(out: Path, created: str, marks: str, status: str = "success") -> None:
    spec = EvalSpec(created=created, task="need", dataset=EvalDataset(), model="none", config=EvalConfig())
    samples = [
        EvalSample(id=number, epoch=1, input="", target="", scores={"right": Score(value=mark)})
        for number, mark in enumerate(marks)
    ]
    log = EvalLog.model_validate({"eval": spec, "status": status, "samples": samples})
    write_eval_log(log, str(out / f"{created[:10]}T10-00-00+00-00_need_{status}.json"), format="json")


@pytest.mark.parametrize("status", ["error", "cancelled", "started"])
def test_a_run_that_was_stopped_does_not_take_the_place_of_a_whole_one(tmp_path: Path, status: str) -> None:
    written(tmp_path, WHOLE, f"{CORRECT}{INCORRECT}{CORRECT}{CORRECT}")
    written(tmp_path, STOPPED, CORRECT, status)
    (log,) = latest_logs(tmp_path)
    assert (log.eval.created, figures_of(log).overall.total) == (WHOLE, 4)


def test_where_no_run_was_finished_the_report_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, STOPPED, CORRECT, "error")
    report(tmp_path, as_json=False)
    assert "the run was stopped" in capsys.readouterr().out
    report(tmp_path, as_json=True)
    assert json.loads(capsys.readouterr().out)[0]["finished"] is False


def test_of_whole_runs_the_newest_counts_and_nothing_is_said_of_stopping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, WHOLE, CORRECT)
    written(tmp_path, STOPPED, CORRECT + INCORRECT)
    assert [log.eval.created for log in latest_logs(tmp_path)] == [STOPPED]
    report(tmp_path, as_json=False)
    assert "stopped" not in capsys.readouterr().out
