"""``isac eval report``: figures per language, with the gap to Spanish and honest intervals."""

import json
import math
import sys
from pathlib import Path
from typing import Any

from inspect_ai.log import EvalLog
from rich.console import Console
from rich.table import Table

from evals.figures import Share, SuiteFigures, figures_of, latest_logs
from evals.reporting.measures import measures_of
from evals.reporting.tables import tables_of
from knowledge.languages import LANGUAGES


def report(out: Path, *, as_json: bool) -> None:
    """Print the last finished run of each suite in ``out``, or the last stopped one where none was finished."""
    logs = latest_logs(out)
    if as_json:
        found = [plain(figures_of(log)) | _measured(log) for log in logs]
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    console = Console()
    if not logs:
        console.print(f"no logs in {out}: run `isac eval run` first", markup=False)
    for log in logs:
        show(figures_of(log), console)
        show_measures(log, console)


def show(suite: SuiteFigures, console: Console) -> None:
    """Print one table for the suite."""
    powers = sorted(suite.reliability.get("es", {}))
    names = ("language", "right", "share", "95 %", "gap to es", *(f"pass^{k}" for k in powers))
    table = Table(*names, title=f"{suite.name} ({suite.created[:16]})", title_justify="left")
    for language in LANGUAGES:
        if (share := suite.languages.get(language)) is not None:
            reliable = suite.reliability.get(language, {})
            table.add_row(
                language, *_cells(share), _points(suite.gap(language)), *(_percent(reliable[k]) for k in powers)
            )
    table.add_row("all", *_cells(suite.overall), "", *[""] * len(powers))
    console.print(table)
    if not suite.finished:
        console.print("the run was stopped: what came after these is not counted")
    if suite.simulator_errors:
        console.print(f"{suite.simulator_errors} runs left out: the simulated citizen was wrong, not the service")
    for failure in suite.failures[:SHOWN]:
        console.print(f"  {failure['id']}: {failure['why']}", markup=False, style="dim")
    if len(suite.failures) > SHOWN:
        console.print(f"  … {len(suite.failures) - SHOWN} more: isac eval report --json, or inspect view", style="dim")


def show_measures(log: EvalLog, console: Console) -> None:
    """Print what a suite measures beside right and wrong, if it does."""
    for measured in tables_of(log):
        table = Table(*measured.columns, title=measured.about, title_justify="left")
        for row in measured.rows:
            table.add_row(*row)
        console.print(table)


def _measured(log: EvalLog) -> dict[str, Any]:
    measures = {one.name: one.plain() for one in measures_of(log)}
    return {"measures": measures} if measures else {}


SHOWN = 8
"""Failures listed under a table."""


def plain(suite: SuiteFigures) -> dict[str, Any]:
    """For programs; what is undefined is null."""
    return {
        "suite": suite.name,
        "created": suite.created,
        "finished": suite.finished,
        "overall": suite.overall.plain(),
        "languages": {
            language: share.plain() | {"gap_to_es": _number(suite.gap(language))}
            for language, share in suite.languages.items()
        },
        "pass_power": {
            language: {str(k): _number(value) for k, value in powers.items()}
            for language, powers in suite.reliability.items()
        },
        "simulator_errors": suite.simulator_errors,
        "failures": suite.failures,
    }


def _cells(share: Share) -> tuple[str, str, str]:
    low, high = share.interval
    return f"{share.passed}/{share.total}", _percent(share.value), f"{_percent(low)}-{_percent(high)}"


def _percent(value: float) -> str:
    return "undefined" if math.isnan(value) else f"{100 * value:.1f}"


def _points(value: float) -> str:
    return "" if math.isnan(value) else f"{100 * value:+.1f}"


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
