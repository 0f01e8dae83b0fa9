"""The tables of citizens: what is left of their contacts, the cases that these join, and how far imports have come."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)  # fmt: skip
from sqlalchemy.dialects.postgresql import JSONB

from tools.store.metadata import metadata

cases = Table(
    "cases",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_key", String, nullable=False),
    Column("need", String),
    Column("state", String, nullable=False),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    Column("changed_at", DateTime(timezone=True), nullable=False),
    Column("resolved_at", DateTime(timezone=True)),
    Column("agent", String),
    Column("note", Text),
    Column("promises", JSONB, nullable=False),
    Column("system", String),
    Column("name", String),
    CheckConstraint("state IN ('open', 'resolved')", name="cases_state"),
    CheckConstraint("(state = 'resolved') = (resolved_at IS NOT NULL)", name="cases_resolved"),
    CheckConstraint("(system IS NULL) = (name IS NULL)", name="cases_origin"),
    UniqueConstraint("person_key", "id", name="cases_person"),
    UniqueConstraint("person_key", "system", "name", name="cases_name"),
    Index("cases_changed", "changed_at"),
)
"""A row for each matter of a person. ``system`` and ``name``: those of a case that was imported."""

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
    Column("case_id", String),
    Column("case_name", String),
    Column("promises", JSONB),
    Column("placed", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint(
        "channel IN ('chat', 'phone', 'in_person', 'video', 'email', 'letter', 'web')", name="interactions_channel"
    ),
    CheckConstraint(
        "outcome IN ('resolved', 'appointment', 'transfer', 'callback', 'pending', 'elsewhere', 'abandoned')",
        name="interactions_outcome",
    ),
    CheckConstraint("case_id IS NULL OR person_key IS NOT NULL", name="interactions_case_of_somebody"),
    ForeignKeyConstraint(["person_key", "case_id"], ["cases.person_key", "cases.id"], name="interactions_own_case"),
    Index("interactions_name", "system", "reference", unique=True),
    Index("interactions_timeline", "person_key", "at", "id", postgresql_where=text("person_key IS NOT NULL")),
    Index("interactions_at", "at"),
    Index("interactions_case", "case_id", postgresql_where=text("case_id IS NOT NULL")),
    Index("interactions_unplaced", "person_key", postgresql_where=text("NOT placed AND person_key IS NOT NULL")),
)
"""A row for each contact that has ended, in this service or another. ``person_key`` is that of appointments.

The keys let no interaction be in a case of somebody else. ``placed``: it was looked at which case it belongs to."""

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
