"""Contacts: one table for chats and calls, one numbered log of their events. Calls keep their data."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_MOVED = ("reference", "started", "ended", "language", "events")
"""Columns of calls that every contact has; ``events`` becomes ``last_event``."""


def upgrade() -> None:
    """Create the log and move calls and their events into it. Chats open their contact at their next turn."""
    _create()
    op.execute("""
        INSERT INTO contacts (id, channel, language, started, ended, reference, last_event)
        SELECT id, 'call', language, started, ended, reference, events FROM calls
    """)
    op.execute("""
        INSERT INTO contact_events (contact_id, number, at, kind, data)
        SELECT event.call_id, event.number, CASE WHEN event.kind = 'ended' THEN calls.ended END, event.kind, event.body
        FROM call_events AS event JOIN calls ON calls.id = event.call_id
    """)
    op.drop_table("call_events")
    for index in ("calls_reference", "calls_live", "calls_ended"):
        op.drop_index(index, table_name="calls")
    for column in _MOVED:
        op.drop_column("calls", column)
    op.create_foreign_key("calls_id_fkey", "calls", "contacts", ["id"], ["id"], ondelete="CASCADE")


def _create() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("variety", sa.String(), nullable=True),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("last_event", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("channel IN ('chat', 'call', 'visit')", name="contacts_channel"),
        sa.PrimaryKeyConstraint("id"),
    )
    referred, live = sa.text("reference IS NOT NULL"), sa.text("ended IS NULL AND channel = 'call'")
    op.create_index("contacts_reference", "contacts", ["channel", "reference"], unique=True, postgresql_where=referred)
    op.create_index("contacts_live_calls", "contacts", ["started"], unique=False, postgresql_where=live)
    op.create_index("contacts_ended", "contacts", ["ended"], unique=False)
    op.create_table(
        "contact_events",
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", JSONB(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact_id", "number"),
    )
    keyed = sa.text("key IS NOT NULL")
    op.create_index("contact_events_key", "contact_events", ["contact_id", "key"], unique=True, postgresql_where=keyed)


def downgrade() -> None:
    """Give calls their columns and events back; the log of chats is lost, and their checkpoints keep what was said."""
    op.drop_constraint("calls_id_fkey", "calls", type_="foreignkey")
    op.add_column("calls", sa.Column("reference", sa.String(), nullable=True))
    op.add_column("calls", sa.Column("started", sa.DateTime(timezone=True), nullable=True))
    op.add_column("calls", sa.Column("ended", sa.DateTime(timezone=True), nullable=True))
    op.add_column("calls", sa.Column("language", sa.String(), nullable=True))
    op.add_column("calls", sa.Column("events", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.execute("""
        UPDATE calls SET reference = contacts.reference, started = contacts.started, ended = contacts.ended,
            language = contacts.language, events = contacts.last_event
        FROM contacts WHERE contacts.id = calls.id
    """)
    op.alter_column("calls", "started", nullable=False)
    referred = sa.text("reference IS NOT NULL")
    op.create_index("calls_reference", "calls", ["reference"], unique=True, postgresql_where=referred)
    op.create_index("calls_live", "calls", ["started"], unique=False, postgresql_where=sa.text("ended IS NULL"))
    op.create_index("calls_ended", "calls", ["ended"], unique=False)
    op.create_table(
        "call_events",
        sa.Column("call_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", "number"),
    )
    op.execute("""
        INSERT INTO call_events (call_id, number, kind, body)
        SELECT event.contact_id, event.number, event.kind, event.data
        FROM contact_events AS event JOIN calls ON calls.id = event.contact_id
    """)
    op.drop_table("contact_events")
    op.drop_table("contacts")
