"""Alerts of a dialogue against what was planted in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.graders.counts import Counts, counted
from evals.graders.patterns import holds
from evals.graders.verdict import Verdict

WRONGS = frozenset({"figure", "term", "document", "body"})
"""Kinds that say that something was said wrong. Deadlines, promises and danger are not planted: they do not count."""


def alert_counts(planted: Sequence[Mapping[str, Any]], alerts: Sequence[Mapping[str, Any]], agent_turns: int) -> Counts:
    """Planted ones are caught by an alert of their turn that says what holds.

    ``alerts``: each with ``kind``, ``turn``, ``right`` and ``speaker``. False ones are counted as turns that have any.
    """
    wrongs = [one for one in alerts if one["kind"] in WRONGS]
    false_ones = {(one["speaker"], one["turn"]) for one in wrongs} - {("agent", one["turn"]) for one in planted}
    agents = sum(speaker == "agent" for speaker, _ in false_ones)
    counts = counted(
        planted_caught=[is_caught(one, wrongs) for one in planted],
        planted_noticed=[any(alert["turn"] == one["turn"] for alert in wrongs) for one in planted],
    )
    return counts | {"agent turns with a false alarm": (agents, agent_turns)}


def is_caught(planted: Mapping[str, Any], alerts: Sequence[Mapping[str, Any]]) -> bool:
    """Whether one of the alerts is of its turn and says what holds instead."""
    return any(one["turn"] == planted["turn"] and holds(planted["right"], one["right"]) for one in alerts)


def alerted(counts: Counts) -> Verdict:
    """Pass with all planted ones caught and no false alarm."""
    caught, planted = counts.get("planted caught", (0, 0))
    alarms, _ = counts.get("agent turns with a false alarm", (0, 0))
    faults = [f"{planted - caught} of {planted} planted not caught"] if caught < planted else []
    return Verdict((*faults, *([f"{alarms} turns with a false alarm"] if alarms else [])))
