"""Notices to citizens: what is to be told, the port that delivers it, and the outbox where it waits.

A notice is written in the transaction of what it announces, and delivered at least once: its ``id`` travels with the
message, so that a second copy can be told from a second notice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

from knowledge.languages import Language

NoticeKind = Literal[
    "waiting_joined", "waiting_offer", "waiting_missed", "waiting_closed",
    "appointment_booked", "appointment_moved", "appointment_closed", "appointment_cancelled",
]  # fmt: skip
LEASE = timedelta(minutes=1)
"""The time a process has to deliver a notice that it took; then another may try."""
ATTEMPTS = 12


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell. ``recipient`` is an e-mail address; ``values`` are data, never prose.

    After ``useless_after`` it is not sent any more: nobody is told of an offer that is over.
    """

    id: str
    kind: NoticeKind
    recipient: str
    language: Language
    values: Mapping[str, str]
    created_at: datetime
    useless_after: datetime | None = None
    attempts: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice in words, ready to go."""

    id: str
    recipient: str
    language: Language
    subject: str
    body: str


class Notifications(Protocol):
    """Takes letters to people."""

    async def send(self, letter: Letter) -> None:
        """Deliver, or hand over to who delivers. Raises ToolUnavailable (try later), BadIdentifier (will never go)."""
        ...


class Outbox(Protocol):
    """Notices not delivered yet. Every method may raise ToolUnavailable."""

    async def lease(self, limit: int) -> list[Notice]:
        """Oldest first, of those that are due; nobody else gets them for a minute. Useless ones are dropped."""
        ...

    async def delivered(self, notice_id: str) -> None:
        """It is done: forget it, with its address."""
        ...

    async def failed(self, notice: Notice, *, for_good: bool) -> None:
        """Try again later, each time after a longer pause; or never again, and it stays for the operator to see."""
        ...


_FIRST, _LONGEST = timedelta(seconds=10), timedelta(hours=1)


def pause(attempts: int) -> timedelta | None:
    """The pause after that many attempts, doubling up to an hour (some four hours in all); None: give up."""
    if attempts >= ATTEMPTS:
        return None
    doublings: int = max(attempts - 1, 0)
    return min(_FIRST * (1 << doublings), _LONGEST)
