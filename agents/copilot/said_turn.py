"""An agent's turn as it is weighed against the articles, and what is wrong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agents.copilot.advice import AlertKind
from knowledge.languages import Language
from knowledge.passages import UnitId


@dataclass(frozen=True, slots=True)
class SaidTurn:
    """``asked``: the citizen's last words; ``heard``: all that they said before; ``told``: what agents said before.

    ``needs``: what is on the table, with probabilities; ``ranked``: how probably each unit is asked for or told.
    """

    text: str
    language: Language
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
