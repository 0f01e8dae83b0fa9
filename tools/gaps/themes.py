"""Gaps gathered by theme: what they are about, where that was understood, else what they mean, in any language."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.encoders.cross_language import CrossLanguageEncoder
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from knowledge.passages import Aspect
from tools.gaps.gaps import Gap, GapLog, GapQuery, Why

NEAR = 0.70
"""Mean cosine distance up to which two groups of questions are one theme.

With the shipped encoder, of 42 invented questions about ten matters that no article has, every pair joined is of one
matter, and 71 % of the pairs across languages are joined.
"""
MOST = 1_000
"""Different questions that are compared by meaning, the most asked first: comparing is quadratic."""
SHOWN = 5

Said = tuple[str, Language]
"""A question as worded, and the language it was asked in."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question of a theme, how often it was asked in these very words and in which language."""

    text: str
    language: Language
    times: int


@dataclass(frozen=True, slots=True)
class Theme:
    """Questions about one thing. ``need`` is None where it was not understood: then the first example is the most
    central question and names it, else the most asked is first. ``times`` counts all, ``languages`` and ``whys`` too.
    """

    need: str | None
    aspect: Aspect | None
    times: int
    languages: Mapping[Language, int]
    whys: Mapping[Why, int]
    first: date
    last: date
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Themes:
    """The most asked first. ``left_out``: questions beyond ``MOST``, which are in no theme."""

    themes: tuple[Theme, ...]
    left_out: int = 0


class GapThemes:
    """Reads the log and gathers it. The vectors of the last report are kept for the next one."""

    def __init__(self, log: GapLog, meaning: CrossLanguageEncoder) -> None:
        self._log, self._meaning = log, meaning
        self._vectors: Mapping[Said, NDArray[np.float32]] = {}

    async def report(self, query: GapQuery) -> Themes:
        """The themes of the gaps the query takes. Raises ToolUnavailable."""
        gaps = await self._log.find(query)
        return await asyncio.to_thread(self._gather, gaps)

    def _gather(self, gaps: Sequence[Gap]) -> Themes:
        understood: dict[tuple[str, Aspect | None], list[Gap]] = defaultdict(list)
        others: dict[Said, list[Gap]] = defaultdict(list)
        for gap in gaps:
            if gap.need is not None:
                understood[gap.need, gap.aspect].append(gap)
            else:
                others[gap.text, gap.language].append(gap)
        compared = sorted(others, key=lambda said: (-len(others[said]), said))[:MOST]
        themes = [_theme(group, _by_times(group)) for group in understood.values()]
        for rows in by_meaning(self._encoded(compared)):
            group = [compared[row] for row in rows]
            themes.append(_theme([gap for said in group for gap in others[said]], group))
        left_out = sum(map(len, others.values())) - sum(len(others[said]) for said in compared)
        return Themes(tuple(sorted(themes, key=lambda one: (-one.times, one.examples[0].text))), left_out)

    def _encoded(self, questions: Sequence[Said]) -> Vectors:
        known = self._vectors
        new = [said for said in questions if said not in known]
        known = {**known, **dict(zip(new, self._meaning.encode(new), strict=True))}
        self._vectors = {said: known[said] for said in questions}
        return np.array(list(self._vectors.values()), np.float32)


def by_meaning(vectors: Vectors) -> list[list[int]]:
    """Rows gathered by average linkage, the most central of each group first. Deterministic.

    ``vectors``: shape (questions, dimensions), unit length.
    """
    if len(vectors) < 2:
        return [[row] for row in range(len(vectors))]
    from sklearn.cluster import AgglomerativeClustering  # a second of every start, for a page of the desk

    near = vectors @ vectors.T
    distances = np.clip(1.0 - near, 0.0, 2.0)
    linked = AgglomerativeClustering(n_clusters=None, distance_threshold=NEAR, metric="precomputed", linkage="average")
    groups: dict[int, list[int]] = defaultdict(list)
    for row, label in enumerate(linked.fit_predict(distances)):
        groups[int(label)].append(row)
    return [sorted(rows, key=lambda row: (-float(near[row, rows].sum()), row)) for rows in groups.values()]


def _by_times(gaps: Iterable[Gap]) -> list[Said]:
    return [said for said, _ in sorted(_counted(gaps).items(), key=lambda one: (-one[1], one[0]))]


def _counted(gaps: Iterable[Gap]) -> Counter[Said]:
    return Counter((gap.text, gap.language) for gap in gaps)


def _theme(gaps: Sequence[Gap], questions: Sequence[Said]) -> Theme:
    """``questions``: the different ones, in the order in which they are shown."""
    times = _counted(gaps)
    return Theme(
        need=gaps[0].need,
        aspect=gaps[0].aspect,
        times=len(gaps),
        languages=dict(Counter(gap.language for gap in gaps).most_common()),
        whys=dict(Counter(gap.why for gap in gaps).most_common()),
        first=min(gap.day for gap in gaps),
        last=max(gap.day for gap in gaps),
        examples=tuple(Example(*said, times=times[said]) for said in questions[:SHOWN]),
    )
