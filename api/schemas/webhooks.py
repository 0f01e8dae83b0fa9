"""Wire models of webhooks."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.conversations import Incoming, Text
from tools.webhooks.sender import ReceiverAnswer
from tools.webhooks.webhook import EventKind, MessageState, Webhook, WebhookBacklog, WebhookMessage


def _once(kinds: list[EventKind]) -> list[EventKind]:
    return list(dict.fromkeys(kinds))


Kinds = Annotated[list[EventKind], Field(min_length=1, max_length=50), AfterValidator(_once)]
Url = Annotated[Text, Field(max_length=500, description="An https address.", examples=["https://crm.example.org/isac"])]


class WebhookIn(Incoming):
    """A receiver, and what it is told."""

    url: Url
    kinds: Kinds


class WebhookChangeIn(Incoming):
    """What is left out stays."""

    url: Url | None = None
    kinds: Kinds | None = None
    active: bool | None = None


class RetryIn(Incoming):
    """Which message; without it all that were given up."""

    message_id: Annotated[str | None, Field(max_length=80)] = None


class WebhookOut(BaseModel):
    """A receiver without its secret. ``waiting`` and ``given_up`` count messages; ``waiting_since``: the oldest."""

    id: str
    url: str
    kinds: list[EventKind]
    active: bool
    gone: bool = Field(description="It answered 410 and was made inactive.")
    created_at: datetime
    waiting: int
    waiting_since: datetime | None
    given_up: int

    @classmethod
    def of(cls, webhook: Webhook, backlog: WebhookBacklog | None = None) -> "WebhookOut":
        """On the wire."""
        return cls(**_fields(webhook, backlog or WebhookBacklog()))


class WebhookSecretOut(WebhookOut):
    """With the secret that signs, shown this once."""

    secret: str

    @classmethod
    def of(cls, webhook: Webhook, backlog: WebhookBacklog | None = None) -> "WebhookSecretOut":
        """On the wire."""
        return cls(**_fields(webhook, backlog or WebhookBacklog()), secret=webhook.secrets[0])


class WebhookTestOut(BaseModel):
    """What the receiver answered; ``fault``: why there is no answer (``timeout``, ``unreachable``, ``refused``)."""

    arrived: bool
    status: int | None
    fault: str | None

    @classmethod
    def of(cls, answer: ReceiverAnswer) -> "WebhookTestOut":
        """On the wire."""
        return cls(arrived=answer.arrived, status=answer.status, fault=answer.fault)


class WebhookMessageOut(BaseModel):
    """A message to a receiver. ``fault`` is what went wrong last: a status, or why there was none."""

    id: str
    kind: str
    at: datetime
    citizen: str | None
    data: dict[str, Any]
    state: MessageState
    attempts: int
    next_attempt_at: datetime | None
    fault: str | None

    @classmethod
    def of(cls, message: WebhookMessage) -> "WebhookMessageOut":
        """On the wire."""
        return cls(
            id=message.id,
            kind=message.kind,
            at=message.at,
            citizen=message.citizen,
            data=dict(message.data),
            state=message.state,
            attempts=message.attempts,
            next_attempt_at=message.due_at,
            fault=message.fault,
        )


class RetriedOut(BaseModel):
    """How many messages go out again."""

    retried: int


def _fields(webhook: Webhook, backlog: WebhookBacklog) -> dict[str, Any]:
    return {
        "id": webhook.id,
        "url": webhook.url,
        "kinds": list(webhook.kinds),
        "active": webhook.active,
        "gone": webhook.gone,
        "created_at": webhook.created_at,
        "waiting": backlog.waiting,
        "waiting_since": backlog.oldest,
        "given_up": backlog.given_up,
    }
