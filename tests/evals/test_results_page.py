"""The page of results says what its data says, and figures that were not measured again are kept."""

import json
from pathlib import Path

import pytest
from inspect_ai.log import EvalConfig, EvalDataset, EvalLog, EvalSample, EvalSpec, write_eval_log
from inspect_ai.scorer import CORRECT, INCORRECT, Score

from evals.reporting.results_page import ResultsError, markdown_table, results_page, write_results

ROOT = Path(__file__).parents[2]
RECORDED = """
title: Speech
order: 1
tables:
  - {title: A minute, measured: "2026-11-27", machine: two cores, repeat: isac bench speech, columns: [a, b],
     rows: [["1", "2"]], notes: It is bad at Basque.}
"""


def test_the_page_is_what_its_data_says() -> None:
    """When this fails: ``isac eval report --write``."""
    assert (ROOT / "docs" / "results.md").read_text(encoding="utf-8") == results_page()


def written(folder: Path, marks: str, status: str = "success") -> None:
    folder.mkdir(exist_ok=True)
    spec = EvalSpec(
        created="2026-11-28T10:00:00+00:00", task="need", dataset=EvalDataset(), model="none", config=EvalConfig()
    )
    samples = [
        EvalSample(
            id=number, epoch=1, input="", target="", metadata={"language": "eu"}, scores={"right": Score(value=mark)}
        )
        for number, mark in enumerate(marks)
    ]
    log = EvalLog.model_validate({"eval": spec, "status": status, "samples": samples})
    write_eval_log(log, str(folder / "2026-11-28T10-00-00+00-00_need_x.json"), format="json")


def test_logs_benches_and_recorded_tables_come_together_each_with_its_day(tmp_path: Path) -> None:
    logs, benches, data, page = (tmp_path / name for name in ("logs", "benches", "data", "page.md"))
    written(logs, CORRECT * 3 + INCORRECT)
    benches.mkdir()
    data.mkdir()
    (benches / "turns.json").write_text('{"p50_ms": 30}')
    (data / "speech.yaml").write_text(RECORDED)
    write_results(logs, benches, data, page)
    text = page.read_text()
    assert "| need | – | – | – | 75.0 | – | – | 75.0 (19.4–99.4) | 4 | 2026-11-28 |" in text
    assert "| p50_ms | 30 |" in text
    assert "Measured 2026-11-27, on two cores. To repeat: isac bench speech." in text
    assert "| 1 | 2 |\n\nIt is bad at Basque." in text
    write_results(tmp_path / "no logs", tmp_path / "no benches", data, page)
    assert page.read_text() == text


def test_a_suite_that_was_stopped_does_not_become_a_result(tmp_path: Path) -> None:
    written(tmp_path / "logs", CORRECT, "error")
    write_results(tmp_path / "logs", tmp_path / "none", tmp_path, tmp_path / "page.md")
    assert "## Suites" not in (tmp_path / "page.md").read_text()


@pytest.mark.parametrize(
    "text",
    ["title: x", "title: [", RECORDED.replace('measured: "2026-11-27", ', ""), RECORDED.replace('"2"', '"2", "3"')],
)
def test_a_data_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.yaml").write_text(text)
    with pytest.raises(ResultsError):
        results_page(tmp_path)


def test_a_bench_that_is_no_json_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "turns.json").write_text(json.dumps([1]))
    with pytest.raises(ResultsError, match=r"turns\.json"):
        write_results(tmp_path / "none", tmp_path, tmp_path, tmp_path / "page.md")


def test_a_table_has_a_cell_for_each_column() -> None:
    assert markdown_table(["a"], [["1"]]).splitlines() == ["| a |", "| --- |", "| 1 |"]
    with pytest.raises(ValueError, match="cells"):
        markdown_table(["a"], [["1", "2"]])
