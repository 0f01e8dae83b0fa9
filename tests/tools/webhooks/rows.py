"""Messages written as the triggers do, for tests of what becomes of them."""

from sqlalchemy import text

from tools.store.database import Database
from tools.store.webhooks_postgres import PostgresWebhooks
from tools.webhooks.signing import new_secret
from tools.webhooks.webhook import KINDS, Webhook

_TELL = text("SELECT webhook_tell(:kind, :citizen, :contact, jsonb_build_object('number', CAST(:number AS int)))")


async def subscribe(database: Database, url: str = "https://crm.example.org/isac") -> Webhook:
    return await PostgresWebhooks(database).add(url, KINDS, new_secret())


async def tell(database: Database, number: int, citizen: str | None = None, contact: str | None = None) -> None:
    told = {"kind": KINDS[0], "citizen": citizen, "contact": contact, "number": number}
    await database.run(lambda connection: connection.execute(_TELL, told))
