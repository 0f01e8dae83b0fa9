"""Call-backs: somebody whom people have promised to telephone, within a window of their hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from tools.queues.hand_offs import HandOff
from tools.spans import Span

CallBackState = Literal["kept", "due", "reached", "unreached", "cancelled"]
OPEN: frozenset[CallBackState] = frozenset({"kept", "due"})
"""States in which somebody is to be called."""


@dataclass(frozen=True, slots=True)
class CallBack:
    """A hand-off put off until its window: the packet is kept with it, and goes to the floor when the window begins.

    ``due``: it is with the floor. A telephone is kept as long as it may have to be called.
    """

    hand_off: HandOff
    phone: str
    window: Span
    state: CallBackState = "kept"
    tries: int = 0
    """How often nobody answered."""

    @property
    def id(self) -> str:
        """Its locator: the reference of the conversation."""
        return self.hand_off.id

    @property
    def is_open(self) -> bool:
        """Whether somebody is to be called."""
        return self.state in OPEN


class CallBacks(Protocol):
    """One for each reference. Every method may raise ToolUnavailable; those with an id, CallBackNotFound."""

    async def keep(self, call_back: CallBack, room: int) -> CallBack:
        """Promise it, or move the one with its id; the same again changes nothing.

        Raises WindowFull when ``room`` others of its unit and language have the window already, and promises nothing.
        """
        ...

    async def find(self, call_back_id: str) -> CallBack:
        """As it stands, also when it is over."""
        ...

    async def taken(self, unit: str, language: str, since: datetime) -> Mapping[datetime, int]:
        """How many have each window of that unit and language, by its beginning, from ``since`` on."""
        ...

    async def open(self) -> tuple[CallBack, ...]:
        """All that are to be made, by window."""
        ...

    async def settle(self, call_back_id: str, state: CallBackState) -> CallBack:
        """Say what became of it. One that is over stays as it is, and its telephone is forgotten."""
        ...
