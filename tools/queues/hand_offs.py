"""Hand-offs: the typed event that takes a conversation to a person, and the queue it waits in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol

from knowledge.languages import Language
from tools.errors import HandOffMismatch

Reason = Literal[
    "asked", "not_understood", "no_answer", "crisis", "violence", "emergency", "failure", "complaint", "call_back"
]
CALL_BACK: Reason = "call_back"
IN_FRONT = 5
"""Hand-offs of one origin and urgency that wait in front; those that come while these wait are put apart."""

URGENT_START = timedelta(hours=12)
FRONT_START = timedelta(hours=4)
VULNERABLE_START = timedelta(minutes=20)
APART_START = -timedelta(hours=4)
"""Head starts: who is urgent, was given back or is vulnerable stands as if they had come so much earlier, who is apart
as if later. Whoever has waited that much longer goes first all the same, so nobody waits for ever."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CURSOR = r"^(\d{1,17})\.([\w-]{1,64})$"
"""The form of a cursor of the queue: see ``QueuePlace``."""


@dataclass(frozen=True, slots=True)
class HandOff:
    """A conversation for a person. ``summary`` is in the citizen's language; ``slots`` hold masked values only.

    ``vulnerable``: what was said shows grief, need or despair, though no danger (which is ``urgent``).
    """

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
    vulnerable: bool = False


def renewed(waiting: HandOff, added: HandOff) -> HandOff:
    """The waiting hand-off renewed by ``added`` of the same id; it keeps its place. Raises HandOffMismatch."""
    if added.conversation_id != waiting.conversation_id:
        raise HandOffMismatch("the reference belongs to another conversation")
    return replace(
        added,
        created_at=waiting.created_at,
        urgent=waiting.urgent or added.urgent,
        vulnerable=waiting.vulnerable or added.vulnerable,
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A hand-off in the queue.

    ``apart``: it came after others of its origin, and waits behind those that are not apart and as urgent.
    ``same_origin``: how many hand-offs of its origin wait, with this one; None when the origin is not known.
    ``front``: an agent had it, and gave it back or was lost.
    """

    hand_off: HandOff
    apart: bool = False
    same_origin: int | None = None
    front: bool = False


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Part of the queue. ``total`` and ``urgent`` count all that wait; ``after`` leads to the next page, if any.

    ``oldest``: when the one of all that waits longest came.
    """

    entries: tuple[Waiting, ...]
    total: int
    urgent: int
    after: str | None = None
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True, order=True)
class QueuePlace:
    """The place of a hand-off in the queue, the only order there is: people are shown, counted and served by it.

    ``at`` is when it came, less its head starts. It stays while it waits, unless it becomes urgent or is given back.
    """

    at: datetime
    id: str

    @classmethod
    def of(cls, waiting: Waiting) -> "QueuePlace":
        """The place of one that waits."""
        return cls.given(waiting.hand_off, waiting.front, waiting.apart)

    @classmethod
    def given(cls, hand_off: HandOff, front: bool, apart: bool) -> "QueuePlace":
        """The place that its head starts give it."""
        starts = (
            (hand_off.urgent, URGENT_START),
            (front, FRONT_START),
            (hand_off.vulnerable, VULNERABLE_START),
            (apart, APART_START),
        )
        return cls(hand_off.created_at - sum((start for holds, start in starts if holds), timedelta()), hand_off.id)

    @classmethod
    def parse(cls, cursor: str) -> "QueuePlace":
        """The place that a cursor names. Raises ValueError."""
        match = re.fullmatch(CURSOR, cursor)
        if match is None:
            raise ValueError("not a cursor of the queue")
        return cls(_EPOCH + timedelta(microseconds=int(match[1])), match[2])

    def cursor(self) -> str:
        """The place as text, to go on from."""
        return f"{(self.at - _EPOCH) // timedelta(microseconds=1)}.{self.id}"


@dataclass(frozen=True, slots=True)
class Prospect:
    """What may be told to who waits: only what is known.

    ``ahead``: how many go before; ``wait``: as it was measured lately. ``opens_at``: when somebody is there again, out
    of hours, which whoever tells it adds (``tools.offices.attention``).
    """

    ahead: int | None = None
    wait: timedelta | None = None
    opens_at: datetime | None = None


class HandOffQueue(Protocol):
    """The queue of hand-offs: those that no agent holds (see ``Floor``). Every method may raise ToolUnavailable."""

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        """Store once; what is new under the same id takes its place (``renewed``). Emits the event ``hand_off``.

        ``origin``: where it comes from, as a pseudonym. It is never refused for it, only put apart (``IN_FRONT``).

        The same again changes nothing and tells nobody. What is new goes to the agent who holds it, and waits
        otherwise; one that was over waits again, from now on. Raises HandOffMismatch.
        """
        ...

    async def withdraw(self, hand_off_id: str) -> bool:
        """Take it out of the queue: another way was promised. Returns whether it was.

        One that is urgent, that an agent has or that is over stays.
        """
        ...

    async def prospect(self, hand_off_id: str) -> Prospect:
        """What is known of its wait; nothing of one that does not wait."""
        ...

    async def page(self, limit: int = 50, after: str | None = None) -> QueuePage:
        """Those that no agent holds, by place.

        ``after`` is that of the page before. Raises ValueError for what is no cursor.
        """
        ...
