"""There is one door to every measurement and fit: the command line."""

import re
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isac import app

ROOT = Path(__file__).parents[2]
TEXTS = {".py", ".md", ".yaml", ".toml", ".sh", ".txt", ""}


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    return done.exit_code, done.output


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.splitlines()]


def test_nobody_is_sent_to_another_door() -> None:
    old_door = re.compile(r"python -m\s+(#\s*)?evals\b")
    texts = (file for file in tracked() if file.suffix in TEXTS and file.name != "CHANGELOG.md" and file.is_file())
    named = [
        str(file) for file in texts if old_door.search(file.read_text(encoding="utf-8")) and file != Path(__file__)
    ]
    assert named == []
    assert not list((ROOT / "evals").rglob("__main__.py"))


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("eval", ("list", "run", "report", "compare", "questions", "speech", "dictated", "dates")),
        ("train", ("needs", "dialogue")),
    ],
)
def test_every_measurement_and_fit_is_a_command(group: str, names: tuple[str, ...]) -> None:
    status, told = run(group, "--help")
    assert status == 0
    for name in names:
        assert f" {name} " in told
        assert run(group, name, "--help")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("train",), "name what to fit"),
        (("train", "--check", "needs"), "after the name"),
        (("train", "needs", "--further", "--head"), "goes alone"),
        (("train", "needs", "--head", "--hold-out", "1"), "leaves nothing out"),
        (("train", "needs", "--quick"), "name what is left out"),
        (("eval", "dates"), "folder"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: tuple[str, ...], told: str) -> None:
    status, said = run(*arguments)
    assert status == 2
    assert told in said


def test_options_of_a_bench_stand_under_its_name() -> None:
    status, told = run("bench", "--help")
    assert status == 0
    for panel in ("isac bench search", "isac bench booking", "isac bench speech"):
        assert panel in told
