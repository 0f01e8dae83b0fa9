"""What was said just before, beside a segment that may go on with a number begun there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was said until now goes on with nothing."""
    op.add_column("call_segments", sa.Column("before", JSONB(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("call_segments", "before")
