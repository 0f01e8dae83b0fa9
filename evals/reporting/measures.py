"""Measures of a suite beside right and wrong: what each case added to them, by language, counted by dialogue."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspect_ai.log import EvalLog, EvalSample

from evals.figures import Share
from evals.graders.suggestions import SpokenCase
from evals.intervals import of_clusters
from evals.tasks.scoring import COUNTS, SPOKEN
from knowledge.languages import LANGUAGES

ALL = "all"
BESIDE = ": "
"""Between the name of a simpler method and that of the measure that is taken of it."""


@dataclass(frozen=True, slots=True)
class SuiteMeasure:
    """``clusters``: by language, passed and total of each dialogue."""

    name: str
    clusters: Mapping[str, Sequence[tuple[int, int]]]

    def share(self, language: str) -> Share:
        """Of a language, or of all."""
        return Share(*(sum(one[place] for one in self._of(language)) for place in (0, 1)))

    def interval(self, language: str = ALL) -> tuple[float, float]:
        """95 %, over dialogues."""
        return of_clusters(self._of(language))

    def _of(self, language: str) -> Sequence[tuple[int, int]]:
        if language != ALL:
            return self.clusters.get(language, ())
        return [one for some in self.clusters.values() for one in some]

    def cells(self) -> list[str]:
        """Per cent in each language and in all, the interval of all, and how many of how many."""
        share, (low, high) = self.share(ALL), self.interval()
        each = [percent(self.share(language).value) for language in (*LANGUAGES, ALL)]
        return [*each, f"{percent(low)}–{percent(high)}", f"{share.passed}/{share.total}"]

    def plain(self) -> dict[str, Any]:
        """For programs; what is undefined is null."""
        low, high = self.interval()
        languages = {language: self.share(language).plain() for language in self.clusters}
        return self.share(ALL).plain() | {"low": _number(low), "high": _number(high), "languages": languages}


COLUMNS = ("measure", *LANGUAGES, ALL, "95 %", "counted")
"""Heads of ``SuiteMeasure.cells``, after its name."""


def measures_of(log: EvalLog) -> list[SuiteMeasure]:
    """In the order in which they first appear; none of a suite whose cases add to no measure."""
    sums: dict[str, dict[str, dict[str, list[int]]]] = {}
    for sample, metadata in _graded(log):
        language, dialogue = (str(sample.metadata.get(key, sample.id)) for key in ("language", "dialogue"))
        for name, (passed, total) in metadata.get(COUNTS, {}).items():
            by_language = sums.setdefault(name, defaultdict(dict))
            cluster = by_language[language].setdefault(dialogue, [0, 0])
            cluster[0] += passed
            cluster[1] += total
    return [
        SuiteMeasure(name, {language: [(p, t) for p, t in some.values()] for language, some in by_language.items()})
        for name, by_language in sums.items()
        if any(total for some in by_language.values() for _, total in some.values())
    ]


def in_every_language(measures: Sequence[SuiteMeasure]) -> list[list[str]]:
    """A row for each measure of the service itself, as ``COLUMNS``."""
    return [[one.name, *one.cells()] for one in measures if BESIDE not in one.name]


def beside(measures: Sequence[SuiteMeasure]) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of the same measures taken of something simpler; no rows where there is nothing simpler."""
    by_name = {one.name: one for one in measures}
    simpler = [tuple(name.split(BESIDE, 1)) for name in by_name if BESIDE in name]
    methods, names = (list(dict.fromkeys(part)) for part in zip(*simpler, strict=True)) if simpler else ([], [])
    of = [[by_name.get(name), *(by_name.get(f"{method}{BESIDE}{name}") for method in methods)] for name in names]
    rows = [
        [name, *(percent(one.share(ALL).value) if one else "–" for one in some)]
        for name, some in zip(names, of, strict=True)
    ]
    return ["measure", "ISAC", *methods], rows


def spoken_of(log: EvalLog) -> dict[str, list[SpokenCase]]:
    """What was done at each point of the dialogues, by language."""
    found: dict[str, list[SpokenCase]] = defaultdict(list)
    for sample, metadata in _graded(log):
        if SPOKEN in metadata:
            found[str(sample.metadata["language"])].append(SpokenCase(**metadata[SPOKEN]))
    return dict(found)


def percent(value: float) -> str:
    """With one decimal; a dash for what is undefined."""
    return "–" if math.isnan(value) else f"{100 * value:.1f}"


def _graded(log: EvalLog) -> Iterator[tuple[EvalSample, Mapping[str, Any]]]:
    for sample in log.samples or ():
        for score in (sample.scores or {}).values():
            yield sample, score.metadata or {}


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
