"""What the agent had just asked for, beside what the citizen said."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what was said before nobody knows what was asked."""
    op.add_column("call_segments", sa.Column("asked", JSONB(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("call_segments", "asked")
