"""A webhook, the messages to it, and the ports that keep both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol, get_args

EventKind = Literal[
    "contact.ended",
    "appointment.booked", "appointment.moved", "appointment.cancelled", "appointment.attended", "appointment.missed",
    "hand_off.waiting", "hand_off.taken", "hand_off.returned", "hand_off.closed",
    "conversation.rated",
]  # fmt: skip
KINDS: tuple[EventKind, ...] = get_args(EventKind)
TEST = "webhook.test"
"""The kind of a test, which an administrator sends and nothing stores."""
VERSION = 1
"""Of the form of bodies. Fields may be added to a version, never taken away or given another meaning."""

MessageState = Literal["waiting", "delivered", "given_up"]

LEASE = timedelta(seconds=30)
"""The time a process has to deliver a message that it took; then another may try."""
OVERLAP = timedelta(hours=24)
"""How long the secret before the last one is signed with too."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Who is told of which kinds. ``secrets``: those to sign with, the newest first.

    ``gone``: the receiver answered that it wants no more (410), and was made inactive. While it is inactive nothing is
    written for it; what waits stays until it is active again.
    """

    id: str
    url: str
    kinds: tuple[EventKind, ...]
    secrets: tuple[str, ...] = field(repr=False)
    active: bool
    gone: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class WebhookBacklog:
    """How much waits for a receiver, since when, and how many messages were given up."""

    waiting: int = 0
    given_up: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True)
class WebhookMessage:
    """An event on its way to a receiver. ``id`` stays the same however often it is sent.

    ``citizen`` is the pseudonym of whom it is about, if that is known; ``fault`` what went wrong last.
    """

    id: str
    kind: str
    at: datetime
    data: Mapping[str, Any]
    citizen: str | None = None
    state: MessageState = "waiting"
    attempts: int = 0
    due_at: datetime | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message taken to be delivered, with its receiver as it is now. ``trying``: since it was tried first."""

    webhook: Webhook
    message: WebhookMessage
    trying: timedelta


class Webhooks(Protocol):
    """Who is told. Every method may raise ToolUnavailable; those with an id raise WebhookNotFound."""

    async def add(self, url: str, kinds: tuple[EventKind, ...], secret: str) -> Webhook:
        """From now on it is told of those kinds."""
        ...

    async def all(self) -> tuple[Webhook, ...]:
        """The oldest first."""
        ...

    async def find(self, webhook_id: str) -> Webhook:
        """That one."""
        ...

    async def change(
        self,
        webhook_id: str,
        *,
        url: str | None = None,
        kinds: tuple[EventKind, ...] | None = None,
        active: bool | None = None,
    ) -> Webhook:
        """Change what is given. What waits goes to where it is now."""
        ...

    async def rotate(self, webhook_id: str, secret: str) -> Webhook:
        """Sign with the new secret, and for ``OVERLAP`` with the last one too."""
        ...

    async def remove(self, webhook_id: str) -> None:
        """Forget it and all messages to it."""
        ...


class WebhookMessages(Protocol):
    """The messages to receivers. Every method may raise ToolUnavailable.

    A message waits behind earlier ones to the same receiver about the same citizen or the same contact, until those are
    delivered or given up; it waits for no other.
    """

    async def receivers(self) -> tuple[str, ...]:
        """The ids of active webhooks for which something may be due."""
        ...

    async def take(self, webhook_id: str) -> Delivery | None:
        """The first message that may go now; nobody else gets it, nor what waits behind it, for ``LEASE``."""
        ...

    async def delivered(self, delivery: Delivery) -> None:
        """It has arrived. Nothing is changed when the lease ran out and another has taken it."""
        ...

    async def failed(self, delivery: Delivery, fault: str, pause: timedelta | None) -> None:
        """Try again after the pause; without one it is given up. The same holds of the lease."""
        ...

    async def gone(self, webhook_id: str) -> None:
        """The receiver wants no more: make it inactive."""
        ...

    async def backlogs(self) -> Mapping[str, WebhookBacklog]:
        """By webhook; none of those for which nothing waits and nothing was given up."""
        ...

    async def list_messages(self, webhook_id: str, state: MessageState, limit: int) -> tuple[WebhookMessage, ...]:
        """The newest first."""
        ...

    async def retry(self, webhook_id: str, message_id: str | None = None) -> int:
        """Try again what was given up, or one of it, as if for the first time; how many."""
        ...
