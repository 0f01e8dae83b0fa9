"""Features of a section that rank it, and their weights: fitted, and kept in a file that the fit writes.

``isac train ranking`` fits the weights of questions that name their need on half of the suite ``facts``
(by hash); the other half says what they are worth. ``isac train aspects`` fits those of questions that
lean, on its examples.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Literal

import yaml

from knowledge.disk import write_whole
from tools.reading.tables import load_table

QuestionKind = Literal["naming", "leaning"]
"""Whether a question names its need or leans on what was said before."""
_PACKAGE, _NAME = "agents.answers", "ranking_weights"
WEIGHTS_FILE = Path(__file__).parent / "data" / f"{_NAME}.yaml"


@dataclass(frozen=True, slots=True)
class Features:
    """Features of one section for one question; also the shape of their weights."""

    belief: float
    """Logarithm of the need's probability."""
    meaning: float
    """Cosine; 0 when it was not looked at."""
    aspect: float
    """It is the section of the aspect asked about."""
    measure: float
    """It has a figure of the kind asked for."""
    near: float
    """Share of the question's words in the sentence with that figure."""
    words: float
    """Share of the question's words in the sentence that has most of them."""
    rare: float
    """Of a question that leans: how much the words of a sentence tell the sections apart, 1 for one that no other has.

    Such a question tells a circumstance. Others name their need, and their rare words belong to it.
    """
    likely_aspect: float
    """Logarithm of how likely its aspect is the one asked about."""
    likely_figure: float
    """Logarithm of how likely a figure like one of its own is what is asked for."""
    aside: float
    """It is about mistakes or other procedures."""

    def score(self, weights: "Features") -> float:
        """The weighted sum."""
        return float(sum(value * weight for value, weight in zip(_values(self), _values(weights), strict=True)))


_values = attrgetter(*(one.name for one in fields(Features)))


@cache
def load_weights(kind: QuestionKind) -> Features:
    """The weights in use. Raises TypeError when the file lacks a feature or has another one."""
    return Features(**{name: float(weight) for name, weight in load_table(_PACKAGE, _NAME)[kind].items()})


def save_weights(kind: QuestionKind, weights: Features, path: Path = WEIGHTS_FILE) -> None:
    """Write the weights of one kind, with two decimals; the comment and those of the other kind stay."""
    text = path.read_text(encoding="utf-8")
    comment = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    table: Mapping[str, Mapping[str, float]] = yaml.safe_load(text)
    rounded = {name: round(weight, 2) for name, weight in asdict(weights).items()}
    write_whole(path, (comment + yaml.safe_dump({**table, kind: rounded}, sort_keys=False)).encode())
