"""Days that an office closed after they had been offered: the type and the port."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from tools.offices.slots import Slot, SlotQuery


@dataclass(frozen=True, slots=True)
class Closure:
    """A day that was closed after it had been offered."""

    office_id: str
    day: date
    reason: str
    who: str
    at: datetime


class ClosedDays(Protocol):
    """The closed days and their seats. Every method may raise ToolUnavailable."""

    async def add(self, closure: Closure) -> None:
        """Close the day; a day that is closed stays as it was closed first."""
        ...

    async def take_seats(self, office_id: str, day: date, slots: Sequence[Slot]) -> bool:
        """Take the free and the held seats of the slots. Whether the day is closed: reopened, it keeps its seats.

        Who was offered one on the waiting list keeps their turn, and is not told of it any more.
        """
        ...

    async def reopen(self, office_id: str, day: date) -> None:
        """Open the day and give its seats back."""
        ...

    async def known(self, office_id: str, since: date) -> list[Closure]:
        """The closed days of an office, in order."""
        ...

    async def with_people(self) -> list[Closure]:
        """Days with somebody left on them, the first closed first; not those that are being closed just now."""
        ...

    async def free(self, query: SlotQuery) -> list[Slot]:
        """Every slot with a seat that nobody has, in time order: what others do not see yet, or wait for, too."""
        ...
