"""The part of the services that webhooks need."""

from dataclasses import dataclass

from tools.webhooks.deliveries import Deliveries, Send
from tools.webhooks.reach import Reach
from tools.webhooks.webhook import WebhookMessages, Webhooks


@dataclass(frozen=True, slots=True)
class WebhookServices:
    """``send`` is for tests by administrators, ``deliveries`` for all else."""

    webhooks: Webhooks
    messages: WebhookMessages
    reach: Reach
    send: Send
    deliveries: Deliveries
