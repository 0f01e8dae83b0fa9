"""The tables of webhooks: who is told, and the messages to them."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, DateTime, Identity, Index, Integer, String, Table
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB

from tools.store.metadata import metadata

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("kinds", JSONB, nullable=False),
    Column("secret", String, nullable=False),
    Column("old_secret", String),
    Column("old_secret_until", DateTime(timezone=True)),
    Column("active", Boolean, nullable=False, server_default=sql("true")),
    Column("gone", Boolean, nullable=False, server_default=sql("false")),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=sql("clock_timestamp()")),
)
"""``gone``: the receiver itself said that it wants no more."""

webhook_messages = Table(
    "webhook_messages",
    metadata,
    Column("number", BigInteger, Identity(always=True), primary_key=True),
    Column("id", String, nullable=False),
    Column("webhook_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("citizen", String),
    Column("contact", String),
    Column("data", JSONB, nullable=False),
    Column("state", String, nullable=False, server_default="waiting"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("tried_at", DateTime(timezone=True)),
    Column("due_at", DateTime(timezone=True)),
    Column("fault", String),
    Column("settled_at", DateTime(timezone=True)),
    CheckConstraint("state IN ('waiting', 'delivered', 'given_up')", name="webhook_messages_state"),
    CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name="webhook_messages_settled"),
    Index("webhook_messages_id", "id", unique=True),
    Index("webhook_messages_line", "webhook_id", "number", postgresql_where=sql("state = 'waiting'")),
    Index("webhook_messages_citizen", "webhook_id", "citizen", "number", postgresql_where=sql("state = 'waiting'")),
    Index("webhook_messages_contact", "webhook_id", "contact", "number", postgresql_where=sql("state = 'waiting'")),
    Index("webhook_messages_given_up", "webhook_id", "number", postgresql_where=sql("state = 'given_up'")),
    Index("webhook_messages_settled", "settled_at", postgresql_where=sql("settled_at IS NOT NULL")),
)
"""The outbox, a row for each event and receiver, written by triggers of the tables that the events tell of.

``number`` is the order, ``due_at`` when it may be tried (NULL: now), ``tried_at`` when it was tried first. No foreign
key: it would let the removal of a webhook fail a booking that is told to it.
"""
