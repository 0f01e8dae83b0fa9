"""Bodies and signatures of messages, in the form of Standard Webhooks (https://www.standardwebhooks.com)."""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from tools.webhooks.webhook import VERSION, WebhookMessage

_PREFIX = "whsec_"


def new_secret() -> str:
    """256 random bits, written as receivers' libraries read them."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def body_of(message: WebhookMessage) -> bytes:
    """What is sent, the same each time."""
    told = {
        "id": message.id,
        "kind": message.kind,
        "at": message.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "version": VERSION,
        "citizen": message.citizen,
        "data": dict(message.data),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def signed(keys: Sequence[str], message_id: str, now: datetime, body: bytes) -> dict[str, str]:
    """The headers for a body, signed with each of the secrets."""
    timestamp = str(int(now.timestamp()))
    content = b".".join((message_id.encode(), timestamp.encode(), body))
    signatures = " ".join(f"v1,{_signature(key, content)}" for key in keys)
    return {"webhook-id": message_id, "webhook-timestamp": timestamp, "webhook-signature": signatures}


def _signature(secret: str, content: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(_PREFIX))
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
