"""Hand-offs: the typed event that takes a conversation to a person, and the queue it waits in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from knowledge.languages import Language
from tools.errors import HandOffMismatch

Reason = Literal["asked", "not_understood", "no_answer", "crisis", "violence", "emergency", "failure", "complaint"]
NO_UNIT = "INSS · CATT / CAISS información"
"""Where somebody goes whose matter is not known."""


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


def renewed(waiting: HandOff, added: HandOff) -> HandOff:
    """What waits once ``added`` came under the same id: it keeps its place in the queue. Raises HandOffMismatch."""
    if added.conversation_id != waiting.conversation_id:
        raise HandOffMismatch("the reference belongs to another conversation")
    return replace(added, created_at=waiting.created_at, urgent=waiting.urgent or added.urgent)


class HandOffQueue(Protocol):
    """Where hand-offs wait. Every method may raise ToolUnavailable."""

    async def add(self, hand_off: HandOff) -> None:
        """Store once; what is new under the same id takes its place (``renewed``). Emits the event ``hand_off``.

        The same again changes nothing and tells nobody; what is new waits again, also when somebody had accepted what
        was there. Raises HandOffMismatch.
        """
        ...

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """Those nobody has accepted: urgent ones first, then oldest first."""
        ...

    async def accept(self, hand_off_id: str, who: str) -> HandOff:
        """Take it out of the queue in somebody's name; the same name again changes nothing.

        Emits the event ``hand_off_accepted``. Raises HandOffNotFound, and HandOffTaken when somebody else has it.
        """
        ...
