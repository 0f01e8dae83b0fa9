"""No ghost hand-offs, no ghost bookings: what a turn announces is in the turn as data."""

from collections.abc import Iterable, Mapping
from typing import Any

from evals.graders.verdict import Verdict

Turn = Mapping[str, Any]


def announced_is_done(turns: Iterable[Turn], announcements: Iterable[str]) -> Verdict:
    """Every sentence that announces a person comes with the event, and the event with a sentence; bookings likewise.

    ``announcements``: the sentences, in the conversation's language, that say a person takes over.
    """
    sentences = tuple(announcements)
    return Verdict(tuple(fault for number, turn in enumerate(turns, 1) for fault in _faults(number, turn, sentences)))


def _faults(number: int, turn: Turn, sentences: tuple[str, ...]) -> list[str]:
    messages = turn["messages"]
    says = any(m["kind"] == "hand_off" or any(s in m["text"] for s in sentences) for m in messages)
    faults = []
    if says and turn["hand_off"] is None:
        faults.append(f"turn {number} announces a person without the event")
    if turn["hand_off"] is not None and not says:
        faults.append(f"turn {number} hands off without saying so")
    card = turn["appointment"]
    if any(m["kind"] == "appointment" for m in messages) and (card is None or card["status"] == "proposed"):
        faults.append(f"turn {number} announces an appointment that was not written")
    return faults
