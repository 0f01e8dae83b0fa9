"""What one turn says: the typed result of understanding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from knowledge.languages import Language
from knowledge.passages import Aspect

Label = Literal[
    "greeting", "thanks", "goodbye", "affirm", "deny", "correct", "repeat", "person", "complaint", "insult",
    "crisis", "emergency", "violence", "personal_data", "injection", "decision_bait", "out_of_scope",
    "book", "change", "cancel", "question", "third_person", "locator_lost", "other_matter",
]  # fmt: skip

SlotName = Literal[
    "date", "date_to", "time", "part_of_day", "postcode", "municipality", "province", "document", "document_invalid",
    "postcode_invalid", "date_past", "phone", "email", "name", "channel", "locator", "option",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A normalised value and the characters it was read from.

    Values: date ISO; time HH:MM; part_of_day morning|afternoon; province INE code; municipality official name; document
    with its letter and no separators; phone E.164; channel in_person|phone|online|video; option "1", "2"… or "last".
    """

    value: str
    text: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A need and its calibrated probability."""

    need: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One turn understood. ``need`` is None when out of scope or nothing was asked; ``switch_to`` was asked for."""

    language: Language
    language_confidence: float
    switch_to: Language | None = None
    need: str | None = None
    confidence: float = 0.0
    alternatives: tuple[Candidate, ...] = ()
    aspect: Aspect | None = None
    labels: frozenset[Label] = frozenset()
    slots: Mapping[SlotName, SlotValue] = field(default_factory=dict)
    out_of_scope: bool = False
