"""An agent's turn as it is weighed against the articles, and what is wrong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agents.copilot.advice import AlertKind
from knowledge.languages import Language
from knowledge.passages import UnitId

_ENDS = (". ", "; ", "! ", "? ", ": ")


@dataclass(frozen=True, slots=True)
class SaidTurn:
    """``language``: of ``text``; ``heard_in``: of the citizen, who may speak another. ``asked``: their last words;
    ``heard``: all that they said before; ``told``: what agents said before.

    ``needs``: what is on the table, with probabilities; ``ranked``: how probably each unit is asked for or told.
    """

    text: str
    language: Language
    heard_in: Language
    asked: str
    heard: Sequence[str]
    told: Sequence[str]
    needs: Mapping[str, float]
    ranked: Mapping[UnitId, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wrong:
    """``said``: the words of the turn; ``unit`` tells what holds instead."""

    kind: AlertKind
    said: str
    unit: UnitId
    confidence: float


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a span, or its half beside a colon, begins and ends."""
    begins = [at + 2 for mark in _ENDS if (at := text.rfind(mark, 0, start)) >= 0]
    stops = [at for mark in _ENDS if (at := text.find(mark, end)) >= 0]
    return max(begins, default=0), min(stops, default=len(text))
