"""Call-backs: whom people have promised to telephone, and when."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table: nobody was promised a call before."""
    op.create_table(
        "call_backs",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("begins", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        sa.CheckConstraint("state IN ('kept', 'due', 'reached', 'unreached', 'cancelled')", name="call_backs_state"),
        sa.CheckConstraint("ends > begins", name="call_backs_window"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "call_backs_open",
        "call_backs",
        ["begins", "id"],
        unique=False,
        postgresql_where=sa.text("state IN ('kept', 'due')"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("call_backs")
