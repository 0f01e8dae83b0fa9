"""The floor: where each hand-off stands, and which agents are at work."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_DROPPED = (
    "state", "since", "until", "place", "front", "who", "agent", "wanted_agent", "wanted_unit", "note", "misfit",
    "declined", "supervisor",
)  # fmt: skip


def upgrade() -> None:
    """What nobody had accepted waits at the place it had; what was accepted is over, since nobody said more of it."""
    _add_columns()
    op.execute("""
        UPDATE hand_offs SET
            state = CASE WHEN accepted_at IS NULL THEN 'waiting' ELSE 'closed' END,
            since = COALESCE(accepted_at, created_at),
            place = created_at - CASE WHEN urgent THEN INTERVAL '12 hours' ELSE INTERVAL '0' END
                + CASE WHEN apart THEN INTERVAL '4 hours' ELSE INTERVAL '0' END,
            who = accepted_by,
            agent = CASE WHEN accepted_by IS NOT NULL THEN jsonb_build_object(
                'who', accepted_by, 'name', accepted_by, 'languages', '[]'::jsonb, 'units', '[]'::jsonb,
                'skills', '[]'::jsonb, 'most', 1
            ) END
    """)
    op.alter_column("hand_offs", "since", nullable=False)
    op.alter_column("hand_offs", "place", nullable=False)
    op.drop_column("hand_offs", "accepted_by")
    op.drop_index("hand_offs_waiting", "hand_offs")
    op.drop_index("hand_offs_origin", "hand_offs")
    op.create_check_constraint(
        "hand_offs_state", "hand_offs", "state IN ('waiting', 'offered', 'held', 'returned', 'closed')"
    )
    op.create_check_constraint("hand_offs_offer", "hand_offs", "(state = 'offered') = (until IS NOT NULL)")
    _add_indexes()
    _add_tables()


def _add_columns() -> None:
    for column in (
        sa.Column("state", sa.String(), server_default="waiting", nullable=False),
        sa.Column("since", sa.DateTime(timezone=True)),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.Column("place", sa.DateTime(timezone=True)),
        sa.Column("front", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("who", sa.String()),
        sa.Column("agent", JSONB()),
        sa.Column("wanted_agent", sa.String()),
        sa.Column("wanted_unit", sa.String()),
        sa.Column("note", sa.Text()),
        sa.Column("misfit", JSONB(), server_default="[]", nullable=False),
        sa.Column("declined", JSONB(), server_default="{}", nullable=False),
        sa.Column("supervisor", sa.Boolean(), server_default=sa.false(), nullable=False),
    ):
        op.add_column("hand_offs", column)


def _add_indexes() -> None:
    still_open, asked = sa.text("state IN ('waiting', 'offered', 'held')"), sa.text("state IN ('offered', 'held')")
    op.create_index(
        "hand_offs_open", "hand_offs", ["state", "place", "id"], unique=False, postgresql_where=still_open
    )  # fmt: skip
    op.create_index("hand_offs_who", "hand_offs", ["who"], unique=False, postgresql_where=asked)
    op.create_index("hand_offs_conversation", "hand_offs", [sa.text("(body ->> 'conversation_id')")], unique=False)
    taken = sa.text("accepted_at IS NOT NULL")
    op.create_index("hand_offs_accepted", "hand_offs", ["accepted_at"], unique=False, postgresql_where=taken)
    waiting = sa.text("state IN ('waiting', 'offered') AND origin IS NOT NULL")
    op.create_index("hand_offs_origin", "hand_offs", ["origin"], unique=False, postgresql_where=waiting)


def _add_tables() -> None:
    op.create_table(
        "presences",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("agent", JSONB(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("supervisor", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('available', 'busy', 'after_contact', 'away')", name="presences_state"),
        sa.PrimaryKeyConstraint("who"),
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("played_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name="rounds_single"),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    """Drop them: what an agent has is accepted, what is over too, and the rest waits."""
    op.drop_table("rounds")
    op.drop_table("presences")
    op.add_column("hand_offs", sa.Column("accepted_by", sa.String()))
    op.execute("""
        UPDATE hand_offs SET
            accepted_by = CASE WHEN state IN ('waiting', 'offered') THEN NULL ELSE COALESCE(who, '') END,
            accepted_at = CASE WHEN state IN ('waiting', 'offered') THEN NULL ELSE COALESCE(accepted_at, since) END
    """)
    for index in ("origin", "accepted", "conversation", "who", "open"):
        op.drop_index(f"hand_offs_{index}", "hand_offs")
    op.drop_constraint("hand_offs_offer", "hand_offs", type_="check")
    op.drop_constraint("hand_offs_state", "hand_offs", type_="check")
    for column in _DROPPED:
        op.drop_column("hand_offs", column)
    op.create_index("hand_offs_waiting", "hand_offs", ["urgent", "created_at"], unique=False)
    waiting = sa.text("accepted_at IS NULL AND origin IS NOT NULL")
    op.create_index("hand_offs_origin", "hand_offs", ["origin"], unique=False, postgresql_where=waiting)
