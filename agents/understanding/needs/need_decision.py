"""From probabilities to a decision: a need, another matter of Social Security, or something unrelated."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED
from agents.understanding.shared.labels import Candidate, Label

_ALTERNATIVES = 4
_LEAST = 0.01
SETTLED = 0.8
"""Confidence of a need that words settle."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """A need stands when it has ``floor`` and what lies outside is not ``odds`` times likelier.

    ``answering``: the odds for what is said to a question of ours, where people rarely change to what lies outside.
    ``inside``: with a need on the table, where what lies outside is fitted by itself, the likeliest need stands below
    this probability of lying there, however the needs share the rest. At 0.5, 56 of 100 strays that fitted nothing are
    heard and 4 of 100 messages of two panels are taken for one (964); from here on 59 and nearly 6.
    """

    floor: float = 0.12
    odds: float = 1.5
    answering: float = 4.0
    inside: float = 0.43


@dataclass(frozen=True, slots=True)
class NeedDecision:
    """``need`` is None out of scope; ``alternatives`` are needs by falling probability, the first included.

    ``outside``: the probability that it is about no need.
    """

    need: str | None
    confidence: float
    alternatives: tuple[Candidate, ...]
    labels: frozenset[Label]
    out_of_scope: bool
    outside: float = 0.0


NO_NEED = NeedDecision(None, 0.0, (), frozenset(), False)


def settled_on(need: str, others: tuple[Candidate, ...] = ()) -> NeedDecision:
    """The need, settled by words; ``others`` follow it among the alternatives."""
    rest = (other for other in others if other.need != need)
    return NeedDecision(need, SETTLED, (Candidate(need, SETTLED), *rest), frozenset(), False)


def select_need(
    probabilities: Mapping[str, float], thresholds: Thresholds, *, answering: bool = False, on_the_table: bool = False
) -> NeedDecision:
    """``confidence`` is that of the need among everything, or of being outside when it is.

    ``on_the_table``: a need is.
    """
    odds = thresholds.answering if answering else thresholds.odds
    other, unrelated = probabilities.get(OTHER_MATTER, 0.0), probabilities.get(UNRELATED, 0.0)
    needs = [(name, share) for name, share in probabilities.items() if name not in (OTHER_MATTER, UNRELATED)]
    ranked = [Candidate(*one) for one in nlargest(_ALTERNATIVES, needs, key=itemgetter(1))]
    alternatives = tuple(one for one in ranked if one.confidence >= _LEAST)
    best = ranked[0] if ranked else Candidate("", 0.0)
    outside = other + unrelated
    stands = best.confidence >= thresholds.floor and best.confidence * odds >= max(other, unrelated)
    if stands or (on_the_table and best.need and outside < thresholds.inside):
        return NeedDecision(best.need, best.confidence, alternatives, frozenset(), False, outside)
    label: Label = "other_matter" if other >= unrelated else "out_of_scope"
    return NeedDecision(None, max(other, unrelated), alternatives, frozenset({label}), True, outside)
