"""A message to a person, said by a chat, a terminal or an agent who reads it out."""

from dataclasses import dataclass
from typing import Literal

from knowledge.passages import Citation

MessageKind = Literal[
    "greeting", "answer", "question", "offer", "confirmation",
    "appointment", "referral", "hand_off", "call_back", "notice", "closing",
]  # fmt: skip
Completeness = Literal["complete", "partial", "none"]
"""How much of the question some messages answer."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message, in the conversation's language. Every line of an ``answer`` is told by one of its citations.

    ``last_of``: the year of figures in it, where newer ones are due.
    """

    kind: MessageKind
    text: str
    citations: tuple[Citation, ...] = ()
    last_of: int | None = None
