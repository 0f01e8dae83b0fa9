"""From a verdict to an Inspect score; what the suites share."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspect_ai.scorer import CORRECT, INCORRECT, NOANSWER, Metric, Score, accuracy, grouped

from evals.graders.verdict import Verdict

SEEN = "seen"
"""Key of the plain values a solver leaves: scorers read nothing else, so a log can be graded again."""
COUNTS, SPOKEN = "counts", "spoken"
"""Keys of a score's metadata: what the case adds to each measure, and what was done at a point of a dialogue."""


def metrics() -> Sequence[Metric]:
    """Accuracy over all, and per language."""
    return [accuracy(), grouped(accuracy(), "language")]


def as_score(
    verdict: Verdict, answer: str, *, simulator_error: str | None = None, metadata: Mapping[str, Any] | None = None
) -> Score:
    """Correct or not, and why. A mistake of the simulator is no answer, and is told apart in reports."""
    if simulator_error is not None:
        return Score(value=NOANSWER, answer=answer, explanation=simulator_error, metadata={"simulator_error": True})
    why = "; ".join(verdict.faults) or "as expected"
    value = CORRECT if verdict.passed else INCORRECT
    return Score(value=value, answer=answer, explanation=why, metadata=dict(metadata) if metadata else None)


def last_words(turn: Any) -> str:
    """The service's words of a turn, in one line."""
    return " / ".join(f"{message['kind']}: {message['text']}" for message in turn["messages"])
