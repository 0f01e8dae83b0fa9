"""Webhooks on PostgreSQL. Times are the database's, the same for all processes."""

from datetime import UTC
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.errors import WebhookNotFound
from tools.ids import IdSource, RandomIds
from tools.store.database import Database
from tools.store.webhooks_schema import webhook_messages, webhooks
from tools.webhooks.webhook import OVERLAP, EventKind, Webhook

WEBHOOK_COLUMNS = """
    webhooks.url, webhooks.kinds, webhooks.active, webhooks.gone, webhooks.created_at, webhooks.secret,
    CASE WHEN webhooks.old_secret_until > clock_timestamp() THEN webhooks.old_secret END AS old_secret
"""
"""What ``load_webhook`` reads, beside ``webhook_id``."""

_READ = f"SELECT id AS webhook_id, {WEBHOOK_COLUMNS} FROM webhooks"
_ALL = text(f"{_READ} ORDER BY created_at, id")
_FIND = text(f"{_READ} WHERE id = :id")

_CHANGE = text("""
    UPDATE webhooks
    SET url = coalesce(:url, url), kinds = coalesce(:kinds, kinds), active = coalesce(:active, active),
        gone = gone AND NOT coalesce(:active, active)
    WHERE id = :id
""").bindparams(bindparam("kinds", type_=JSONB(none_as_null=True)))

_ROTATE = text("""
    UPDATE webhooks SET old_secret = secret, old_secret_until = clock_timestamp() + :overlap, secret = :secret
    WHERE id = :id
""")


class PostgresWebhooks:
    """Implements ``Webhooks``."""

    def __init__(self, database: Database, ids: IdSource | None = None) -> None:
        self._database, self._ids = database, ids or RandomIds()

    async def add(self, url: str, kinds: tuple[EventKind, ...], secret: str) -> Webhook:
        """See the port."""
        webhook_id = self._ids.token()

        async def work(connection: AsyncConnection) -> Webhook:
            row = {"id": webhook_id, "url": url, "kinds": list(kinds), "secret": secret}
            await connection.execute(insert(webhooks).values(row))
            return await _find(connection, webhook_id)

        return await self._database.run(work)

    async def all(self) -> tuple[Webhook, ...]:
        """See the port."""
        rows = await self._database.run(lambda connection: connection.execute(_ALL))
        return tuple(load_webhook(row) for row in rows)

    async def find(self, webhook_id: str) -> Webhook:
        """See the port."""
        return await self._database.run(lambda connection: _find(connection, webhook_id))

    async def change(
        self,
        webhook_id: str,
        *,
        url: str | None = None,
        kinds: tuple[EventKind, ...] | None = None,
        active: bool | None = None,
    ) -> Webhook:
        """See the port."""
        changed = {"id": webhook_id, "url": url, "kinds": list(kinds) if kinds else None, "active": active}

        async def work(connection: AsyncConnection) -> Webhook:
            await connection.execute(_CHANGE, changed)
            return await _find(connection, webhook_id)

        return await self._database.run(work)

    async def rotate(self, webhook_id: str, secret: str) -> Webhook:
        """See the port."""

        async def work(connection: AsyncConnection) -> Webhook:
            await _find(connection, webhook_id)
            await connection.execute(_ROTATE, {"id": webhook_id, "secret": secret, "overlap": OVERLAP})
            return await _find(connection, webhook_id)

        return await self._database.run(work)

    async def remove(self, webhook_id: str) -> None:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            await _find(connection, webhook_id)
            await connection.execute(delete(webhooks).where(webhooks.c.id == webhook_id))
            await connection.execute(delete(webhook_messages).where(webhook_messages.c.webhook_id == webhook_id))

        await self._database.run(work)


async def _find(connection: AsyncConnection, webhook_id: str) -> Webhook:
    row = (await connection.execute(_FIND, {"id": webhook_id})).one_or_none()
    if row is None:
        raise WebhookNotFound(webhook_id)
    return load_webhook(row)


def load_webhook(row: Row[Any]) -> Webhook:
    """The webhook of a row with ``webhook_id`` and ``WEBHOOK_COLUMNS``."""
    return Webhook(
        id=row.webhook_id,
        url=row.url,
        kinds=tuple(row.kinds),
        secrets=(row.secret, row.old_secret) if row.old_secret else (row.secret,),
        active=row.active,
        gone=row.gone,
        created_at=row.created_at.astimezone(UTC),
    )
