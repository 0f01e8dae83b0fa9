"""``isac eval compare``: two folders of logs side by side, and where they differ beyond chance."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from scipy.stats import binomtest

from evals.figures import GradedRun, Share, graded_runs, latest_logs
from knowledge.languages import LANGUAGES

ALL = "all"
SIGNIFICANCE = 0.05
MOSTLY_PAIRED = 0.9
"""Share of the smaller run that must be in the other: then both are counted on their common samples alone."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A suite in a language. ``lost``: samples that only the first run passes; ``won``: only the second.

    ``chance``: probability of a split of the discordant samples at least as uneven, were both runs alike (exact, two
    sided); None when the samples are not the same, and then the intervals decide.
    """

    suite: str
    language: str
    before: Share
    after: Share
    lost: int
    won: int
    chance: float | None

    @property
    def is_beyond_chance(self) -> bool:
        """By the paired test, or by intervals that do not overlap."""
        if self.chance is not None:
            return self.chance < SIGNIFICANCE
        (low_before, high_before), (low_after, high_after) = self.before.interval, self.after.interval
        return high_before < low_after or high_after < low_before

    @property
    def difference(self) -> float:
        """Share after minus share before; NaN when either is empty."""
        return self.after.value - self.before.value

    def plain(self) -> dict[str, Any]:
        """For programs."""
        verdict = ("better" if self.difference > 0 else "worse") if self.is_beyond_chance else "within chance"
        return {
            "suite": self.suite,
            "language": self.language,
            "before": self.before.plain(),
            "after": self.after.plain(),
            "lost": self.lost,
            "won": self.won,
            "chance": None if self.chance is None else round(self.chance, 4),
            "verdict": verdict,
        }


def compare(before: Path, after: Path, *, as_json: bool) -> int:
    """Print the suites that both folders have; 2 when they have none in common."""
    old = {log.eval.task: log for log in latest_logs(before)}
    new = {log.eval.task: log for log in latest_logs(after)}
    common = [name for name in old if name in new]
    if not common:
        sys.stderr.write(f"{before} and {after} have no suite in common\n")
        return 2
    compared = [
        one for name in common for one in compare_runs(name, list(graded_runs(old[name])), list(graded_runs(new[name])))
    ]
    if as_json:
        sys.stdout.write(json.dumps([one.plain() for one in compared]) + "\n")
        return 0
    _show(compared)
    for name in sorted({*old, *new} - set(common)):
        sys.stdout.write(f"{name}: only in {before if name in old else after}\n")
    for name in common:
        stopped = [str(folder) for folder, logs in ((before, old), (after, new)) if logs[name].status != "success"]
        if stopped:
            sys.stdout.write(f"{name}: the run in {' and '.join(stopped)} was stopped or is still going on\n")
    return 0


def compare_runs(suite: str, before: Sequence[GradedRun], after: Sequence[GradedRun]) -> Iterator[Comparison]:
    """All languages together, then each. Runs in which the simulated citizen was wrong do not count."""
    for language in (ALL, *LANGUAGES):
        old, new = (_by_sample(runs, language) for runs in (before, after))
        if old and new:
            yield _compare(suite, language, old, new)


def _by_sample(runs: Sequence[GradedRun], language: str) -> dict[tuple[str, int, str], bool]:
    return {
        (run.id, run.epoch, run.input): run.passed
        for run in runs
        if language in (ALL, run.language) and not run.simulator_error
    }


def _compare(
    suite: str, language: str, old: dict[tuple[str, int, str], bool], new: dict[tuple[str, int, str], bool]
) -> Comparison:
    common = old.keys() & new.keys()
    lost, won = sum(old[key] and not new[key] for key in common), sum(new[key] and not old[key] for key in common)
    chance = None
    if len(common) >= MOSTLY_PAIRED * min(len(old), len(new)):
        old, new = ({key: passed[key] for key in common} for passed in (old, new))
        chance = float(binomtest(won, won + lost).pvalue) if won + lost else 1.0
    before, after = (Share(sum(passed.values()), len(passed)) for passed in (old, new))
    return Comparison(suite, language, before, after, lost, won, chance)


def _show(compared: Sequence[Comparison]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 140)
    table = Table(
        "suite", "language", "before", "95 %", "after", "95 %", "points", "lost", "won", "chance", "beyond it"
    )
    for one in compared:
        name = one.suite if one.language == ALL else ""
        verdict = ("better" if one.difference > 0 else "WORSE") if one.is_beyond_chance else ""
        chance = "not paired" if one.chance is None else f"{one.chance:.2g}"
        points = f"{100 * one.difference:+.1f}"
        table.add_row(
            name, one.language, *_cells(one.before), *_cells(one.after), points, str(one.lost), str(one.won), chance,
            verdict, end_section=one.language == LANGUAGES[-1],
        )  # fmt: skip
    console.print(table)
    beyond = [one for one in compared if one.is_beyond_chance]
    told = ", ".join(f"{one.suite} {one.language} {100 * one.difference:+.1f}" for one in beyond) or "none"
    expected = SIGNIFICANCE * len(compared)
    console.print(f"Beyond chance: {told}.", markup=False)
    console.print(
        f"{len(compared)} comparisons at {100 * SIGNIFICANCE:g} %: up to about {expected:.0f} would be by chance alone."
    )


def _cells(share: Share) -> tuple[str, str]:
    low, high = share.interval
    return f"{share.passed}/{share.total} {100 * share.value:.1f}", f"{100 * low:.1f}-{100 * high:.1f}"
