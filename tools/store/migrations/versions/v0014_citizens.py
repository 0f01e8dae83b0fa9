"""Citizens: what is left of each contact, and how far imports from other systems have come."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables. What was before has no interactions: nobody had kept whose it was."""
    op.create_table(
        "interactions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("person_key", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("appointment", sa.String(), nullable=True),
        sa.Column("agent", sa.String(), nullable=True),
        sa.CheckConstraint(
            "channel IN ('chat', 'phone', 'in_person', 'video', 'email', 'letter', 'web')", name="interactions_channel"
        ),
        sa.CheckConstraint(
            "outcome IN ('resolved', 'appointment', 'transfer', 'callback', 'pending', 'elsewhere', 'abandoned')",
            name="interactions_outcome",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("interactions_name", "interactions", ["system", "reference"], unique=True)
    op.create_index(
        "interactions_timeline",
        "interactions",
        ["person_key", "at", "id"],
        unique=False,
        postgresql_where=sa.text("person_key IS NOT NULL"),
    )
    op.create_index("interactions_at", "interactions", ["at"], unique=False)
    op.create_table(
        "interaction_imports",
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("file"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("interaction_imports")
    op.drop_table("interactions")
