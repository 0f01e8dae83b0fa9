"""Calls: what was said and what happened."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "calls",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("agent_language", sa.String(), nullable=False),
        sa.Column("open_question", sa.Boolean(), nullable=False),
        sa.Column("keep_audio", sa.Boolean(), nullable=False),
        sa.Column("consent", postgresql.JSONB(), nullable=True),
        sa.Column("sound_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("need", postgresql.JSONB(), nullable=True),
        sa.Column("events", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    referred = sa.text("reference IS NOT NULL")
    op.create_index("calls_reference", "calls", ["reference"], unique=True, postgresql_where=referred)
    op.create_index("calls_live", "calls", ["started"], unique=False, postgresql_where=sa.text("ended IS NULL"))
    op.create_index("calls_ended", "calls", ["ended"], unique=False)
    op.create_table(
        "call_segments",
        sa.Column("call_id", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", postgresql.JSONB(), nullable=False),
        sa.CheckConstraint("track IN ('citizen', 'agent')", name="call_segments_track"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", "track", "number"),
    )
    op.create_table(
        "call_events",
        sa.Column("call_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", "number"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("call_events", "call_segments", "calls"):
        op.drop_table(table)
