"""What one turn says: the typed result of understanding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from agents.understanding.language.varieties import Variety
from agents.understanding.question.conditions import Conditions
from agents.understanding.question.wanted import Wanted
from knowledge.languages import Language
from knowledge.measures import Measure
from knowledge.passages import Aspect

Label = Literal[
    "greeting", "thanks", "goodbye", "affirm", "deny", "correct", "repeat", "person", "complaint", "insult",
    "crisis", "emergency", "violence", "personal_data", "injection", "decision_bait", "out_of_scope",
    "book", "change", "cancel", "question", "third_person", "urgent", "locator_lost", "other_matter", "easier",
    "offline", "no_certificate", "waiting_list", "offered",
    "leaves_list", "no_email", "leans",
]  # fmt: skip

DANGERS: frozenset[Label] = frozenset({"crisis", "violence", "emergency"})
"""Somebody is in danger: this comes before whatever else is said."""

SlotName = Literal[
    "date", "date_to", "time", "part_of_day", "postcode", "municipality", "province", "document", "document_invalid",
    "postcode_invalid", "date_past", "phone", "email", "name", "channel", "locator", "option",
    "date_or", "date_not", "time_to",
    "number", "nuss", "nuss_invalid", "document_part", "document_repair", "move",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A normalised value and the characters it was read from.

    Values: date and date_or ISO; date_not ISO days with spaces between; time and time_to HH:MM, the second alone if
    open; part_of_day morning|afternoon; province INE code; municipality official name;
    document with its letter and no separators; document_part what was said of one; document_repair up to three
    documents that it may have been, comma-separated, the likeliest first; nuss twelve digits; number in figures;
    phone E.164; channel in_person|phone|online|video; option "1", "2"…, "last", "middle", "any", "none" or "both";
    move (what to look for instead) later|earlier|other_day|next_week|nearer|other_office.
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
class Likeness:
    """A need a doubtful message may be about, and the sentence that taught it which is nearest to the message."""

    need: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One turn understood. ``need`` is None when out of scope or nothing was asked; ``switch_to`` was asked for."""

    language: Language
    language_confidence: float
    switch_to: Language | None = None
    need: str | None = None
    confidence: float = 0.0
    outside: float = 0.0
    """The probability that it is about no need, also when one is named."""
    alternatives: tuple[Candidate, ...] = ()
    between: tuple[Likeness, ...] = ()
    aspect: Aspect | None = None
    measure: Measure | None = None
    """What the answer has to tell: "how many weeks" wants a number of weeks."""
    wanted: Wanted = field(default_factory=Wanted)
    """The same, and the side of the need, as likely as examples make them."""
    labels: frozenset[Label] = frozenset()
    slots: Mapping[SlotName, SlotValue] = field(default_factory=dict)
    out_of_scope: bool = False
    further: tuple[str, ...] = ()
    """Needs of the other clauses, when the message asks for more than one thing; never ``need`` itself."""
    variety: Variety | None = None
    """Of ``language``: Valencian; or its neighbour Aranese, which is told that it is not served."""
    reserved: bool = False
    """A yes with a but: no yes."""
    leaning: bool = False
    """It names no matter of its own ("and for my sister?"): what it is about was said before. With a ``need``, it only
    tells the person's own situation, and the need is what it would be about if nothing had been said before."""
    alone: Candidate | None = None
    """What a message that leans, and tells nothing of the person's situation, would be about if nothing had been said
    before: "I'm going to be a father"."""
    leans: float = 0.0
    """The probability that it names no matter of its own, also below where it is labelled so."""
    conditions: Conditions = field(default_factory=dict)
    """What it tells of the person's situation."""
    as_of: date | None = None
    """The day whose rules are asked for, when it is not today."""
