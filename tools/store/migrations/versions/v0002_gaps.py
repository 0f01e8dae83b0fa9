"""Questions that had no answer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "gaps",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("aspect", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("gaps_day", "gaps", ["day"], unique=False)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("gaps")
