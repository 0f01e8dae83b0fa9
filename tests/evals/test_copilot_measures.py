"""What is measured of the copilot beside right and wrong: dialogues, baselines, coverage, intervals."""

import math
from datetime import date
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from evals.copilot.baselines import baselines
from evals.copilot.dialogues import load_dialogues
from evals.copilot.textrank import text_rank
from evals.graders.suggestions import SpokenCase
from evals.intervals import clopper_pearson, of_clusters
from evals.reporting.coverage import by_matter, coverage, svg
from evals.reporting.measures import SuiteMeasure, beside, in_every_language
from evals.suite_files import SuiteError
from knowledge.encoders.hashing import HashingEncoder

DAY = date(2026, 11, 25)
POINTS = [
    SpokenCase(True, 0.9, True, True, "pensions"),
    SpokenCase(True, 0.4, False, True, "pensions"),
    SpokenCase(True, None, False, False, "health"),
    SpokenCase(False, 0.3, False, False),
    SpokenCase(False, None, False, False),
]


def content(**fields: Any) -> dict[str, Any]:
    usual = {
        "language": "es",
        "agent_language": "es",
        "channel": "chat",
        "turns": [{"agent": "hola"}, {"citizen": "y cuánto es"}],
        "points": [{"after": 1, "expect": "silent"}],
        "summary": {},
    }
    return {"dialogues": {"d": usual | fields}}


def test_the_dialogues_of_the_suite_are_read() -> None:
    dialogues = load_dialogues(DAY)
    assert len(dialogues) == 60
    assert {one.language for one in dialogues.values()} == {"es", "ca", "gl", "eu", "en", "fr"}


def test_turns_follow_each_other_on_the_day_of_the_dialogue() -> None:
    one = load_dialogues(DAY, content(date="2026-10-06"))["d"]
    assert [said.speaker for said in one.transcript] == ["agent", "citizen"]
    assert one.transcript[0].at < one.transcript[1].at
    assert {said.at.date() for said in one.transcript} == {date(2026, 10, 6)}
    assert load_dialogues(DAY, content())["d"].transcript[0].at.date() == DAY


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "pt"},
        {"turns": [{"robot": "hola"}]},
        {"points": [{"after": 2, "expect": "silent"}]},
        {"points": [{"after": 0, "expect": "sing"}]},
    ],
)
def test_a_dialogue_that_cannot_be_measured_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(SuiteError, match=r"copilot\.yaml: d: "):
        load_dialogues(DAY, content(**wrong))


def test_the_text_most_like_the_others_ranks_first() -> None:
    vectors = np.array([[1, 0], [0.8, 0.6], [0, 1]], dtype=np.float32)
    assert text_rank(vectors, 1) == [1]
    assert text_rank(vectors, 5) == [0, 1, 2]
    assert text_rank(np.eye(3, dtype=np.float32), 2) == [0, 1]


def test_baselines_take_three_turns() -> None:
    transcript = load_dialogues(DAY, content(turns=[{"agent": f"turno {n}"} for n in range(5)]))["d"].transcript
    found = baselines(transcript, HashingEncoder())
    assert found["lead"].split("\n") == ["turno 0", "turno 1", "turno 2"]
    assert found["last turns"].split("\n") == ["turno 2", "turno 3", "turno 4"]
    assert len(found["TextRank"].split("\n")) == 3
    assert baselines((), HashingEncoder())["TextRank"] == ""


def test_keeping_back_the_unsure_buys_precision_with_coverage() -> None:
    everything, sure = coverage(POINTS, (0.0, 0.5))
    assert (everything.coverage.passed, everything.coverage.total) == (2, 3)
    assert (everything.precision.passed, everything.precision.total) == (1, 3)
    assert (everything.one_right.passed, everything.silent.passed) == (2, 1)
    assert (sure.coverage.passed, sure.precision.value, sure.silent.value) == (1, 1.0, 1.0)
    assert math.isnan(coverage(POINTS, (0.99,))[0].precision.value)


def test_matters_are_counted_where_something_is_due() -> None:
    assert by_matter(POINTS) == [["pensions", "2", "100.0", "50.0", "100.0"], ["health", "1", "0.0", "–", "0.0"]]


def test_the_picture_is_drawn_whatever_was_said() -> None:
    for points in (POINTS, [], [SpokenCase(True, None, False, False)]):
        assert ElementTree.fromstring(svg({"es": points}, "coverage")).tag.endswith("svg")


def test_cases_of_few_dialogues_get_a_wider_interval() -> None:
    clusters = [(10, 10), (0, 10), (10, 10), (0, 10)]
    low, high = of_clusters(clusters)
    exact_low, exact_high = clopper_pearson(20, 40)
    assert low < exact_low
    assert high > exact_high
    assert of_clusters([(5, 5)]) == clopper_pearson(5, 5)
    assert all(map(math.isnan, of_clusters([])))


def test_measures_are_told_by_language_and_beside_what_is_simpler() -> None:
    own = SuiteMeasure("reason right", {"es": [(1, 1)], "fr": [(0, 1)]})
    lead = SuiteMeasure("lead: reason right", {"es": [(0, 1)], "fr": [(0, 1)]})
    assert in_every_language([own, lead]) == [
        ["reason right", "100.0", "–", "–", "–", "–", "0.0", "50.0", "0.0–100.0", "1/2"]
    ]
    assert beside([own, lead]) == (["measure", "ISAC", "lead"], [["reason right", "50.0", "0.0"]])
    assert beside([own])[1] == []
