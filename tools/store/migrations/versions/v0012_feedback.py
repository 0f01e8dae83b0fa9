"""Suggestions made to agents, and what they made of them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "suggestions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("place", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("aspect", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", "place"),
    )
    op.create_index("suggestions_at", "suggestions", ["at"], unique=False)
    op.create_table(
        "suggestion_feedback",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("place", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint("verdict IN ('shown', 'used', 'edited', 'rejected')", name="suggestion_feedback_verdict"),
        sa.CheckConstraint("judged = (verdict <> 'shown')", name="suggestion_feedback_judged"),
        sa.ForeignKeyConstraint(["id", "place"], ["suggestions.id", "suggestions.place"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", "place", "judged"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("suggestion_feedback")
    op.drop_table("suggestions")
