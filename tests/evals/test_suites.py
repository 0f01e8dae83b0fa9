"""Each suite runs offline from its data to its figures, and a saved run can be graded again."""

import json
from functools import partial
from pathlib import Path

import pytest
from inspect_ai import score
from inspect_ai.log import EvalLog

from evals.asking import ask
from evals.citizens import Citizen, person
from evals.command_line.list_suites import list_suites
from evals.command_line.run_suites import play, run_suites
from evals.figures import figures_of, latest_logs
from evals.reporting.report import plain, report
from evals.scenario import Expected, Phrasebook, Scenario
from evals.stage import Stage
from evals.tasks import SUITES
from evals.tasks.answers import right_answer
from evals.tasks.booking import right_end_state
from evals.tasks.conversations import right_words
from evals.tasks.copilot import right_advice
from evals.tasks.follow_ups import right_matter
from evals.tasks.hand_off import right_hand_off
from evals.tasks.language import right_language
from evals.tasks.need import right_need
from evals.tasks.scoring import SEEN
from evals.tasks.summary import right_summary
from evals.visit import visit
from tests import shipped
from tools.gaps.gaps import GapQuery

SCORERS = {
    "language": right_language,
    "need": right_need,
    "need_hard": right_need,
    "need_apart": right_need,
    "answers": right_answer,
    "facts": right_answer,
    "facts_apart": right_answer,
    "unanswerable": right_answer,
    "unanswerable_apart": right_answer,
    "follow_ups": right_matter,
    "follow_ups_apart": right_matter,
    "conversations": right_words,
    "booking": partial(right_end_state, shipped.offices()),
    "copilot": right_advice,
    "summary": right_summary,
    "hand_off": right_hand_off,
}


@pytest.fixture(scope="module")
def logs(here: Stage, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, EvalLog]]:
    out = tmp_path_factory.mktemp("logs")
    played = play(here, list(SUITES), 2, out, limit=3)
    return out, {log.eval.task: log for log in played}


@pytest.mark.parametrize("name", SUITES)
def test_a_suite_runs_without_a_model_and_keeps_what_happened(name: str, logs: tuple[Path, dict[str, EvalLog]]) -> None:
    log = logs[1][name]
    assert log.status == "success"
    assert log.samples
    assert all(SEEN in sample.store for sample in log.samples)
    assert figures_of(log).overall.total == len(log.samples)


@pytest.mark.parametrize("name", SUITES)
def test_a_saved_run_is_graded_again_to_the_same_result(name: str, logs: tuple[Path, dict[str, EvalLog]]) -> None:
    log = logs[1][name]
    again = score(log, SCORERS[name](), action="overwrite", display="none")
    assert figures_of(again).overall == figures_of(log).overall


def test_the_report_reads_the_logs_of_every_suite(
    logs: tuple[Path, dict[str, EvalLog]], capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = logs
    assert {log.eval.task for log in latest_logs(out)} == set(SUITES)
    report(out, as_json=True)
    figures = {suite["suite"]: suite for suite in json.loads(capsys.readouterr().out)}
    assert set(figures["booking"]["pass_power"]["es"]) == {"1", "2"}
    assert figures["language"]["languages"]["es"]["gap_to_es"] is None
    report(out, as_json=False)
    assert "pass^2" in capsys.readouterr().out


def test_undefined_figures_are_null_in_json_and_never_a_number(logs: tuple[Path, dict[str, EvalLog]]) -> None:
    assert "NaN" not in json.dumps([plain(figures_of(log)) for log in logs[1].values()], allow_nan=True)


def test_a_folder_without_logs_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(tmp_path / "none", as_json=False)
    assert "isac eval run" in " ".join(capsys.readouterr().out.split())


def test_an_unknown_suite_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_suites(["dancing"], 1, tmp_path) == 2
    assert "dancing" in capsys.readouterr().err


def test_suites_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    list_suites(as_json=True)
    assert [suite["name"] for suite in json.loads(capsys.readouterr().out)] == list(SUITES)


async def test_the_ledger_sees_the_appointment_a_citizen_had_before(here: Stage) -> None:
    expected = Expected("pensions", "own", "in_person", "prior", "booked")
    scenario = Scenario("idle", "cita_modificar", (), (expected,), prior=True)
    citizen = Citizen(scenario, "gl", person(3), Phrasebook())
    seen = await here.run(lambda: visit(citizen, here.services, here.ledger))
    assert [(row["person"], row["status"], row["start"]) for row in seen.rows] == [("own", "booked", seen.prior)]
    assert seen.booked_seats == 1


async def test_a_lost_citizen_is_told_apart_from_a_failing_service(here: Stage) -> None:
    citizen = Citizen(Scenario("odd", "paro", ("no such phrase",), ()), "fr", person(4), Phrasebook())
    seen = await here.run(lambda: visit(citizen, here.services, here.ledger))
    assert seen.simulator_error is not None
    assert seen.service_error is None


async def test_an_answer_as_of_another_day_is_played_to_its_end(here: Stage) -> None:
    question = "¿qué edad hace falta para la pensión de jubilación a fecha de 1 de marzo de 2027?"
    seen = await here.run(lambda: ask(here, "es", [question]))
    cited = [c["passage_id"] for message in seen["turns"][-1]["messages"] for c in message["citations"]]
    assert cited
    assert seen["archive"]
    assert not set(cited) & set(seen["passages"]), "a passage of another day is none of the pinned day"


async def test_what_a_suite_asks_is_no_gap_of_the_knowledge(here: Stage) -> None:
    turns = (await here.run(lambda: ask(here, "es", ["¿qué tiempo hará mañana?", "asdf qwer"])))["turns"]
    assert any(turn["completeness"] == "none" for turn in turns)
    assert (await here.run(lambda: here.services.knowledge.gaps.report(GapQuery()))).themes == ()
