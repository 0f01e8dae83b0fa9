"""Builds the webhooks of a process."""

from contextlib import AsyncExitStack

from api.services.webhooks import WebhookServices
from api.settings.webhooks import WebhookSettings
from tools.clock import Clock
from tools.store.database import Database
from tools.store.webhook_messages_postgres import PostgresWebhookMessages
from tools.store.webhooks_postgres import PostgresWebhooks
from tools.webhooks.deliveries import Deliveries
from tools.webhooks.reach import Reach, parse_networks
from tools.webhooks.sender import WebhookSender


def build_webhooks(
    settings: WebhookSettings, database: Database, clock: Clock, opened: AsyncExitStack
) -> WebhookServices:
    """Nothing is delivered before ``Deliveries.play``; ``opened`` stops what is on its way."""
    reach = Reach(settings.webhook_http, parse_networks(settings.webhook_networks))
    sender = WebhookSender(reach, clock)
    opened.push_async_callback(sender.close)
    messages = PostgresWebhookMessages(database)
    deliveries = Deliveries(messages, sender.send)
    opened.push_async_callback(deliveries.close)
    return WebhookServices(PostgresWebhooks(database), messages, reach, sender.send, deliveries)
