"""Suggestions at a point of a dialogue: a right one among them, the first right, or silence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.graders.counts import Counts, counted
from evals.graders.patterns import all_hold, any_holds
from evals.graders.verdict import Verdict, verdict

Suggested = Mapping[str, Any]
"""``text`` in the citizen's language, ``need``, ``confidence``."""


@dataclass(frozen=True, slots=True)
class SpokenCase:
    """What was done at a point. ``confidence`` of the first suggestion; None where it kept silent.

    ``asked``: whether a suggestion was due; ``matter``: what it was about, for tables.
    """

    asked: bool
    confidence: float | None
    first_right: bool
    one_right: bool
    matter: str = ""


def at_point(point: Mapping[str, Any], suggestions: Sequence[Suggested], matter: str = "") -> SpokenCase:
    """What was done where ``point`` says what was due."""
    asked = point["expect"] == "suggest"
    right = [asked and is_right(point, one) for one in suggestions]
    confidence = float(suggestions[0]["confidence"]) if suggestions else None
    return SpokenCase(asked, confidence, any(right[:1]), any(right), matter)


def is_right(point: Mapping[str, Any], one: Suggested) -> bool:
    """It says all it must and nothing it must not, and is about one of the needs."""
    needs = point.get("needs", ())
    about = not needs or one["need"] in needs
    return about and all_hold(point.get("must", ()), one["text"]) and not any_holds(point.get("never", ()), one["text"])


def counts_of(spoken: SpokenCase) -> Counts:
    """``first right`` counts whenever it speaks, also where it should have been silent."""
    speaks = spoken.confidence is not None
    return counted(
        one_of_three_right=[spoken.one_right] if spoken.asked else [],
        first_right_when_it_speaks=[spoken.first_right] if speaks else [],
        first_right_when_asked_and_it_speaks=[spoken.first_right] if speaks and spoken.asked else [],
        speaks_when_asked=[speaks] if spoken.asked else [],
        silent_when_nothing_is_due=[] if spoken.asked else [not speaks],
    )


def judged(spoken: SpokenCase) -> Verdict:
    """Pass with a right suggestion among them where one was due, and silent where none was."""
    if spoken.asked:
        silent = spoken.confidence is None
        return verdict(None if spoken.one_right else "silent" if silent else "none of the suggestions is right")
    return verdict(None if spoken.confidence is None else "speaks though nothing is due")
