"""Who took a hand-off, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Those that are there still wait."""
    op.add_column("hand_offs", sa.Column("accepted_at", sa.DateTime(timezone=True)))
    op.add_column("hand_offs", sa.Column("accepted_by", sa.String()))


def downgrade() -> None:
    """Drop them; all wait again."""
    op.drop_column("hand_offs", "accepted_by")
    op.drop_column("hand_offs", "accepted_at")
