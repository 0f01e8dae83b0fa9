"""The language of an appointment, and the conversations whose write has an unknown outcome."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Appointments made before have no language."""
    op.add_column("appointments", sa.Column("language", sa.String(), nullable=True))
    op.create_table(
        "unsettled",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id"),
    )
    op.create_index("unsettled_due", "unsettled", ["due_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("unsettled")
    op.drop_column("appointments", "language")
