"""Hand-offs: the typed event that takes a conversation to a person, and the queue it waits in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from knowledge.languages import Language

Reason = Literal["asked", "not_understood", "no_answer", "crisis", "violence", "emergency", "failure", "complaint"]


@dataclass(frozen=True, slots=True)
class HandOff:
    """What a person receives. ``summary`` is in the citizen's language; ``slots`` hold masked values only."""

    id: str
    conversation_id: str
    reason: Reason
    language: Language
    need: str | None
    unit: str
    summary: tuple[str, ...]
    slots: Mapping[str, str]
    urgent: bool
    created_at: datetime


class HandOffQueue(Protocol):
    """Where hand-offs wait. Every method may raise ToolUnavailable."""

    async def add(self, hand_off: HandOff) -> None:
        """Store once: adding the same id again changes nothing. Emits the event ``hand_off``."""
        ...

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """Those nobody has accepted: urgent ones first, then oldest first."""
        ...

    async def accept(self, hand_off_id: str, who: str) -> HandOff:
        """Take it out of the queue in somebody's name; the same name again changes nothing.

        Emits the event ``hand_off_accepted``. Raises HandOffNotFound, and HandOffTaken when somebody else has it.
        """
        ...
