"""Changes the need of a message in danger."""

from agents.understanding.needs.need_decision import SETTLED, NeedDecision, settled_on
from agents.understanding.shared.labels import DANGERS, Label

_ALARM = 0.9
"""Confidence from which a message without a word of danger is taken for one: grief and poverty are told alike."""


def settle_danger(decision: NeedDecision, labels: frozenset[Label], emergency: str | None) -> NeedDecision:
    """Danger in words makes the need ``emergency`` unless another is certain; without words it takes ``_ALARM``."""
    if emergency is None:
        return decision
    if labels & DANGERS:
        if decision.need is not None and decision.confidence >= SETTLED:
            return decision
        return settled_on(emergency, decision.alternatives)
    others = tuple(candidate for candidate in decision.alternatives if candidate.need != emergency)
    if decision.need != emergency or decision.confidence >= _ALARM or not others:
        return decision
    return NeedDecision(others[0].need, others[0].confidence, others, frozenset(), False)
