"""Webhooks, for administrators: who is told, what has not arrived, and trying again. Every change is audited."""

from typing import Annotated, Any
from urllib.parse import urlsplit
from uuid import uuid4

from fastapi import APIRouter, Query

from api.http.dependencies import AdminDep, ServicesDep
from api.routes.desk import actor
from api.schemas.webhooks import (
    RetriedOut,
    RetryIn,
    WebhookChangeIn,
    WebhookIn,
    WebhookMessageOut,
    WebhookOut,
    WebhookSecretOut,
    WebhookTestOut,
)
from api.services.services import Services
from api.services.tokens import Staff
from tools.audit import AuditRecord
from tools.webhooks.signing import new_secret
from tools.webhooks.webhook import TEST, MessageState, WebhookMessage

router = APIRouter(prefix="/v1/admin/webhooks", tags=["webhooks"])


@router.post("", status_code=201)
async def add(body: WebhookIn, services: ServicesDep, staff: AdminDep) -> WebhookSecretOut:
    """Tell a system from now on. The answer has the secret that signs its messages, and nothing shows it again."""
    services.webhooks.reach.check_url(body.url)
    await _note(services, staff, {"done": "add", **_told(body)})
    return WebhookSecretOut.of(await services.webhooks.webhooks.add(body.url, tuple(body.kinds), new_secret()))


@router.get("")
async def list_all(services: ServicesDep, _staff: AdminDep) -> list[WebhookOut]:
    """The oldest first, with what waits for each and what was given up."""
    backlogs = await services.webhooks.messages.backlogs()
    return [WebhookOut.of(one, backlogs.get(one.id)) for one in await services.webhooks.webhooks.all()]


@router.patch("/{webhook_id}")
async def change(webhook_id: str, body: WebhookChangeIn, services: ServicesDep, staff: AdminDep) -> WebhookOut:
    """Change address, kinds or whether it is active. While it is not, nothing is written for it; what waits stays."""
    if body.url is not None:
        services.webhooks.reach.check_url(body.url)
    await _note_of(services, staff, webhook_id, {"done": "change", **_told(body)})
    kinds = tuple(body.kinds) if body.kinds else None
    changed = await services.webhooks.webhooks.change(webhook_id, url=body.url, kinds=kinds, active=body.active)
    return WebhookOut.of(changed, (await services.webhooks.messages.backlogs()).get(webhook_id))


@router.delete("/{webhook_id}", status_code=204)
async def remove(webhook_id: str, services: ServicesDep, staff: AdminDep) -> None:
    """Tell it nothing more, what waits neither."""
    await _note_of(services, staff, webhook_id, {"done": "remove"})
    await services.webhooks.webhooks.remove(webhook_id)


@router.post("/{webhook_id}/secret")
async def rotate(webhook_id: str, services: ServicesDep, staff: AdminDep) -> WebhookSecretOut:
    """A new secret, shown this once. For 24 hours messages are signed with the last one too."""
    await _note_of(services, staff, webhook_id, {"done": "secret"})
    rotated = await services.webhooks.webhooks.rotate(webhook_id, new_secret())
    return WebhookSecretOut.of(rotated, (await services.webhooks.messages.backlogs()).get(webhook_id))


@router.post("/{webhook_id}/test")
async def test(webhook_id: str, services: ServicesDep, _staff: AdminDep) -> WebhookTestOut:
    """Send a message of the kind `webhook.test` now, once, and say what the receiver answered."""
    webhook = await services.webhooks.webhooks.find(webhook_id)
    message = WebhookMessage(f"evt_{uuid4().hex}", TEST, services.clock(), {})
    return WebhookTestOut.of(await services.webhooks.send(webhook, message))


@router.get("/{webhook_id}/messages")
async def messages(
    webhook_id: str,
    services: ServicesDep,
    _staff: AdminDep,
    state: MessageState = "given_up",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> list[WebhookMessageOut]:
    """The newest first: those given up, those that wait, or those delivered in the last 14 days."""
    await services.webhooks.webhooks.find(webhook_id)
    found = await services.webhooks.messages.list_messages(webhook_id, state, limit)
    return [WebhookMessageOut.of(one) for one in found]


@router.post("/{webhook_id}/retry")
async def retry(webhook_id: str, body: RetryIn, services: ServicesDep, staff: AdminDep) -> RetriedOut:
    """Try again what was given up, for another day. It comes later than it was: `at` tells the order."""
    await _note_of(services, staff, webhook_id, {"done": "retry"})
    return RetriedOut(retried=await services.webhooks.messages.retry(webhook_id, body.message_id))


async def _note(services: Services, staff: Staff, after: dict[str, Any]) -> None:
    await services.desk.trail.note(actor(staff, ""), AuditRecord("webhook", after=after))


async def _note_of(services: Services, staff: Staff, webhook_id: str, after: dict[str, Any]) -> None:
    """Before it happens. Raises WebhookNotFound."""
    webhook = await services.webhooks.webhooks.find(webhook_id)
    await _note(services, staff, {"webhook": webhook.id, **after})


def _told(body: WebhookIn | WebhookChangeIn) -> dict[str, Any]:
    """What the audit says of a receiver: of its address the host, since the rest may be a password."""
    told = body.model_dump(exclude_none=True)
    return told if body.url is None else told | {"url": urlsplit(body.url).hostname}
