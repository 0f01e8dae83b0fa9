"""Figures out of Inspect logs: shares per language, reliability, and what failed."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspect_ai.log import EvalLog, list_eval_logs, read_eval_log
from inspect_ai.scorer import CORRECT

from evals.intervals import clopper_pearson, pass_power_k


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total."""

    passed: int
    total: int

    @property
    def value(self) -> float:
        """NaN when nothing was counted."""
        return self.passed / self.total if self.total else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Clopper-Pearson, 95 %."""
        return clopper_pearson(self.passed, self.total)

    def plain(self) -> dict[str, Any]:
        """For programs; what is undefined is null."""
        low, high = self.interval
        values = {"share": self.value, "low": low, "high": high}
        numbers = {name: None if math.isnan(value) else round(value, 4) for name, value in values.items()}
        return {"passed": self.passed, "total": self.total, **numbers}


@dataclass(frozen=True, slots=True)
class SuiteFigures:
    """Figures of one run of a suite. ``reliability``: by language, k -> mean pass^k over its scenarios.

    Not ``finished``: it was stopped, and counts what came before that.
    """

    name: str
    created: str
    languages: Mapping[str, Share]
    overall: Share
    simulator_errors: int = 0
    reliability: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    failures: list[dict[str, str]] = field(default_factory=list)
    finished: bool = True

    def gap(self, language: str) -> float:
        """Share minus the Spanish one; NaN for Spanish itself and where one of them is missing."""
        spanish, own = self.languages.get("es"), self.languages.get(language)
        return math.nan if language == "es" or spanish is None or own is None else own.value - spanish.value


@dataclass(frozen=True, slots=True)
class GradedRun:
    """Verdict on a sample; ``epoch`` counts its repetitions from 1."""

    id: str
    language: str
    passed: bool
    simulator_error: bool
    why: str
    epoch: int = 1
    input: str = ""


def latest_logs(out: Path) -> list[EvalLog]:
    """The newest log of each suite in a folder; none when there is no folder.

    One that was stopped only where none was finished: few samples must not take the place of all of them.
    """
    if not out.is_dir():
        return []
    newest: dict[str, EvalLog] = {}
    for info in list_eval_logs(str(out), recursive=False):
        log = read_eval_log(info)
        known = newest.get(log.eval.task)
        if log.samples and (known is None or _order(known) < _order(log)):
            newest[log.eval.task] = log
    return [newest[name] for name in sorted(newest)]


def _order(log: EvalLog) -> tuple[bool, str]:
    return log.status == "success", log.eval.created


def figures_of(log: EvalLog) -> SuiteFigures:
    """Count. Runs in which the simulator was wrong are left out and counted apart."""
    runs = list(graded_runs(log))
    graded = [run for run in runs if not run.simulator_error]
    by_language: dict[str, list[GradedRun]] = defaultdict(list)
    for run in graded:
        by_language[run.language].append(run)
    repeated = (log.eval.config.epochs or 1) > 1
    return SuiteFigures(
        name=log.eval.task,
        created=log.eval.created,
        languages={language: _share(some) for language, some in by_language.items()},
        overall=_share(graded),
        simulator_errors=len(runs) - len(graded),
        reliability={language: reliability(some) for language, some in by_language.items()} if repeated else {},
        failures=[{"id": run.id, "why": run.why} for run in graded if not run.passed],
        finished=log.status == "success",
    )


def reliability(runs: Iterable[GradedRun]) -> dict[int, float]:
    """Mean pass^k over scenarios, for every k up to the most runs; NaN as soon as one has fewer."""
    scenarios: dict[str, list[bool]] = defaultdict(list)
    for run in runs:
        scenarios[run.id].append(run.passed)
    most = max((len(some) for some in scenarios.values()), default=0)
    return {
        k: math.fsum(pass_power_k(sum(some), len(some), k) for some in scenarios.values()) / len(scenarios)
        for k in range(1, most + 1)
    }


def _share(runs: list[GradedRun]) -> Share:
    return Share(sum(run.passed for run in runs), len(runs))


def graded_runs(log: EvalLog) -> Iterator[GradedRun]:
    """Every sample of a log with its verdict; one that ended in an error failed."""
    for sample in log.samples or ():
        language, words = str(sample.metadata.get("language", "?")), str(sample.input)
        if sample.error is not None:
            why = f"error: {sample.error.message}"
            yield GradedRun(str(sample.id), language, False, False, why, sample.epoch, words)
            continue
        for score in (sample.scores or {}).values():
            passed, lost = score.value in (CORRECT, 1, 1.0), bool((score.metadata or {}).get("simulator_error"))
            yield GradedRun(str(sample.id), language, passed, lost, score.explanation or "", sample.epoch, words)
