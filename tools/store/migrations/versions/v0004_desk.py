"""Attendance, closures, and the audit that only grows."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "attendance",
        sa.Column("appointment_id", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.CheckConstraint("mark IN ('attended', 'no_show')", name="attendance_mark"),
        sa.PrimaryKeyConstraint("appointment_id"),
    )
    op.create_table(
        "closures",
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("office_id", "day"),
    )
    _audit()


def downgrade() -> None:
    """Drop the tables."""
    for table in ("audit", "closures", "attendance"):
        op.drop_table(table)
    op.execute("DROP FUNCTION audit_only_grows()")


def _audit() -> None:
    required = ("deed_id", "who", "role", "outcome", "action")
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in required),
        sa.Column("office_id", sa.String(), nullable=True),
        sa.Column("appointment_id", sa.String(), nullable=True),
        sa.Column("before", JSONB(), nullable=True),
        sa.Column("after", JSONB(), nullable=True),
        sa.CheckConstraint("outcome IN ('begun', 'done', 'refused')", name="audit_outcome"),
        sa.PrimaryKeyConstraint("id"),
    )
    result = sa.text("outcome <> 'begun'")
    op.create_index("audit_result", "audit", ["deed_id"], unique=True, postgresql_where=result)
    op.create_index("audit_at", "audit", ["at"])
    op.create_index("audit_office", "audit", ["office_id", "action"])
    op.create_index("audit_appointment", "audit", ["appointment_id"])
    begun = sa.text("action = 'book' AND outcome = 'begun'")
    op.create_index("audit_key", "audit", [sa.text("(after ->> 'key')")], postgresql_where=begun)
    op.execute("""
        CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'entries of the audit are neither altered nor deleted';
        END $$
    """)
    op.execute("""
        CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_only_grows()
    """)
