"""``docs/results.md``: every measured figure, written from the data files in ``evals/results`` and never by hand."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from inspect_ai.log import EvalLog
from pydantic import BaseModel, ConfigDict, ValidationError

from evals.figures import SuiteFigures, figures_of, latest_logs
from evals.reporting.coverage import svg
from evals.reporting.measures import spoken_of
from evals.reporting.tables import tables_of
from knowledge.languages import LANGUAGES

RESULTS = Path(__file__).parents[1] / "results"
PAGE = Path("docs/results.md")
SUITES, BENCHES = "suites.json", "benches.json"
COVERAGE = Path("images/copilot-coverage.svg")
"""Beside the page."""
_INTRODUCTION = """\
# Results

Written by `isac eval report --write`, never by hand: suites from the last logs, benches from the output of
`isac bench --json`, and measurements that cannot be repeated here from `evals/results/`. Every figure says when it was
measured. [How to measure again](evaluators.md); [understanding, by way of asking](understanding.md)."""


class ResultsError(ValueError):
    """A data file of results has another shape; the message names it."""


class RecordedTable(BaseModel):
    """A measurement. ``measured``: the day; ``machine``: where it matters; ``repeat``: the command or recipe."""

    model_config = ConfigDict(extra="forbid")

    title: str
    measured: str
    machine: str = ""
    repeat: str
    columns: list[str] = []
    rows: list[list[str]] = []
    notes: str = ""


class ResultsFile(BaseModel):
    """A section of the page; lower ``order`` comes first."""

    model_config = ConfigDict(extra="forbid")

    title: str
    order: int
    tables: list[RecordedTable]


def write_results(logs: Path, benches: Path, folder: Path = RESULTS, page: Path = PAGE) -> None:
    """Take in the logs and saved benches there are, keep the figures of the others, and write the page.

    Raises ResultsError.
    """
    kept = _load(folder / SUITES)
    for log in latest_logs(logs):
        if (suite := figures_of(log)).finished:
            kept[suite.name] = _suite_row(suite) | _measured(log)
            _draw(log, page.parent / COVERAGE)
    _save(folder / SUITES, kept)
    _save(folder / BENCHES, _load(folder / BENCHES) | _saved_benches(benches))
    page.write_text(results_page(folder), encoding="utf-8")


def results_page(folder: Path = RESULTS) -> str:
    """The page as Markdown. Raises ResultsError."""
    parts = [_INTRODUCTION, *_suites(_load(folder / SUITES)), *_benches(_load(folder / BENCHES))]
    for section in sorted(map(_recorded, folder.glob("*.yaml")), key=lambda one: one.order):
        parts.append(f"## {section.title}")
        parts += [part for table in section.tables for part in _recorded_table(table)]
    return "\n\n".join(parts) + "\n"


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Raises ValueError when a row has not a cell for each column."""
    if any(len(row) != len(columns) for row in rows):
        raise ValueError(f"a row has not {len(columns)} cells")
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _recorded(file: Path) -> ResultsFile:
    try:
        return ResultsFile.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as error:
        raise ResultsError(f"{file}: {error}") from error


def _recorded_table(table: RecordedTable) -> Iterator[str]:
    yield f"### {table.title}"
    where = f", on {table.machine}" if table.machine else ""
    yield f"Measured {table.measured}{where}. To repeat: {table.repeat}."
    if table.columns:
        try:
            yield markdown_table(table.columns, table.rows)
        except ValueError as error:
            raise ResultsError(f"{table.title}: {error}") from error
    if table.notes:
        yield table.notes.strip()


def _suites(kept: Mapping[str, Any]) -> Iterator[str]:
    if kept:
        yield "## Suites"
        yield "Per cent right, with the exact 95 % interval of all languages together (`isac eval run`)."
        rows = [[name, *(_percent(row, language) for language in LANGUAGES), row["all"], str(row["total"]), row["day"]]
                for name, row in sorted(kept.items())]  # fmt: skip
        yield markdown_table(["suite", *LANGUAGES, "all", "cases", "measured"], rows)

    for name, row in sorted(kept.items()):
        yield from _measured_tables(name, row.get("tables", ()))


def _measured_tables(name: str, tables: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What a suite measures beside right and wrong."""
    if tables:
        yield f"### What the suite {name} measures"
    for table in tables:
        yield table["about"]
        yield markdown_table(table["columns"], table["rows"])
        if table.get("picture"):
            yield f"![Coverage against precision by language]({COVERAGE.as_posix()})"


def _measured(log: EvalLog) -> dict[str, Any]:
    told = [
        {"about": table.about, "columns": list(table.columns), "rows": table.rows}
        | ({"picture": True} if table.drawn else {})
        for table in tables_of(log)
    ]
    return {"tables": told} if told else {}


def _draw(log: EvalLog, file: Path) -> None:
    if spoken := spoken_of(log):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(svg(spoken, "Coverage against precision of the first suggestion"), encoding="utf-8")


def _percent(row: Mapping[str, Any], language: str) -> str:
    return str(row["languages"].get(language, "–"))


def _suite_row(suite: SuiteFigures) -> dict[str, Any]:
    low, high = suite.overall.interval
    return {
        "day": suite.created[:10],
        "total": suite.overall.total,
        "all": f"{100 * suite.overall.value:.1f} ({100 * low:.1f}–{100 * high:.1f})",
        "languages": {language: f"{100 * share.value:.1f}" for language, share in suite.languages.items()},
    }


def _saved_benches(folder: Path) -> dict[str, Any]:
    """Each ``NAME.json`` is what ``isac bench NAME --json`` printed; the file's day is the day of the measurement."""
    found = {}
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            figures = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ResultsError(f"{file}: {error}") from error
        if not isinstance(figures, dict):
            raise ResultsError(f"{file}: not the figures of one bench")
        day = datetime.fromtimestamp(file.stat().st_mtime, UTC).date().isoformat()
        found[file.stem] = {"day": day, "figures": figures}
    return found


def _benches(kept: Mapping[str, Any]) -> Iterator[str]:
    if kept:
        yield "## Benches"
    for name, bench in sorted(kept.items()):
        yield f"### isac bench {name}"
        yield f"Measured {bench['day']}."
        yield markdown_table(["figure", "value"], [[key, str(value)] for key, value in bench["figures"].items()])


def _load(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def _save(file: Path, kept: Mapping[str, Any]) -> None:
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
