"""Consultations: what staff ask each other about a conversation."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "consultations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("hand_off_id", sa.String(), nullable=False),
        sa.Column("asker", JSONB(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("colleague", JSONB(), nullable=True),
        sa.Column("declined", JSONB(), server_default="[]", nullable=False),
        sa.Column("lines", JSONB(), nullable=False),
        sa.CheckConstraint("asked IN ('agent', 'unit', 'language')", name="consultations_asked"),
        sa.CheckConstraint("state IN ('asked', 'open', 'declined', 'left', 'ended')", name="consultations_state"),
        sa.ForeignKeyConstraint(["hand_off_id"], ["hand_offs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("consultations_hand_off", "consultations", ["hand_off_id", "asked_at"], unique=False)
    op.create_index(
        "consultations_lasting",
        "consultations",
        ["hand_off_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('asked', 'open')"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("consultations")
