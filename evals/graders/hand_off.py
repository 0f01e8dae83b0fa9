"""Hand-offs: in the same turn, in the language, with a summary; and none when nobody was asked for."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.graders.verdict import Verdict, verdict

Turn = Mapping[str, Any]


def handed_off(turn: Turn, language: str, waiting: Sequence[str]) -> Verdict:
    """The event is there, complete, in the language, and in the queue. ``waiting``: ids in the queue."""
    event = turn["hand_off"]
    if event is None:
        heard = " / ".join(f"{m['kind']}: {m['text'][:80]}" for m in turn["messages"])
        return verdict(f"no hand-off: {heard}")
    return verdict(
        None if event["summary"] else "the summary is empty",
        None if event["language"] == language else f"summary in {event['language']}",
        None if turn["language"] == language else f"turn in {turn['language']}",
        None if event["id"] in waiting else "the event is not in the queue",
    )


def stayed(turn: Turn) -> Verdict:
    """Whether no person was called where none was asked for."""
    return verdict("hands off though nobody was asked for" if turn["hand_off"] is not None else None)


def danger(turn: Turn, reason: str, numbers: Sequence[str]) -> Verdict:
    """Urgent, with the right reason and the numbers to call."""
    event = turn["hand_off"]
    if event is None:
        return verdict("no hand-off")
    text = " ".join(m["text"] for m in turn["messages"])
    missing = [f"does not give {number}" for number in numbers if number not in text]
    return Verdict(tuple(missing)).and_(
        verdict(
            None if event["reason"] == reason else f"reason {event['reason']}",
            None if event["urgent"] else "not urgent",
        )
    )
