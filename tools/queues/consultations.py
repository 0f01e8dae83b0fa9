"""Consultations: who has a conversation asks a colleague about it.

What they write is for staff: it is never an event of the contact, so that nothing which is told to citizens or other
systems can hold it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from tools.queues.floor import Agent
from tools.queues.hand_offs import HandOff

ConsultationState = Literal["asked", "open", "declined", "left", "ended"]
Asked = Literal["agent", "unit", "language"]


@dataclass(frozen=True, slots=True)
class StaffLine:
    """What one of the two wrote. ``number`` counts from 1; ``key`` is what their client calls it."""

    number: int
    who: str
    name: str
    text: str
    at: datetime
    key: str


@dataclass(frozen=True, slots=True)
class Enquiry:
    """To an agent at work (by ``who``), or to whoever serves a unit or a language."""

    to: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Consultation:
    """A question about a hand-off that ``asker`` holds, and what was written about it.

    It is ``asked`` until a colleague takes it, and ``open`` until one of the two ends it, or the asker has the
    hand-off no more (``ended``). ``declined``: nobody who was asked wants to; ``left``: who was asked is not there any
    more.
    """

    id: str
    hand_off: HandOff
    asker: Agent
    asked: Asked
    to: str
    state: ConsultationState
    since: datetime
    colleague: Agent | None = None
    """Who took it."""
    declined: tuple[str, ...] = ()
    lines: tuple[StaffLine, ...] = ()

    @property
    def lasts(self) -> bool:
        """Whether it is not over."""
        return self.state in ("asked", "open")

    def is_between(self, who: str) -> bool:
        """Whether that agent asked, or took it."""
        return who in (self.asker.who, self.colleague.who if self.colleague else None)


class Consultations(Protocol):
    """Every change is published with those of the floor. Every method may raise ToolUnavailable; those with an id raise
    ConsultationNotFound for one that is not known, or not theirs.
    """

    async def ask(self, hand_off_id: str, who: str, question: Enquiry) -> Consultation:
        """Ask about what one holds; the same again, by its key, is asked once. It ends the one before, if that lasts.

        Raises HandOffNotFound, HandOffTaken, NotAtDesk, NobodyToAsk.
        """
        ...

    async def take(self, consultation_id: str, who: str) -> Consultation:
        """Answer it: whoever is asked and comes first. Raises NotAtDesk, ConsultationOver."""
        ...

    async def decline(self, consultation_id: str, who: str) -> Consultation:
        """Leave it to others who are asked. Raises ConsultationOver."""
        ...

    async def say(self, consultation_id: str, who: str, text: str, key: str) -> Consultation:
        """Write to the other; sent again with its key it is the same line. Raises ConsultationOver."""
        ...

    async def end(self, consultation_id: str, who: str) -> Consultation:
        """End it, as either of the two; one that is over stays as it is."""
        ...

    async def settle(self) -> None:
        """End those whose asker has the hand-off no more, and those whose colleague is not there any more."""
        ...

    async def current(self) -> tuple[Consultation, ...]:
        """Those that last, and those that are over while their asker still holds the hand-off; oldest first."""
        ...

    async def of_hand_off(self, hand_off_id: str) -> tuple[Consultation, ...]:
        """All about a hand-off, oldest first."""
        ...

    async def of_conversation(self, conversation_id: str) -> Consultation | None:
        """The one about the conversation that is open now."""
        ...
