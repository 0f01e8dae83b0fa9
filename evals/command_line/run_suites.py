"""``isac eval run``."""

import sys
from pathlib import Path

from inspect_ai import eval as run_tasks
from inspect_ai.log import EvalLog
from rich.console import Console

from api.settings.settings import load_settings
from evals.reporting.report import report
from evals.stage import Stage, stage
from evals.tasks import SUITES


def run_suites(names: list[str], repeats: int, out: Path) -> int:
    """Run and report; 1 when a suite could not be finished, 2 when a name is unknown. A bad figure is no failure."""
    if unknown := [name for name in names if name not in SUITES]:
        sys.stderr.write(f"no suite {', '.join(unknown)}; there are {', '.join(SUITES)}\n")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    with stage(load_settings()) as here:
        logs = play(here, names or list(SUITES), repeats, out)
    report(out, as_json=False)
    return 0 if all(log.status == "success" for log in logs) else 1


def play(here: Stage, names: list[str], repeats: int, out: Path, *, limit: int | None = None) -> list[EvalLog]:
    """The suites, one after another, with no model; logs go to ``out``. ``limit``: only so many samples of each.

    One sample at a time: conversations share the book, and a citizen must meet the same free times in every run.
    """
    logs: list[EvalLog] = []
    with Console(stderr=True).status("") as status:
        for name in names:
            status.update(f"{name}: {SUITES[name].about}")
            logs += run_tasks(
                SUITES[name].build(here, repeats), model="none", display="none", log_dir=str(out), log_format="json",
                max_samples=1, limit=limit, log_level="error", score_display=False,
            )  # fmt: skip
    return logs
