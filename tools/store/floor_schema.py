"""The tables of hand-offs and of agents at work."""

from sqlalchemy import Boolean, CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, String, Table, Text, text
from sqlalchemy.dialects.postgresql import JSONB

from tools.store.metadata import metadata

hand_offs = Table(
    "hand_offs",
    metadata,
    Column("id", String, primary_key=True),
    Column("urgent", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("body", JSONB, nullable=False),
    Column("accepted_at", DateTime(timezone=True)),
    Column("origin", String),
    Column("apart", Boolean, nullable=False, server_default=text("false")),
    Column("state", String, nullable=False, server_default="waiting"),
    Column("since", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True)),
    Column("place", DateTime(timezone=True), nullable=False),
    Column("front", Boolean, nullable=False, server_default=text("false")),
    Column("who", String),
    Column("agent", JSONB(none_as_null=True)),
    Column("wanted_agent", String),
    Column("wanted_unit", String),
    Column("note", Text),
    Column("misfit", JSONB, nullable=False, server_default="[]"),
    Column("declined", JSONB, nullable=False, server_default="{}"),
    Column("supervisor", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint("state IN ('waiting', 'offered', 'held', 'returned', 'closed')", name="hand_offs_state"),
    CheckConstraint("(state = 'offered') = (until IS NOT NULL)", name="hand_offs_offer"),
    Index("hand_offs_open", "state", "place", "id", postgresql_where=text("state IN ('waiting', 'offered', 'held')")),
    Index("hand_offs_who", "who", postgresql_where=text("state IN ('offered', 'held')")),
    Index("hand_offs_conversation", text("(body ->> 'conversation_id')")),
    Index("hand_offs_accepted", "accepted_at", postgresql_where=text("accepted_at IS NOT NULL")),
    Index(
        "hand_offs_origin", "origin", postgresql_where=text("state IN ('waiting', 'offered') AND origin IS NOT NULL")
    ),
)
"""``apart``: it comes after the others, because many of its origin and urgency waited when it came. ``place`` is that
of ``QueuePlace``; ``accepted_at``, when the first agent took it."""

presences = Table(
    "presences",
    metadata,
    Column("who", String, primary_key=True),
    Column("agent", JSONB, nullable=False),
    Column("state", String, nullable=False),
    Column("since", DateTime(timezone=True), nullable=False),
    Column("heard_at", DateTime(timezone=True), nullable=False),
    Column("supervisor", Boolean, nullable=False),
    Column("asked_at", DateTime(timezone=True)),
    CheckConstraint("state IN ('available', 'busy', 'after_contact', 'away')", name="presences_state"),
)
"""Agents who came in and have not left. Whoever was not heard of for too long is deleted."""

rounds = Table(
    "rounds",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("played_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("id = 1", name="rounds_single"),
)
"""When the floor was last matched. While it is not, nobody is heard, and nobody vanishes for it."""

consultations = Table(
    "consultations",
    metadata,
    Column("id", String, primary_key=True),
    Column("hand_off_id", String, ForeignKey("hand_offs.id", ondelete="CASCADE"), nullable=False),
    Column("asker", JSONB, nullable=False),
    Column("asked", String, nullable=False),
    Column("wanted", String, nullable=False),
    Column("state", String, nullable=False),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("since", DateTime(timezone=True), nullable=False),
    Column("colleague", JSONB(none_as_null=True)),
    Column("declined", JSONB, nullable=False, server_default="[]"),
    Column("lines", JSONB, nullable=False),
    CheckConstraint("asked IN ('agent', 'unit', 'language')", name="consultations_asked"),
    CheckConstraint("state IN ('asked', 'open', 'declined', 'left', 'ended')", name="consultations_state"),
    Index("consultations_hand_off", "hand_off_id", "asked_at"),
    Index("consultations_lasting", "hand_off_id", unique=True, postgresql_where=text("state IN ('asked', 'open')")),
)
"""What staff ask each other about a hand-off, with all that they wrote; it goes with the hand-off."""
