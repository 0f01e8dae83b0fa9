"""How likely a unit answers, from the clues that speak for it."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from agents.understanding.shared.ngrams import Floats


class ClueWeights(NamedTuple):
    """Of what speaks for a unit, in the order in which clues are kept: one more makes it e times likelier.

    ``part``, ``nearest``: the cosine of the nearest part of the message with its place, and with its nearest prototype;
    ``after``: of the message said after the one before, with its place; ``words``, ``line``: the words shared with its
    questions and with its line; ``words_after``: with its questions, of both messages; ``side``: the logarithm of how
    probably its side is asked for; ``told``: whether it was told; ``asked``, ``need_asked``: the logarithm of how often
    people asked for it, and for a unit of its need; ``need``, ``sure``: the logarithm of its need's probability by the
    message alone, and that probability itself; ``belief``: the logarithm of its probability by what was said before;
    ``leaning``: that, times how probably the message leans.
    """

    part: float = 10.0
    nearest: float = 0.0
    after: float = 7.0
    words: float = 1.5
    line: float = 2.8
    words_after: float = 9.0
    side: float = 0.75
    told: float = -1.4
    asked: float = 0.0
    need_asked: float = 0.0
    need: float = 0.3
    sure: float = 1.7
    belief: float = 0.8
    leaning: float = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class UnitScorer:
    """A linear score and a small network beside it, which sees what two clues say together: a need that is probable
    counts less for a message that leans. ``linear``: shape (clues); ``inward``: (clues, hidden); ``bias``, ``outward``:
    (hidden).
    """

    linear: Floats
    inward: Floats
    bias: Floats
    outward: Floats

    def score(self, clues: Floats) -> Floats:
        """Of each unit; its exponential is as probable as it. ``clues``: shape (units, clues)."""
        seen = np.maximum(clues @ self.inward + self.bias, 0.0)
        scores: Floats = clues @ self.linear + seen @ self.outward
        return scores


def plain_scorer(weights: ClueWeights | None = None) -> UnitScorer:
    """Nothing but those weights."""
    linear, none = np.array(weights or ClueWeights(), np.float32), np.zeros(0, np.float32)
    return UnitScorer(linear, np.zeros((len(linear), 0), np.float32), none, none)
