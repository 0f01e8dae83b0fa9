"""Coverage against precision: how often it would speak, and be right, from each confidence on. Tables and plain SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.figures import Share
from evals.graders.suggestions import SpokenCase
from evals.reporting.measures import percent

FROM = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
COLUMNS = (
    "confidence from",
    "speaks where due",
    "first right",
    "one of three right",
    "silent where none due",
)
MATTER_COLUMNS = ("matter", "points", "speaks", "first right", "one of three right")
_SIZE, _MARGIN = 420, 60
_COLOURS = ("#1f5fa8", "#c23b22", "#2e8540", "#7b3fa0", "#b8860b", "#0b8a8a")


@dataclass(frozen=True, slots=True)
class Covered:
    """From a confidence on. ``coverage``: of the points where a suggestion is due, those where it speaks.

    ``precision``: of all where it speaks, those whose first suggestion is right.
    """

    confidence: float
    coverage: Share
    precision: Share
    one_right: Share
    silent: Share

    def cells(self) -> list[str]:
        """As ``COLUMNS``."""
        shares = (self.coverage, self.precision, self.one_right, self.silent)
        return [f"{self.confidence:g}", *(f"{percent(one.value)} ({one.passed}/{one.total})" for one in shares)]


def coverage(points: Sequence[SpokenCase], thresholds: Sequence[float] = FROM) -> list[Covered]:
    """Were all suggestions kept back whose first is less sure than each threshold."""
    return [_from(points, threshold) for threshold in thresholds]


def by_matter(points: Sequence[SpokenCase]) -> list[list[str]]:
    """A row for each group of needs, the most asked first; only where a suggestion is due."""
    matters: dict[str, list[SpokenCase]] = {}
    for one in points:
        if one.asked:
            matters.setdefault(one.matter or "–", []).append(one)
    rows = []
    for matter, some in sorted(matters.items(), key=lambda item: (-len(item[1]), item[0])):
        at_all = _from(some, 0.0)
        shares = (at_all.coverage, at_all.precision, at_all.one_right)
        rows.append([matter, str(len(some)), *(percent(one.value) for one in shares)])
    return rows


def svg(by_language: Mapping[str, Sequence[SpokenCase]], title: str) -> str:
    """A line for each language and a heavy one for all, from the most sure to all that it would say."""
    every = [one for some in by_language.values() for one in some]
    lines = [_line(some, _COLOURS[n % len(_COLOURS)], 1.2) for n, some in enumerate(by_language.values())]
    lines.append(_line(every, "#222", 3))
    names = [*zip(by_language, _COLOURS, strict=False), ("all", "#222")]
    legend = "".join(
        f'<text x="{_MARGIN + _SIZE + 12}" y="{_MARGIN + 14 + 18 * n}" style="fill:{colour}">{name}</text>'
        for n, (name, colour) in enumerate(names)
    )
    width, height = _SIZE + 2 * _MARGIN + 10, _SIZE + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"><title>{title}</title>'
        "<style>text{font:12px sans-serif;fill:#222}.grid{stroke:#ddd}</style>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>{_grid()}{"".join(lines)}{legend}</svg>\n'
    )


def _from(points: Sequence[SpokenCase], threshold: float) -> Covered:
    def speaks(one: SpokenCase) -> bool:
        return one.confidence is not None and one.confidence >= threshold

    due = [one for one in points if one.asked]
    quiet = [one for one in points if not one.asked]
    spoken = [one for one in points if speaks(one)]
    return Covered(
        threshold,
        Share(sum(map(speaks, due)), len(due)),
        Share(sum(one.first_right for one in spoken), len(spoken)),
        Share(sum(one.one_right and speaks(one) for one in due), len(due)),
        Share(sum(not speaks(one) for one in quiet), len(quiet)),
    )


def _line(points: Sequence[SpokenCase], colour: str, width: float) -> str:
    sure = sorted({one.confidence for one in points if one.confidence is not None}, reverse=True)
    at_each = [_from(points, confidence) for confidence in sure]
    places = [_place(one.coverage.value, one.precision.value) for one in at_each if one.coverage.total]
    marks = [one for one in coverage(points, (0.5, 0.9)) if one.coverage.total and one.precision.total]
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + width:.1f}" fill="{colour}">'
        f"<title>from {one.confidence:g}</title></circle>"
        for one in marks
        for x, y in [_place(one.coverage.value, one.precision.value)]
    )
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>{dots}'


def _place(coverage_share: float, precision: float) -> tuple[float, float]:
    return _MARGIN + coverage_share * _SIZE, _MARGIN + (1 - precision) * _SIZE


def _grid() -> str:
    parts = []
    for tenth in range(0, 11, 2):
        x, y = _place(tenth / 10, tenth / 10)
        parts.append(f'<line class="grid" x1="{x}" y1="{_MARGIN}" x2="{x}" y2="{_MARGIN + _SIZE}"/>')
        parts.append(f'<line class="grid" x1="{_MARGIN}" y1="{y}" x2="{_MARGIN + _SIZE}" y2="{y}"/>')
        parts.append(f'<text x="{x - 8}" y="{_MARGIN + _SIZE + 18}">{10 * tenth}</text>')
        parts.append(f'<text x="{_MARGIN - 30}" y="{y + 4}">{10 * tenth}</text>')
    parts.append(
        f'<text x="{_MARGIN + 80}" y="{_MARGIN + _SIZE + 40}">coverage: it speaks where something is due, %</text>'
    )
    parts.append(f'<text x="{_MARGIN - 40}" y="{_MARGIN - 16}">precision: the first suggestion is right, %</text>')
    return "".join(parts)
