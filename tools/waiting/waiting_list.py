"""The waiting list: the types and the port.

One line for each office and channel, since the desks of an office attend to all its services; first come, first served.
A free seat goes to the first in line who can use it, and is kept for that person until the offer runs out. Accepting is
booking the offer's hold (or moving an appointment to it) in the appointment book.
"""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from knowledge.languages import Language
from tools.offices.slots import Hold, SlotQuery
from tools.reading.identities.parsing import parse_document

TicketStatus = Literal["waiting", "offered", "served", "left", "lapsed"]


@dataclass(frozen=True, slots=True)
class WaitRequest:
    """All it takes to wait. ``key`` makes a second attempt return the first ticket; ``query.limit`` is not used.

    ``origin``: where it is asked from, as in ``Asker``; a second attempt may come from elsewhere.
    """

    query: SlotQuery
    need: str
    document: str
    key: str
    language: Language
    email: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A place on the list. ``position`` counts from 1, while waiting; ``offer`` is there exactly when one is open."""

    code: str
    query: SlotQuery
    need: str
    status: TicketStatus
    position: int | None
    offer: Hold | None
    joined_at: datetime
    told_by_email: bool


@dataclass(frozen=True, slots=True)
class OfferRules:
    """The time an offer stands, and the offers a ticket gets: one that runs out sends its person to the end."""

    stands: timedelta = timedelta(minutes=60)
    each: int = 2


class WaitingList(Protocol):
    """The line of people who wait for a seat. Every method may raise ToolUnavailable."""

    @property
    def rules(self) -> OfferRules:
        """The rules of offers, for telling people."""
        ...

    async def join(self, request: WaitRequest) -> Ticket:
        """A place at the end of the line.

        Raises AlreadyWaiting, KeyReused, BadIdentifier, TooManyHolds (the origin has all the places, or has had all
        the seats of its day), UnknownSlot (nothing is ever given that answers the query).
        """
        ...

    async def find(self, code: str, document: str) -> Ticket:
        """The ticket as it stands. Raises TicketNotFound (same answer for a wrong code and a wrong document)."""
        ...

    async def leave(self, code: str, document: str) -> Ticket:
        """Give the place up, and the seat offered with it; leaving twice is leaving once. Raises TicketNotFound."""
        ...

    async def offer(self) -> int:
        """End the offers that ran out and offer what is free, in order. Any process may, at any time. Offers made."""
        ...


def wait_fingerprint(request: WaitRequest, secret: bytes) -> str:
    """Equal for two attempts at the same place, different when a key is used for another one. Raises BadIdentifier."""
    fields = asdict(request) | {"document": parse_document(request.document)}
    del fields["key"], fields["origin"]
    return hmac.new(secret, json.dumps(fields, sort_keys=True, default=str).encode(), hashlib.sha256).hexdigest()
