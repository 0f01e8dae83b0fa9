"""Where places on the waiting list and hand-offs come from, and which hand-offs are put apart."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what is there already nobody knows where it came from."""
    op.add_column("waiting_list", sa.Column("origin", sa.String()))
    active = sa.text("status IN ('waiting', 'offered') AND origin IS NOT NULL")
    op.create_index("waiting_list_origin", "waiting_list", ["origin"], unique=False, postgresql_where=active)
    op.add_column("hand_offs", sa.Column("origin", sa.String()))
    op.add_column("hand_offs", sa.Column("apart", sa.Boolean(), nullable=False, server_default=sa.false()))
    waiting = sa.text("accepted_at IS NULL AND origin IS NOT NULL")
    op.create_index("hand_offs_origin", "hand_offs", ["origin"], unique=False, postgresql_where=waiting)


def downgrade() -> None:
    """Drop them."""
    op.drop_index("hand_offs_origin", "hand_offs")
    op.drop_column("hand_offs", "apart")
    op.drop_column("hand_offs", "origin")
    op.drop_index("waiting_list_origin", "waiting_list")
    op.drop_column("waiting_list", "origin")
