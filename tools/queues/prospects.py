"""What may be told to who waits for a person: only what is known."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from tools.queues.hand_offs import HandOff


@dataclass(frozen=True, slots=True)
class Prospect:
    """``ahead``: how many go before; ``wait``: as it was measured lately; ``opens_at``: when somebody is there again,
    out of hours. None: not known, and not told.
    """

    ahead: int | None = None
    wait: timedelta | None = None
    opens_at: datetime | None = None


class Prospects(Protocol):
    """The prospects of a hand-off that waits. May raise ToolUnavailable."""

    async def of(self, hand_off: HandOff) -> Prospect:
        """What is known now."""
        ...
