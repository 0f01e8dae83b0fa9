"""A reliability diagram: how often the need is right when the service is so and so sure. Plain SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.languages import Language

BINS = 10
_SIZE, _MARGIN, _COLUMNS = 200, 36, 3


@dataclass(frozen=True, slots=True)
class Bin:
    """Readings whose confidence falls in one tenth: how many, their mean confidence, and the share that was right."""

    count: int
    confidence: float
    right: float


def bins(confidences: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """Tenths of confidence that hold at least one reading, in order."""
    pairs = list(zip(confidences, right, strict=True))
    found = []
    for number in range(BINS):
        inside = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == number]
        if inside:
            count = len(inside)
            found.append(Bin(count, sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count))
    return found


def expected_error(found: Sequence[Bin]) -> float:
    """Expected calibration error (Guo et al. 2017): the mean distance between confidence and share right, by size."""
    total = sum(one.count for one in found)
    return sum(one.count * abs(one.confidence - one.right) for one in found) / total if total else float("nan")


def svg(by_language: Mapping[Language, Sequence[Bin]], title: str) -> str:
    """Draw a square for each language; a dot's area is its number of readings, the diagonal perfect calibration."""
    cell = _SIZE + 2 * _MARGIN
    rows = -(-len(by_language) // _COLUMNS)
    width, height = cell * min(_COLUMNS, len(by_language)), cell * rows
    squares = [
        _square(language, found, (number % _COLUMNS) * cell + _MARGIN, number // _COLUMNS * cell + _MARGIN)
        for number, (language, found) in enumerate(by_language.items())
    ]
    style = "text{font:12px sans-serif;fill:#222}.axis{stroke:#555;fill:#fff}.even{stroke:#999;stroke-dasharray:4}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
        f"<title>{title}</title><style>{style}</style>{''.join(squares)}</svg>\n"
    )


def _square(language: Language, found: Sequence[Bin], left: int, top: int) -> str:
    most = max((one.count for one in found), default=1)
    dots = "".join(
        f'<circle cx="{left + one.confidence * _SIZE:.1f}" cy="{top + (1 - one.right) * _SIZE:.1f}" '
        f'r="{2 + 8 * (one.count / most) ** 0.5:.1f}" fill="#1f5fa8" fill-opacity="0.7">'
        f"<title>{one.count} readings, confidence {one.confidence:.2f}, right {one.right:.2f}</title></circle>"
        for one in found
    )
    bottom, right = top + _SIZE, left + _SIZE
    return (
        f'<rect class="axis" x="{left}" y="{top}" width="{_SIZE}" height="{_SIZE}"/>'
        f'<line class="even" x1="{left}" y1="{bottom}" x2="{right}" y2="{top}"/>{dots}'
        f'<text x="{left}" y="{top - 8}">{language} · error {expected_error(found):.3f}</text>'
        f'<text x="{left}" y="{bottom + 16}">0</text><text x="{right - 60}" y="{bottom + 16}">confidence 1</text>'
        f'<text x="{left - 30}" y="{top + 12}">right</text>'
    )
