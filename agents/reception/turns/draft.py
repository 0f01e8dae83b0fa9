"""The draft of a turn, before it is checked and said."""

from dataclasses import dataclass, replace
from datetime import date

from agents.phrases.message import Completeness, Message
from agents.reception.turns.turn import AppointmentCard, Offer
from tools.queues.hand_offs import HandOff


@dataclass(frozen=True, slots=True)
class Draft:
    """Messages and typed events of one turn. Nodes add to it; ``check`` and ``say`` finish it."""

    messages: tuple[Message, ...] = ()
    quick_replies: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    appointment: AppointmentCard | None = None
    hand_off: HandOff | None = None
    completeness: Completeness = "complete"
    as_of: tuple[str, date] | None = None
    """A need and the day, not today, whose rules are told."""
    repeats: bool = False
    """It says the last turn again."""

    def then(self, *messages: Message) -> "Draft":
        """The same draft with messages added at the end."""
        return replace(self, messages=self.messages + messages)

    def after(self, *messages: Message) -> "Draft":
        """The same draft with messages put first."""
        return replace(self, messages=messages + self.messages)
