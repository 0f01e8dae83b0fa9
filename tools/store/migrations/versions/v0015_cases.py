"""Cases of citizens, and which interactions are in them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table. What came before joins cases when its person is next looked up."""
    op.create_table(
        "cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_key", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agent", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("promises", JSONB(), nullable=False),
        sa.Column("system", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'resolved')", name="cases_state"),
        sa.CheckConstraint("(state = 'resolved') = (resolved_at IS NOT NULL)", name="cases_resolved"),
        sa.CheckConstraint("(system IS NULL) = (name IS NULL)", name="cases_origin"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_key", "id", name="cases_person"),
        sa.UniqueConstraint("person_key", "system", "name", name="cases_name"),
    )
    op.create_index("cases_changed", "cases", ["changed_at"], unique=False)
    _put_interactions_into_cases()


def _put_interactions_into_cases() -> None:
    op.add_column("interactions", sa.Column("case_id", sa.String(), nullable=True))
    op.add_column("interactions", sa.Column("case_name", sa.String(), nullable=True))
    op.add_column("interactions", sa.Column("promises", JSONB(), nullable=True))
    op.add_column("interactions", sa.Column("placed", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_check_constraint(
        "interactions_case_of_somebody", "interactions", "case_id IS NULL OR person_key IS NOT NULL"
    )
    keys = ["person_key", "case_id"], ["person_key", "id"]
    op.create_foreign_key("interactions_own_case", "interactions", "cases", *keys)
    op.create_index(
        "interactions_case", "interactions", ["case_id"], unique=False, postgresql_where=sa.text("case_id IS NOT NULL")
    )
    op.create_index(
        "interactions_unplaced",
        "interactions",
        ["person_key"],
        unique=False,
        postgresql_where=sa.text("NOT placed AND person_key IS NOT NULL"),
    )


def downgrade() -> None:
    """Drop the table; interactions stay."""
    op.drop_index("interactions_unplaced", table_name="interactions")
    op.drop_index("interactions_case", table_name="interactions")
    op.drop_constraint("interactions_own_case", "interactions", type_="foreignkey")
    op.drop_constraint("interactions_case_of_somebody", "interactions", type_="check")
    for name in ("placed", "promises", "case_name", "case_id"):
        op.drop_column("interactions", name)
    op.drop_table("cases")
