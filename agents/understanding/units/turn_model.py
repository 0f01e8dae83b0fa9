"""Reads a question in its conversation: the answer units that it asks for, the need that it is about, or none.

What a message has in common with each unit (`known_units.py`) is weighed by what ``isac train dialogue`` fits to
conversations of strangers, and to writers who taught nothing of what they measure (`unit_scorer.py`).
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.understanding.shared.ngrams import Floats, softmax
from agents.understanding.units.known_units import KnownUnits
from agents.understanding.units.spoken import PosedTurn
from agents.understanding.units.unit_scorer import UnitScorer
from knowledge.passages import UnitId

_SLIGHT = 1e-3
"""Of odds: no probability is nearer to 0 or to 1."""


@dataclass(frozen=True, slots=True)
class OutsideWeights:
    """Of the log-odds that a message lies outside all needs, with one on the table.

    ``alone``: of the log-odds by the message alone; ``near_topic``, ``near``: of its cosine with the nearest unit of
    the need on the table, and of any; ``leans``: of how probably it leans.
    """

    start: float = 0.0
    alone: float = 1.0
    near_topic: float = 0.0
    near: float = 0.0
    leans: float = 0.0


class InConversation(NamedTuple):
    """Probabilities: of each need, and of lying outside all of them."""

    needs: Mapping[str, float]
    outside: float


@dataclass(frozen=True, slots=True, eq=False)
class TurnModel:
    """Thread-safe: it is only read."""

    known: KnownUnits
    scorer: UnitScorer
    outside: OutsideWeights
    fitted: bool
    """Whether questions set space and scorer; otherwise units are ranked, but the message alone names the need."""

    def rank(self, turn: PosedTurn) -> list[tuple[UnitId, float]]:
        """The units of the needs that are probable, best first, with their own probability."""
        scores = self.scorer.score(self.known.clues(turn))
        ranked: list[tuple[UnitId, float]] = []
        for need, share in turn.alone.items():
            own = np.flatnonzero(self.known.of_need(need)) if share > 0 and need in self.known.needs else ()
            if len(own):
                chances = softmax(scores[own]) * share
                ranked += [(self.known.units[row], chance) for row, chance in zip(own, chances.tolist(), strict=True)]
        whole = sum(chance for _, chance in ranked)
        return sorted(((unit, chance / whole) for unit, chance in ranked), key=lambda one: -one[1])

    def read(self, turn: PosedTurn) -> InConversation:
        """What the message is about. Needs without articles keep their probability by the message alone."""
        alone, leans = turn.alone, turn.leans
        outside = max(0.0, 1 - sum(alone.values()))
        topic, known = turn.before.topic, self.known.needs
        if not (self.fitted and topic in (None, *known)):
            kept = leans if topic in alone else 0.0
            within = {need: share * (1 - kept) + kept * (need == topic) for need, share in alone.items()}
            return InConversation(within, outside * (1 - kept))
        clues = self.known.clues(turn)
        if topic in known:
            outside = self._outside(clues[:, 0], self.known.of_need(topic), outside, leans)
        whole = max(_SLIGHT, sum(alone.values()))
        others = {need: share / whole * (1 - outside) for need, share in alone.items() if need not in known}
        rest = 1 - outside - sum(others.values())
        own = {need: share * rest for need, share in self.needs_of(clues).items()}
        return InConversation({**others, **own}, outside)

    def scores(self, clues: Floats) -> Floats:
        """Of each unit; those that only point at other needs never answer. ``clues``: of `KnownUnits.clues`."""
        return np.where(self.known.pointing, -np.inf, self.scorer.score(clues))

    def needs_of(self, clues: Floats) -> dict[str, float]:
        """The probability of each need: that of its units together."""
        needs = self.known.needs
        by_need = np.bincount(self.known.need_of, weights=softmax(self.scores(clues)), minlength=len(needs))
        return dict(zip(needs, by_need.tolist(), strict=True))

    def _outside(self, near: Floats, of_topic: NDArray[np.bool_], alone: float, leans: float) -> float:
        clues = outside_clues(near, of_topic, alone, leans)
        return float(1 / (1 + np.exp(-np.dot(astuple(self.outside), clues))))


def outside_clues(near: Floats, of_topic: NDArray[np.bool_], alone: float, leans: float) -> Floats:
    """What ``OutsideWeights`` weigh, in their order; ``near``: the cosine with each unit."""
    odds = np.log((alone + _SLIGHT) / (1 - alone + _SLIGHT))
    return np.array([1.0, odds, near[of_topic].max(initial=-1.0), near.max(initial=-1.0), leans])
