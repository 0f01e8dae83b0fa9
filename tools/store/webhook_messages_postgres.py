"""The messages of webhooks on PostgreSQL. Triggers write them, in the transactions of what they tell."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock
from tools.store.database import Database
from tools.store.webhooks_postgres import WEBHOOK_COLUMNS, load_webhook
from tools.webhooks.webhook import LEASE, Delivery, MessageState, WebhookBacklog, WebhookMessage

_NOW = "coalesce(CAST(:now AS timestamptz), clock_timestamp())"

_RECEIVERS = text(f"""
    SELECT id FROM webhooks
    WHERE active AND EXISTS (
        SELECT 1 FROM webhook_messages
        WHERE webhook_id = webhooks.id AND state = 'waiting' AND (due_at IS NULL OR due_at <= {_NOW})
    )
    ORDER BY id
""")

_TAKE = text(f"""
    WITH head AS (
        SELECT number FROM webhook_messages AS this
        WHERE webhook_id = :webhook AND state = 'waiting' AND (due_at IS NULL OR due_at <= {_NOW})
          AND NOT EXISTS (
              SELECT 1 FROM webhook_messages AS earlier
              WHERE earlier.webhook_id = :webhook AND earlier.state = 'waiting'
                AND earlier.citizen = this.citizen AND earlier.number < this.number
          )
          AND NOT EXISTS (
              SELECT 1 FROM webhook_messages AS earlier
              WHERE earlier.webhook_id = :webhook AND earlier.state = 'waiting'
                AND earlier.contact = this.contact AND earlier.number < this.number
          )
        ORDER BY number LIMIT 1
        FOR UPDATE SKIP LOCKED
    )
    UPDATE webhook_messages AS message
    SET due_at = {_NOW} + :lease, attempts = attempts + 1, tried_at = coalesce(tried_at, {_NOW})
    FROM head, webhooks
    WHERE message.number = head.number AND webhooks.id = :webhook AND webhooks.active
    RETURNING message.*, {_NOW} - message.tried_at AS trying, {WEBHOOK_COLUMNS}
""")
"""A message in delivery still waits, and is due again when its lease is over: so it keeps back what comes after it."""

_MINE = "id = :id AND attempts = :attempts AND state = 'waiting'"
_DELIVERED = text(f"""
    UPDATE webhook_messages SET state = 'delivered', settled_at = {_NOW}, due_at = NULL, fault = NULL WHERE {_MINE}
""")
_LATER = text(f"UPDATE webhook_messages SET due_at = {_NOW} + :pause, fault = :fault WHERE {_MINE}")
_NEVER = text(f"""
    UPDATE webhook_messages SET state = 'given_up', settled_at = {_NOW}, due_at = NULL, fault = :fault WHERE {_MINE}
""")
_GONE = text("UPDATE webhooks SET active = false, gone = true WHERE id = :id")

_BACKLOGS = text("""
    SELECT webhook_id, count(*) FILTER (WHERE state = 'waiting') AS waiting,
           count(*) FILTER (WHERE state = 'given_up') AS given_up, min(at) FILTER (WHERE state = 'waiting') AS oldest
    FROM webhook_messages WHERE state <> 'delivered' GROUP BY webhook_id
""")
_LIST = text("""
    SELECT * FROM webhook_messages WHERE webhook_id = :webhook AND state = :state ORDER BY number DESC LIMIT :limit
""")
_RETRY = text("""
    UPDATE webhook_messages
    SET state = 'waiting', settled_at = NULL, due_at = NULL, tried_at = NULL, attempts = 0
    WHERE webhook_id = :webhook AND state = 'given_up' AND id = coalesce(:id, id)
""")


class PostgresWebhookMessages:
    """Implements ``WebhookMessages``. Without a ``clock`` times are the database's, the same for all processes."""

    def __init__(self, database: Database, clock: Clock | None = None) -> None:
        self._database, self._clock = database, clock

    async def receivers(self) -> tuple[str, ...]:
        """See the port."""
        return tuple(row.id for row in await self._run(_RECEIVERS))

    async def take(self, webhook_id: str) -> Delivery | None:
        """See the port."""
        row = (await self._run(_TAKE, webhook=webhook_id, lease=LEASE)).one_or_none()
        return None if row is None else Delivery(load_webhook(row), _message(row), row.trying)

    async def delivered(self, delivery: Delivery) -> None:
        """See the port."""
        await self._run(_DELIVERED, **_lease(delivery))

    async def failed(self, delivery: Delivery, fault: str, pause: timedelta | None) -> None:
        """See the port."""
        if pause is None:
            await self._run(_NEVER, **_lease(delivery), fault=fault)
        else:
            await self._run(_LATER, **_lease(delivery), fault=fault, pause=pause)

    async def gone(self, webhook_id: str) -> None:
        """See the port."""
        await self._run(_GONE, id=webhook_id)

    async def backlogs(self) -> Mapping[str, WebhookBacklog]:
        """See the port."""
        rows = await self._run(_BACKLOGS)
        return {row.webhook_id: WebhookBacklog(row.waiting, row.given_up, _utc(row.oldest)) for row in rows}

    async def list_messages(self, webhook_id: str, state: MessageState, limit: int) -> tuple[WebhookMessage, ...]:
        """See the port."""
        rows = await self._run(_LIST, webhook=webhook_id, state=state, limit=limit)
        return tuple(_message(row) for row in rows)

    async def retry(self, webhook_id: str, message_id: str | None = None) -> int:
        """See the port."""
        return int((await self._run(_RETRY, webhook=webhook_id, id=message_id)).rowcount)

    async def _run(self, statement: TextClause, **parameters: Any) -> Any:
        if ":now" in statement.text:
            parameters["now"] = None if self._clock is None else self._clock()

        async def work(connection: AsyncConnection) -> Any:
            return await connection.execute(statement, parameters)

        return await self._database.run(work)


def _lease(delivery: Delivery) -> dict[str, Any]:
    """Nobody has taken it since: each lease counts as an attempt."""
    return {"id": delivery.message.id, "attempts": delivery.message.attempts}


def _message(row: Row[Any]) -> WebhookMessage:
    return WebhookMessage(
        id=row.id,
        kind=row.kind,
        at=row.at.astimezone(UTC),
        data=row.data,
        citizen=row.citizen,
        state=row.state,
        attempts=row.attempts,
        due_at=_utc(row.due_at),
        fault=row.fault,
    )


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)
