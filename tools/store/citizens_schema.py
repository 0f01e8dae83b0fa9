"""The tables of citizens: what is left of their contacts, and how far imports have come."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Identity,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)  # fmt: skip

from tools.store.metadata import metadata

interactions = Table(
    "interactions",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("system", String, nullable=False),
    Column("reference", String, nullable=False),
    Column("person_key", String),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("channel", String, nullable=False),
    Column("need", String),
    Column("outcome", String),
    Column("summary", Text),
    Column("appointment", String),
    Column("agent", String),
    CheckConstraint(
        "channel IN ('chat', 'phone', 'in_person', 'video', 'email', 'letter', 'web')", name="interactions_channel"
    ),
    CheckConstraint(
        "outcome IN ('resolved', 'appointment', 'transfer', 'callback', 'pending', 'elsewhere', 'abandoned')",
        name="interactions_outcome",
    ),
    Index("interactions_name", "system", "reference", unique=True),
    Index("interactions_timeline", "person_key", "at", "id", postgresql_where=text("person_key IS NOT NULL")),
    Index("interactions_at", "at"),
)
"""A row for each contact that has ended, in this service or another. ``person_key`` is that of appointments."""

interaction_imports = Table(
    "interaction_imports",
    metadata,
    Column("file", String, primary_key=True),
    Column("lines", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
)
"""How far each file has come, by the hash of its content, written with the rows that it brought."""
