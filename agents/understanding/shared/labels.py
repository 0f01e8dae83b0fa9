"""Labels of a message, and the needs that it may be about."""

from dataclasses import dataclass
from typing import Literal

Label = Literal[
    "greeting", "thanks", "goodbye", "affirm", "deny", "correct", "repeat", "person", "complaint", "insult",
    "crisis", "emergency", "violence", "personal_data", "injection", "decision_bait", "out_of_scope",
    "book", "change", "cancel", "question", "third_person", "urgent", "locator_lost", "other_matter", "easier",
    "offline", "no_certificate", "waiting_list", "offered",
    "leaves_list", "lets_go", "no_appointment", "no_email", "no_phone", "passport", "leans",
    "ack", "grief", "worry", "hardship", "joy", "after_hand_off", "unsafe",
    "drop", "has_appointment", "matter", "oneself",
    "despair", "asks_what", "no_person", "maybe_person", "unanswered", "safe",
    "stands", "still", "informal",
]  # fmt: skip

DANGERS: frozenset[Label] = frozenset({"crisis", "violence", "emergency"})
"""Labels of a person in danger, which come before all others. ``unsafe``: it may be one, and nobody can tell."""
UNTAUGHT: frozenset[Label] = frozenset(
    {"despair", "asks_what", "no_person", "maybe_person", "unanswered", "safe", "stands", "still", "informal"}
)
"""Labels that words alone tell, or that follow from others: no model knows them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A need and its calibrated probability."""

    need: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """A need a doubtful message may be about, and the sentence that taught it which is nearest to the message."""

    need: str
    sentence: str


SURE = 0.50
"""Calibrated probability from which a need is answered without asking."""
LEANS = 0.5
"""The probability from which a message names no matter: more likely than not."""
OUTSIDE = 0.90
"""The probability from which a message lies outside beyond doubt, whatever is spoken of."""
