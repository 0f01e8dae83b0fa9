"""The table of call-backs."""

from sqlalchemy import CheckConstraint, Column, DateTime, Index, Integer, String, Table, text
from sqlalchemy.dialects.postgresql import JSONB

from tools.store.metadata import metadata

call_backs = Table(
    "call_backs",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("language", String, nullable=False),
    Column("begins", DateTime(timezone=True), nullable=False),
    Column("ends", DateTime(timezone=True), nullable=False),
    Column("phone", String, nullable=False),
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("body", JSONB, nullable=False),
    CheckConstraint("state IN ('kept', 'due', 'reached', 'unreached', 'cancelled')", name="call_backs_state"),
    CheckConstraint("ends > begins", name="call_backs_window"),
    Index("call_backs_open", "begins", "id", postgresql_where=text("state IN ('kept', 'due')")),
)
"""``body`` is the hand-off. The telephone of one that is over is empty."""
